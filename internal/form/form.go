package form

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"html/template"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/page/html"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// assets are the template, the style, the script and the words of every form.
//
//go:embed assets
var assets embed.FS

// Prefilled is what the form has about the answers before anybody fills it in. Any field may be empty.
type Prefilled struct {
	Subject, Team, Role string
	// ByName asks for the name and role: those who answer are named in the result.
	ByName bool
}

// document is what the template sees.
type document struct {
	ID, Version, Title string
	ScopeHint          string
	Facts              string
	ByName             bool
	Questions          []shownQuestion
	// Data is what the script reads; the template writes it as JSON that cannot end its element.
	Data   data
	Style  template.CSS
	Script template.JS
	// StyleHash and ScriptHash are the source expressions that permit this style and this script, and no other.
	StyleHash, ScriptHash string
	// ShowsResult: the form is part of a page that shows the result when somebody asks for it.
	ShowsResult bool
}

// Write returns the form for a questionnaire as one HTML file. The same questionnaire gives the same bytes.
func Write(q *questionnaire.Questionnaire, filled Prefilled) ([]byte, error) {
	words, err := readWords()
	if err != nil {
		return nil, err
	}
	script, err := Script()
	if err != nil {
		return nil, err
	}
	starting, err := readAll("start.js")
	if err != nil {
		return nil, err
	}
	script += starting
	style, err := Style()
	if err != nil {
		return nil, err
	}
	doc := newDocument(q, filled, words)
	doc.Style, doc.Script, doc.StyleHash, doc.ScriptHash = template.CSS(style), template.JS(script), hashOf(style), hashOf(script)
	if doc.Data.Key, err = keyOf(&doc.Data); err != nil {
		return nil, err
	}
	return doc.execute("page", words)
}

func newDocument(q *questionnaire.Questionnaire, filled Prefilled, words *words) document {
	return document{
		ID: q.ID, Version: q.Version, Title: q.Title, ScopeHint: q.ScopeHint, Facts: describeExtent(q), ByName: filled.ByName,
		Questions: shownQuestions(q), Data: dataOf(q, filled, words),
	}
}

// execute writes one of the templates.
func (d *document) execute(name string, words *words) ([]byte, error) {
	templates, err := template.New("").Funcs(template.FuncMap{"word": words.say, "visible": visible}).ParseFS(assets, "assets/form.gohtml")
	if err != nil {
		return nil, fmt.Errorf("read the template of the form: %w", err)
	}
	var b bytes.Buffer
	if err := templates.ExecuteTemplate(&b, name, d); err != nil {
		return nil, fmt.Errorf("write the form: %w", err)
	}
	return b.Bytes(), nil
}

// Script is what makes the markup of a form work, in a page that starts it itself: new Page(data, signal).
func Script() (string, error) {
	script, err := readAll("sheet.js", "yaml.js", "read.js", "answering.js", "page.js")
	return withoutComments(script), err
}

// Style is the style of a form, colours included.
func Style() (string, error) {
	style, err := readAll("form.css")
	return "\n" + html.Colours() + style, err
}

// readAll joins assets.
func readAll(names ...string) (string, error) {
	var b strings.Builder
	for _, name := range names {
		text, err := assets.ReadFile("assets/" + name)
		if err != nil {
			return "", fmt.Errorf("read a part of the form: %w", err)
		}
		b.Write(text)
	}
	return b.String(), nil
}

// withoutComments leaves out lines that are comments, which are for those who change the script.
func withoutComments(script string) string {
	var b strings.Builder
	for line := range strings.Lines(script) {
		if !strings.HasPrefix(strings.TrimSpace(line), "//") {
			b.WriteString(line)
		}
	}
	return b.String()
}

// hashOf is the source expression of a policy that permits a style or script with this text.
func hashOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// keyOf tells forms apart in a browser, so that the draft of one never shows up in another.
func keyOf(d *data) (string, error) {
	text, err := json.Marshal(d)
	if err != nil {
		return "", fmt.Errorf("write the data of the form: %w", err)
	}
	sum := sha256.Sum256(text)
	return "opsfit form " + hex.EncodeToString(sum[:8]), nil
}

// visible is a text of a questionnaire as a page shows it: without characters that change how others are read.
func visible(text string) string { return diag.VisibleLines(strings.TrimSpace(text)) }
