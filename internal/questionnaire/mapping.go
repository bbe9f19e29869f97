package questionnaire

import (
	"cmp"
	"math/big"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// MaxMappings bounds the mappings of one question, and the signals of one mapping.
const MaxMappings = 20

func (f *file) evidence(p part, options []Option) Evidence {
	node := p.Node("evidence")
	if node == nil || node.Kind != yamltree.Mapping {
		return Evidence{Note: p.Text("evidence")}
	}
	label := p.label + `, "evidence"`
	given := newPart(f.Reader, node, label, "note", "supports_high", "supports_low", "measures")
	e := Evidence{Note: given.Text("note"), High: given.Texts("supports_high"), Low: given.Texts("supports_low")}
	known := optionIDs(options)
	for i, item := range given.items("measures", "measures", MaxMappings, 0) {
		m := mapper{newPart(f.Reader, item, label+", "+mappingLabel(item, i),
			"measure", "contradicts", "ranges", "signal", "agrees", "differs"), known}
		e.Mappings = append(e.Mappings, m.mapping())
	}
	return e
}

// mappingLabel names a mapping by its measure, and by its place when it has none.
func mappingLabel(n *yamltree.Node, index int) string {
	if name := n.Get("measure"); name != nil && name.Kind == yamltree.Scalar {
		return "measure " + diag.Quote(name.Text)
	}
	return labelOf("measure", n, index)
}

// mapper reads one mapping of a question with the given options.
type mapper struct {
	part
	options []string
}

func (m mapper) mapping() Mapping {
	read := Mapping{Contradicts: Never, Pos: m.node.Pos}
	switch measure, signal := m.Has("measure"), m.Has("signal"); {
	case m.node.Kind != yamltree.Mapping:
	case measure && signal:
		m.fault("signal", "two-measures", "write two items", "an item is about a measure or about signals, not both")
	case measure:
		m.figure(&read)
	case signal:
		m.files(&read)
	default:
		m.fault("", "missing", `name a "measure", or files by their "signal"`, "it names nothing that a repository shows")
	}
	return read
}

// figure reads a mapping of a measure.
func (m mapper) figure(read *Mapping) {
	m.refuse("measure", "agrees", "differs")
	m.Require("measure", "ranges")
	node := m.Node("measure")
	read.Measure = m.Text("measure")
	measure, found := MeasureNamed(read.Measure)
	if read.Measure != "" && !found {
		m.unknown(node, "measure", measureNames())
	}
	if side := m.Choice("contradicts", string(Never), string(Above), string(Below), string(Both)); side != "" {
		read.Contradicts = Side(side)
	}
	ranges := m.Node("ranges")
	if ranges == nil || ranges.Kind == yamltree.Null {
		return
	}
	if ranges.Kind != yamltree.Mapping {
		m.fault("ranges", "wrong-type", "write for example days: {from: 1, to: 7}", `"ranges" must map options to bounds`)
		return
	}
	for _, entry := range ranges.Entries {
		if m.has(entry.Key, entry.KeyPos, entry.KeyLength()) {
			read.Ranges = append(read.Ranges, m.bounds(entry, measure.Unit))
		}
	}
}

// bounds reads the range of one option.
func (m mapper) bounds(entry yamltree.Entry, unit Unit) Range {
	p := newPart(m.reader, entry.Value, m.label+", option "+diag.Quote(entry.Key), "from", "to")
	r := Range{Option: entry.Key, From: p.amount("from", unit), To: p.amount("to", unit), Pos: entry.KeyPos}
	switch {
	case entry.Value.Kind != yamltree.Mapping:
	case isOpen(p.Node("from")) && isOpen(p.Node("to")):
		p.fault("", "no-bounds", `give "from", "to" or both`, "a range without bounds agrees with everything")
	case r.From != nil && r.To != nil && r.From.Cmp(r.To) >= 0:
		p.fault("to", "odd-range", "", `"to" must be above "from"`)
	}
	return r
}

func isOpen(n *yamltree.Node) bool { return n == nil || n.Kind == yamltree.Null }

// amount returns a number from 0, up to 1 for a share; nil for every other value, which is reported.
func (p part) amount(key string, unit Unit) *big.Rat {
	value := p.Number(key)
	switch {
	case value == nil:
	case value.Sign() < 0:
		p.fault(key, "out-of-range", "", "%s must be 0 or more, not %s", diag.Quote(key), p.Node(key).Text)
		return nil
	case unit.IsPart() && value.Cmp(big.NewRat(1, 1)) > 0:
		p.fault(key, "odd-range", "write 0.25 for 25 %", "%s must be between 0 and 1, not %s", diag.Quote(key), p.Node(key).Text)
		return nil
	}
	return value
}

// files reads a mapping of signals.
func (m mapper) files(read *Mapping) {
	m.refuse("signal", "ranges", "contradicts")
	known := RepositorySignals()
	words := m.WordOrWords("signal")
	if len(words) > MaxMappings {
		m.fault("signal", "too-many-measures", "", "more than %d signals", MaxMappings)
		words = words[:MaxMappings]
	}
	for _, word := range words {
		if !slices.Contains(known, word.Text) {
			m.unknown(word, "signal", known)
			continue
		}
		read.Signals = append(read.Signals, word.Text)
	}
	if len(words) == 0 {
		m.fault("signal", "missing", "", `"signal" names nothing`)
	}
	read.Agrees, read.Differs = m.optionList("agrees"), m.optionList("differs")
	if !m.Has("agrees") && !m.Has("differs") {
		m.fault("", "missing", `name options in "agrees", "differs" or both`, "it says nothing about any option")
	}
	for _, word := range m.WordOrWords("differs") {
		if slices.Contains(read.Agrees, word.Text) {
			m.reader.Errorf(word.Pos, word.Length(), "duplicate-id", "keep one of the two",
				"%s: the option %s both agrees and differs", m.label, diag.Quote(word.Text))
		}
	}
}

// optionList names each option once, however often the file does: a hostile one repeats it many thousand times.
func (m mapper) optionList(key string) []string {
	var list []string
	for _, word := range m.WordOrWords(key) {
		if m.has(word.Text, word.Pos, word.Length()) && !slices.Contains(list, word.Text) {
			list = append(list, word.Text)
		}
	}
	return list
}

// has reports an option that the question does not have, and returns whether it does.
func (m mapper) has(option string, at diag.Pos, length int) bool {
	if slices.Contains(m.options, option) {
		return true
	}
	hint := cmp.Or(m.reader.DidYouMean(option, m.options), "known: "+strings.Join(m.options, ", "))
	m.reader.Errorf(at, length, "no-such-option", hint, "%s: the question has no option %s", m.label, diag.Quote(option))
	return false
}

// refuse reports keys that only the other form of a mapping has.
func (m mapper) refuse(form string, keys ...string) {
	for _, entry := range m.node.Entries {
		if slices.Contains(keys, entry.Key) {
			m.reader.Errorf(entry.KeyPos, entry.KeyLength(), "misplaced-key", "remove it",
				"%s: %s does not go with %s", m.label, diag.Quote(entry.Key), diag.Quote(form))
		}
	}
}

func (m mapper) unknown(node *yamltree.Node, kind string, known []string) {
	hint := m.reader.DidYouMean(node.Text, known)
	if hint == "" {
		hint = "opsfit questionnaire show full lists what the shipped questions use"
	}
	m.reader.Errorf(node.Pos, node.Length(), "unknown-"+kind, hint, "%s: a repository shows no %s %s", m.label, kind, diag.Quote(node.Text))
}
