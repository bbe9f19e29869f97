package questionnaire

import (
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// kind reads what a context question says. Without the key the values of its options tell: one that affects axes is a need,
// one that allows something is a limit, and any other is a profile.
func (f *file) kind(p part, q *Question) Kind {
	kind := p.readKind()
	if q.Measures != Context {
		return ""
	}
	if kind == "" {
		kind = p.impliedKind()
	}
	f.checkKind(p, kind)
	return kind
}

func (p part) readKind() Kind {
	if p.Text("kind") != "constraint" {
		return Kind(p.Choice("kind", string(Need), string(Limit), string(Profile)))
	}
	p.fault("kind", "old-kind", `write "kind: limit" with "allows" on its options, or "kind: need" with "affects" and positions`,
		"%s is no longer a kind: it mixed what a service needs with what is allowed", diag.Quote("constraint"))
	return ""
}

func (p part) impliedKind() Kind {
	if p.isGiven("affects") {
		return Need
	}
	for _, option := range p.Items("options") {
		if allows := option.Get("allows"); allows != nil && allows.Kind != yamltree.Null {
			return Limit
		}
	}
	return Profile
}

// isGiven reports a mapping that is not empty.
func (p part) isGiven(key string) bool {
	node := p.Node(key)
	return node != nil && len(node.Entries) > 0
}

// checkKind reports what a question of its kind cannot have: what is wanted, what is allowed and what simply is are kept apart
// question by question.
func (f *file) checkKind(p part, kind Kind) {
	if kind != Need && p.isGiven("affects") {
		p.fault("affects", "misplaced-key", `write "kind: need", or remove it`,
			"%s is for a need, this question is a %s", diag.Quote("affects"), kind)
	}
	for _, item := range p.Items("options") {
		for _, entry := range item.Entries {
			switch {
			case entry.Value.Kind == yamltree.Null:
			case entry.Key == "position" && kind != Need:
				f.refuseInKind(p, entry, kind, `write "allows" for a bound, or make the question a need`)
			case entry.Key == "allows" && kind != Limit:
				f.refuseInKind(p, entry, kind, `make the question a limit, with "kind: limit"`)
			}
		}
	}
}

func (f *file) refuseInKind(p part, entry yamltree.Entry, kind Kind, hint string) {
	f.Errorf(entry.KeyPos, entry.KeyLength(), "misplaced-key", hint,
		"%s: an option of a %s has no %s", p.label, kind, diag.Quote(entry.Key))
}

// allowances reads what an option allows: {AXIS: {at_most: X}} or {AXIS: {at_least: X}}.
func (f *file) allowances(p part) []Allowance {
	node := p.Node("allows")
	if node == nil || node.Kind == yamltree.Null {
		return nil
	}
	if node.Kind != yamltree.Mapping || len(node.Entries) > MaxAxes {
		p.fault("allows", "wrong-type", "write for example {delivery: {at_most: 0.25}}", "%s must map axes to bounds", diag.Quote("allows"))
		return nil
	}
	var bounds []Allowance
	for _, entry := range node.Entries {
		label := p.label + ", " + diag.Quote("allows")
		known := f.axes.check(entry.KeyPos, entry.KeyLength(), label, entry.Key)
		if bound, ok := f.allowance(entry, label+", "+diag.Quote(entry.Key)); ok && known {
			bounds = append(bounds, bound)
		}
	}
	return bounds
}

func (f *file) allowance(entry yamltree.Entry, label string) (Allowance, bool) {
	p := newPart(f.Reader, entry.Value, label, "at_most", "at_least")
	bound := Allowance{Axis: entry.Key, AtMost: p.between("at_most", -1, 1), AtLeast: p.between("at_least", -1, 1)}
	if p.Has("at_most") == p.Has("at_least") {
		if entry.Value.Kind == yamltree.Mapping {
			p.fault("", "one-bound", "a question that bounds both sides asks for two limits",
				"give %s or %s, one of the two", diag.Quote("at_most"), diag.Quote("at_least"))
		}
		return Allowance{}, false
	}
	return bound, bound.AtMost != nil || bound.AtLeast != nil
}

// textsOf reads a list of names, or a single one.
func (p part) textsOf(key string) []string {
	var names []string
	for _, item := range p.WordOrWords(key) {
		names = append(names, item.Text)
	}
	return names
}

// checkEarlierIDs reports an earlier id that is in use, or that two questions, or two options of one, claim: an old answer
// could mean either.
func (f *file) checkEarlierIDs(questions []Question) {
	owner := map[string]string{}
	for i := range questions {
		owner[questions[i].ID] = questions[i].ID
	}
	for i := range questions {
		q := &questions[i]
		f.claim(q.Pos, "question", q.ID, q.Was, owner)
		options := map[string]string{}
		for _, word := range ReservedOptions() {
			options[word] = word
		}
		for j := range q.Options {
			options[q.Options[j].ID] = q.Options[j].ID
		}
		for j := range q.Options {
			f.claim(q.Options[j].Pos, "option", q.Options[j].ID, q.Options[j].Was, options)
		}
	}
}

func (f *file) claim(pos diag.Pos, kind, id string, was []string, owner map[string]string) {
	for _, earlier := range was {
		if other := owner[earlier]; other != "" {
			f.Errorf(pos, 1, "earlier-id", "leave it out of one of the two",
				"%s %s: its earlier id %s is also one of %s", kind, diag.Quote(id), diag.Quote(earlier), diag.Quote(other))
			continue
		}
		owner[earlier] = id
	}
}
