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

func (f *file) options(p part, m Measure) []Option {
	ids := newNames(f.Reader, "option")
	items := p.items("options", "options", MaxOptions, 0)
	options := make([]Option, 0, len(items))
	for i, item := range items {
		options = append(options, f.option(item, p.label+", "+labelOf("option", item, i), ids, m))
	}
	if node := p.Node("options"); node != nil && node.Kind == yamltree.Sequence && len(items) < 2 {
		p.fault("options", "too-few-options", "", "a question needs at least two options, here is %d", len(items))
	}
	return options
}

func (f *file) option(n *yamltree.Node, label string, ids *names, m Measure) Option {
	share, year := "", 0
	isShare := func(key string) bool { return yearOf("share_", key) > 0 }
	fields := f.FieldsMatching(n, label, isShare,
		"id", "was", "text", "position", "readiness", "floor", "allows", "class", "percent")
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
		Readiness: p.between("readiness", 0, 4),
		Class:     p.whole("class", 1, 6),
		Percent:   p.between("percent", 0, 100),
		Share:     p.between(share, 0, 100),
		ShareYear: year,
		Pos:       n.Pos,
	}
	p.refuseOthers(m)
	p.requireValue(m)
	o.keepOnly(m)
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
	return p.between(key, 0, 4)
}
