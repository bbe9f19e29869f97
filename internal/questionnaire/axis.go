package questionnaire

import (
	"cmp"
	"math/big"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// readAxes returns the axes that this file adds.
func (f *file) readAxes() []Axis {
	if f.top.Has("axes") && f.top.Node("axes").Kind != yamltree.Sequence {
		f.axes.partial = true
	}
	var axes []Axis
	for i, item := range f.top.items("axes", "axes", MaxAxes, len(f.axes.ids)) {
		axes = append(axes, f.axis(item, labelOf("axis", item, i)))
	}
	return axes
}

func (f *file) axis(n *yamltree.Node, label string) Axis {
	p := newPart(f.Reader, n, label, "id", "title", "low", "high", "card_axis", "weight")
	p.requireText("id")
	id := f.axes.enter(p, condition.Overall)
	return Axis{
		ID:       id,
		Title:    cmp.Or(p.Text("title"), id),
		Low:      p.Text("low"),
		High:     p.Text("high"),
		CardAxis: p.Text("card_axis"),
		Weight:   p.weight("weight"),
		File:     f.name(),
		Pos:      n.Pos,
	}
}

// axisValues reads a mapping from axes to numbers, which value reads. It keeps the order of the file.
func (f *file) axisValues(p part, key string, value func(values part, axis string) *big.Rat, add func(axis string, number *big.Rat)) {
	node := p.Node(key)
	if node == nil || node.Kind == yamltree.Null {
		return
	}
	if node.Kind != yamltree.Mapping {
		p.fault(key, "wrong-type", "write for example {delivery: 1}", "%s must map axes to numbers", diag.Quote(key))
		return
	}
	label := p.label + ", " + diag.Quote(key)
	fields := f.FieldsMatching(node, label, func(string) bool { return true })
	values := part{Fields: fields, reader: f.Reader, node: node, label: label}
	entries := node.Entries
	if len(entries) > MaxAxes {
		first := entries[MaxAxes]
		f.Errorf(first.KeyPos, first.KeyLength(), "too-many-axes", "", "%s: more than %d axes", label, MaxAxes)
		entries = entries[:MaxAxes]
	}
	for _, entry := range entries {
		values.Require(entry.Key)
		number := value(values, entry.Key)
		if f.axes.check(entry.KeyPos, entry.KeyLength(), values.label, entry.Key) && number != nil {
			add(entry.Key, number)
		}
	}
}
