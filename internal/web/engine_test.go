package web_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/web"
)

const day = "2026-12-01"

func file(name, text string) web.File { return web.File{Name: name, Bytes: []byte(text)} }

func do(t *testing.T, engine *web.Engine, job string, request web.Request) web.Reply {
	t.Helper()
	request.Day = day
	reply, err := engine.Do(job, request)
	if err != nil {
		t.Fatal(err)
	}
	return reply
}

// said are the findings of a reply, a line each.
func said(reply web.Reply) string {
	var lines []string
	for _, finding := range reply.Findings {
		lines = append(lines, finding.Severity+" "+finding.Text)
	}
	return strings.Join(lines, "\n")
}

func TestFormsOfShippedQuestionnaires(t *testing.T) {
	t.Parallel()
	engine := web.New("v1.2.3")
	for _, id := range web.Shipped() {
		reply := do(t, engine, "form", web.Request{Questionnaire: id})
		switch form := reply.Form; {
		case form == nil || len(reply.Findings) > 0:
			t.Errorf("%s: %s", id, said(reply))
		case form.ID != id || form.Source != id || form.Title == "" || form.Facts == "":
			t.Errorf("%s: %+v", id, form)
		case !strings.Contains(form.Markup, `id="result"`) || !strings.Contains(string(form.Data), `"key":"opsfit page `+id+`"`):
			t.Errorf("%s: the form has no button for the result, or its draft has the wrong name", id)
		}
	}
}

// TestReport holds that the version stands in the report, and that the sheet that comes back gives the same report.
func TestReport(t *testing.T) {
	t.Parallel()
	engine := web.New("v1.2.3")
	text, err := os.ReadFile("../../testdata/answers/web-shop.yaml")
	if err != nil {
		t.Fatal(err)
	}
	first := do(t, engine, "assess", web.Request{Files: []web.File{file("a.yaml", string(text))}}).Result
	if first == nil || !strings.Contains(first.HTML, "v1.2.3") || first.Title != "payments-api" || first.Source != "full" {
		t.Fatalf("%+v", first)
	}
	again := do(t, engine, "assess", web.Request{Questionnaire: first.Source, Files: []web.File{file("a.yaml", first.Sheet)}}).Result
	if again == nil || again.HTML != first.HTML || again.Sheet != first.Sheet {
		t.Error("the sheet that comes back makes another report")
	}
}

// TestTeam reads every file before it says what is wrong, and combines no answers to different questions.
func TestTeam(t *testing.T) {
	t.Parallel()
	const one, two = "questionnaire: quick\nrespondent: {name: A}\nanswers: {approval: peer}\n", "questionnaire: full\nanswers: {approval: peer}\n"
	for name, test := range map[string]struct {
		files []web.File
		says  []string
	}{
		"two people": {files: []web.File{file("a.yaml", one), file("b.yaml", strings.Replace(one, "A", "B", 1))}},
		"two questionnaires": {
			files: []web.File{file("a.yaml", one), file("b.yaml", two)},
			says:  []string{`b.yaml: the answers are for "full", those in a.yaml for "quick"`},
		},
		"two faulty files": {
			files: []web.File{file("a.yaml", "questionnaire: quick\nanswers: {approval: pear}\n"), file("b.yaml", "answers: []\n")},
			says:  []string{`a.yaml:2:21: approval has no option "pear"`, `b.yaml:1:1: answers file: "questionnaire" is missing`},
		},
		"outcomes": {
			files: []web.File{file("a.yaml", "questionnaire: dora\nanswers: {}\n"), file("b.yaml", "questionnaire: dora\nanswers: {}\n")},
			says:  []string{"dora measures outcomes"},
		},
	} {
		reply := do(t, web.New(""), "team", web.Request{Files: test.files})
		if (reply.Result != nil) != (test.says == nil) {
			t.Errorf("%s: a result is %t; %s", name, reply.Result != nil, said(reply))
		}
		for _, want := range test.says {
			if !strings.Contains(said(reply), want) {
				t.Errorf("%s: %q is not said in\n%s", name, want, said(reply))
			}
		}
	}
}

// TestOwnQuestionnaire opens one with its catalogue, in any order, and alone.
func TestOwnQuestionnaire(t *testing.T) {
	t.Parallel()
	own := file("ours.yaml", "id: ours\nversion: 1.0.0\ntitle: Ours\nextends: full\nonly: [integration, approval]\ncatalogue: rules/advice.yaml\n")
	rules := file("advice.yaml", "warnings: []\nrecommendations: []\n")
	sheet := web.Request{Files: []web.File{file("a.yaml", "questionnaire: ours\nanswers: {approval: peer}\n")}}
	for _, files := range [][]web.File{{own, rules}, {rules, own}} {
		engine := web.New("")
		if reply := do(t, engine, "assess", sheet); reply.Result != nil || !strings.Contains(said(reply), "open the file of any other one first") {
			t.Errorf("before it was opened: %s", said(reply))
		}
		reply := do(t, engine, "open", web.Request{Files: files})
		if reply.Form == nil || reply.Form.ID != "ours" || reply.Form.Source != "ours.yaml" {
			t.Fatalf("%s opened first: %s", files[0].Name, said(reply))
		}
		if reply := do(t, engine, "assess", sheet); reply.Result == nil || reply.Result.Source != "ours.yaml" {
			t.Errorf("after it was opened: %s", said(reply))
		}
	}
	reply := do(t, web.New(""), "open", web.Request{Files: []web.File{own}})
	if reply.Form != nil || !strings.Contains(said(reply), `ours.yaml:6:12: `) || !strings.Contains(said(reply), "was not opened") {
		t.Errorf("without its catalogue: %s", said(reply))
	}
}

// TestOpenedAgain reads a file that changed since it was opened.
func TestOpenedAgain(t *testing.T) {
	t.Parallel()
	engine := web.New("")
	for _, title := range []string{"First", "Second"} {
		text := "id: ours\nversion: 1.0.0\ntitle: " + title + "\nextends: full\nonly: [integration]\n"
		if reply := do(t, engine, "open", web.Request{Files: []web.File{file("ours.yaml", text)}}); reply.Form == nil || reply.Form.Title != title {
			t.Errorf("%s: %+v, %s", title, reply.Form, said(reply))
		}
	}
}

// TestFindings marks the place in the line, and shows what would hide.
func TestFindings(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("x", 200)
	for text, want := range map[string]web.Finding{
		"questionnaire: quick\nanswers:\n  approval: pear # why\r\n": {Line: 3, Before: "  approval: ", Marked: "pear", After: " # why"},
		"questionnaire: quick\nanswers:\n  \u202eab: peer\n":         {Line: 3, Before: "  "},
		"questionnaire: quick\nanswers: {" + long + ": 1}\n":         {Line: 2, Before: "answers: {"},
		"answers: \xff\n": {Line: 1, Before: "answers: "},
	} {
		reply := do(t, web.New(""), "assess", web.Request{Files: []web.File{file("a.yaml", text)}})
		if len(reply.Findings) == 0 || reply.Result != nil {
			t.Errorf("%.40q: no finding", text)
			continue
		}
		got := reply.Findings[0]
		if got.Line != want.Line || want.Line > 0 && got.Before != want.Before || want.Marked != "" && got.Marked != want.Marked ||
			want.After != "" && got.After != want.After {
			t.Errorf("%.40q: %+v", text, got)
		}
		if shown := got.Before + got.Marked + got.After; strings.ContainsAny(shown, "\u202e\r") || len(shown) > 300 {
			t.Errorf("%.40q shows %q", text, shown)
		}
	}
}

// TestExemptions judges exemptions on the day that the page gives.
func TestExemptions(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile(filepath.Join("..", "..", "testdata", "answers", "web-shop.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	head := "exempt:\n  - {warning: no_way_back, reason: the way back is being built until spring, until: 2029-01-01, owner: Ines}\n"
	reply := do(t, web.New(""), "assess", web.Request{Files: []web.File{file("a.yaml", head+string(text))}})
	if reply.Result != nil || !strings.Contains(said(reply), "ends more than a year from now") {
		t.Errorf("an exemption for two years: %s", said(reply))
	}
}

// TestSavedResult names a result as such.
func TestSavedResult(t *testing.T) {
	t.Parallel()
	for _, text := range []string{`{"schema": "opsfit.assessment/v2"}`, "\ufeff" + `{"schema": "opsfit`} {
		reply := do(t, web.New(""), "assess", web.Request{Files: []web.File{file("result.json", text)}})
		if !strings.Contains(said(reply), "result.json:1:1: this is a saved result, not an answers file") {
			t.Errorf("%s: %s", text, said(reply))
		}
	}
}

func TestUnknownJob(t *testing.T) {
	t.Parallel()
	if _, err := web.New("").Do("format", web.Request{}); err == nil {
		t.Error("there is no such job")
	}
}
