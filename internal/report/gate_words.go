package report

import (
	"cmp"
	"math"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/score"
)

// GateLine is a gate in words.
type GateLine struct {
	Name string
	Kind GateKind
	Met  bool
	// Required and Actual are figures or words that stand in the same relation as the values of the gate, however they
	// had to be rounded. Required is empty for a gate of a result that does not say it.
	Required, Actual string
	// Reason is empty where the two say it all.
	Reason string
}

// Word says how the gate came out.
func (g GateLine) Word() string {
	if g.Met {
		return "met"
	}
	return "not met"
}

// Figures puts what is required beside what is there.
func (g GateLine) Figures() string {
	if g.Required == "" {
		return "actual " + g.Actual
	}
	return "required " + g.Required + ", actual " + g.Actual
}

// Failed returns the gates that are not met, in order.
func Failed(doc *Document) []Gate {
	var failed []Gate
	for _, gate := range doc.Gates {
		if !gate.Met {
			failed = append(failed, gate)
		}
	}
	return failed
}

// GateLines puts the gates of a document into words, in its order.
func GateLines(doc *Document) []GateLine {
	var lines []GateLine
	for _, gate := range doc.Gates {
		line := GateLine{Name: gate.Gate, Kind: gate.Kind, Met: gate.Met, Reason: string(gate.Reason)}
		line.Required, line.Actual = gate.words()
		lines = append(lines, line)
	}
	return lines
}

// words puts what is required and what is there into words.
func (g Gate) words() (required, actual string) {
	required, actual = g.figures()
	if required == "" {
		return "", actual
	}
	switch g.Kind {
	case ExemptionGate:
		return "until " + required, actual
	case RegressionGate:
		if g.Required.Number == nil {
			return required + " or better, as before", actual
		}
		return g.Op.Words() + " " + required + " as before", actual
	case AgeGate:
		return g.Op.Words() + " " + inDays(g.Required, required), inDays(g.Actual, actual)
	case EvidenceGate, CommitmentGate:
		return "none", actual
	case StateGate:
		return required, actual
	case ChallengeGate:
		return required + " or more each", actual
	case MetricGate, WarningGate, ConfidenceGate:
	}
	return g.Op.Words() + " " + required, actual
}

// inDays gives the figure of a number its unit; words stay as they are.
func inDays(v Value, figure string) string {
	switch {
	case v.Number == nil:
		return figure
	case figure == "1":
		return figure + " day"
	}
	return figure + " days"
}

func (g Gate) figures() (required, actual string) {
	if g.Required.Number != nil && g.Actual.Number != nil {
		return g.apart(*g.Required.Number, *g.Actual.Number)
	}
	actual = "not computed"
	if !g.Actual.IsNull() {
		actual = plainWord(g.Actual)
	}
	return plainWord(g.Required), actual
}

func plainWord(v Value) string {
	switch {
	case v.Number != nil:
		return exactly(*v.Number)
	case v.Word == string(score.NotReady):
		return StateWord(Text(v.Word))
	}
	return v.Word
}

// apart writes two figures as pages show the metric and, where that would not keep their order, with as few decimals as do: 69.996
// beside 70 is not 70. A required figure that a person wrote stays as it is.
func (g Gate) apart(required, actual float64) (string, string) {
	decimals := 2
	keepsOrder := func(figure func(*float64) string) (left, right string, ok bool) {
		left, right = figure(&required), figure(&actual)
		if g.Kind == MetricGate {
			left = exactly(required)
		}
		return left, right, cmp.Compare(reading(left), reading(right)) == cmp.Compare(required, actual)
	}
	if metric, ok := g.metric(); ok {
		left, right, ok := keepsOrder(func(value *float64) string { return MetricFigure(metric, value) })
		if ok {
			return left, right
		}
		_, behind, _ := strings.Cut(right, ".")
		decimals = len(behind)
	}
	for ; decimals <= mostDecimals; decimals++ {
		if left, right, ok := keepsOrder(func(value *float64) string { return english.Plain(value, decimals) }); ok {
			return left, right
		}
	}
	return exactly(required), exactly(actual)
}

// mostDecimals tell any two numbers apart.
const mostDecimals = 17

// metric is what a gate is about, which its canonical form begins with or, where two results are compared, ends with.
func (g Gate) metric() (condition.Metric, bool) {
	words := strings.Fields(g.Gate)
	if len(words) == 0 {
		return 0, false
	}
	word := words[0]
	if g.Kind == RegressionGate {
		word = words[len(words)-1]
	}
	name, _, _ := strings.Cut(word, ".")
	return condition.MetricNamed(name)
}

// exactly writes a number with all its decimals and no more.
func exactly(value float64) string {
	const beyond = 1e6
	if math.Abs(value) >= beyond {
		return strconv.FormatFloat(value, 'g', -1, 64)
	}
	return strconv.FormatFloat(value, 'f', -1, 64)
}

// reading is the number that a reader takes from a figure.
func reading(figure string) float64 {
	value, err := strconv.ParseFloat(figure, 64)
	if err != nil {
		return math.NaN()
	}
	return value
}
