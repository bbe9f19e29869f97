package export_test

import (
	"bytes"
	"errors"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/export"
	"github.com/opsfit/opsfit/internal/portfolio"
	"github.com/opsfit/opsfit/internal/portfolio/portfoliotest"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/testarchive"
)

// portfolioFormats are the formats that are written service by service, by file ending.
func portfolioFormats() map[string]func(io.Writer, *portfolio.Document) error {
	return map[string]func(io.Writer, *portfolio.Document) error{
		"json": export.WriteServices(export.PortfolioJSON), "jsonl": export.WriteServices(export.PortfolioJSONL),
		"csv": export.WriteServices(export.PortfolioCSV), "prom": export.PortfolioOpenMetrics,
	}
}

func portfolios(t testing.TB) map[string]*portfolio.Document {
	return map[string]*portfolio.Document{
		"samples": portfoliotest.Samples(t), "filtered": portfoliotest.Filtered(t), "empty": portfoliotest.Empty(),
		"mixed": portfoliotest.Mixed(t),
	}
}

func TestPortfolioGolden(t *testing.T) {
	t.Parallel()
	archive := testarchive.Open(t, filepath.Join("testdata", "portfolio.txtar"), *update)
	for name, doc := range portfolios(t) {
		for ending, write := range portfolioFormats() {
			var out bytes.Buffer
			if err := write(&out, doc); err != nil {
				t.Fatal(err)
			}
			checkVisible(t, out.String())
			archive.Check(t, name+"."+ending, strings.ReplaceAll(out.String(), "\r\n", "\n"))
		}
	}
}

// TestPortfolioJSONIsTheDocument holds that a portfolio that is written service by service is the same bytes as one that is
// written whole.
func TestPortfolioJSONIsTheDocument(t *testing.T) {
	t.Parallel()
	docs := portfolios(t)
	docs["many"] = portfoliotest.Many(t, 50)
	for name, doc := range docs {
		var whole, streamed bytes.Buffer
		if err := errors.Join(report.Encode(&whole, doc), export.WriteServices(export.PortfolioJSON)(&streamed, doc)); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(whole.String(), streamed.String()); diff != "" {
			t.Errorf("%s (-whole +streamed):\n%s", name, diff)
		}
	}
}

// limited takes some bytes and then fails.
type limited int

var errFull = errors.New("full")

func (l *limited) Write(data []byte) (int, error) {
	if *l -= limited(len(data)); *l < 0 {
		return 0, errFull
	}
	return len(data), nil
}

func TestPortfoliosReportTheWriter(t *testing.T) {
	t.Parallel()
	doc := portfoliotest.Samples(t)
	for name, write := range portfolioFormats() {
		var out bytes.Buffer
		if err := write(&out, doc); err != nil {
			t.Fatal(err)
		}
		for _, room := range []int{0, out.Len() / 2, out.Len() - 1} {
			short := limited(room)
			if err := write(&short, doc); !errors.Is(err, errFull) {
				t.Errorf("%s: with room for %d of %d bytes the error is %v", name, room, out.Len(), err)
			}
		}
	}
}
