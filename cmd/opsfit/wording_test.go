package main_test

import (
	"go/ast"
	"go/token"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// These tests hold the words of every text that people see: what the program says in Go, in its questionnaires, catalogues,
// sentences, lint rules and methodology, and what golden files show of it.

// wording is a way to say something that the program does not use.
type wording struct {
	pattern *regexp.Regexp
	// instead is what to write, because says why.
	instead, because string
	// but are phrases with another meaning, in lower case.
	but []string
}

// refusedWordings lists them. Patterns match lower case.
func refusedWordings() []wording {
	one := "one word for one thing, the one that people say"
	plain := "short, spoken English, also for readers who learned it late"
	return []wording{
		{re(`\bways? back\b`), "rollback", one, nil},
		{re(`\bduty\b`), "on call", one, nil},
		{re(`\b(builders?|runners?)\b`), "developers and operators", one, []string{"(builders)", "builders +1"}},
		{re(`\b(anew|afresh)\b`), "again, or start over", one, nil},
		{re(`\bset(s|ting)? ((it|them|the [a-z ]+) )?aside\b`), "keep", one, nil},
		{re(`\b(go|goes|went) on\b`), "continue", one, []string{"go on call", "goes on call"}},
		{re(`\b(leave|left|leaving) (the interview|without saving|before (its|the) end)\b`), "quit", one, nil},
		{re(`\bthe word would change|changes? the word\b`), "label", one, nil},
		{re(`\bmend(s|ed|ing)?\b`), "fix", one, nil},
		{valuesOfScales(), "out of", "a scale is not a count", nil},
		{re(`\b(is|are) ill\b`), "off sick", one, nil},
		{re(`\bboth alike|\bcount(s|ed|ing)? alike\b`), "equally", plain, nil},
		{re(`\b(is|are|was|be) no [a-z]`), "is not a", plain, []string{"there is no", "there are no", "there was no", "there may be no", "there can be no", "is no longer", "are no longer", "is no more", "was no longer"}},
		{re(`\b(hold|holds|held) [a-z ]*against\b`), "compare with, or check against", plain, nil},
		{re(`\brather (for|than the)\b`), "leans towards", plain, nil},
		{re(`\bblanks\b`), "spaces", plain, nil},
		{re(`\bparted by\b|\bpart them\b`), "separated by", plain, nil},
		{re(`\bwhat lacks\b`), "what is missing", plain, nil},
		{re(`\bfirmly\b`), "very much", plain, nil},
		{re(`\bwithout their say\b`), "are not counted", "no sentence explains the program to itself", nil},
		{re(`\bbought safety\b|\b(needs?|without) a net\b`), "safety net", "no pictures of our own", nil},
		{re(`\bback(s)? an earlier one|takes? (a|an earlier) [a-z]+ back\b`), "revert", "the word of the field", nil},
		{re(`\b(was|were) seen to be\b`), "was found", plain, nil},
		{re(`\bx\.y\.0\b`), "minor version", "the word of the field", nil},
		{re(`\bspeaks? (of|to)\b|\bspeaks? [a-z]+ (for|against)\b`), "is about, or points to", "no pictures of our own", nil},
		{re(`\bit were\b`), "was", "grammar", nil},
		{re(`\bof (days|weeks|months) each\b|\b[0-9]+ of (days|weeks|months)\b`), "a few days each", "grammar", nil},
		{re(`\b(obviously|of course|simply|unfortunately|sadly|luckily)\b`), "nothing", "no praise, no blame, no drama", nil},
	}
}

func re(pattern string) *regexp.Regexp { return regexp.MustCompile(pattern) }

// valuesOfScales finds a value that stands on a scale: one with decimals, one that the program or a template fills in, any on the scale
// of fits, and one behind a word for what is measured. Others are counts, such as "question 2 of 4" and "2 of 5 services".
func valuesOfScales() *regexp.Regexp {
	const scale = ` of (1|4|5|10|100)( \||[.,;:)"]|$)`
	return re(`([0-9]\.[0-9]+|%[a-z]|\})` + scale + `|[0-9] of 100( \||[.,;:)"]|$)` +
		`|\b(level|((readiness|fit|score|stability|recovery|floor|tension|consensus)( is| was| at| has| of|:)( at least)?)) [0-9]+` + scale)
}

// TestValuesOfScales holds what the rule about scales takes for a value, and what for a count.
func TestValuesOfScales(t *testing.T) {
	t.Parallel()
	for text, is := range map[string]bool{
		"readiness is 2.2 of 4.":            true,
		"| consensus | 0.54 of 1 |":         true,
		"they fit 82 of 100.":               true,
		"an answer has {{level}} of 4, and": true,
		"delivery is at %s of 10":           true,
		"readiness: 2 of 4":                 true,
		"at level 2 of 4, which":            true,
		"stability has 3 of 4; it":          true,
		"the floor is at least 3 of 4.":     true,
		"readiness is 2.2 out of 4.":        false,
		"recovery 4 of 5, about 1 min left": false,
		"question 1 of 4. recovery.":        false,
		"people 3 of 4, about 1 min left":   false,
		"not ready (2 of 5)":                false,
		"2 of 5 services are not ready":     false,
		"the levels of 4 services":          false,
	} {
		if valuesOfScales().MatchString(text) != is {
			t.Errorf("%q: taken for a value on a scale: %v", text, !is)
		}
	}
}

// quotedSources are phrases of others, which keep their words.
func quotedSources() []string {
	return []string{"security and compliance as a sysops duty"}
}

// refuse reports each refused wording of a text.
func refuse(t *testing.T, place, text string) {
	t.Helper()
	text = strings.ToLower(strings.Join(strings.Fields(text), " "))
	for _, quoted := range quotedSources() {
		text = strings.ReplaceAll(text, quoted, "")
	}
	for _, w := range refusedWordings() {
		left := text
		for _, phrase := range w.but {
			left = strings.ReplaceAll(left, phrase, "")
		}
		if at := w.pattern.FindStringIndex(left); at != nil {
			t.Errorf("%s: %q: write %q, because: %s", place, left[max(at[0]-40, 0):min(at[1]+40, len(left))], w.instead, w.because)
		}
	}
}

// TestWordsOfTheProgram reads every string of the program that has blanks in it: messages, help, sentences of pages.
func TestWordsOfTheProgram(t *testing.T) {
	if testing.Short() {
		t.Skip("reads every text, and starts nothing")
	}
	t.Parallel()
	for _, f := range sources(t) {
		if f.test || slices.Contains(testPackages(), f.pkg) {
			continue
		}
		ast.Inspect(f.ast, func(n ast.Node) bool {
			if literal, ok := n.(*ast.BasicLit); ok && literal.Kind == token.STRING {
				if text, err := strconv.Unquote(literal.Value); err == nil && strings.Contains(strings.TrimSpace(text), " ") {
					refuse(t, f.at(n), text)
				}
			}
			return true
		})
	}
}

// testPackages show nothing to anybody.
func testPackages() []string {
	return []string{
		"internal/questionnaire/questionnairetest", "internal/report/reporttest", "internal/page/pagetest",
		"internal/comparison/comparisontest", "internal/team/teamtest", "internal/portfolio/portfoliotest", "internal/testarchive",
	}
}

// TestWordsOfData reads the texts of YAML files: values that have blanks in them, so no ids and no keys.
func TestWordsOfData(t *testing.T) {
	t.Parallel()
	for _, pattern := range []string{
		"questionnaires/*.yaml", "internal/questionnaire/starter*.yaml", "internal/methodology/example*.yaml", "internal/lint/rules.yaml",
		"internal/evidence/signals.json", "internal/form/assets/words.json",
	} {
		files, err := filepath.Glob(filepath.Join(root, filepath.FromSlash(pattern)))
		if err != nil || len(files) == 0 {
			t.Errorf("%s: no file, %v", pattern, err)
		}
		for _, name := range files {
			var tree yaml.Node
			if err := yaml.Unmarshal([]byte(fileText(t, name)), &tree); err != nil {
				t.Fatal(err)
			}
			refuseNode(t, name, "", &tree)
		}
	}
}

// refuseNode reads a node below a key. Sources are quoted, and examples show faults.
func refuseNode(t *testing.T, file, key string, node *yaml.Node) {
	t.Helper()
	if slices.Contains([]string{"sources", "bad", "good"}, key) {
		return
	}
	if node.Kind == yaml.ScalarNode && strings.Contains(node.Value, " ") {
		refuse(t, file+":"+strconv.Itoa(node.Line), node.Value)
	}
	for i, child := range node.Content {
		childKey := key
		if node.Kind == yaml.MappingNode {
			childKey = node.Content[i-i%2].Value
		}
		refuseNode(t, file, childKey, child)
	}
}

// TestWordsOfTheMethodology reads its prose, by paragraphs.
func TestWordsOfTheMethodology(t *testing.T) {
	t.Parallel()
	name := filepath.Join(root, "internal", "methodology", "methodology.md")
	for paragraph := range strings.SplitSeq(fileText(t, name), "\n\n") {
		refuse(t, name, paragraph)
	}
}

func fileText(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestWordsOfGoldenFiles reads what people see as a whole: pages, the screens of the interview, the README and the help topics. The
// frozen questionnaire of tests keeps its own words, and ids may stand behind what they name.
func TestWordsOfGoldenFiles(t *testing.T) {
	if testing.Short() {
		t.Skip("reads every text, and starts nothing")
	}
	t.Parallel()
	frozen := frozenTexts(t)
	for _, pattern := range []string{
		"internal/pages/testdata/*/*", "internal/interview/ui/testdata/*", "README.md", "internal/topics/*.md",
	} {
		files, err := filepath.Glob(filepath.Join(root, filepath.FromSlash(pattern)))
		if err != nil || len(files) == 0 {
			t.Errorf("%s: no file, %v", pattern, err)
		}
		for _, name := range files {
			text := strings.ToLower(strings.Join(strings.Fields(html.UnescapeString(fileText(t, name))), " "))
			for _, own := range frozen {
				text = strings.ReplaceAll(text, own, "")
			}
			refuse(t, name, text)
		}
	}
}

// frozenTexts are the texts of the frozen questionnaire and the answers to it, the longest first.
func frozenTexts(t *testing.T) []string {
	t.Helper()
	folder := filepath.Join(root, "internal", "questionnaire", "questionnairetest", "frozen")
	var texts []string
	for _, pattern := range []string{"*.yaml", "sheets/*.yaml"} {
		files, err := filepath.Glob(filepath.Join(folder, pattern))
		if err != nil || len(files) == 0 {
			t.Fatal("no frozen questionnaire", err)
		}
		for _, name := range files {
			var tree yaml.Node
			if err := yaml.Unmarshal([]byte(fileText(t, name)), &tree); err != nil {
				t.Fatal(err)
			}
			texts = append(texts, textsOf(&tree)...)
		}
	}
	slices.SortFunc(texts, func(a, b string) int { return len(b) - len(a) })
	return texts
}

// textsOf returns the values of a tree that have blanks in them.
func textsOf(node *yaml.Node) []string {
	var texts []string
	if node.Kind == yaml.ScalarNode && strings.Contains(node.Value, " ") {
		texts = append(texts, strings.ToLower(strings.Join(strings.Fields(node.Value), " ")))
	}
	for _, child := range node.Content {
		texts = append(texts, textsOf(child)...)
	}
	return texts
}
