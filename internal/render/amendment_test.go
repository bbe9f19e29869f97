package render

import (
	"bytes"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark/ast"

	"github.com/opsfit/opsfit/internal/record"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

// amended holds the shop's answers against the record of the hospital, which has all to amend, or of the shop itself.
func amended(t testing.TB, recorded string) *record.Amendment {
	t.Helper()
	documents := adrDocuments(t)
	at := slices.IndexFunc(documents, func(n namedDocument) bool { return n.name == recorded })
	facts, found := record.Read("r.md", []byte(adrOf(t, documents[at].doc)))
	if facts == nil {
		t.Fatal(found)
	}
	later := reporttest.File(t, filepath.Join("..", "..", "testdata", "answers", "web-shop.yaml"))
	later.Date = "2027-03-01"
	return record.Amend(facts, later)
}

func TestAmendmentGolden(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"hospital", "web-shop", "hostile"} {
		amendment := amended(t, name)
		var section, wide, narrow bytes.Buffer
		if err := errors.Join(
			AmendmentADR(&section, amendment, Options{}), AmendmentText(&wide, amendment, Options{}),
			AmendmentText(&narrow, amendment, Options{Width: 40}),
		); err != nil {
			t.Fatal(err)
		}
		golden(t, "amendment/"+name+".md", section.Bytes())
		golden(t, "amendment/"+name+".80.txt", wide.Bytes())
		golden(t, "amendment/"+name+".40.txt", narrow.Bytes())
		checkLines(t, wide.String(), 80)
		checkLines(t, narrow.String(), 40)
	}
}

// TestAmendmentJoinsItsRecord adds a section to a record as a shell does, and expects Markdown that is still whole and
// facts that are the latest ones.
func TestAmendmentJoinsItsRecord(t *testing.T) {
	t.Parallel()
	documents := adrDocuments(t)
	amendment := amended(t, "hospital")
	var section bytes.Buffer
	if err := AmendmentADR(&section, amendment, Options{}); err != nil {
		t.Fatal(err)
	}
	kept := adrOf(t, documents[0].doc)
	_, before, _ := strings.Cut(strings.TrimPrefix(kept, "---\n"), "\n---\n")
	joined := before + section.String()
	alone, both := outlineOf(t, []byte(before)), outlineOf(t, []byte(joined))
	if diff := cmp.Diff(alone.nodes, both.nodes[:len(alone.nodes)]); diff != "" {
		t.Errorf("the record changes its shape (-alone +with the section):\n%s", diff)
	}
	if n := both.count(ast.KindHTMLBlock.String()); n != 2 {
		t.Errorf("%d comments, want 2", n)
	}
	facts, found := record.Read("r.md", []byte(kept+section.String()))
	if facts == nil || facts.Date != "2027-03-01" {
		t.Errorf("facts %+v, %v", facts, found)
	}
}
