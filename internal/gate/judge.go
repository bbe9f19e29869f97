package gate

import (
	"cmp"
	"math/big"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/report"
)

// Case is what a set is judged on.
type Case struct {
	Document *report.Document
	// Figures are the exact ones of the run; nil takes those of the document.
	Figures *condition.Figures
	// Day is the day of the run, YYYY-MM-DD. It is needed where the set NeedsDay or the document has exemptions.
	Day string
	// Comparison is needed where the set NeedsBaseline.
	Comparison Comparison
}

// Judge enters the gates of the set into the document, and the ages of its answers where a limit was set. Every gate is
// judged, and the order in which they were written changes nothing.
func (s Set) Judge(c Case) {
	if c.Figures == nil {
		c.Figures = report.Measured(c.Document)
	}
	c.Document.Freshness = s.freshness(c)
	if c.Document.AsOf = ""; c.Document.Freshness != nil || len(c.Document.Exemptions) > 0 {
		c.Document.AsOf = report.Text(c.Day)
	}
	c.Document.Gates = append([]report.Gate{}, slices.Concat(
		s.metrics(c), s.warnings(c), s.confidences(c), s.regressions(c), s.ages(c), s.contradictions(c), s.exemptions(c),
	)...)
}

// metrics are ordered by metric, axis, comparison and number.
func (s Set) metrics(c Case) []report.Gate {
	tests := c.sorted(s.tests)
	gates := make([]report.Gate, 0, len(tests))
	for _, t := range tests {
		gates = append(gates, c.metric(t.condition))
	}
	return gates
}

func (c Case) metric(asked condition.Condition) report.Gate {
	bound := asked.Bounds[0]
	value := c.Figures.Value(asked.Metric, asked.Axis)
	gate := report.Gate{
		Gate: asked.String(), Kind: report.MetricGate, Op: bound.Op,
		Required: figure(bound.Value), Actual: figure(value), Met: c.Figures.Meets(&asked),
	}
	switch {
	case value != nil:
	case asked.Metric == condition.Steps && isFixed(c.Document):
		// Farther than any number: nothing leads there.
		gate.Met = bound.Op == condition.GTE || bound.Op == condition.GT
		gate.Reason = "No change of the answers given would move how you work to another side."
	default:
		gate.Reason = report.Text(c.missing(asked))
	}
	return gate
}

// sorted orders tests as a document lists them.
func (c Case) sorted(tests []test) []test {
	return slices.SortedStableFunc(slices.Values(tests), func(a, b test) int {
		order := cmp.Or(
			cmp.Compare(a.condition.Metric, b.condition.Metric),
			cmp.Compare(c.placeOfAxis(a.condition.Axis), c.placeOfAxis(b.condition.Axis)),
			strings.Compare(a.condition.Axis, b.condition.Axis),
		)
		if order != 0 || len(a.condition.Bounds) == 0 {
			return order
		}
		left, right := a.condition.Bounds[0], b.condition.Bounds[0]
		return cmp.Or(strings.Compare(string(left.Op), string(right.Op)), left.Value.Cmp(right.Value))
	})
}

// placeOfAxis puts the whole before its parts.
func (c Case) placeOfAxis(axis string) int {
	return slices.IndexFunc(c.Document.Axes, func(a report.Axis) bool { return a.ID == axis })
}

// figure is a figure as a document has it.
func figure(value *big.Rat) report.Value { return report.Number(report.Nearest(value)) }

// isFixed reports that practice is scored and no change of the answers leads to another side.
func isFixed(doc *report.Document) bool {
	v := doc.Verdict.Leaning
	return v != nil && v.Robustness != nil && v.Robustness.Side.Steps == nil
}
