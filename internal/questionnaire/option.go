package questionnaire

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// ReservedOptions returns the words that an answer may be besides an option id, so that no option may have them as its id.
func ReservedOptions() []string {
	return []string{"dont_know", "not_applicable", "skipped"}
}

func (f *file) options(p part, q *Question) []Option {
	ids := newNames(f.Reader, "option")
	items := p.items("options", "options", MaxOptions, 0)
	options := make([]Option, 0, len(items))
	for i, item := range items {
		options = append(options, f.option(item, p.label+", "+labelOf("option", item, i), ids, q))
	}
	if node := p.Node("options"); node != nil && node.Kind == yamltree.Sequence && len(items) < 2 {
		p.fault("options", "too-few-options", "", "a question needs at least two options, here is %d", len(items))
	}
	p.refuseSecondNone(options, items)
	return options
}

func (f *file) option(n *yamltree.Node, label string, ids *names, q *Question) Option {
	share, year := "", 0
	isShare := func(key string) bool { return yearOf("share_", key) > 0 }
	fields := f.FieldsMatching(n, label, isShare,
		"id", "was", "text", "position", "readiness", "worth", "none", "floor", "allows", "class", "percent")
	p := part{Fields: fields, reader: f.Reader, node: n, label: label}
	p.requireText("id", "text")
	for _, entry := range n.Entries {
		if isShare(entry.Key) {
			p.once("share", share, entry)
			share, year = entry.Key, yearOf("share_", entry.Key)
		}
	}
	o := Option{
		ID:        ids.enter(p, ReservedOptions()...),
		Was:       p.textsOf("was"),
		Text:      p.Text("text"),
		Position:  p.between("position", -1, 1),
		Readiness: p.between("readiness", 0, TopLevel),
		Class:     p.whole("class", 1, 6),
		Percent:   p.between("percent", 0, 100),
		Share:     p.between(share, 0, 100),
		ShareYear: year,
		Pos:       n.Pos,
	}
	p.refuseOthers(q.Measures)
	if q.Many {
		p.readWorth(&o)
	} else {
		p.refuseWorth(q.Measures)
		p.requireValue(q.Measures)
	}
	o.keepOnly(q.Measures)
	f.axisValues(p, "floor", part.level, func(axis string, level *big.Rat) {
		o.Floors = append(o.Floors, Floor{Axis: axis, Level: level})
	})
	o.Allows = f.allowances(p)
	return o
}

// keepOnly forgets the value of the other kind on an option that mixes style and readiness.
func (o *Option) keepOnly(m Measure) {
	switch m {
	case Lean:
		o.Readiness = nil
	case Readiness:
		o.Position = nil
	case Context, Outcome:
	}
}

// readWorth reads what an option of a list adds, 1 where the file does not say, or that it says that nothing applies.
func (p part) readWorth(o *Option) {
	if p.Has("readiness") {
		p.fault("readiness", "misplaced-key", `write "worth", what the option adds to the level`,
			"%s is for questions with one answer; here the options that apply add up", diag.Quote("readiness"))
		o.Readiness = nil
	}
	o.None = p.Bool("none")
	switch {
	case !o.None:
		o.Worth = p.weight("worth")
	case p.Has("worth"):
		p.fault("worth", "two-values", "keep one of the two", "an option that says that nothing applies has no %s", diag.Quote("worth"))
	}
}

// refuseWorth reports the keys of options that add up where one option is the answer.
func (p part) refuseWorth(m Measure) {
	for _, key := range []string{"worth", "none"} {
		if m == Readiness && p.Has(key) {
			p.fault(key, "misplaced-key", `write "choose: many" beside the question, or remove it`,
				"%s is for questions with %s", diag.Quote(key), diag.Quote("choose: many"))
		}
	}
}

// refuseSecondNone reports a second option that says that nothing applies.
func (p part) refuseSecondNone(options []Option, items []*yamltree.Node) {
	first := ""
	for i := range options {
		switch {
		case !options[i].None:
		case first == "":
			first = options[i].ID
		default:
			at := items[i].Get("none")
			p.reader.Errorf(at.Pos, at.Length(), "second-none", "keep one of the two",
				"%s, %s: %s says already that nothing applies", p.label, labelOf("option", items[i], i), diag.Quote(first))
		}
	}
}

// requireValue reports an option without the value that its question measures. A context option needs none: it may
// leave the situation alone.
func (p part) requireValue(m Measure) {
	switch m {
	case Lean:
		p.Require("position")
	case Readiness:
		p.Require("readiness")
	case Outcome:
		p.requireOutcome()
	case Context:
	}
}

func (p part) requireOutcome() {
	class, percent := p.Has("class"), p.Has("percent")
	switch {
	case class && percent:
		p.fault("percent", "two-values", "keep one of the two", "an option has a class or a percentage, not both")
	case class:
		p.Require("class")
	case percent:
		p.Require("percent")
	case p.node.Kind == yamltree.Mapping:
		p.fault("", "missing", "", "%s or %s is missing", diag.Quote("class"), diag.Quote("percent"))
	}
}

// once reports an entry for a second year; earlier is the key of the first, or empty.
func (p part) once(what, earlier string, entry yamltree.Entry) {
	if earlier != "" {
		p.reader.Errorf(entry.KeyPos, entry.KeyLength(), "two-years", "keep the latest year", "%s: %s gives the %s of a second year beside %s",
			p.label, diag.Quote(entry.Key), what, diag.Quote(earlier))
	}
}

// level reads a level of readiness.
func (p part) level(key string) *big.Rat {
	return p.between(key, 0, TopLevel)
}
