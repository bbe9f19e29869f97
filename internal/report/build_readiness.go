package report

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/exact"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

// state is the verdict of a questionnaire about readiness alone.
func (b builder) state(r *score.Readiness) *ReadinessVerdict {
	return &ReadinessVerdict{
		Kind:  string(questionnaire.ReadinessState),
		State: Text(r.State),
		Because: StateReasons{
			CriticalUnmet: notNil(r.CriticalUnmet), CriticalUnknown: notNil(r.CriticalUnknown), FarBelow: notNil(r.FarBelow),
		},
		TierUnknown: notNil(r.TierUnknown),
		Readiness:   OverallReadiness{Readiness: readiness(r.Overall, r.Weakest), Unmet: b.points(r.Unmet)},
		Shortfall:   Shortfall{Value: Nearest(r.Shortfall), Worst: Nearest(r.WorstShortfall)},
		Coverage:    Nearest(r.Coverage),
		Tiers:       []Tier{},
	}
}

// points are what is unmet, each with what would be enough.
func (b builder) points(list []score.Unmet) []Unmet {
	points := unmet(list)
	for i := range points {
		points[i].Enough = Text(enough(b.run.Questionnaire.Question(points[i].Question), list[i].Floor))
	}
	return points
}

// enough is the lowest option that reaches a floor, in words; empty for none, and for a list.
func enough(question *questionnaire.Question, floor *big.Rat) string {
	var least *questionnaire.Option
	for i := range question.Options {
		option := &question.Options[i]
		reaches := option.Readiness != nil && exact.Compare(option.Readiness, floor) >= 0
		if reaches && (least == nil || exact.Compare(option.Readiness, least.Readiness) < 0) {
			least = option
		}
	}
	if least == nil {
		return ""
	}
	return least.Text
}

// checked are the axes of a questionnaire about readiness alone; nil for any other.
func (b builder) checked() []ReadinessAxis {
	if b.run.Score.Readiness == nil {
		return nil
	}
	axes := []ReadinessAxis{}
	for i := range b.run.Score.Readiness.Axes {
		a := &b.run.Score.Readiness.Axes[i]
		axes = append(axes, ReadinessAxis{
			ID: a.ID, Title: b.run.Questionnaire.Axis(a.ID).Title, Weight: exact.Float(a.Weight),
			Readiness: readiness(a.Readiness, a.Weakest), Floor: Nearest(a.Floor), FloorBy: notNil(a.FloorFrom),
			Shortfall: Shortfall{Value: Nearest(a.Shortfall), Worst: Nearest(a.WorstShortfall)}, Coverage: Nearest(a.Coverage),
		})
	}
	return axes
}

func (b builder) tiers() []Tier {
	built := []Tier{}
	for _, tier := range score.Tiers(b.run.Questionnaire, b.run.Sheet, b.run.Score) {
		question := b.run.Questionnaire.Question(tier.Question)
		made := Tier{Question: tier.Question, Title: question.Title, Option: Text(tier.Option), Floors: tierFloors(tier.Floors)}
		if option := question.Option(tier.Option); option != nil {
			made.Text = Text(option.Text)
		}
		if next := tier.Next; next != nil {
			made.Next = &NextTier{
				Option: next.Option, Text: question.Option(next.Option).Text, Floors: tierFloors(next.Floors), Unmet: unmet(next.Unmet),
			}
		}
		built = append(built, made)
	}
	return built
}

func tierFloors(floors []questionnaire.Floor) []TierFloor {
	built := []TierFloor{}
	for _, floor := range floors {
		built = append(built, TierFloor{Axis: floor.Axis, Level: exact.Float(floor.Level)})
	}
	return built
}
