package advice

import (
	"math/big"
	"strconv"

	"github.com/opsfit/opsfit/internal/questionnaire"
)

// Published is one member of Judgement as it is published with the method.
type Published struct {
	Name string
	// Value is nil for a judgement that is a word and no number; Word is then that word.
	Value *big.Rat
	Word  string
	// Unit is what the value counts, to be put behind it, such as "points".
	Unit string
	// Decides says what the value decides, Reason why it is this one: each is a short text for people.
	Decides, Reason string
}

// Written is a judged number as it is written: 0.1 is a tenth, and not the binary fraction next to it.
func Written(value float64) *big.Rat {
	exact, _ := new(big.Rat).SetString(strconv.FormatFloat(value, 'g', -1, 64))
	return exact
}

// Publish lists everything that was judged for the ranking: first how urgent a trigger is, then how urgency, impact,
// effort and danger weigh against each other, then how the first places are filled.
func (j Judgement) Publish() []Published {
	list := append(j.publishUrgency(), j.publishWeights()...)
	list = append(list, j.publishBonuses()...)
	return append(list, j.publishPlaces()...)
}

func (j Judgement) publishUrgency() []Published {
	return []Published{
		{
			Name: "full_gap", Value: j.FullGap, Unit: "on the line",
			Decides: "gap from which a shift is as urgent as can be", Reason: "half of the line between the poles",
		},
		{
			Name: "full_shortfall", Value: j.FullShortfall, Unit: "levels",
			Decides: "missing readiness from which it is as urgent as can be", Reason: "half of the scale of readiness",
		},
		{
			Name: "top_level", Value: j.TopLevel, Unit: "of 4",
			Decides: "level of readiness at which nothing is urgent any more", Reason: "the highest level there is",
		},
		{
			Name: "unknown", Value: j.Unknown, Unit: "of 1", Decides: "urgency of not knowing",
			Reason: "more urgent than a level half way up, for nothing is proven; less than a level known to be low",
		},
		{
			Name: "urgency", Value: j.Urgency, Unit: "of 1",
			Decides: "urgency where nothing measures one and the catalogue names none", Reason: "the middle",
		},
	}
}

func (j Judgement) publishWeights() []Published {
	return []Published{
		{
			Name: "full", Value: j.Full, Unit: "points",
			Decides: "score of the most urgent item of the highest impact, before effort and bonus", Reason: "sets the scale",
		},
		{
			Name: "top_impact", Value: j.TopImpact, Unit: "of 5",
			Decides: "impact that counts in full; a lower one counts as its share", Reason: "the highest impact in the catalogue",
		},
		{
			Name: "effort_cost", Value: j.EffortCost, Unit: "points", Decides: "taken off for each grade of effort above the first",
			Reason: "two grades of effort weigh as much as one grade of impact at full urgency: " +
				"cheap steps go first among equals, and a large benefit still wins",
		},
	}
}

func (j Judgement) publishBonuses() []Published {
	var list []Published
	for _, severity := range questionnaire.Severities() {
		list = append(list, Published{
			Name: "bonus_" + string(severity), Value: j.Bonus[severity], Unit: "points",
			Decides: "added for a remedy of an active warning that is " + string(severity),
			Reason:  bonusReason(severity),
		})
	}
	return list
}

func bonusReason(severity questionnaire.Severity) string {
	switch severity {
	case questionnaire.Critical:
		return "danger comes before direction: half of the scale, or two and a half grades of impact"
	case questionnaire.High:
		return "nearly two grades of impact"
	case questionnaire.Medium:
		return "one grade of impact"
	case questionnaire.Info:
	}
	return "half a grade of impact"
}

func (j Judgement) publishPlaces() []Published {
	return []Published{
		{
			Name: "first", Value: big.NewRat(int64(j.First), 1), Unit: "places",
			Decides: "how many items count as the first", Reason: "what a reader takes in as \"do this first\"",
		},
		{
			Name: "per_axis", Value: big.NewRat(int64(j.PerAxis), 1), Unit: "places",
			Decides: "how many of the first may belong to one axis", Reason: "one weak axis must not hide the others",
		},
		{
			Name: "exempt", Word: string(j.Exempt),
			Decides: "severity from which the remedies of an active warning are outside that limit",
			Reason:  "what is dangerous is not put off for variety",
		},
	}
}
