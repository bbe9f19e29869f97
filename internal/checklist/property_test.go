package checklist_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/checklist"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// genText returns texts that YAML would take for something else if they were not quoted. Each is told apart by its number.
func genText(marks ...string) *rapid.Generator[string] {
	word := rapid.SampledFrom(append(marks, "restore", "alerts", "null", "yes", "no", "a: b", "#5", "- x", "{y}", `"q"`, "it's", "50 %", "&a", "é", "日本語", "🚀", "!", "none"))
	return rapid.Custom(func(t *rapid.T) string {
		return fmt.Sprintf("T%d %s", rapid.IntRange(0, 1<<30).Draw(t, "number"), strings.Join(rapid.SliceOfN(word, 1, 40).Draw(t, "words"), " "))
	})
}

// genMarkdown returns a list and the texts in it.
func genMarkdown(t *rapid.T) (source string, texts []string) {
	line := rapid.SampledFrom([]string{"# %s", "## %s", "### %s?", "- [ ] %s", "- [x] %s", "  - [ ] %s", "  - %s", "    - [ ] %s", "- %s", "1. %s", "%s", "> %s", "", "  %s", "| %s |"})
	text := genText()
	rows := []string{"- [ ] first"}
	for range rapid.IntRange(0, 20).Draw(t, "lines") {
		form := line.Draw(t, "line")
		if strings.Contains(form, "%s") {
			texts = append(texts, text.Draw(t, "text"))
			form = fmt.Sprintf(form, texts[len(texts)-1])
		}
		rows = append(rows, form)
	}
	return strings.Join(rows, "\n") + "\n", texts
}

// genCSV returns a table and the texts in it.
func genCSV(t *rapid.T) (source string, texts []string) {
	text := genText("a, b", "\\", "*c*", "x\u202ey")
	heads := rapid.Permutation([]string{"Section", "Question", "Why", "Options", "Option", "Owner", "Remedy", "Critical", "Source", "ID", "Title"}).Draw(t, "heads")
	var b strings.Builder
	w := csv.NewWriter(&b)
	w.Comma = rapid.SampledFrom([]rune{',', ';', '\t'}).Draw(t, "comma")
	_ = w.Write(heads)
	for i := range rapid.IntRange(1, 8).Draw(t, "rows") {
		row := make([]string, len(heads))
		for j, head := range heads {
			if i > 0 && !rapid.Bool().Draw(t, "filled") && head != "Question" || head == "Critical" {
				continue
			}
			row[j] = text.Draw(t, "cell")
			texts = append(texts, row[j])
		}
		_ = w.Write(row)
	}
	w.Flush()
	return b.String(), texts
}

// genLens returns a lens and the texts in it.
func genLens(t *rapid.T) (source string, texts []string) {
	text := genText("\\", "*c*", "x\u202ey", "\x1b[2J")
	say := func() string {
		texts = append(texts, text.Draw(t, "text"))
		return texts[len(texts)-1]
	}
	link := func() map[string]any {
		return map[string]any{"displayText": say(), "url": "https://a.example", "more": say()}
	}
	var questions []any
	for range rapid.IntRange(1, 3).Draw(t, "questions") {
		var choices []any
		ids := []string{}
		for i := range rapid.IntRange(1, 5).Draw(t, "choices") {
			ids = append(ids, fmt.Sprintf("c_%d", i))
			choices = append(choices, map[string]any{
				"id": ids[i], "title": say(), "helpfulResource": link(), "improvementPlan": link(),
				"additionalResources": []any{map[string]any{"type": "IMPROVEMENT_PLAN", "content": []any{link()}}},
			})
		}
		rules := []any{
			map[string]any{"condition": genCondition(ids, 3).Draw(t, "condition").text, "risk": rapid.SampledFrom([]string{"NO_RISK", "HIGH_RISK"}).Draw(t, "risk")},
			map[string]any{"condition": "default", "risk": "MEDIUM_RISK"},
		}
		questions = append(questions, map[string]any{"title": say(), "description": say(), "helpfulResource": link(), "choices": choices, "riskRules": rules})
	}
	lens := map[string]any{"name": say(), "description": say(), "pillars": []any{map[string]any{"name": say(), "questions": questions, "x": say()}}, "y": say()}
	encoded, err := json.Marshal(lens)
	if err != nil {
		t.Fatal(err)
	}
	return string(encoded), texts
}

// condition is one of a lens with what it means: which sets of choices, as bits, it holds for.
type condition struct {
	text  string
	holds func(set int) bool
}

func genCondition(ids []string, depth int) *rapid.Generator[condition] {
	return rapid.Custom(func(t *rapid.T) condition {
		kind := 0
		if depth > 0 {
			kind = rapid.IntRange(0, 3).Draw(t, "kind")
		}
		inner := func() condition { return genCondition(ids, depth-1).Draw(t, "part") }
		switch kind {
		case 1:
			a, b := inner(), inner()
			return condition{"(" + a.text + ") && (" + b.text + ")", func(set int) bool { return a.holds(set) && b.holds(set) }}
		case 2:
			a, b := inner(), inner()
			return condition{a.text + " || " + b.text, func(set int) bool { return a.holds(set) || b.holds(set) }}
		case 3:
			a := inner()
			return condition{"!(" + a.text + ")", func(set int) bool { return !a.holds(set) }}
		}
		i := rapid.IntRange(0, len(ids)-1).Draw(t, "id")
		return condition{ids[i], func(set int) bool { return set>>i&1 == 1 }}
	})
}

// TestNoTextIsLost holds that every text of a source is in what is written, as a text or as a comment, that this loads, and that
// it is the same each time.
func TestNoTextIsLost(t *testing.T) {
	t.Parallel()
	for name, generate := range map[string]func(*rapid.T) (string, []string){"a.md": genMarkdown, "a.csv": genCSV, "a.json": genLens} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			rapid.Check(t, func(t *rapid.T) {
				source, texts := generate(t)
				list, found := read(name, []byte(source))
				if list == nil {
					t.Fatalf("%v\n%s", found, source)
				}
				written, _ := list.Write("imported", "")
				again, _ := read(name, []byte(source))
				if twice, _ := again.Write("imported", ""); !bytes.Equal(written, twice) {
					t.Fatalf("two imports differ:\n%s\n%s", written, twice)
				}
				all := said(t, written)
				for _, text := range texts {
					text = strings.Join(strings.Fields(text), " ")
					if !strings.Contains(all, text) && !strings.Contains(all, diag.Visible(text)) {
						t.Fatalf("%q is lost:\n%s\n%s", text, source, written)
					}
				}
				load(t, list)
			})
		})
	}
}

// said returns all texts and comments of a YAML file, each on one line.
func said(t rapid.TB, file []byte) string {
	root, found := yamltree.Parse("written.yaml", file)
	if root == nil {
		t.Fatalf("%v\n%s", found, file)
	}
	var parts, comments []string
	var walk func(n *yamltree.Node)
	walk = func(n *yamltree.Node) {
		parts = append(parts, strings.Join(strings.Fields(n.Text), " "))
		for _, entry := range n.Entries {
			walk(entry.Value)
		}
		for _, item := range n.Items {
			walk(item)
		}
	}
	walk(root)
	for line := range strings.Lines(string(file)) {
		if comment, found := strings.CutPrefix(strings.TrimSpace(line), "# "); found {
			comments = append(comments, comment)
		} else if _, comment, found := strings.Cut(line, "allow_na: true # "); found {
			comments = append(comments, strings.TrimSpace(comment))
		}
	}
	return strings.Join(parts, "\n") + "\n" + strings.Join(comments, " ")
}

// TestListsMatchTheirRules holds that the choices are a list just where the lens finds no risk with all of them alone.
func TestListsMatchTheirRules(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 6).Draw(t, "choices")
		var choices, ids []string
		for i := range n {
			choices = append(choices, fmt.Sprintf(`{"id": "c_%d", "title": "Choice %d"}`, i, i))
			ids = append(ids, fmt.Sprintf("c_%d", i))
		}
		full := 1<<n - 1
		all := condition{strings.Join(ids, " && "), func(set int) bool { return set == full }}
		none := rapid.OneOf(rapid.Just(all), genCondition(ids, 3)).Draw(t, "condition")
		source := fmt.Sprintf(`{"name": "L", "pillars": [{"name": "P", "questions": [{"title": "Q", "choices": [%s], "riskRules": [`+
			`{"condition": %q, "risk": "NO_RISK"}, {"condition": %q, "risk": "MEDIUM_RISK"}, {"condition": "default", "risk": "HIGH_RISK"}]}]}]}`,
			strings.Join(choices, ", "), none.text, genCondition(ids, 2).Draw(t, "medium").text)
		list, found := checklist.ReadLens("a.json", []byte(source))
		if list == nil {
			t.Fatal(found)
		}
		asksForAll := true
		for set := range full + 1 {
			asksForAll = asksForAll && none.holds(set) == (set == full)
		}
		if point := list.Sections[0].Points[0]; point.Many != asksForAll {
			t.Fatalf("%s: a list %t, all are asked for %t", none.text, point.Many, asksForAll)
		}
		load(t, list)
	})
}

// TestMuch holds that limits are told with their places, and that nothing is written then.
func TestMuch(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct{ source, want string }{
		"points.md":   {strings.Repeat("- [ ] a\n", 600), "points.md:500:1: more than 499 points; split the file [too-many-questions]"},
		"sections.md": {strings.Repeat("# a\n- [ ] b\n", 70), "sections.md:129:1: more than 64 sections; join sections, or split the file [too-many-axes]"},
		"options.md":  {"- [ ] a\n" + strings.Repeat("  - [ ] b\n", 60), `options.md:52:3: "a" has more than 50 options; make several points of it [too-many-options]`},
		"options.csv": {"question,options\na," + strings.Repeat("b|", 60) + "\n", `options.csv:2:3: "a" has more than 50 options; make several points of it [too-many-options]`},
		"large.md":    {strings.Repeat("- a\n", 1<<18+1), "large.md:1:1: the file is larger than 1 MiB (1048576 bytes); split the file or shorten its texts [too-large]"},
		"choices.json": {
			`{"name": "L", "pillars": [{"name": "P", "questions": [{"title": "Q", "choices": [` + strings.TrimSuffix(strings.Repeat(`{"id": "x", "title": "y"},`, 16), ",") + "]}]}]}",
			"",
		},
	} {
		list, found := read(name, []byte(test.source))
		if list != nil || len(found) == 0 || test.want != "" && found[0].String() != test.want {
			t.Errorf("%s: %v, want %s", name, found, test.want)
		}
	}
}

// TestHostile reads what would take long if anything were done once for each pair of parts.
func TestHostile(t *testing.T) {
	t.Parallel()
	much := func(part string) string { return strings.Repeat(part, 1<<17/len(part)) }
	for name, source := range map[string]string{
		"stars.md": "- [ ] " + much("*a "), "brackets.md": "- [ ] " + much("[a]("), "code.md": "- [ ] " + much("`a "), "notes.md": "- [ ] a\n" + much("\n  b\n"),
		"depth.md": much("- "), "tables.md": much("a|b\n"), "left.md": "- [ ] a\n" + much("> q\n\n"), "remedies.md": "- [ ] a\n" + much("\n  fix: b\n"),
		"quotes.csv": "question\n" + much("\""), "columns.csv": "question" + much(",a") + "\nx", "options.csv": "question,options\na," + much("x|"),
		"rows.csv":    "question,option,why\na,b,c\n" + much(",c,d\n"),
		"nested.json": `{"pillars":[{"name":"a","questions":[{"title":"q","choices":[{"id":"a","title":"b"}],"riskRules":[{"condition":"` + much("(") + `","risk":"NO_RISK"}]}]}]}`,
	} {
		if list, found := read(name, []byte(source)); (list == nil) != found.HasErrors() {
			t.Errorf("%s: a list %t, %v", name, list != nil, found)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, name := range samples(f) {
		text, err := os.ReadFile(filepath.Join(samplesFolder, name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(filepath.Ext(name), string(text))
	}
	f.Fuzz(func(t *testing.T, form, source string) {
		list, found := read("a"+form, []byte(source))
		if (list == nil) != found.HasErrors() {
			t.Fatalf("a list %t, errors %t", list != nil, found.HasErrors())
		}
		if list != nil {
			load(t, list)
		}
	})
}
