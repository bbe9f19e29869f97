package pages_test

import (
	"io"
	"iter"
	"reflect"
	"strings"

	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/page/asciidoc"
	"github.com/opsfit/opsfit/internal/page/html"
	"github.com/opsfit/opsfit/internal/page/text"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

// checkPage holds what writers count on, whatever a page is about, and that each of them writes it.
func checkPage(t rapid.TB, p page.Page) {
	t.Helper()
	checkParts(t, p)
	textOf(t, p)
	written(t, func(w io.Writer) error { return text.Write(w, p, text.Options{Width: 40, ASCII: true}) })
	screenOf(t, p, text.Options{Width: 40, Rows: 15})
	markdownOf(t, p)
	written(t, func(w io.Writer) error { return html.Write(w, p) })
	written(t, func(w io.Writer) error { return asciidoc.Write(w, p) })
}

// checkParts holds that everything has a name of its own, and each row as many cells as it must have.
func checkParts(t rapid.TB, p page.Page) {
	t.Helper()
	seen := map[string]bool{}
	unique := func(kind, name string) {
		if key := kind + " " + name; name == "" || seen[key] {
			t.Errorf("the %s %q is empty or there twice", kind, name)
		} else {
			seen[key] = true
		}
	}
	for _, section := range p.Ordered() {
		unique("section", section.ID)
	}
	for block := range p.Blocks() {
		switch b := block.(type) {
		case page.Table:
			unique("caption", b.Caption)
			checkTable(t, &b)
		case page.Chart:
			unique("chart", b.ID)
			checkTable(t, b.Behind)
			for _, row := range b.Rows {
				if len(row.Figures) != len(b.Heads) || len(b.Heads) > 3 {
					t.Errorf("%s: %d figures for %d heads", b.ID, len(row.Figures), len(b.Heads))
				}
			}
		case page.History:
			unique("chart", b.ID)
			checkTable(t, b.Behind)
		case page.Course:
			unique("chart", b.ID)
			checkTable(t, b.Behind)
			checkCourse(t, &b)
		case page.Matrix:
			unique("chart", b.ID)
			table := b.Table()
			checkTable(t, &table)
		case page.Plot:
			unique("chart", b.ID)
			checkTable(t, b.Behind)
		}
	}
}

// checkCourse holds that every series and every line below the axis has one entry for each moment.
func checkCourse(t rapid.TB, course *page.Course) {
	t.Helper()
	for _, below := range course.Below {
		if len(below.Texts) != len(course.Moments) {
			t.Errorf("%s: %d texts of %q for %d moments", course.ID, len(below.Texts), below.Head, len(course.Moments))
		}
	}
	for _, panel := range course.Panels {
		for _, series := range panel.Series {
			if len(series.Values) != len(course.Moments) {
				t.Errorf("%s: %d values of %q for %d moments", course.ID, len(series.Values), series.Name, len(course.Moments))
			}
		}
	}
}

func checkTable(t rapid.TB, table *page.Table) {
	t.Helper()
	if table == nil {
		return
	}
	for row := range table.Rows {
		if len(row) != len(table.Columns) {
			t.Errorf("%s: a row of %d cells in a table of %d columns", table.Caption, len(row), len(table.Columns))
		}
	}
}

// checkSetApart fails where a page holds Hebrew that is not marked as the words of a person or a file.
func checkSetApart(t rapid.TB, p page.Page) {
	t.Helper()
	found := 0
	eachString(reflect.ValueOf(p), func(text string) {
		for part, said := range page.Spans(text) {
			if page.RightToLeft(part) {
				found++
				if !said {
					t.Errorf("%q is not set apart in %q", part, text)
				}
			}
		}
	})
	if found == 0 {
		t.Error("no word of a person got into the page")
	}
}

// eachString visits every text of a page but those that are Said as a whole, and those that only programs read.
func eachString(value reflect.Value, visit func(string)) {
	switch value.Kind() {
	case reflect.String:
		if value.Type() != reflect.TypeFor[page.Said]() && value.Type() != reflect.TypeFor[page.Hidden]() {
			visit(value.String())
		}
	case reflect.Pointer, reflect.Interface:
		if !value.IsNil() {
			eachString(value.Elem(), visit)
		}
	case reflect.Struct:
		for _, field := range value.Fields() {
			eachString(field, visit)
		}
	case reflect.Slice, reflect.Array:
		for i := range value.Len() {
			eachString(value.Index(i), visit)
		}
	case reflect.Func:
		if rows, ok := reflect.TypeAssert[iter.Seq[[]string]](value); ok && rows != nil {
			for row := range rows {
				for _, cell := range row {
					visit(cell)
				}
			}
		}
	default:
	}
}

// sayEverywhere puts one text into every text of a result that a person or a questionnaire words. What programs choose from a
// list stays, since it decides what is shown.
func sayEverywhere(doc *report.Document, words string) {
	reporttest.EachText(reflect.ValueOf(doc), func(path string, text reflect.Value) {
		field, _, _ := strings.Cut(path[strings.LastIndex(path, ".")+1:], "[")
		switch field {
		case "Schema", "Kind", "Digest", "Date", "Status", "Measures", "Axis", "Band", "Word", "Advice", "Direction", "Confidence",
			"Severity", "Tier", "Quadrant", "Option", "Until", "Reviewed",
			"LowBand", "HighBand", "Between", "Practice", "Situation": // The last two are the bands of tips.
			return
		}
		if text.String() != "" {
			text.SetString(words)
		}
	})
}
