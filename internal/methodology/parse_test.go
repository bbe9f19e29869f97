package methodology

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParse(t *testing.T) {
	t.Parallel()
	const text = `# About {{what}}

A lead
in two lines.

## First {#first}

A paragraph.

- a point
  in two lines
- another

### Formulas

- Gap: ` + "`G = |N| * {{edge}}`" + `
  N is a number.
- Nothing: ` + "`0`" + `

### Judged values

| Name | Value |
|---|---|
| edge | {{edge}} \| more |

### Made

{{table made}}

### Example

An example.

{{steps worked}}

### Why so

- because
`
	doc := &Document{}
	p := &parser{
		doc: doc, values: map[string]string{"what": "tests", "edge": "0.2"},
		tables: map[string]func() Table{"made": func() Table { return Table{Rows: [][]string{{"made"}}} }},
		steps:  map[string]func() []Step{"worked": func() []Step { return []Step{{"one", "1 + 0", "1"}} }},
	}
	if err := p.parse(text); err != nil {
		t.Fatal(err)
	}
	want := &Document{Title: "About tests", Lead: []string{"A lead in two lines."}, Sections: []Section{{
		ID: "first", Title: "First", Text: []string{"A paragraph."}, Points: []string{"a point in two lines", "another"},
		Formulas: []Formula{{"Gap", "G = |N| * 0.2", "N is a number."}, {Name: "Nothing", Formula: "0"}},
		Tables: []Table{
			{Title: "Judged values", Judged: true, Columns: []Column{{Title: "Name"}, {Title: "Value"}}, Rows: [][]string{{"edge", "0.2 | more"}}},
			{Title: "Made", Rows: [][]string{{"made"}}},
		},
		Examples: []Example{{Text: "An example.", Steps: []Step{{"one", "1 + 0", "1"}}}},
		Reasons:  []string{"because"},
	}}}
	if diff := cmp.Diff(want, doc); diff != "" {
		t.Errorf("document (-want +got):\n%s", diff)
	}
}

func TestParseNamesFaults(t *testing.T) {
	t.Parallel()
	const section = "## S {#s}\n\n"
	for text, want := range map[string]string{
		"## No id":                                `the section "No id" has no id`,
		section + "So {{what}}.":                  `there is no value "what"`,
		section + "### T\n\n{{table t}}":          `the program makes no "t"`,
		section + "### Example\n\n{{steps t}}":    `the program makes no "t"`,
		section + "### T\n\nA text.":              `"A text." cannot stand under "T"`,
		section + "### T\n\n- an item":            `the list "an item" cannot stand under "T"`,
		section + "### Formulas\n\n- G = 1":       `"G = 1" is not a formula with a name`,
		section + "### T\n\n|A|B|\n|---|---|\n|a": `the row "|a" has not as many cells as the head`,
	} {
		err := (&parser{doc: &Document{}}).parse(text)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("parsing %q gives %v, want %s", text, err, want)
		}
	}
}

// TestNothingIsMadeInVain holds that the text uses every table and every example that the program makes.
func TestNothingIsMadeInVain(t *testing.T) {
	t.Parallel()
	b := &builder{}
	for name := range b.tables() {
		if !strings.Contains(source, "\n{{table "+name+"}}\n") {
			t.Errorf("no section shows the table %q", name)
		}
	}
	for name := range b.steps() {
		if !strings.Contains(source, "\n{{steps "+name+"}}\n") {
			t.Errorf("no section shows the steps %q", name)
		}
	}
}
