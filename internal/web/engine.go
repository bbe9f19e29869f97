package web

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/form"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/questionnaires"
)

// shippedPrefix marks the names of the questionnaires that come with the program.
const shippedPrefix = "opsfit:"

// Shipped lists the questionnaires that come with the program in display order: the usual one first.
func Shipped() []string { return []string{"full", "quick", "launch", "dora"} }

// Engine answers what the page asks. Questionnaires that were opened stay known by their id.
type Engine struct {
	tool report.Tool
	// opened are the files of questionnaires that a person opened, by name.
	opened map[string][]byte
	// known are the questionnaires that were read, by what names them: the id of a shipped one, or the name of a file.
	known map[string]*questionnaire.Questionnaire
}

// New returns the engine of one version of the program.
func New(version string) *Engine {
	return &Engine{
		tool:   report.Tool{Name: "opsfit", Version: version},
		opened: map[string][]byte{}, known: map[string]*questionnaire.Questionnaire{},
	}
}

// File is a file that a person opened, or would save.
type File struct {
	Name  string `json:"name"`
	Bytes []byte `json:"bytes"`
}

// Request is what the page asks for: a form or a report.
type Request struct {
	// Questionnaire names one as Form.Source does; "" where the answers name it.
	Questionnaire string `json:"questionnaire"`
	Files         []File `json:"files"`
	// Day is today as year-month-day in UTC; exemptions end by it.
	Day string `json:"day"`
}

// Reply is what the page gets. Of Form and Result one is set, unless Findings hold an error.
type Reply struct {
	Form     *Form     `json:"form,omitempty"`
	Result   *Result   `json:"result,omitempty"`
	Findings []Finding `json:"findings,omitempty"`
}

// Form is a questionnaire to answer in the page.
type Form struct {
	// Source names the questionnaire in requests.
	Source string `json:"source"`
	ID     string `json:"id"`
	Title  string `json:"title"`
	Facts  string `json:"facts"`
	// Markup and Data are those of the form.
	Markup string          `json:"markup"`
	Data   json.RawMessage `json:"data"`
}

// Do does the job with a name: form, open, assess or team. It fails for any other, and when a page cannot be written.
func (e *Engine) Do(job string, r Request) (Reply, error) {
	switch job {
	case "form":
		q, found := e.load(r.Questionnaire)
		return e.writeForm(r.Questionnaire, q, found)
	case "open":
		return e.open(r.Files)
	case "assess":
		return e.assess(r)
	case "team":
		return e.combine(r)
	}
	return Reply{}, fmt.Errorf("there is no job %q", job)
}

// open reads a questionnaire of somebody's own from its file and those that it refers to.
func (e *Engine) open(files []File) (Reply, error) {
	for _, file := range files {
		e.opened[file.Name] = file.Bytes
	}
	clear(e.known) // a file may have changed since
	source := e.mainFile(files)
	q, found := e.load(source)
	return e.writeForm(source, q, found)
}

// mainFile returns the name of the first file that no other one refers to.
func (e *Engine) mainFile(files []File) string {
	referred := map[string]bool{}
	for _, file := range files {
		source := questionnaire.Source{Name: file.Name, Bytes: file.Bytes}
		_, _ = questionnaire.Load(source, func(from, reference string) (questionnaire.Source, error) {
			found, err := e.find(from, reference)
			if found.Name != file.Name {
				referred[found.Name] = true
			}
			return found, err
		})
	}
	for _, file := range files {
		if !referred[file.Name] {
			return file.Name
		}
	}
	return files[0].Name
}

// load reads a questionnaire by the id of a shipped one or the name of a file; it is nil where the findings hold an error.
func (e *Engine) load(source string) (*questionnaire.Questionnaire, diag.List) {
	if q := e.known[source]; q != nil {
		return q, nil
	}
	file, err := e.find("", source)
	if err != nil {
		return nil, diag.List{{Severity: diag.Error, Code: "unreadable", File: source, Message: err.Error()}}
	}
	q, found := questionnaire.Load(file, e.find)
	if q != nil {
		e.known[source] = q
	}
	return q, found
}

// find returns the file that a reference means: one that was opened, or one that comes with the program. Shipped files refer to each
// other only.
func (e *Engine) find(from, reference string) (questionnaire.Source, error) {
	if !strings.HasPrefix(from, shippedPrefix) {
		name := path.Base(strings.ReplaceAll(reference, `\`, "/"))
		if text, ok := e.opened[name]; ok && (from != "" || name == reference) {
			return questionnaire.Source{Name: name, Bytes: text}, nil
		}
	}
	name := reference
	if path.Ext(name) == "" {
		name += ".yaml"
	}
	text, err := fs.ReadFile(questionnaires.Files, name)
	if err != nil {
		return questionnaire.Source{}, fmt.Errorf("%s was not opened; open it together with the questionnaire", diag.Quote(reference))
	}
	return questionnaire.Source{Name: shippedPrefix + name, Bytes: text}, nil
}

// named finds the questionnaire with an id: a shipped one, else one that was opened.
func (e *Engine) named(id string) (q *questionnaire.Questionnaire, found diag.List) {
	if slices.Contains(Shipped(), id) {
		return e.load(id)
	}
	for _, name := range e.openedNames() {
		if q, found := e.load(name); q != nil && q.ID == id {
			return q, found
		}
	}
	return nil, nil
}

func (e *Engine) openedNames() []string {
	var names []string
	for name := range e.opened {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// hintFor says what to do about an id that no known questionnaire has.
func (e *Engine) hintFor(id string) string {
	return cmp.Or(diag.DidYouMean(id, Shipped()), "known: "+strings.Join(Shipped(), ", ")+"; open the file of any other one first")
}

func (e *Engine) writeForm(source string, q *questionnaire.Questionnaire, found diag.List) (Reply, error) {
	reply := Reply{Findings: e.findings(found, nil)}
	if q == nil {
		return reply, nil
	}
	key := "opsfit page " + q.ID
	if !slices.Contains(Shipped(), source) {
		key = "opsfit page own " + q.ID
	}
	part, err := form.WritePart(q, key)
	if err != nil {
		return Reply{}, err
	}
	reply.Form = &Form{Source: source, ID: q.ID, Title: diag.Visible(q.Title), Facts: part.Facts, Markup: part.Markup, Data: part.Data}
	return reply, nil
}
