package questionnaire

import (
	"slices"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// Limits on the number of things in one questionnaire. They are far above what anybody answers, and keep the work that a
// hostile file causes small.
const (
	MaxQuestions = 500
	MaxOptions   = 50
	MaxAxes      = 64
	MaxRules     = 1000
)

// file reads one questionnaire file.
type file struct {
	*yamltree.Reader
	loader *loader
	top    part
	// parent is nil for a questionnaire that extends none, and for one whose parent could not be read.
	parent *draft
	// verdict is empty when it cannot be known.
	verdict   Verdict
	axes      *names
	questions *names
	// dependents are the questions that are asked on a condition.
	dependents []dependent
}

// questionnaire returns nil when the file is no questionnaire at all.
func (f *file) questionnaire(root *yamltree.Node) *draft {
	if isCatalogue(root) {
		f.Errorf(root.Pos, 1, "not-a-questionnaire", "a questionnaire names it with catalogue",
			"this is a catalogue of warnings and recommendations; it asks no questions")
		return nil
	}
	if root.Get("answers") != nil && root.Get("questions") == nil && root.Get("extends") == nil {
		f.Errorf(root.Pos, 1, "not-a-questionnaire", "score it with opsfit assess -a, or name the questionnaire that it answers",
			"this is an answers file; it asks no questions")
		return nil
	}
	f.top = f.topLevel(root)
	if f.top.node.Kind != yamltree.Mapping {
		return nil
	}
	f.parent = f.extended()
	f.verdict = f.readVerdict()
	f.misplaced()
	f.axes, f.questions = newNames(f.Reader, "axis"), newNames(f.Reader, "question")
	d := &draft{Questionnaire: f.head()}
	f.inherit(d)
	own := f.readAxes()
	d.Axes = append(d.Axes, own...)
	d.Questions = append(d.Questions, f.readQuestions()...)
	if f.parent != nil && !f.Diagnostics().HasErrors() {
		d.leaveUnasked()
	}
	f.implyVerdict(d)
	f.checkAsking(d)
	d.Outcomes = f.outcomes(d)
	f.catalogue(d)
	return d
}

func (f *file) topLevel(root *yamltree.Node) part {
	known := []string{
		"id", "version", "title", "minutes", "scope_hint", "verdict", "extends", "only", "axes", "questions",
		"article_headings", "catalogue", "warnings", "recommendations", "groups", "quadrants", "limits", "sentences", "scoring",
		"legacy_clusters",
	}
	const label = "questionnaire"
	fields := f.FieldsMatching(root, label, func(key string) bool { return yearOf("benchmark_", key)+yearOf("industry_", key) > 0 }, known...)
	return part{Fields: fields, reader: f.Reader, node: root, label: label}
}

// head reads what describes the questionnaire as a whole.
func (f *file) head() Questionnaire {
	f.top.requireText("id", "version", "title")
	if f.top.Has("extends") {
		f.top.requireText("extends")
	} else {
		f.top.Require("questions")
		if f.verdict == Leaning || f.verdict == ReadinessState {
			f.top.Require("axes")
		}
	}
	return Questionnaire{
		ID:        f.top.ID("id"),
		Version:   f.top.Text("version"),
		Title:     f.top.Text("title"),
		ScopeHint: f.top.Text("scope_hint"),
		Minutes:   f.top.positive("minutes"),
		Verdict:   f.verdict,
		Headings:  f.headings(),
		File:      f.name(),
	}
}

// name is what the file that is being read is known by.
func (f *file) name() string {
	return f.loader.chain[len(f.loader.chain)-1].Name
}

// checkAsking reports a questionnaire that asks nothing although nothing in its lists is wrong. Where the one that it extends
// has faults, its questions may only have been misread.
func (f *file) checkAsking(d *draft) {
	isKnown := f.parent != nil && !f.parent.partial || f.parent == nil && f.top.Has("questions")
	if len(d.Questions) > 0 || !isKnown || f.Diagnostics().HasErrors() {
		return
	}
	key, hint := "questions", "write at least one question"
	if f.top.Has("only") {
		key, hint = "only", "name at least one question to keep"
	}
	f.top.fault(key, "no-questions", hint, "it asks no question")
}

// misplaced reports keys that have no meaning beside the others.
func (f *file) misplaced() {
	extends := f.top.Has("extends")
	for _, entry := range f.top.node.Entries {
		switch {
		case entry.Key == "only" && !extends:
			f.misplacedKey(entry, `name the questionnaire that the questions come from: "extends"`,
				"selects questions of another questionnaire")
		case extends && (entry.Key == "verdict" || ofQuadrant(entry.Key)):
			f.misplacedKey(entry, "remove it", "comes from the questionnaire that this one extends")
		case f.verdict != "" && f.verdict != Quadrant && ofQuadrant(entry.Key):
			f.misplacedKey(entry, `for delivery metrics write "verdict: quadrant"`, "belongs to a questionnaire with the verdict quadrant")
		}
	}
}

func (f *file) misplacedKey(entry yamltree.Entry, hint, why string) {
	f.Errorf(entry.KeyPos, entry.KeyLength(), "misplaced-key", hint, "%s: %s %s", f.top.label, diag.Quote(entry.Key), why)
}

func ofQuadrant(key string) bool {
	return slices.Contains([]string{"groups", "quadrants", "limits", "sentences", "scoring", "legacy_clusters"}, key) ||
		yearOf("benchmark_", key)+yearOf("industry_", key) > 0
}

// readVerdict returns "" when the verdict cannot be known; then nothing is held against it.
func (f *file) readVerdict() Verdict {
	switch {
	case f.parent != nil && f.parent.impliedVerdict:
		return Leaning // Until the questions are known.
	case f.parent != nil:
		return f.parent.Verdict
	case f.top.Has("extends"):
		return ""
	case f.top.isAbsent("verdict"):
		return Leaning
	}
	return Verdict(f.top.Choice("verdict", string(Leaning), string(Quadrant), string(ReadinessState)))
}

// implyVerdict decides on the verdict where no file names one: questions about readiness without any about style are a checklist.
func (f *file) implyVerdict(d *draft) {
	d.impliedVerdict = f.verdict == Leaning && f.top.isAbsent("verdict") && (f.parent == nil || f.parent.impliedVerdict)
	if d.impliedVerdict {
		f.verdict = d.ImpliedVerdict()
	}
	d.Verdict = f.verdict
}

func (f *file) headings() []Heading {
	node := f.top.Node("article_headings")
	if node == nil || node.Kind == yamltree.Null {
		return nil
	}
	if node.Kind != yamltree.Mapping {
		f.top.fault("article_headings", "wrong-type", "", "%s must map each heading to what covers it", diag.Quote("article_headings"))
		return nil
	}
	var headings []Heading
	for _, entry := range node.Entries {
		covered := f.Texts(entry.Value, "heading "+diag.Quote(entry.Key))
		headings = append(headings, Heading{Title: entry.Key, Axes: covered})
	}
	return headings
}

// yearOf returns the year in a key such as benchmark_2025, and 0 for every other key.
func yearOf(prefix, key string) int {
	digits, found := strings.CutPrefix(key, prefix)
	if !found || len(digits) != len("2025") || strings.Trim(digits, "0123456789") != "" {
		return 0
	}
	year, err := strconv.Atoi(digits)
	if err != nil {
		return 0
	}
	return year
}

// ImpliedVerdict is the verdict of a questionnaire with these questions that names none.
func (q *Questionnaire) ImpliedVerdict() Verdict {
	asksFor := func(m Measure) bool {
		return slices.ContainsFunc(q.Questions, func(question Question) bool { return question.Measures == m })
	}
	// A measure that could not be read may have been style.
	if asksFor(Readiness) && !asksFor(Lean) && !asksFor("") {
		return ReadinessState
	}
	return Leaning
}
