package gate

import (
	"cmp"
	"math/big"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/report"
)

// Case is what a set of gates is evaluated on.
type Case struct {
	Document *report.Document
	// Figures are the exact figures of the run; nil means those of the document.
	Figures *condition.Figures
	// Day is the day of the run, YYYY-MM-DD. It is needed where the set NeedsDay or the document has exemptions or commitments.
	Day string
	// Comparison is needed where the set NeedsBaseline.
	Comparison Comparison
}

// Judge writes the gates of the set into the document, and the ages of its answers if a limit was set. Every gate is
// evaluated; the order in which they were written does not matter.
func (s Set) Judge(c Case) {
	if c.Figures == nil {
		c.Figures = report.Measured(c.Document)
	}
	c.Document.Freshness = s.listFreshness(c)
	if c.Document.AsOf = ""; c.Document.Freshness != nil || len(c.Document.Exemptions) > 0 || c.Document.Commitments != nil {
		c.Document.AsOf = report.Text(c.Day)
	}
	c.Document.Gates = append([]report.Gate{}, slices.Concat(
		s.metricGates(c), s.warningGates(c), s.confidenceGates(c), s.stateGates(c), s.regressionGates(c), s.ageGates(c),
		s.contradictionGates(c), s.commitmentGates(c), s.exemptionGates(c),
	)...)
}

// metricGates returns the gates on figures, sorted by metric, axis, comparison and number.
func (s Set) metricGates(c Case) []report.Gate {
	tests := c.sortTests(s.tests)
	gates := make([]report.Gate, 0, len(tests))
	for _, t := range tests {
		gates = append(gates, c.metricGate(t.condition))
	}
	return gates
}

func (c Case) metricGate(asked condition.Condition) report.Gate {
	bound := asked.Bounds[0]
	value := c.Figures.Value(asked.Metric, asked.Axis)
	gate := report.Gate{
		Gate: asked.String(), Kind: report.MetricGate, Op: bound.Op,
		Required: figureValue(bound.Value), Actual: figureValue(value), Met: c.Figures.Meets(&asked),
	}
	switch {
	case value != nil:
	case asked.Metric == condition.Steps && isFixed(c.Document):
		// Infinite: no change of answers leads there.
		gate.Met = bound.Op == condition.GTE || bound.Op == condition.GT
		gate.Reason = "No change of your answers would put you on another side."
	default:
		gate.Reason = report.Text(c.whyMissing(asked))
	}
	return gate
}

// sortTests sorts tests in the order of a document.
func (c Case) sortTests(tests []test) []test {
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

// placeOfAxis sorts the overall value before its axes.
func (c Case) placeOfAxis(axis string) int {
	return slices.IndexFunc(c.Document.Levels(), func(a report.ReadinessAxis) bool { return a.ID == axis })
}

// figureValue converts a figure to the form of a document.
func figureValue(value *big.Rat) report.Value { return report.Number(report.Nearest(value)) }

// isFixed reports whether practice is scored and no change of the answers leads to the other side.
func isFixed(doc *report.Document) bool {
	v := doc.Verdict.Leaning
	return v != nil && v.Robustness != nil && v.Robustness.Side.Steps == nil
}
