package render

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/plan"
	"github.com/opsfit/opsfit/internal/render/web"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

// planOf makes the path of a shipped answer sheet.
func planOf(t testing.TB, sample string, steps int) *plan.Document {
	t.Helper()
	q, sheet := reporttest.Read(t, filepath.Join("..", "..", "testdata", "answers", sample+".yaml"))
	return plan.Build(plan.Run{Tool: report.Tool{Name: "opsfit", Version: "test"}, Questionnaire: q, Sheet: sheet, Steps: steps})
}

// clonePlan copies a path through its published form, so that a test may spoil it.
func clonePlan(t rapid.TB, doc *plan.Document) *plan.Document {
	t.Helper()
	var out bytes.Buffer
	copied := &plan.Document{}
	if err := errors.Join(report.Encode(&out, doc), json.Unmarshal(out.Bytes(), copied)); err != nil {
		t.Fatal(err)
	}
	return copied
}

// hostilePlan has the attack in one place of each kind, so that its golden file can still be read.
func hostilePlan(t testing.TB) *plan.Document {
	t.Helper()
	doc := planOf(t, "municipality", 3)
	doc.Subject, doc.Questionnaire.Title, doc.Notes[0] = attack, attack, attack
	step := &doc.Steps[0]
	step.Recommendation.Title, step.Recommendation.FirstStep = attack, attack
	step.Recommendation.Because[0].Text = attack
	step.Assumes[0].FromText, step.Assumes[0].ToText = attack, attack
	step.Warnings.Gone[0].Text = attack
	step.After.Axes[3].Title = attack
	doc.Steps[2].Unblocks[0].Title = attack
	doc.Next[0].Title, doc.Waiting[0].Title, doc.Waiting[0].After[0] = attack, attack, attack
	return doc
}

type namedPlan struct {
	name string
	doc  *plan.Document
}

// plans are paths of each kind: far to go, near, towards both poles, much unknown, no advice at all.
func plans(t testing.TB) []namedPlan {
	t.Helper()
	var list []namedPlan
	for _, sample := range []string{"municipality", "bank-ledger", "web-shop", "start-up", "grid-display"} {
		list = append(list, namedPlan{sample, planOf(t, sample, 10)})
	}
	return append(list, namedPlan{"dora-web-shop", planOf(t, "dora-web-shop", 10)}, namedPlan{"whole", planOf(t, "bank-ledger", 20)})
}

func planText(t rapid.TB, doc *plan.Document, opt Options) string {
	t.Helper()
	return string(formatted(t, PlanText, doc, opt))
}

func planMarkdown(t rapid.TB, doc *plan.Document) []byte {
	t.Helper()
	return formatted(t, PlanMarkdown, doc, Options{})
}

func TestPlanGolden(t *testing.T) {
	t.Parallel()
	for _, sample := range append(plans(t), namedPlan{"hostile", hostilePlan(t)}) {
		t.Run(sample.name, func(t *testing.T) {
			t.Parallel()
			golden(t, "plan/"+sample.name+".txt", []byte(planText(t, sample.doc, Options{Width: 80})))
			golden(t, "plan/"+sample.name+".md", planMarkdown(t, sample.doc))
			page := formatted(t, plain(web.Plan), sample.doc, Options{})
			golden(t, "plan/"+sample.name+".html", page)
			holdsTexts(t, sample.name, planTexts(plan.Tell(sample.doc)), page)
		})
	}
}

func TestPlanGoldenNarrowAndPlain(t *testing.T) {
	t.Parallel()
	doc := planOf(t, "start-up", 10)
	golden(t, "plan/start-up.40.txt", []byte(planText(t, doc, Options{Width: 40})))
	golden(t, "plan/start-up.ascii.txt", []byte(planText(t, doc, Options{Width: 120, ASCII: true})))
}

// TestPlanGoldenJSON holds the published form; two steps have all of its members.
func TestPlanGoldenJSON(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	if err := JSON(&out, planOf(t, "municipality", 2), Options{}); err != nil {
		t.Fatal(err)
	}
	golden(t, "plan/municipality.json", out.Bytes())
	lists := []string{
		"steps", "next", "waiting", "notes", "axes", "warnings", "gone", "new", "regraded", "assumes", "unblocks", "settles",
		"because", "blocked_by", "after",
	}
	for _, list := range lists {
		if strings.Contains(out.String(), `"`+list+`": null`) {
			t.Errorf("%s is null", list)
		}
	}
}

// TestNoLineOfAPlanIsTooWide fills every text of a path with what strangers write.
func TestNoLineOfAPlanIsTooWide(t *testing.T) {
	t.Parallel()
	documents := []*plan.Document{planOf(t, "municipality", 3), planOf(t, "start-up", 3), planOf(t, "dora-web-shop", 3)}
	rapid.Check(t, func(r *rapid.T) {
		doc := clonePlan(r, rapid.SampledFrom(documents).Draw(r, "document"))
		reporttest.EachText(reflect.ValueOf(doc), func(path string, text reflect.Value) {
			if rapid.IntRange(0, 3).Draw(r, "spoil") == 0 {
				text.SetString(strangersText().Draw(r, path))
			}
		})
		opt := Options{Width: rapid.IntRange(40, 200).Draw(r, "width"), ASCII: rapid.Bool().Draw(r, "ascii")}
		plain := planText(r, doc, opt)
		checkLines(r, plain, opt.Width)
		opt.Color = true
		if diff := cmp.Diff(plain, withoutStyles(planText(r, doc, opt))); diff != "" {
			r.Fatalf("colour changes the text (-plain +coloured):\n%s", diff)
		}
	})
}

// TestNothingOfAPlanReachesTheTerminal spoils one kind of field after the other.
func TestNothingOfAPlanReachesTheTerminal(t *testing.T) {
	t.Parallel()
	original := planOf(t, "municipality", 3)
	for _, name := range fieldNames(original) {
		doc := clonePlan(t, original)
		reporttest.EachText(reflect.ValueOf(doc), func(path string, text reflect.Value) {
			if fieldName(path) == name {
				text.SetString(hostilePayload)
			}
		})
		got := strings.ReplaceAll(withoutStyles(planText(t, doc, Options{Color: true})), "\n", " ")
		if at := leak(got); at >= 0 {
			t.Errorf("%s lets %q through", name, got[at:min(at+8, len(got))])
		}
	}
}

func TestPlanIsASCIIWhenAsked(t *testing.T) {
	t.Parallel()
	for _, sample := range plans(t) {
		got := planText(t, sample.doc, Options{Width: 80, ASCII: true})
		if at := strings.IndexFunc(got, func(r rune) bool { return r > 0x7e }); at >= 0 {
			t.Errorf("%s: %q is not ASCII", sample.name, got[at:min(at+20, len(got))])
		}
	}
}

// TestPlanMarkdownKeepsItsShapeUnderHostileText also holds what a path is made of: one heading for each step, no raw HTML
// but what keeps GitHub from linking, no picture and no code.
func TestPlanMarkdownKeepsItsShapeUnderHostileText(t *testing.T) {
	t.Parallel()
	original := planOf(t, "municipality", 3)
	filled := func(with string) *plan.Document {
		doc := clonePlan(t, original)
		reporttest.EachText(reflect.ValueOf(doc), func(path string, text reflect.Value) {
			if !strings.HasSuffix(path, ".Reason") && !strings.HasSuffix(path, ".Status") {
				text.SetString(with)
			}
		})
		return doc
	}
	want := outlineOf(t, planMarkdown(t, filled("word")))
	if n := want.count(fmt.Sprint(ast.KindHeading, " 3")); n != 3 {
		t.Errorf("%d headings of steps", n)
	}
	rapid.Check(t, func(r *rapid.T) {
		texts := nastyText().Filter(func(s string) bool { return folded(s) != "" })
		got := outlineOf(t, planMarkdown(r, filled(rapid.OneOf(rapid.Just(attack), texts).Draw(r, "text"))))
		if diff := cmp.Diff(want.nodes, got.nodes); diff != "" {
			r.Fatalf("the shape differs (-want +got):\n%s", diff)
		}
		for _, kind := range []ast.NodeKind{ast.KindImage, ast.KindAutoLink, ast.KindCodeBlock, ast.KindHTMLBlock, extast.KindStrikethrough} {
			if n := got.count(kind.String()); n != 0 {
				r.Fatalf("%d nodes of the kind %s", n, kind)
			}
		}
	})
}

func TestPlanReportsTheWriter(t *testing.T) {
	t.Parallel()
	broken := errors.New("disk full")
	for _, format := range Plans() {
		if err := format.Write(brokenWriter{broken}, planOf(t, "start-up", 2), Options{}); !errors.Is(err, broken) {
			t.Errorf("%s: got %v, want %v", format.Name, err, broken)
		}
	}
}

// TestPlanUsesTheWidth holds that charts grow with the page.
func TestPlanUsesTheWidth(t *testing.T) {
	t.Parallel()
	widest := func(width int) int {
		longest := 0
		for line := range strings.SplitSeq(planText(t, planOf(t, "start-up", 2), Options{Width: width}), "\n") {
			longest = max(longest, ansi.StringWidth(line))
		}
		return longest
	}
	if narrow, wide := widest(80), widest(200); narrow > 80 || wide <= narrow {
		t.Errorf("%d cells on 80 columns, %d on 200", narrow, wide)
	}
}

func BenchmarkPlanText(b *testing.B) {
	doc := planOf(b, "municipality", 10)
	b.ReportAllocs()
	for b.Loop() {
		planText(b, doc, Options{})
	}
}

func BenchmarkPlanMarkdown(b *testing.B) {
	doc := planOf(b, "municipality", 10)
	b.ReportAllocs()
	for b.Loop() {
		planMarkdown(b, doc)
	}
}

// planTexts is every text of the story of a path.
func planTexts(story plan.Story) []string {
	told := append([]string{story.Title, story.Headline}, append(append(story.Next, story.Unknown...), story.Notes...)...)
	for _, effect := range story.Effects {
		told = append(told, effect.Label, effect.Before)
	}
	for _, step := range story.Steps {
		told = append(told, step.Title, step.FirstStep, step.Effort, step.Opens, step.Settles, report.BecauseInShort(step.Because))
		told = append(append(append(told, step.Assumed...), step.Effects...), step.Warnings...)
	}
	for _, item := range story.Waiting {
		told = append(append(told, item.Title), item.After...)
	}
	return told
}

// holdsTexts looks for texts in what a page says.
func holdsTexts(t *testing.T, name string, told []string, page []byte) {
	t.Helper()
	words := strings.Join(strings.Fields(html.UnescapeString(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(string(page), " "))), " ")
	for _, text := range told {
		if want := strings.Join(strings.Fields(diag.VisibleLines(strings.ReplaceAll(text, "\x00", "\ufffd"))), " "); !strings.Contains(words, want) {
			t.Errorf("%s: the page does not say %q", name, want)
		}
	}
}
