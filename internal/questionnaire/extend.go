package questionnaire

import (
	"slices"

	"github.com/opsfit/opsfit/internal/diag"
)

// extended reads the questionnaire that this one extends. It returns nil when there is none or it cannot be read.
func (f *file) extended() *draft {
	reference := f.top.Text("extends")
	if reference == "" {
		return nil
	}
	src, err := f.loader.follow(reference)
	switch {
	case err != nil:
		f.top.fault("extends", "not-found", "", "%s: %s", diag.Quote("extends"), diag.Visible(err.Error()))
	case f.loader.reading(src):
		f.top.fault("extends", "extends-cycle", "name a questionnaire that does not extend this one",
			"%s leads back to %s", diag.Quote("extends"), diag.Quote(src.Name))
	case len(f.loader.chain) > MaxExtends:
		f.top.fault("extends", "extends-chain", "extend the first of them",
			"more than %d questionnaires extend one another", MaxExtends)
	default:
		return f.loader.read(src)
	}
	return nil
}

// inherit takes over what the extended questionnaire gives and this one does not override.
func (f *file) inherit(d *draft) {
	if f.parent == nil {
		f.axes.partial = f.top.Has("extends")
		f.questions.partial = f.axes.partial
		return
	}
	f.inheritNames()
	parent := f.parent
	d.Extends = parent.ID
	d.Axes = slices.Clone(parent.Axes)
	d.NotAsked = slices.Clone(parent.NotAsked)
	d.Questions = f.selected(d)
	d.Outcomes, d.Catalogue, d.references = parent.Outcomes, parent.Catalogue.inherited(), parent.references
	if !f.top.Has("scope_hint") {
		d.ScopeHint = parent.ScopeHint
	}
	if !f.top.Has("article_headings") {
		d.Headings = parent.Headings
	}
	// An estimate for all questions says nothing about a selection of them.
	if !f.top.Has("minutes") && !f.top.Has("only") {
		d.Minutes = parent.Minutes
	}
}

// inheritNames enters all of the parent's ids, those of left out questions too: one id must not mean two questions.
func (f *file) inheritNames() {
	for _, axis := range f.parent.Axes {
		f.axes.inherit(axis.ID)
	}
	for i := range f.parent.Questions {
		f.questions.inherit(f.parent.Questions[i].ID)
	}
	f.axes.origin, f.questions.origin = f.parent.ID, f.parent.ID
	f.axes.partial, f.questions.partial = f.parent.partial, f.parent.partial
}

// selected returns copies of the parent's questions, in the parent's order: those named by only, or all of them.
func (f *file) selected(d *draft) []Question {
	all := make([]Question, len(f.parent.Questions))
	for i, question := range f.parent.Questions {
		question.Options = slices.Clone(question.Options)
		all[i] = question
	}
	if !f.top.Has("only") {
		return all
	}
	wanted := f.only()
	for _, question := range all {
		if !wanted[question.ID] {
			d.NotAsked = append(d.NotAsked, question.ID)
			d.NotAsked = append(d.NotAsked, question.Was...)
		}
	}
	return filter(all, func(q Question) bool { return wanted[q.ID] })
}

// only reads the selection and reports names that the parent does not have, and names given twice. The questions of the file
// itself are not known yet: they are asked anyway.
func (f *file) only() map[string]bool {
	wanted := map[string]bool{}
	label := f.top.label + ": " + diag.Quote("only")
	for _, item := range f.top.Words("only") {
		if wanted[item.Text] {
			f.Errorf(item.Pos, item.Length(), "duplicate-id", "remove it", "%s already names the question %s", label, diag.Quote(item.Text))
		}
		wanted[item.Text] = true
		f.questions.check(item.Pos, item.Length(), label, item.Text)
	}
	return wanted
}
