package render

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"gopkg.in/yaml.v3"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/record"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

func adrOf(t rapid.TB, doc *report.Document) string {
	t.Helper()
	return string(formatted(t, ADR, doc, Options{}))
}

// adrDocuments are a firm result at each pole, one beside an edge, a mismatch, needs at both ends, many open questions, and
// delivery metrics; and a document with an attack in one place of each kind.
func adrDocuments(t testing.TB) []namedDocument {
	t.Helper()
	var list []namedDocument
	for _, name := range []string{
		"hospital", "platform-team", "device-supplier", "municipality", "web-shop", "start-up", "dora-hospital",
	} {
		list = append(list, namedDocument{name, reporttest.File(t, filepath.Join("..", "..", "testdata", "answers", name+".yaml"))})
	}
	hostile := reporttest.File(t, filepath.Join("..", "..", "testdata", "answers", "device-supplier.yaml"))
	hostile.Subject, hostile.Team, hostile.Date, hostile.Respondent.Name = attack, attack, attack, attack
	hostile.Axes[0].Title, hostile.Axes[1].Low, hostile.Axes[1].High = attack, attack, attack
	hostile.Warnings[0].Text, hostile.Recommendations[0].Title, hostile.Recommendations[0].FirstStep = attack, attack, attack
	for i := range hostile.Answers {
		if hostile.Answers[i].Question == "release_pressure" {
			hostile.Answers[i].Text, hostile.Answers[i].Note, hostile.Answers[i].Prompt = attack+"\n-->", attack+"\n---", attack
		}
	}
	return append(list, namedDocument{"hostile", hostile})
}

func TestADRGolden(t *testing.T) {
	t.Parallel()
	for _, sample := range adrDocuments(t) {
		t.Run(sample.name, func(t *testing.T) {
			t.Parallel()
			golden(t, "adr/"+sample.name+".md", []byte(adrOf(t, sample.doc)))
		})
	}
}

// TestADRStructure reads each record as Markdown and as MADR.
func TestADRStructure(t *testing.T) {
	t.Parallel()
	for _, sample := range append(adrDocuments(t), textDocuments(t)...) {
		t.Run(sample.name, func(t *testing.T) {
			t.Parallel()
			checkRecord(t, sample.doc)
		})
	}
}

func checkRecord(t rapid.TB, doc *report.Document) {
	front, body, found := strings.Cut(strings.TrimPrefix(adrOf(t, doc), "---\n"), "\n---\n")
	if !found {
		t.Fatalf("no front matter")
	}
	checkFrontMatter(t, front)
	got := outlineOf(t, []byte(body))
	if n := got.count(fmt.Sprint(ast.KindHeading, " 1")); n != 1 {
		t.Errorf("%d headings of the first level", n)
	}
	if n, want := got.count(extast.KindTaskCheckBox.String()), len(record.Draft(doc).Steps); n != want {
		t.Errorf("%d tasks, want %d", n, want)
	}
	for _, kind := range []ast.NodeKind{
		ast.KindImage, ast.KindLink, ast.KindAutoLink, ast.KindCodeBlock, ast.KindFencedCodeBlock, ast.KindThematicBreak,
		extast.KindStrikethrough, extast.KindTable,
	} {
		if n := got.count(kind.String()); n != 0 {
			t.Errorf("%d nodes of the kind %s", n, kind)
		}
	}
	checkComments(t, got)
}

func checkFrontMatter(t rapid.TB, front string) {
	var meta map[string]string
	err := yaml.Unmarshal([]byte(front), &meta)
	if err != nil || len(meta) != 3 || meta["status"] != "proposed" || meta["decision-makers"] != record.Deciders {
		t.Errorf("front matter %q: %v, %v", front, meta, err)
	}
}

// checkComments allows one block of HTML: the facts at the end.
func checkComments(t rapid.TB, got shape) {
	if n := got.count(ast.KindHTMLBlock.String()); n != 1 || len(got.links) != 0 {
		t.Errorf("%d blocks of HTML and the links %q, want the comment at the end and none", n, got.links)
	}
	for _, piece := range got.html {
		if piece != apart && piece != string(lineBreak) && !strings.HasPrefix(piece, "<!-- "+record.Schema) {
			t.Errorf("raw HTML: %q", piece)
		}
	}
}

// Whatever stands in a document, its record has the same shape as with an ordinary word in every place.
func TestADRKeepsItsShapeUnderHostileText(t *testing.T) {
	t.Parallel()
	samples := adrDocuments(t)[4:7] // needs at both ends, many open questions, delivery metrics
	rapid.Check(t, func(r *rapid.T) {
		sample := rapid.SampledFrom(samples).Draw(r, "sample")
		texts := nastyText().Filter(func(s string) bool { return folded(s) != "" })
		bad := rapid.OneOf(rapid.Just(attack), texts).Draw(r, "text")
		plain, hostile := reporttest.Reread(r, sample.doc), reporttest.Reread(r, sample.doc)
		fill(plain, "word")
		fill(hostile, bad)
		_, wantBody, _ := strings.Cut(strings.TrimPrefix(adrOf(r, plain), "---\n"), "\n---\n")
		_, gotBody, _ := strings.Cut(strings.TrimPrefix(adrOf(r, hostile), "---\n"), "\n---\n")
		want, got := outlineOf(t, []byte(wantBody)), outlineOf(t, []byte(gotBody))
		if diff := cmp.Diff(want.nodes, got.nodes); diff != "" {
			r.Fatalf("the shape differs (-want +got):\n%s", diff)
		}
		checkRecord(r, hostile)
	})
}

func TestADRHasOneForm(t *testing.T) {
	t.Parallel()
	doc := adrDocuments(t)[0].doc
	want := adrOf(t, doc)
	for _, options := range []Options{{Width: 40}, {Color: true}, {ASCII: true}} {
		var out bytes.Buffer
		if err := ADR(&out, doc, options); err != nil || out.String() != want {
			t.Errorf("%+v changes the record: %v", options, err)
		}
	}
	broken := errors.New("disk full")
	if err := ADR(brokenWriter{broken}, doc, Options{}); !errors.Is(err, broken) {
		t.Errorf("got %v, want %v", err, broken)
	}
}

func BenchmarkADR(b *testing.B) {
	doc := adrDocuments(b)[4].doc
	b.ReportAllocs()
	for b.Loop() {
		var out bytes.Buffer
		if err := ADR(&out, doc, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
