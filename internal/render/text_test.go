package render

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/report"
)

func textOf(t rapid.TB, doc *report.Document, opt Options) string {
	t.Helper()
	return string(formatted(t, Text, doc, opt))
}

func TestTextGolden(t *testing.T) {
	t.Parallel()
	for _, sample := range textDocuments(t) {
		for _, width := range []int{40, 80, 120} {
			name := fmt.Sprintf("text/%s.%d.txt", sample.name, width)
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				golden(t, name, []byte(textOf(t, sample.doc, Options{Width: width})))
			})
		}
	}
}

func TestTextGoldenASCII(t *testing.T) {
	t.Parallel()
	golden(t, "text/shop.ascii.txt", []byte(textOf(t, shop(t), Options{ASCII: true})))
	golden(t, "text/part_outcomes.ascii.txt", []byte(textOf(t, partOutcomes(t), Options{ASCII: true})))
}

// TestTextGoldenColor keeps the escape sequences readable, so that a change of a tone shows in review.
func TestTextGoldenColor(t *testing.T) {
	t.Parallel()
	got, _, _ := strings.Cut(textOf(t, edge(t), Options{Color: true}), "Details")
	golden(t, "text/edge.color.txt", []byte(strings.ReplaceAll(got, "\x1b[", "<ESC>[")))
}

// TestRealResults renders what the program says about the shipped answer sheets, into the place of the saved results.
func TestRealResults(t *testing.T) {
	t.Parallel()
	for _, result := range realResults(t) {
		t.Run(result.name, func(t *testing.T) {
			t.Parallel()
			name := "../../../testdata/render/" + result.name
			golden(t, name+".txt", []byte(textOf(t, result.doc, Options{Width: 80})))
			golden(t, name+".md", markdownOf(t, result.doc))
		})
	}
}

func TestTextIsASCIIWhenAsked(t *testing.T) {
	t.Parallel()
	for _, sample := range textDocuments(t) {
		for _, width := range []int{40, 100} {
			got := textOf(t, sample.doc, Options{Width: width, ASCII: true})
			if at := strings.IndexFunc(got, func(r rune) bool { return r > 0x7e }); at >= 0 {
				t.Errorf("%s at %d columns: %q is not ASCII", sample.name, width, got[at:min(at+20, len(got))])
			}
		}
	}
}

// TestColorAddsNothing holds that a reader without colour reads the same characters.
func TestColorAddsNothing(t *testing.T) {
	t.Parallel()
	for _, sample := range textDocuments(t) {
		for _, width := range []int{40, 80} {
			plain, coloured := Options{Width: width}, Options{Width: width, Color: true}
			if diff := cmp.Diff(textOf(t, sample.doc, plain), ansi.Strip(textOf(t, sample.doc, coloured))); diff != "" {
				t.Errorf("%s at %d columns (-plain +coloured):\n%s", sample.name, width, diff)
			}
		}
	}
}

func TestTextTellsInOrder(t *testing.T) {
	t.Parallel()
	doc := shop(t)
	story := report.Tell(doc)
	order := []string{
		"payments-api", story.Headline[:40], story.Why[0][:40], "Overall", "What to do first", doc.Recommendations[0].Title,
		"Warnings", doc.Warnings[0].Text[:40], "What is unknown", "What would tip it", "Details", "Also worth doing now",
		"For later", doc.Recommendations[4].Title, "Axis by axis", "All answers", "nine releases last week",
	}
	rest := textOf(t, doc, Options{Width: 200})
	for _, text := range order {
		_, after, found := strings.Cut(rest, text)
		if !found {
			t.Fatalf("%q is missing or stands too early", text)
		}
		rest = after
	}
}

// TestFirstScreen holds what a manager sees of a report without scrolling: the question, the verdict and the picture begin there.
func TestFirstScreen(t *testing.T) {
	t.Parallel()
	lines := strings.Split(textOf(t, shop(t), Options{Width: 80}), "\n")
	screen := strings.Join(lines[:24], "\n")
	for _, text := range []string{"payments-api", "combine both models", "●", "Collaboration"} {
		if !strings.Contains(screen, text) {
			t.Errorf("%q is not on the first screen:\n%s", text, screen)
		}
	}
}

// TestEmptyResults renders the least that the decoder lets through.
func TestEmptyResults(t *testing.T) {
	t.Parallel()
	for _, kind := range []string{"leaning", "quadrant"} {
		doc, faults := report.Decode("a.json", []byte(`{"schema": "opsfit.assessment/v1", "verdict": {"kind": "`+kind+`"}}`))
		if faults != nil {
			t.Fatal(faults)
		}
		got := textOf(t, doc, Options{Width: 40})
		for _, text := range []string{"What is unknown", "not scored", "Details"} {
			if !strings.Contains(got, text) {
				t.Errorf("%s: %q is missing:\n%s", kind, text, got)
			}
		}
		if strings.Contains(got, "What to do first") {
			t.Errorf("%s: steps are named where there is no advice:\n%s", kind, got)
		}
	}
}

func TestTextReportsTheWriter(t *testing.T) {
	t.Parallel()
	broken := errors.New("disk full")
	if err := Text(failing{broken}, shop(t), Options{}); !errors.Is(err, broken) {
		t.Errorf("got %v, want %v", err, broken)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func BenchmarkText(b *testing.B) {
	doc := shop(b)
	for _, opt := range []Options{{Width: 80}, {Width: 80, Color: true}} {
		b.Run(fmt.Sprintf("color=%t", opt.Color), func(b *testing.B) {
			for b.Loop() {
				if err := Text(new(bytes.Buffer), doc, opt); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
