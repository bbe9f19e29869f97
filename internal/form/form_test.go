package form_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/opsfit/opsfit/internal/form"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
)

// hostileText ends elements, opens others, and turns the direction of what follows.
const hostileText = `a </script><script>document.title="hacked"</script><!--<img src=x onerror=alert(1)> {{.}} ${x} \u003c ` + "\u2028\u202e end"

func hostileQuestionnaire(t *testing.T) *questionnaire.Questionnaire {
	t.Helper()
	return withText(t, "hostile", hostileText)
}

func longQuestionnaire(t *testing.T) *questionnaire.Questionnaire {
	t.Helper()
	return withText(t, "long", "שאלה ארוכה "+strings.Repeat("endless", 40))
}

// withText is a questionnaire whose every text is the same.
func withText(t *testing.T, id, text string) *questionnaire.Questionnaire {
	t.Helper()
	written, err := json.Marshal(text)
	if err != nil {
		t.Fatal(err)
	}
	return questionnairetest.Load(t, "q.json", strings.ReplaceAll(`{"id": "`+id+`", "version": "1.0.0", "title": TEXT, "scope_hint": TEXT, "verdict": "readiness",
		"axes": [{"id": "a", "title": TEXT}], "questions": [{"id": "a", "title": TEXT, "axis": "a", "measures": "readiness", "allow_na": true,
		"text": TEXT, "why": TEXT, "options": [{"id": "x", "text": TEXT, "readiness": 0}, {"id": "y", "text": "y", "readiness": 4}]}]}`, "TEXT", string(written)))
}

func write(t *testing.T, q *questionnaire.Questionnaire) []byte {
	t.Helper()
	text, err := form.Write(q, form.Prefilled{})
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// TestSize keeps the form for full small enough for any mail.
func TestSize(t *testing.T) {
	t.Parallel()
	if size := len(write(t, questionnairetest.Shipped(t, "full"))); size > 150_000 {
		t.Errorf("the form for full has %d bytes", size)
	}
}

// TestSameBytes writes a form twice.
func TestSameBytes(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Shipped(t, "full")
	if !bytes.Equal(write(t, q), write(t, q)) {
		t.Error("two forms for one questionnaire differ")
	}
}

// TestPolicy holds that a form may do nothing but apply its one style and run its one script, both as they stand in it, and that it
// names nothing to fetch.
func TestPolicy(t *testing.T) {
	t.Parallel()
	for _, q := range []*questionnaire.Questionnaire{questionnairetest.Shipped(t, "full"), hostileQuestionnaire(t)} {
		root, err := html.Parse(bytes.NewReader(write(t, q)))
		if err != nil {
			t.Fatal(err)
		}
		var policy string
		texts := map[string][]string{}
		for node := range root.Descendants() {
			for _, a := range node.Attr {
				if a.Key == "content" && strings.HasPrefix(a.Val, "default-src") {
					policy = a.Val
				}
				if isForbidden(a) {
					t.Errorf("%s: <%s %s=%q>", q.ID, node.Data, a.Key, a.Val)
				}
			}
			if node.Type == html.ElementNode && (node.Data == "style" || node.Data == "script") && len(node.Attr) == 0 {
				texts[node.Data] = append(texts[node.Data], node.FirstChild.Data)
			}
		}
		if len(texts["style"]) != 1 || len(texts["script"]) != 1 {
			t.Fatalf("%s: %d styles and %d scripts", q.ID, len(texts["style"]), len(texts["script"]))
		}
		want := "default-src 'none'; style-src '" + hashOf(texts["style"][0]) + "'; script-src '" + hashOf(texts["script"][0]) +
			"'; img-src data:; base-uri 'none'; form-action 'none'"
		if policy != want {
			t.Errorf("%s: the policy is\n%s, want\n%s", q.ID, policy, want)
		}
	}
}

// isForbidden reports an attribute that fetches something, or that would be a style or script of its own.
func isForbidden(a html.Attribute) bool {
	fetches := slices.Contains([]string{"src", "href", "action", "srcset", "data", "formaction"}, a.Key)
	return fetches && !strings.HasPrefix(a.Val, "#") && a.Val != "data:," || strings.HasPrefix(a.Key, "on") || a.Key == "style"
}

func hashOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// TestShowsNoValue holds that a form has nothing by which an option counts: two questionnaires that differ in values alone give the
// same form.
func TestShowsNoValue(t *testing.T) {
	t.Parallel()
	q, other := questionnairetest.Shipped(t, "full"), questionnairetest.Shipped(t, "full")
	for i := range other.Questions {
		question := &other.Questions[i]
		question.Weight, question.Affects, question.Critical = nil, nil, false
		for n := range question.Options {
			option := &question.Options[n]
			option.Position, option.Readiness, option.Floors, option.Allows = nil, nil, nil, nil
		}
	}
	if !bytes.Equal(write(t, q), write(t, other)) {
		t.Error("values of options change the form")
	}
}

// TestWordsAreUsed holds the words of the form against its template and its scripts: each is used, and each that is used is there.
func TestWordsAreUsed(t *testing.T) {
	t.Parallel()
	var words struct{ Markup, Script map[string]string }
	if err := json.Unmarshal([]byte(asset(t, "words.json")), &words); err != nil {
		t.Fatal(err)
	}
	script := ""
	for _, name := range []string{"sheet.js", "yaml.js", "read.js", "answering.js", "page.js", "start.js"} {
		script += asset(t, name)
	}
	for key := range words.Markup {
		if !strings.Contains(asset(t, "form.gohtml"), `word "`+key+`"`) {
			t.Errorf("the markup has no use for %q", key)
		}
	}
	for key := range words.Script {
		if !strings.Contains(script, `"`+key+`"`) && !strings.HasPrefix(key, "state_") {
			t.Errorf("the script has no use for %q", key)
		}
	}
	used := regexp.MustCompile(`(?:say\(|refuse\(|Refused\([^,]+, |fault\([^,]+, )"(\w+)"`)
	for _, match := range used.FindAllStringSubmatch(script, -1) {
		if !strings.HasSuffix(match[1], "_") && words.Script[match[1]] == "" {
			t.Errorf("the script says %q, for which there are no words", match[1])
		}
	}
}

func asset(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("assets", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
