package form_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/form"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// readByHand are sheets in the forms that people write. All of them must be read, and as opsfit does.
func readByHand() map[string]string {
	return map[string]string{
		"plain":        "questionnaire: full\nanswers:\n  integration: weeks\n",
		"no indent":    "answers:\n  integration:\n    option: weeks\n    note: trunk # later\n",
		"windows":      "questionnaire: full\r\nanswers:\r\n  integration: weeks\r\n",
		"mark":         "\ufeffanswers: {}\n",
		"document":     "# sheet\n---\nanswers:\n  integration: weeks\n",
		"flow":         "answers: {integration: {option: weeks, note: \"a, b: c\"}, batch_size: dont_know}\n",
		"flow lines":   "answers:\n  integration: {option: weeks,\n    note: 'it''s so',  # why\n    evidence: https://example.org/a/b=c#d}\n",
		"list":         "depends_on:\n- billing\n- \"mail: out\"\nanswers:\n",
		"list inside":  "depends_on:\n  - billing\n  - mail\nanswers:\n  integration: [weeks, days,]\n",
		"maps in list": "exempt:\n  - warning: a\n    reason: b\n  -\n    warning: c\n    reason: d\n  - {warning: e, reason: f}\nanswers:\n",
		"literal":      "answers:\n  integration:\n    option: weeks\n    note: |\n      first: line\n\n      # third\n    evidence: |-\n      kept\n",
		"folded":       "answers:\n  integration:\n    note: >\n      one\n      two\n\n      three\n    option: weeks\n",
		"wrapped":      "answers:\n  integration: {option: weeks, note: \"one\n      two\n\n      three\"}\n",
		"quotes":       "answers:\n  'integration': \"weeks\"\n  \"batch_size\":  'dont_know'   \n",
		"escapes":      `answers: {a: "\t\n\"\\\x41\u00e9\U0001f600\e\0\a\b\v\f\r\N\_\L\P\ "}` + "\n",
		"escaped end":  "answers: {a: \"b\\ \n  c\"}\n",
		"nulls":        "subject:\nteam: ~\ndate: null\nanswers:\n  a: Null\n  b:\n  c: ''\n",
		"marks inside": "answers:\n  a: x#y\n  b: http://x\n  c: it's \"so\"\n  d: a - b\n  e: 50% & more!\n",
		"numbers":      "questionnaire_version: 8.20\ndate: 2026-10-01\nanswers:\n  a: 007\n  b: -1\n  c: 1e3\n  d: .5\n",
		"right side":   "answers:\n  a: שלום\n  b: \"日本\"\n  日本: x\n",
		"comments":     "# a\n\nanswers:   # b\n  # c\n\n  a: b\n    # d\n  c: d\n# e\n",
		"no line end":  "answers:\n  a: b",
		"json":         `{"answers": {"a": "\ud83d\ude00\/", "b": {"option":"x","note":null}, "c": [1, true, 2.50]}}`,
		"json lines":   "{\n\t\"answers\": {\n\t\t\"a\": \"b\"\n\t}\n}\n",
		"json halves":  `{"answers": {"a": "\ud83d"}}`,
	}
}

// refusedByHand are texts that the page does not read: opsfit refuses them too, or reads more than the page is sure of.
func refusedByHand() map[string]string {
	return map[string]string{
		"empty": "", "blank": " \n", "comment": "# a\n", "text": "hello\n", "list": "- a\n", "anchor": "a: &x b\n", "alias": "a: *x\n",
		"tag": "a: !!str b\n", "merge": "<<: {a: b}\n", "two documents": "a: b\n---\nc: d\n", "end": "a: b\n...\n", "directive": "%YAML 1.2\n---\na: b\n",
		"twice": "a: b\na: c\n", "twice in flow": "{a: b, a: c}\n", "tab": "a:\n\tb: c\n", "tab before": "a:\tb\n", "plain lines": "a: b\n  c\n",
		"text below": "a:\n  b\n", "colon": "a: b: c\n", "open": "a: [b\n", "open quote": "a: \"b\n", "bad escape": `a: "\q"` + "\n",
		"surrogate": `a: "\ud83d\ude00"` + "\n", "complex": "? a\n: b\n", "no colon": "a\nb: c\n", "dedent": "a:\n    b: c\n  d: e\n",
		"after quote": "a: \"b\" c\n", "flow key": "{a: b}: c\n", "json two": `{"a": 1} {"b": 2}`,
		"deep":        "a: " + strings.Repeat("[", 100) + strings.Repeat("]", 100) + "\n",
		"tab in text": "a: |\n  b\n\t\n  c\n", "tab in list": "a:\n- b\n-\t \"c: d\"\n", "tab and flow": "a:\t {b: c}\n",
		"joined mark": "---#\na: b\n", "indicator": "a: @b\n", "percent": "a: %b\n", "comment in text": "a: b\n# c\n  d\n", "flow at margin": "a: {b: c,\nd: e}\n",
	}
}

// checkTrees compares the two parsers: what the page reads, opsfit reads as the same; what opsfit refuses, the page refuses. The texts
// are those above, the sheets of the tests, and these with marks put in, doubled or left out.
func checkTrees(t *testing.T, c chromium) {
	w := c.openForm(t, manyQuestionnaire(t), form.Prefilled{})
	var texts []string
	for name, text := range readByHand() {
		texts = append(texts, text)
		if got := w.trees(text)[0]; got == "" {
			t.Errorf("%s: the page does not read\n%s", name, text)
		}
	}
	for name, text := range refusedByHand() {
		if got := w.trees(text)[0]; got != "" {
			t.Errorf("%s: the page reads\n%s\nas %s", name, text, got)
		}
	}
	random := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // the same texts in every run
	seeds := append(sheetTexts(t), texts...)
	for range 40 {
		texts = nil
		for range 250 {
			texts = append(texts, mutate(random, seeds[random.IntN(len(seeds))]))
		}
		w.compareTrees(texts)
	}
	w.compareTrees(append(seeds, sheetTexts(t)...))
}

func (w *window) compareTrees(texts []string) {
	w.t.Helper()
	for i, got := range w.trees(texts...) {
		root, found := yamltree.Parse("", []byte(texts[i]))
		if got == "" {
			continue
		}
		if root == nil {
			w.t.Errorf("the page reads what opsfit refuses: %v\n%s\nas %s", found, texts[i], got)
		} else if diff := cmp.Diff(treeText(root), got); diff != "" {
			w.t.Errorf("the page reads this otherwise (-opsfit +page):\n%s\n%s", diff, texts[i])
		}
	}
}

// trees are the trees that the page reads, in one line each; "" for a text that it refuses.
func (w *window) trees(texts ...string) []string {
	w.t.Helper()
	var trees []string
	w.Run(&trees, `(() => {
		const show = (node) => ({
			map: () => "{" + node.entries.map(({key, value}) => JSON.stringify(key) + ": " + show(value)).join(", ") + "}",
			list: () => "[" + node.items.map(show).join(", ") + "]",
			text: () => (node.quoted ? "'" : "") + JSON.stringify(node.text),
			null: () => "null(" + node.text + ")",
		})[node.kind]();
		return §.map((text) => {
			try {
				return show(parseTree(decodeFile(new TextEncoder().encode(text)), false));
			} catch (fault) {
				if (fault instanceof Refused) return "";
				throw fault;
			}
		});
	})()`, texts)
	return trees
}

// treeText is a tree in the form of trees.
func treeText(n *yamltree.Node) string {
	var parts []string
	switch n.Kind {
	case yamltree.Mapping:
		for _, entry := range n.Entries {
			parts = append(parts, jsText(entry.Key)+": "+treeText(entry.Value))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case yamltree.Sequence:
		for _, item := range n.Items {
			parts = append(parts, treeText(item))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case yamltree.Null:
		return "null(" + n.Text + ")"
	case yamltree.Scalar:
	}
	if n.Quoted {
		return "'" + jsText(n.Text)
	}
	return jsText(n.Text)
}

// mutate puts a mark into a text, or takes a part out of it, up to three times.
func mutate(random *rand.Rand, text string) string {
	marks := []string{
		":", ": ", " ", "  ", "\n", "\n  ", "\n    ", "-", "- ", "#", " #", "{", "}", "[", "]", ",", "\"", "'", "''", "\\", "|", ">", "|\n", "&", "*", "!", "?", "? ",
		"%", "@", "`", "~", "null", "\t", "---\n", "...", "a: b\n", "x", "\\u00e9", "\\ud83d", "<<", "日", "\r\n", "\n\n", ".", "/", "=",
	}
	runes := []rune(text)
	if len(runes) > 400 { // the head and a few answers are enough
		from := random.IntN(len(runes) - 300)
		runes = append(append([]rune{}, []rune("answers:\n")...), runes[from:from+300]...)
	}
	for range 1 + random.IntN(3) {
		at := random.IntN(len(runes) + 1)
		if random.IntN(3) == 0 {
			runes = append(append([]rune{}, runes[:at]...), runes[min(at+1+random.IntN(3), len(runes)):]...)
			continue
		}
		mark := []rune(marks[random.IntN(len(marks))])
		runes = append(append(append([]rune{}, runes[:at]...), mark...), runes[at:]...)
	}
	return string(runes)
}

// sheetTexts are the answers files of the tests of this program.
func sheetTexts(t *testing.T) []string {
	t.Helper()
	var texts []string
	for _, pattern := range []string{"../../testdata/answers/*.yaml", "../../testdata/answers/*.json", "../../testdata/team/*.yaml"} {
		names, err := filepath.Glob(pattern)
		if err != nil || len(names) == 0 {
			t.Fatalf("%s: no file, %v", pattern, err)
		}
		for _, name := range names {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			texts = append(texts, string(text))
		}
	}
	for _, name := range questionnairetest.Sheets(t) {
		texts = append(texts, questionnairetest.Sheet(t, name))
	}
	return texts
}

// checkReadSheets opens every answers file of the tests: what the page reads, and would save, is what opsfit reads.
func checkReadSheets(t *testing.T, c chromium) {
	windows := map[string]*window{}
	for _, text := range append(sheetTexts(t), faultySheets()...) {
		file, _ := answers.Parse("a", []byte(text))
		if file == nil {
			continue
		}
		q := questionnairetest.Named(t, file.Questionnaire)
		w := windows[q.ID]
		if w == nil {
			w = c.openForm(t, q, form.Prefilled{})
			windows[q.ID] = w
		}
		w.compareSheet(q, text)
	}
}

// compareSheet compares what the page would save after opening a file with what opsfit writes for it.
func (w *window) compareSheet(q *questionnaire.Questionnaire, text string) {
	w.t.Helper()
	file, _ := answers.Parse("a", []byte(text))
	sheet, found := file.Check(q)
	got := w.Text(`(() => {
		try {
			return writeSheet(page.form, readSheet(page.form, §, false).sheet);
		} catch (fault) {
			if (fault instanceof Faults || fault instanceof Refused) return "";
			throw fault;
		}
	})()`, text)
	want := ""
	if sheet != nil {
		sheet.QuestionnaireVersion = q.Version
		want = string(answers.Write(q, sheet))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		w.t.Errorf("%s: the page reads (-opsfit +page):\n%s\n%v\nof\n%s", q.ID, diff, found, text)
	}
}

// faultySheets are sheets with one fault each, and some without.
func faultySheets() []string {
	var texts []string
	for _, answer := range []string{
		"alerts: [errors, late]", "alerts: errors", "alerts: {option: errors}", "alerts: {options: [errors], unknown: late}", "alerts: []",
		"alerts: {options: [], not_applicable: {late: \"no\"}}", "alerts: {not_applicable: {late: true}}", "alerts: none", "alerts: [none]",
	} {
		texts = append(texts, "questionnaire: frozen_launch\nanswers:\n  "+answer+"\n")
	}
	for _, answer := range []string{
		"integration: yes", "integration: [weeks]", "integration: {option: weeks, not_applicable: x}", "integration: {not_applicable: true}",
		"integration: {not_applicable: \"true\"}", "integration: {note: x}", "integration: {option: }", "integration: {option: [weeks]}",
		"integration: {options: [weeks]}", "integration: {option: weeks, reviewed: 2026-02-30}", "integration: {option: weeks, source: what_if}",
		"integration: {option: weeks, source: evidence}", "integration: {}", "integration: {option: skipped}", "integration: not_applicable",
		"restore_test: not_applicable", "nothing: weeks", "integration: ~", "integration: {option: dont_know, note: x}", "constructor: x",
	} {
		texts = append(texts, "questionnaire: full\nanswers:\n  "+answer+"\n")
	}
	for _, head := range []string{
		"subject: [a]", "respondent: Ada", "respondent: {name: Ada, age: 7}", "respondent:", "date: 2026-13-01", "date: 0000-01-01", "date: today", "depends_on: billing",
		"depends_on: [a, [b]]", "depends_on: {a: b}", "color: red", "exempt: x", "exempt: [{warning: nothing, reason: x}]", "questionnaire_version: 1.0.0",
		"exempt: [{warning: untested_and_critical, reason: \" \"}]", "exempt: [{warning: untested_and_critical}]", "exempt: [~]", "exempt: []",
		"exempt: [{warning: untested_and_critical, reason: spare parts arrive in spring, until: 2027-01-01, approved_by: Grace}]",
	} {
		texts = append(texts, "questionnaire: full\n"+head+"\nanswers: {integration: weeks}\n")
	}
	return append(texts, "questionnaire: full\n", "questionnaire: full\nanswers: []\n", "questionnaire: full\nanswers: x\n")
}
