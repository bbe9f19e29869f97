package pages_test

import (
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/evidence"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/page/text"
	"github.com/opsfit/opsfit/internal/pages"
	"github.com/opsfit/opsfit/internal/report"
)

// readScan reads saved findings: shop is an ordinary repository, fleet one of environments, shallow one without its history,
// empty one without anything, and exports one beside exports of deployments and incidents.
func readScan(t rapid.TB, name string) *evidence.Scan {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "scan", name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	var scan evidence.Scan
	if err := json.Unmarshal(data, &scan); err != nil {
		t.Fatal(err)
	}
	return &scan
}

// named is a saved scan with what the document has for pages alone: the name, and the releases one by one.
func named(scan *evidence.Scan) *evidence.Scan {
	scan.Repository.Name = "shop"
	for day := 20.0; day < 700; day += 14 {
		scan.Releases.Moments = append(scan.Releases.Moments, evidence.Moment{Day: day, Minor: int(day)%5 == 0})
	}
	return scan
}

func TestScan(t *testing.T) {
	t.Parallel()
	goldenPage(t, "scan/shop", pages.Scan(named(readScan(t, "shop"))))
	for _, name := range []string{"shop", "fleet", "shallow", "empty", "exports"} {
		goldenScreens(t, "scan/"+name, pages.Scan(readScan(t, name)))
	}
	goldenPage(t, "scan/exports", pages.Scan(named(readScan(t, "exports"))))
	for _, name := range []string{"fleet", "shallow", "empty"} {
		golden(t, "scan/"+name+".txt", textOf(t, pages.Scan(readScan(t, name))))
	}
}

// TestScanSetsApartWhatARepositorySays puts a text wherever a repository can have one of its own.
func TestScanSetsApartWhatARepositorySays(t *testing.T) {
	t.Parallel()
	scan := readScan(t, "shop")
	const stranger = "שם"
	places := []*string{
		scan.Repository.Ref, scan.Releases.Last, &scan.Releases.Series[1].Name, &scan.People.Bots[0], &scan.Tags.LeftOver[0].Pattern,
		&scan.Signals[0].Paths[0],
	}
	for _, text := range places {
		*text = stranger
	}
	apart := page.Said(stranger).String()
	words := string(textOf(t, pages.Scan(scan)))
	if got := strings.Count(words, apart); got != len(places) || got != strings.Count(words, stranger) {
		t.Errorf("%d of %d texts are set apart in\n%s", got, len(places), words)
	}
}

// TestScanSetsApartWhatExportsSay puts a text wherever exports can have one of their own.
func TestScanSetsApartWhatExportsSay(t *testing.T) {
	t.Parallel()
	d := readScan(t, "exports").Delivery
	const stranger = "שם"
	d.Deployments.File, d.Incidents.File = stranger, stranger
	d.Deployments.Columns[0].Column, d.Deployments.First[0].Text = stranger, stranger
	d.Deployments.Services[0].Name, d.Deployments.Environments[1].Name = stranger, stranger
	words := string(textOf(t, pages.Scan(&evidence.Scan{Repository: evidence.Repository{Absent: true}, Delivery: d})))
	if apart := strings.Count(words, page.Said(stranger).String()); apart < 6 || apart != strings.Count(words, stranger) {
		t.Errorf("%d of %d texts are set apart in\n%s", apart, strings.Count(words, stranger), words)
	}
}

// TestScansKeepTheirPublishedForm writes saved findings again, byte for byte.
func TestScansKeepTheirPublishedForm(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"shop", "fleet", "shallow", "empty", "exports"} {
		golden(t, "scan/"+name+".json", written(t, func(w io.Writer) error { return report.Encode(w, readScan(t, name)) }))
	}
}

// TestScanOfClusteredReleases tells and draws no interval between releases where there is no usual one, and still draws when they came.
func TestScanOfClusteredReleases(t *testing.T) {
	t.Parallel()
	scan := named(readScan(t, "shop"))
	scan.Releases.GapDays.Mean, scan.Releases.Minor.GapDays.N = new(60.0), new(8)
	words := string(textOf(t, pages.Scan(scan)))
	for _, text := range []string{"comes every 14 days", "comes every 47 days", "Between releases", "Between minor versions"} {
		if strings.Contains(words, text) {
			t.Errorf("%q is told in\n%s", text, words)
		}
	}
	for i := range scan.Conclusions {
		if scan.Conclusions[i].ID == "lead_time" {
			scan.Conclusions[i].Trust = evidence.Few
		}
	}
	if words := string(textOf(t, pages.Scan(scan))); !strings.Contains(words, "for its release (median of 2274 cases).") {
		t.Errorf("what rests on little is told without its number of cases in\n%s", words)
	}
	for i := range scan.Conclusions {
		if id := scan.Conclusions[i].ID; id == "lead_time" || id == "branch_life" {
			scan.Conclusions[i].Trust = evidence.None
		}
	}
	if words := string(textOf(t, pages.Scan(scan))); !strings.Contains(words, "The longest time without a release") {
		t.Errorf("the releases are not drawn in\n%s", words)
	}
}

// TestScanTellsTheClockFirst in each format, above what is concluded, and once.
func TestScanTellsTheClockFirst(t *testing.T) {
	t.Parallel()
	const clock = "The newest commit is old, and the figures are about the time before it, not about today."
	scan := named(readScan(t, "shop"))
	scan.Repository.Clock, scan.Notes = clock, append([]string{clock}, scan.Notes...)
	for name, written := range map[string][]byte{
		"text": textOf(t, pages.Scan(scan)), "screen": screenOf(t, pages.Scan(scan), text.Options{Width: 80, Rows: 24}),
		"markdown": markdownOf(t, pages.Scan(scan)), "html": htmlOf(t, pages.Scan(scan)),
	} {
		words := strings.Join(strings.Fields(string(written)), " ")
		at, concluded := strings.Index(words, clock), strings.Index(words, "comes every 14 days")
		if name == "screen" {
			concluded = strings.Index(words, "There were 42 releases")
		}
		if at < 0 || concluded < at || strings.Count(words, clock) != 1 {
			t.Errorf("%s: the clock is told at %d, the conclusion at %d", name, at, concluded)
		}
	}
}

// TestSmallScreenShowsAllMetrics of exports, and says of each how much it rests on.
func TestSmallScreenShowsAllMetrics(t *testing.T) {
	t.Parallel()
	scan := named(readScan(t, "exports"))
	scan.Delivery.Frequency.GapDays.N = new(3)
	for i := range scan.Conclusions {
		switch c := &scan.Conclusions[i]; c.ID {
		case "recovery_time":
			c.Trust = evidence.Few
		case "change_fail_rate":
			c.Trust = evidence.None
		}
	}
	words := strings.Join(strings.Fields(string(screenOf(t, pages.Scan(scan), text.Options{Width: 40, Rows: 15, ASCII: true}))), " ")
	for _, want := range []string{
		"Frequency 49 deployments", "Lead time 30 hours", "Recovery 3 hours, on little", "Fail rate not known", "Rework rate 16 %",
	} {
		if !strings.Contains(words, want) {
			t.Errorf("%q is not in %s", want, words)
		}
	}
}
