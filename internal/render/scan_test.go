package render

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark/ast"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/evidence"
	"github.com/opsfit/opsfit/internal/render/web"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

// scanSamples are saved findings: an ordinary repository, one of environments, one without its history, and one without anything.
func scanSamples() []string { return []string{"shop", "fleet", "shallow", "empty"} }

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

func scanTextOf(t rapid.TB, scan *evidence.Scan, opt Options) string {
	t.Helper()
	return string(formatted(t, ScanText, scan, opt))
}

func scanMarkdownOf(t rapid.TB, scan *evidence.Scan) []byte {
	t.Helper()
	return formatted(t, ScanMarkdown, scan, Options{})
}

func TestScanGolden(t *testing.T) {
	t.Parallel()
	for _, name := range scanSamples() {
		scan := readScan(t, name)
		for _, width := range []int{40, 80} {
			golden(t, fmt.Sprintf("scan/%s.%d.txt", name, width), []byte(scanTextOf(t, scan, Options{Width: width})))
		}
		golden(t, "scan/"+name+".md", scanMarkdownOf(t, scan))
		golden(t, "scan/"+name+".html", scanPageOf(t, scan))
		holdsTexts(t, name, scanTexts(evidence.Tell(scan)), scanPageOf(t, scan))
	}
	golden(t, "scan/hostile.md", scanMarkdownOf(t, hostileScan(t)))
	golden(t, "scan/hostile.html", scanPageOf(t, hostileScan(t)))
	golden(t, "scan/hostile.80.txt", []byte(scanTextOf(t, hostileScan(t), Options{Width: 80})))
}

// hostileScan has the attack wherever a repository can put text of its own.
func hostileScan(t rapid.TB) *evidence.Scan {
	scan := readScan(t, "shop")
	for _, text := range []*string{
		scan.Repository.Ref, scan.Releases.Last, &scan.Releases.Series[1].Name, &scan.People.Bots[0], &scan.Tags.LeftOver[0].Pattern,
		&scan.Signals[0].Paths[0],
	} {
		*text = attack
	}
	return scan
}

// TestScanJSONIsWhatWasRead writes saved findings again, byte for byte.
func TestScanJSONIsWhatWasRead(t *testing.T) {
	t.Parallel()
	for _, name := range scanSamples() {
		var out bytes.Buffer
		if err := evidence.Encode(&out, readScan(t, name)); err != nil {
			t.Fatal(err)
		}
		golden(t, "scan/"+name+".json", out.Bytes())
	}
}

func TestScanTextIsASCIIWhenAsked(t *testing.T) {
	t.Parallel()
	for _, name := range scanSamples() {
		got := scanTextOf(t, readScan(t, name), Options{Width: 60, ASCII: true})
		if at := strings.IndexFunc(got, func(r rune) bool { return r > 0x7e }); at >= 0 {
			t.Errorf("%s: %q is not ASCII", name, got[at:min(at+20, len(got))])
		}
	}
}

// TestScanUnderHostileText holds the width of lines, the colours and the shape of the Markdown whatever a repository says.
func TestScanUnderHostileText(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		name := rapid.SampledFrom(scanSamples()).Draw(r, "sample")
		plain, hostile := readScan(r, name), readScan(r, name)
		fillScan(plain, func() string { return "word" })
		fillScan(hostile, func() string {
			return rapid.OneOf(rapid.Just(attack), strangersText().Filter(func(s string) bool { return folded(s) != "" })).Draw(r, "text")
		})
		opt := Options{Width: rapid.IntRange(40, 200).Draw(r, "width"), ASCII: rapid.Bool().Draw(r, "ascii")}
		text := scanTextOf(r, hostile, opt)
		checkLines(r, text, opt.Width)
		opt.Color = true
		if diff := cmp.Diff(text, ansi.Strip(scanTextOf(r, hostile, opt))); diff != "" {
			r.Fatalf("colour changes the text (-plain +coloured):\n%s", diff)
		}
		want, got := outlineOf(t, scanMarkdownOf(r, plain)), outlineOf(t, scanMarkdownOf(r, hostile))
		if diff := cmp.Diff(want.nodes, got.nodes); diff != "" {
			r.Fatalf("the shape differs (-want +got):\n%s", diff)
		}
		if n := got.count(ast.KindImage.String()) + len(got.links); n > 0 {
			r.Fatalf("there are %d links and images", n)
		}
	})
}

// fillScan puts texts where a repository can: not into the program's own words that decide what is shown.
func fillScan(scan *evidence.Scan, text func() string) {
	reporttest.EachText(reflect.ValueOf(scan), func(path string, value reflect.Value) {
		for _, kept := range []string{".Family", ".Lean", ".Trust", ".Reason", ".Conclusions", ".Why", ".Caution", ".Version", ".Name"} {
			if strings.Contains(path, kept) && !strings.Contains(path, ".Series") {
				return
			}
		}
		value.SetString(text())
	})
}

func TestScanReportsTheWriter(t *testing.T) {
	t.Parallel()
	broken := errors.New("disk full")
	for _, format := range Scans() {
		if err := format.Write(failing{broken}, readScan(t, "shop"), Options{}); !errors.Is(err, broken) {
			t.Errorf("%s: %v, want %v", format.Name, err, broken)
		}
	}
}

func scanPageOf(t rapid.TB, scan *evidence.Scan) []byte {
	t.Helper()
	return formatted(t, plain(web.Scan), scan, Options{})
}

// scanTexts is every text of the story of a scan.
func scanTexts(story evidence.Story) []string {
	told := append([]string{story.Title, story.Absent}, append(append(story.Concluded, story.Open...), story.Notes...)...)
	for _, section := range append(story.Sections, evidence.Section{Title: story.Title, Facts: story.Asked}) {
		told = append(told, section.Title)
		for _, fact := range section.Facts {
			told = append(told, fact.Label, fact.Value)
		}
	}
	for _, family := range story.Families {
		told = append(told, family.Title)
		for _, sign := range family.Signs {
			told = append(told, sign.Title, sign.Leaning, sign.Weak, sign.Files, sign.Caution)
		}
	}
	return told
}
