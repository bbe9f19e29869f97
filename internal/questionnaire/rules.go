package questionnaire

import (
	"cmp"
	"strings"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// LoadCatalogue reads a catalogue file on its own. The diagnostics are sorted; the catalogue is nil if and only if they
// hold an error. Names are not looked up, because the file does not say for which questionnaire it is.
func LoadCatalogue(src Source) (*Catalogue, diag.List) {
	root, found := yamltree.Salvage(src.Name, src.Bytes)
	if root == nil {
		return nil, found.Sorted()
	}
	reader := yamltree.NewReader(src.Name)
	r := &rules{Reader: reader, conditions: condition.NewReader(reader)}
	c := r.file(root)
	found = append(found, r.Diagnostics()...).Sorted()
	if found.HasErrors() {
		return nil, found
	}
	c.File = src.Name
	return c, found
}

// IsCatalogue reports whether a file is a catalogue rather than a questionnaire: it has warnings or recommendations, and
// neither questions nor axes of its own or of another. It is false for a file that cannot be read.
func IsCatalogue(src Source) bool {
	root, _ := yamltree.Salvage(src.Name, src.Bytes)
	return root != nil && isCatalogue(root)
}

func isCatalogue(root *yamltree.Node) bool {
	for _, key := range []string{"questions", "axes", "extends", "only", "verdict"} {
		if root.Get(key) != nil {
			return false
		}
	}
	return root.Get("warnings") != nil || root.Get("recommendations") != nil
}

// rules reads warnings and recommendations.
type rules struct {
	*yamltree.Reader
	conditions *condition.Reader
	// verdict is that of the questionnaire; empty where it is not known.
	verdict Verdict
	// impliedVerdict is set where no file says which verdict it is.
	impliedVerdict bool
}

func (d *draft) newRules(r *yamltree.Reader) *rules {
	return &rules{r, condition.NewReader(r), d.Verdict, d.impliedVerdict}
}

// file reads a catalogue that is a file of its own.
func (r *rules) file(root *yamltree.Node) *Catalogue {
	if root.Get("questions") != nil || root.Get("extends") != nil {
		r.Errorf(root.Pos, 1, "not-a-catalogue", `to take over its questions, name it under "extends"`,
			"this is a questionnaire, not a catalogue of warnings and recommendations")
		return &Catalogue{}
	}
	p := newPart(r.Reader, root, "catalogue", "id", "version", "title", "warnings", "recommendations")
	if root.Kind == yamltree.Mapping && !p.Has("warnings") && !p.Has("recommendations") {
		p.fault("", "missing", "", "%s or %s is missing", diag.Quote("warnings"), diag.Quote("recommendations"))
	}
	c := r.lists(p)
	c.ID, c.Version, c.Title = p.ID("id"), p.Text("version"), p.Text("title")
	return c
}

// lists reads the rules of a catalogue, wherever they stand.
func (r *rules) lists(p part) *Catalogue {
	warnings, recommendations := newNames(r.Reader, "warning"), newNames(r.Reader, "recommendation")
	c := &Catalogue{}
	for i, item := range p.items("warnings", "rules", MaxRules, 0) {
		c.Warnings = append(c.Warnings, r.warning(item, labelOf("warning", item, i), warnings))
	}
	warnings.partial = p.Has("warnings") && p.Node("warnings").Kind != yamltree.Sequence
	for i, item := range p.items("recommendations", "rules", MaxRules, len(c.Warnings)) {
		c.Recommendations = append(c.Recommendations, r.recommendation(item, labelOf("recommendation", item, i), recommendations, warnings))
	}
	return c
}

func (r *rules) warning(n *yamltree.Node, label string, ids *names) Warning {
	p := newPart(r.Reader, n, label, "id", "title", "severity", "when", "text", "why", "answered_by")
	p.requireText("id", "text")
	p.Require("severity", "when")
	id := ids.enter(p)
	return Warning{
		ID:     id,
		Title:  cmp.Or(p.Text("title"), id),
		Grades: r.grades(p),
		When:   r.condition(p.Node("when"), label),
		Text:   p.Text("text"),
		Why:    p.Text("why"),
		Pos:    n.Pos,

		AnsweredByLifts: p.Choice("answered_by", "lifts") != "",
	}
}

// grades reads a severity: one word, or a mapping from words to conditions. They come out from the most severe.
func (r *rules) grades(p part) []Grade {
	order := Severities()
	words := make([]string, len(order))
	for i, severity := range order {
		words[i] = string(severity)
	}
	node := p.Node("severity")
	if node == nil || node.Kind != yamltree.Mapping {
		return []Grade{{Severity: Severity(p.Choice("severity", words...))}}
	}
	label := p.label + `, "severity"`
	fields := r.Fields(node, label, words...)
	if len(node.Entries) == 0 {
		p.fault("severity", "missing", "known: "+strings.Join(words, ", "), "%s names no severity", diag.Quote("severity"))
	}
	var grades []Grade
	for i, severity := range order {
		if fields.Has(words[i]) {
			fields.Require(words[i])
			grades = append(grades, Grade{Severity: severity, When: r.condition(fields.Node(words[i]), label)})
		}
	}
	return grades
}

func (r *rules) recommendation(n *yamltree.Node, label string, ids, warnings *names) Recommendation {
	p := newPart(r.Reader, n, label,
		"id", "title", "direction", "tier", "axis", "when", "requires", "first_step", "then", "why", "effect",
		"effort", "impact", "urgency", "lifts", "moves", "answers_warnings", "anti_pattern")
	p.requireText("id", "title", "first_step")
	p.Require("tier", "axis", "when", "effort", "impact")
	if r.verdict == Leaning && p.isAbsent("direction") {
		p.fault("", "no-direction", "write devops, sysops, combine, or either for what is good under both",
			"%s is missing", diag.Quote("direction"))
	}
	return Recommendation{
		ID:              ids.enter(p),
		Title:           p.Text("title"),
		Direction:       p.Choice("direction", DirectionDevOps, DirectionSysOps, DirectionEither, "combine"),
		Tier:            p.Choice("tier", "safety", "foundation", "direction", TierSustain, "combine"),
		Axis:            p.ID("axis"),
		When:            r.condition(p.Node("when"), label),
		Requires:        r.condition(p.Node("requires"), label+`, "requires"`),
		FirstStep:       p.Text("first_step"),
		Then:            p.Text("then"),
		Why:             p.Text("why"),
		Effect:          p.Text("effect"),
		Effort:          p.whole("effort", 1, 3),
		Impact:          p.whole("impact", 1, 5),
		Urgency:         p.between("urgency", 0, 1),
		Lifts:           p.textsOf("lifts"),
		Moves:           p.textsOf("moves"),
		AnswersWarnings: r.answered(p, warnings),
		AntiPattern:     p.Text("anti_pattern"),
		Pos:             n.Pos,
	}
}

// condition reads a condition and warns of tests that can never hold: a result about readiness knows no poles.
func (r *rules) condition(n *yamltree.Node, label string) condition.Condition {
	c := r.conditions.Read(n, label)
	if r.verdict != ReadinessState || r.impliedVerdict {
		return c
	}
	for _, test := range c.Tests() {
		if test.IsAboutLeaning() {
			r.Warnf(test.Pos, 1, "pole-condition", "test an answer, or readiness, weakest, unmet, shortfall or coverage",
				"%s: a questionnaire about readiness has no SysOps and no DevOps pole", label)
		}
	}
	return c
}

// answered reads the warnings that a recommendation is a remedy for.
func (r *rules) answered(p part, warnings *names) []string {
	var ids []string
	for _, item := range p.WordOrWords("answers_warnings") {
		if warnings.check(item.Pos, item.Length(), p.label, item.Text) {
			ids = append(ids, item.Text)
		}
	}
	return ids
}
