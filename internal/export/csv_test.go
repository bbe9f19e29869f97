package export_test

import (
	"bytes"
	"encoding/csv"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/export"
	"github.com/opsfit/opsfit/internal/portfolio"
	"github.com/opsfit/opsfit/internal/report"
)

// tables are the formats for spreadsheets, of a document with anything in its texts.
func tables(t rapid.TB, doc *report.Document) map[string]string {
	t.Helper()
	var services bytes.Buffer
	service := portfolio.ServiceOf(string(doc.Subject), doc)
	writer := export.PortfolioCSV(&services, portfolio.Header{})
	if err := writer.Write(&service); err != nil {
		t.Fatal(err)
	}
	return map[string]string{"assessment": writtenBy(t, export.AssessmentCSV, doc), "portfolio": services.String()}
}

// row is a line of cells: texts in quotes and numbers without, or nothing.
var row = regexp.MustCompile(`^(?:(?:"(?:[^"\r\n]|"")*"|-?[0-9][0-9.e+-]*|)(?:,|$))+$`)

// TestTablesAreQuoted holds the form of RFC 4180 with every text in quotes and every number bare.
func TestTablesAreQuoted(t *testing.T) {
	t.Parallel()
	all := documents(t)
	rapid.Check(t, func(t *rapid.T) {
		for name, table := range tables(t, anyDocument(t, all)) {
			if !strings.HasSuffix(table, "\r\n") {
				t.Fatalf("%s ends with %q", name, table[max(0, len(table)-20):])
			}
			for line := range strings.SplitSeq(strings.TrimSuffix(table, "\r\n"), "\r\n") {
				if !row.MatchString(line) {
					t.Fatalf("%s has the line %q", name, line)
				}
			}
		}
	})
}

// TestNoSeparatorBeginsAFormula reads tables as spreadsheets that are set to another separator do, with and without regard to
// quotes: no cell that is not a number begins with a sign of a formula, also behind blanks and quotes.
func TestNoSeparatorBeginsAFormula(t *testing.T) {
	t.Parallel()
	all := documents(t)
	all["cells"] = clone(t, all["judged"])
	for i, text := range []string{"=1", " -1+1", "a;=1", "a;\t@b", `a;"=1"`, "a|=1", "x; ＝1", "ok;-5 degrees", "\r=1", "| =1", "a\n=1", "007"} {
		all["cells"].Answers[i%len(all["cells"].Answers)].Note += report.Text(text)
		all["cells"].Subject += report.Text(text)
	}
	check := func(t rapid.TB, doc *report.Document) {
		for name, table := range tables(t, doc) {
			for _, separator := range ",;\t|" {
				reader := csv.NewReader(strings.NewReader(table))
				reader.Comma, reader.LazyQuotes, reader.FieldsPerRecord = separator, true, -1
				rows, err := reader.ReadAll()
				if err != nil {
					t.Fatal(err)
				}
				checkCells(t, name, slices.Concat(rows...))
			}
			for _, separator := range ";\t|" {
				for line := range strings.Lines(table) {
					checkCells(t, name, strings.Split(line, string(separator)))
				}
			}
		}
	}
	for _, doc := range all {
		check(t, doc)
	}
	rapid.Check(t, func(t *rapid.T) { check(t, anyDocument(t, all)) })
}

var number = regexp.MustCompile(`^-?[0-9][0-9.e+-]*(,|$)`)

func checkCells(t rapid.TB, name string, cells []string) {
	t.Helper()
	for _, cell := range cells {
		begins := strings.TrimLeft(cell, " \t\r\n\u00a0\u2003\u3000\"")
		if begins != "" && strings.ContainsAny(begins[:1], "=+-@|%\t\r") && !number.MatchString(begins) ||
			slices.ContainsFunc([]string{"＝", "＋", "－", "＠"}, func(sign string) bool { return strings.HasPrefix(begins, sign) }) {
			t.Fatalf("%s: the cell %q begins a formula", name, cell)
		}
	}
}

// TestTablesGiveTextsBack holds that reading a cell gives the text that a person wrote, when no spreadsheet would run it.
func TestTablesGiveTextsBack(t *testing.T) {
	t.Parallel()
	doc := sample(t, "typical")
	for i, text := range []string{"007", "2026-10-01", `say "yes"`, "a, b", "1,5", "0x10", "TRUE", "'quoted'", "a - b = c", "ä 漢"} {
		doc.Answers[i%len(doc.Answers)].Evidence = report.Text(text)
		table := writtenBy(t, export.AssessmentCSV, doc)
		rows, err := csv.NewReader(strings.NewReader(table)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		id, evidence, kind := slices.Index(rows[0], "id"), slices.Index(rows[0], "evidence"), slices.Index(rows[0], "kind")
		at := slices.IndexFunc(rows, func(r []string) bool {
			return r[kind] == "answer" && r[id] == doc.Answers[i%len(doc.Answers)].Question
		})
		if at < 0 || rows[at][evidence] != text {
			t.Errorf("%q comes back as %q", text, rows[max(at, 0)][evidence])
		}
	}
}

// TestMark holds that a table is the same behind the mark.
func TestMark(t *testing.T) {
	t.Parallel()
	doc := sample(t, "typical")
	if got, want := writtenBy(t, export.AssessmentMarkedCSV, doc), "\ufeff"+writtenBy(t, export.AssessmentCSV, doc); got != want {
		t.Errorf("an assessment begins with %q", got[:20])
	}
	var plain, marked bytes.Buffer
	for w, begin := range map[*bytes.Buffer]func(w *bytes.Buffer) export.ServiceWriter{
		&plain:  func(w *bytes.Buffer) export.ServiceWriter { return export.PortfolioCSV(w, portfolio.Header{}) },
		&marked: func(w *bytes.Buffer) export.ServiceWriter { return export.PortfolioMarkedCSV(w, portfolio.Header{}) },
	} {
		if err := begin(w).End(nil); err != nil {
			t.Fatal(err)
		}
	}
	if marked.String() != "\ufeff"+plain.String() {
		t.Errorf("a portfolio begins with %q", marked.String()[:20])
	}
}
