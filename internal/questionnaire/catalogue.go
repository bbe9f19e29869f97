package questionnaire

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/condition"
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
	// Title is what people are shown in place of the id; the id where the file gives none.
	Title string
	// Grades are ordered from the most severe; the first whose condition holds decides. A warning of fixed
	// severity has one grade with the zero Condition, which always holds.
	Grades []Grade
	When   condition.Condition
	Text   string
	Why    string
	// AnsweredByLifts tells that the items that lift an answer below the floor of a short axis are remedies.
	AnsweredByLifts bool
	Pos             diag.Pos
}

// Grade is a severity and the condition under which it applies.
type Grade struct {
	Severity Severity
	When     condition.Condition
}

// Words of a recommendation that other packages tell apart.
const (
	// DirectionDevOps and DirectionSysOps lead to a pole, DirectionCombine to both together; DirectionEither helps under both models.
	DirectionDevOps  = "devops"
	DirectionSysOps  = "sysops"
	DirectionEither  = "either"
	DirectionCombine = "combine"
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
	When condition.Condition
	// Requires must hold before the item is advised for now; the zero Condition always holds.
	Requires  condition.Condition
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
	// Lifts are the readiness questions whose answer the item improves, Moves the style questions whose answer it changes.
	// They may name questions of another questionnaire.
	Lifts, Moves []string
	// AnswersWarnings are the ids of the warnings this item is a remedy for.
	AnswersWarnings []string
	AntiPattern     string
	Pos             diag.Pos
}
