package questionnaire

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/diag"
)

// Catalogue is the advice that belongs to a questionnaire.
type Catalogue struct {
	ID              string
	Version         string
	Title           string
	Warnings        []Warning
	Recommendations []Recommendation
	// File is the file that the places of the rules are in; it never enters a result.
	File string
	// Inherited is set when the catalogue is that of an extended questionnaire.
	Inherited bool
	// Replaces is the catalogue of an extended questionnaire that rules beside the questions take the place of; nil for none, and
	// for a catalogue that was named.
	Replaces *Catalogue
}

func (c *Catalogue) inherited() *Catalogue {
	if c == nil {
		return nil
	}
	copied := *c
	copied.Inherited = true
	return &copied
}

// Severity orders warnings. The zero value is invalid.
type Severity string

// Severities from the least to the most severe.
const (
	Info     Severity = "info"
	Medium   Severity = "medium"
	High     Severity = "high"
	Critical Severity = "critical"
)

// Severities lists them from the most severe.
func Severities() []Severity { return []Severity{Critical, High, Medium, Info} }

// Rank orders severities: 0 for a word that is none, higher for more severe.
func (s Severity) Rank() int {
	switch s {
	case Info:
		return 1
	case Medium:
		return 2
	case High:
		return 3
	case Critical:
		return 4
	}
	return 0
}

// Warning is a danger that single answers or their combination show.
type Warning struct {
	ID string
	// Grades are ordered from the most severe; the first whose condition holds decides. A warning of fixed
	// severity has one grade with the zero Condition, which always holds.
	Grades []Grade
	When   Condition
	Text   string
	Why    string
	Pos    diag.Pos
}

// Grade is a severity and the condition under which it applies.
type Grade struct {
	Severity Severity
	When     Condition
}

// Words of a recommendation that other rooms tell apart.
const (
	// DirectionDevOps and DirectionSysOps lead to a pole; DirectionEither helps under both models.
	DirectionDevOps = "devops"
	DirectionSysOps = "sysops"
	DirectionEither = "either"
	// TierSustain keeps a way of working and makes more of it.
	TierSustain = "sustain"
)

// Recommendation is one thing a team can do, with everything needed to rank and to explain it.
type Recommendation struct {
	ID    string
	Title string
	// Direction is devops, sysops, either or combine.
	Direction string
	// Tier is safety, foundation, direction, sustain or combine.
	Tier string
	// Axis is an axis id or "overall".
	Axis string
	When Condition
	// Requires must hold before the item is advised for now; the zero Condition always holds.
	Requires  Condition
	FirstStep string
	Then      string
	Why       string
	Effect    string
	// Effort is 1 (days in one team), 2 (weeks) or 3 (a quarter or several teams).
	Effort int
	// Impact is 1..5, a judgement unless Why names a source.
	Impact int
	// Urgency is 0..1 and counts where no trigger measures one; nil means 1/2.
	Urgency *big.Rat
	// AnswersWarnings are the ids of the warnings this item is a remedy for.
	AnswersWarnings []string
	AntiPattern     string
	Pos             diag.Pos
}

// ConditionKind tells the forms of a condition apart. The zero kind is the empty condition, which always holds.
type ConditionKind int

const (
	// Always is the empty condition.
	Always ConditionKind = iota
	// All holds when every condition in Of holds.
	All
	// Any holds when at least one condition in Of holds.
	Any
	// None holds when no condition in Of holds.
	None
	// MetricTest compares a metric of the result; see MetricNames.
	MetricTest
	// AnswerTest holds when Question was answered with one of Options.
	AnswerTest
	// LevelTest compares the readiness level of the answer to Question.
	LevelTest
	// UnknownTest holds when Question was answered dont_know.
	UnknownTest
	// ShiftTest holds when the situation asks for the other side on Axis, in direction Towards.
	ShiftTest
	// NotShiftTest is the negation of ShiftTest; it holds when no shift can be computed.
	NotShiftTest
)

// Condition is one parsed condition of the one condition language. The catalogue writes it as YAML, gates and
// filters as `METRIC[.AXIS] OP NUMBER`. A test on a value that is not asked or not known is false, also
// inside None (which then holds).
type Condition struct {
	Kind ConditionKind
	// Of are the parts of All, Any and None.
	Of []Condition
	// Metric is a name of MetricNames, for MetricTest.
	Metric string
	// Axis is an axis id or "overall", for MetricTest, ShiftTest and NotShiftTest.
	Axis string
	// Question is the id for AnswerTest, LevelTest and UnknownTest. It may name a question of another
	// questionnaire: such a test is false.
	Question string
	// Options are the accepted option ids of AnswerTest.
	Options []string
	// Bounds are the comparisons of MetricTest and LevelTest; all must hold.
	Bounds []Bound
	// Towards is "devops" or "sysops", for ShiftTest and NotShiftTest.
	Towards string
	Pos     diag.Pos
}

// Op is a comparison: lt, lte, gte, gt or eq.
type Op string

// The comparisons of the condition language.
const (
	LT  Op = "lt"
	LTE Op = "lte"
	GTE Op = "gte"
	GT  Op = "gt"
	EQ  Op = "eq"
)

// Bound is one comparison with an exact number.
type Bound struct {
	Op    Op
	Value *big.Rat
}

// Holds reports whether value stands in the bound's relation to its number.
func (b Bound) Holds(value *big.Rat) bool {
	c := Compare(value, b.Value)
	switch b.Op {
	case LT:
		return c < 0
	case LTE:
		return c <= 0
	case GTE:
		return c >= 0
	case GT:
		return c > 0
	case EQ:
		return c == 0
	}
	return false
}
