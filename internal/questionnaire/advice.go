package questionnaire

import (
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// catalogue reads the advice that this file brings, which takes the place of inherited advice: a file of its own, or
// lists beside the questions.
func (f *file) catalogue(d *draft) {
	inline := f.top.Has("warnings") || f.top.Has("recommendations")
	named := strings.TrimSpace(f.top.Text("catalogue"))
	f.top.refuseBlank("catalogue")
	switch {
	case inline && named != "":
		f.top.fault("catalogue", "two-catalogues", "keep one of the two",
			"%s stands beside warnings or recommendations in the file itself", diag.Quote("catalogue"))
	case inline:
		r := d.newRules(f.Reader)
		inherited := d.Catalogue
		d.Catalogue = r.lists(f.top)
		d.Catalogue.Replaces = inherited
		d.Catalogue.ID, d.Catalogue.Version, d.Catalogue.Title = d.ID, d.Version, d.Title
		d.Catalogue.File = d.File
		d.references = r.conditions.Named
	case named != "":
		f.catalogueFile(d, named)
	}
}

func (f *file) catalogueFile(d *draft, reference string) {
	src, err := f.loader.follow(reference)
	if err != nil {
		f.top.fault("catalogue", "not-found", "", "%s: %s", diag.Quote("catalogue"), diag.Visible(err.Error()))
		return
	}
	root, found := yamltree.Salvage(src.Name, src.Bytes)
	f.loader.keep(found)
	if root == nil {
		return
	}
	r := d.newRules(yamltree.NewReader(src.Name))
	d.Catalogue = r.file(root)
	d.Catalogue.File = src.Name
	d.references = r.conditions.Named
	f.loader.keep(r.Diagnostics())
}

// checkReferences holds the options that the rules name against the questions. A question that is not asked makes a rule
// silent and is no fault. An option that does not exist makes a test that never holds: worth a word, but what a rule
// means never stops an assessment.
func (d *draft) checkReferences() diag.List {
	if d.Catalogue == nil {
		return nil
	}
	r := yamltree.NewReader(d.Catalogue.File)
	asked := map[string][]string{}
	for i := range d.Questions {
		asked[d.Questions[i].ID] = optionIDs(d.Questions[i].Options)
	}
	for _, named := range d.references {
		options, found := asked[named.At.Text]
		if !found {
			continue
		}
		for _, option := range unknownOptions(named.Options, options) {
			r.Warnf(option.Pos, option.Length(), "unknown-option", optionHint(r, named.At.Text, option.Text, options),
				"%s: question %s has no option %s", named.Label, diag.Quote(named.At.Text), diag.Quote(option.Text))
		}
	}
	return r.Diagnostics()
}

// unknownOptions are those of the named ones that are not among the options of a question. Where one of these has a faulty id, it
// could be the one that is named.
func unknownOptions(named []*yamltree.Node, options []string) []*yamltree.Node {
	return filter(named, func(n *yamltree.Node) bool {
		return !slices.Contains(options, n.Text) && !slices.Contains(options, "")
	})
}

// optionHint says what a condition could name in place of an option that the question does not have.
func optionHint(r *yamltree.Reader, question, option string, options []string) string {
	if option == "dont_know" {
		return "write {unknown: " + question + "}"
	}
	return r.DidYouMean(option, options)
}

func optionIDs(options []Option) []string {
	ids := make([]string, len(options))
	for i := range options {
		ids[i] = options[i].ID
	}
	return ids
}
