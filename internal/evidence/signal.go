package evidence

import (
	"bytes"
	"path"
	"slices"
)

// Ships says what files mean that describe infrastructure.
type Ships int

const (
	// Guess takes them for the team's own practice unless the name of the repository or their folder says otherwise.
	Guess Ships = iota
	// Product takes them for what the repository ships.
	Product
	// Practice takes them for the team's own practice.
	Practice
)

// foundSignals returns the signals that were found, in the order of the catalogue.
func (f *files) foundSignals(name string, ships Ships) []Signal {
	list := []Signal{}
	for i, rule := range f.catalogue.rules {
		t := &f.found[i]
		if rule.ID == "man.deploy_script" {
			t = f.calledByHand(t)
		}
		if s, found := rule.judgeFiles(t, name, ships); found {
			list = append(list, s)
		}
	}
	return list
}

// judgeFiles decides whether the files for a rule make a signal, and how strong it is.
func (rule *signalRule) judgeFiles(t *tally, name string, ships Ships) (Signal, bool) {
	s := Signal{
		ID: rule.ID, Family: rule.Family, Axis: rule.Axis, Lean: rule.Lean, Title: rule.Title, Caution: rule.Caution,
	}
	proof, why := t.strong, ""
	if ships == Practice {
		proof = joinFiles(t.strong, t.shipped)
	}
	switch {
	case proof.files >= rule.Min:
		why = rule.shippedBecause(name, ships)
	case proof.files+t.shipped.files >= rule.Min && ships != Practice:
		proof, why = joinFiles(proof, t.shipped), "only where charts or mixins are shipped from"
	case proof.files+t.weak.files >= rule.Min:
		proof, why = joinFiles(proof, t.weak), "only below tests, examples, documents or templates"
	default:
		return Signal{}, false
	}
	s.Paths, s.Files, s.Weak = proof.paths[:min(len(proof.paths), pathsShown)], proof.files, why != ""
	if s.Weak {
		s.Why = &why
	}
	return s, true
}

// shippedBecause says why files describe what is shipped; "" when they describe practice.
func (rule *signalRule) shippedBecause(name string, ships Ships) string {
	switch {
	case rule.Ships == nil || ships == Practice:
		return ""
	case ships == Product:
		return "taken for what the repository ships"
	case slices.ContainsFunc(rule.Ships, func(text string) bool {
		pattern := newNamePattern(text)
		return pattern.matchName(name)
	}):
		return "the repository makes such a tool"
	}
	return ""
}

func joinFiles(a, b matchedFiles) matchedFiles {
	paths := slices.Concat(a.paths, b.paths)
	slices.Sort(paths)
	return matchedFiles{files: a.files + b.files, paths: paths}
}

// calledByHand leaves out scripts whose names appear in a pipeline, which calls them.
func (f *files) calledByHand(t *tally) *tally {
	called := func(file string) bool { return bytes.Contains(f.pipelines.Bytes(), []byte(path.Base(file))) }
	kept := tally{weak: t.weak, shipped: t.shipped}
	for _, file := range t.strong.paths {
		if !called(file) {
			kept.strong.addFile(file)
		}
	}
	return &kept
}
