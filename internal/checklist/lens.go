package checklist

import (
	"fmt"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// lensReader reads a lens: the JSON form in which the Well-Architected Tool of AWS takes own questions. Its documentation calls
// this the lens format specification.
type lensReader struct {
	*yamltree.Reader
}

// ReadLens reads a lens. The checklist is nil if and only if the list, sorted by position, holds an error.
func ReadLens(name string, text []byte) (*Checklist, diag.List) {
	root, found := yamltree.Parse(name, text)
	if root == nil {
		return nil, found
	}
	l := &lensReader{yamltree.NewReader(name)}
	if root.Kind != yamltree.Mapping || root.Get("pillars") == nil {
		l.Errorf(root.Pos, 1, "not-a-lens", "a lens has a name and pillars with questions", "this is not a lens")
		return nil, l.Diagnostics()
	}
	f := l.fields(root, "lens")
	c := &Checklist{Title: oneLine(f.Text("name")), Intro: []string{f.Text("description")}, Scale: lensScale}
	c.Left = leftovers(root, "schemaVersion", "name", "description", "pillars")
	for _, pillar := range f.Items("pillars") {
		c.Sections = append(c.Sections, l.pillar(pillar))
	}
	return c.finish(l.Reader, name)
}

const lensScale = "By its risk rules a lens finds NO_RISK, MEDIUM_RISK or HIGH_RISK. A list is complete where it finds NO_RISK, and " +
	"worths are chosen so that as many incomplete ones as possible are a gap (above 2) for MEDIUM_RISK and further off for HIGH_RISK. " +
	"Where the answers are the rules themselves, the three are 4, 3 and 0."

// fields reads a mapping whose unknown keys are leftovers.
func (l *lensReader) fields(n *yamltree.Node, what string) yamltree.Fields {
	return l.FieldsMatching(n, what, func(string) bool { return true })
}

// leftovers returns every text below the keys of a mapping that are not known.
func leftovers(n *yamltree.Node, known ...string) []Leftover {
	var left []Leftover
	for _, entry := range n.Entries {
		if slices.Contains(known, entry.Key) {
			continue
		}
		reason := "the key " + diag.Quote(entry.Key) + " has no place in a questionnaire"
		for _, text := range texts(entry.Value, nil) {
			left = append(left, Leftover{Reason: reason, Text: text, Pos: entry.KeyPos})
		}
	}
	return left
}

// texts returns the texts below a value, and the keys before them.
func texts(n *yamltree.Node, path []string) []string {
	var all []string
	switch n.Kind {
	case yamltree.Mapping:
		for _, entry := range n.Entries {
			all = append(all, texts(entry.Value, append(slices.Clip(path), entry.Key))...)
		}
	case yamltree.Sequence:
		for _, item := range n.Items {
			all = append(all, texts(item, path)...)
		}
	default:
		all = append(all, join(": ", strings.Join(path, "."), n.Text))
	}
	return all
}

func (l *lensReader) pillar(n *yamltree.Node) Section {
	f := l.fields(n, "pillar")
	f.Require("name", "questions")
	section := Section{ID: f.Text("id"), Title: oneLine(f.Text("name")), Pos: n.Pos, Left: leftovers(n, "id", "name", "questions")}
	for _, question := range f.Items("questions") {
		section.Points = append(section.Points, l.question(question))
	}
	return section
}

func (l *lensReader) question(n *yamltree.Node) Point {
	f := l.fields(n, "question")
	f.Require("title", "choices")
	p := Point{ID: f.Text("id"), Text: oneLine(f.Text("title")), Why: []string{f.Text("description")}, Pos: n.Pos}
	p.Left = leftovers(n, "id", "title", "description", "helpfulResource", "choices", "riskRules")
	p.Sources = l.resource(f.Node("helpfulResource"), "", &p)
	var choices []choice
	for _, item := range f.Items("choices") {
		choices = append(choices, l.choice(item, &p))
	}
	l.checkChoices(n, choices)
	if rules := l.rules(f, choices); !l.Diagnostics().HasErrors() {
		p.answerBy(choices, p.endRules(rules))
	}
	return p
}

// mostChoices is how many choices a question of a lens has at most. It also bounds the work on its risk rules.
const mostChoices = 15

func (l *lensReader) checkChoices(n *yamltree.Node, choices []choice) {
	own := 0
	for i, c := range choices {
		if !c.none {
			own++
		}
		if own == mostChoices+1 && !c.none {
			l.Errorf(c.pos, 1, "too-many-options", "make two questions of it", "a question of a lens has at most %d choices", mostChoices)
		}
		if slices.ContainsFunc(choices[:i], func(before choice) bool { return before.id == c.id }) {
			l.Errorf(c.pos, 1, "duplicate-id", "choose another id", "the choice %s is already there", diag.Quote(c.id))
		}
	}
	if own == 0 {
		l.Errorf(n.Pos, 1, "missing", "", "a question has no choices")
	}
}

// choice is one choice of a question.
type choice struct {
	id, title string
	none      bool
	remedy    Remedy
	pos       diag.Pos
}

func (l *lensReader) choice(n *yamltree.Node, p *Point) choice {
	f := l.fields(n, "choice")
	f.Require("id", "title")
	c := choice{id: f.Text("id"), title: oneLine(f.Text("title")), pos: n.Pos}
	c.none = strings.HasSuffix(c.id, "_no") || isNone(c.title)
	p.Left = append(p.Left, leftovers(n, "id", "title", "helpfulResource", "improvementPlan", "additionalResources")...)
	p.Sources = append(p.Sources, l.resource(f.Node("helpfulResource"), c.title, p)...)
	c.remedy = Remedy{Title: c.title, Step: strings.Join(l.resource(f.Node("improvementPlan"), "", p), " ")}
	for _, more := range f.Items("additionalResources") {
		l.moreResources(more, &c, p)
	}
	return c
}

func (l *lensReader) moreResources(n *yamltree.Node, c *choice, p *Point) {
	f := l.fields(n, "additional resource")
	p.Left = append(p.Left, leftovers(n, "type", "content")...)
	kind := f.Choice("type", "HELPFUL_RESOURCE", "IMPROVEMENT_PLAN")
	for _, item := range f.Items("content") {
		if kind == "IMPROVEMENT_PLAN" {
			c.remedy.Then = join(" ", c.remedy.Then, strings.Join(l.resource(item, "", p), " "))
		} else {
			p.Sources = append(p.Sources, l.resource(item, c.title, p)...)
		}
	}
}

// resource returns the text of a link and its address, with what it is about before; none where there is neither.
func (l *lensReader) resource(n *yamltree.Node, about string, p *Point) []string {
	if n == nil || n.Kind == yamltree.Null {
		return nil
	}
	f := l.fields(n, "resource")
	p.Left = append(p.Left, leftovers(n, "displayText", "url")...)
	text := join(" ", f.Text("displayText"), f.Text("url"))
	if text == "" {
		return nil
	}
	return []string{join(": ", about, text)}
}

// rule says which risk a question has where its condition holds. The first one that holds decides.
type rule struct {
	// when is nil for the last rule, which always holds.
	when *expression
	risk risk
}

// rules returns nil where a question has none.
func (l *lensReader) rules(f yamltree.Fields, choices []choice) []rule {
	var rules []rule
	ids := make([]string, len(choices))
	for i, c := range choices {
		ids[i] = c.id
	}
	items := f.Items("riskRules")
	for _, item := range items {
		r := l.rule(item, ids)
		if slices.ContainsFunc(rules, func(before rule) bool { return before.risk == r.risk }) {
			l.Errorf(item.Pos, 1, "duplicate-rule", "a lens has one rule for each risk", "there is already a rule for %s", r.risk)
		}
		rules = append(rules, r)
	}
	return rules
}

// endRules makes the rules end with one that always holds, as those of a lens should.
func (p *Point) endRules(rules []rule) []rule {
	last := slices.IndexFunc(rules, func(r rule) bool { return r.when == nil })
	if last < 0 && rules != nil {
		p.Left = append(p.Left, Leftover{Reason: "the risk rules have no default; where none holds, the risk is HIGH_RISK here", Pos: p.Pos})
		if rules[len(rules)-1].risk == highRisk {
			rules = rules[:len(rules)-1]
		}
		return append(rules, rule{risk: highRisk})
	}
	if last >= 0 && last < len(rules)-1 {
		p.Left = append(p.Left, Leftover{Reason: "risk rules behind the default, which never decide", Pos: p.Pos})
		return rules[:last+1]
	}
	return rules
}

func (l *lensReader) rule(n *yamltree.Node, ids []string) rule {
	f := l.fields(n, "risk rule")
	f.Require("condition", "risk")
	r := rule{risk: riskOf(f.Choice("risk", "HIGH_RISK", "MEDIUM_RISK", "NO_RISK"))}
	node := f.Node("condition")
	if node == nil || node.Kind != yamltree.Scalar || strings.TrimSpace(node.Text) == "default" {
		return r
	}
	when, fault := parseExpression(node.Text, ids)
	if fault != "" {
		l.Errorf(node.Pos, node.Length(), "bad-condition", fmt.Sprintf("the choices are %s", strings.Join(ids, ", ")),
			"the condition %s: %s", diag.Quote(node.Text), fault)
	}
	r.when = when
	return r
}
