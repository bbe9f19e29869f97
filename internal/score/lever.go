package score

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/questionnaire"
)

// lever is a lean answer on a scored axis. The overall practice value is the sum of the effects of all levers; that
// it is linear in them makes robustness exact.
type lever struct {
	question string
	// effect is what the answer adds to the value, and effects what each option would add, in file order.
	effect  *big.Rat
	effects []*big.Rat
}

// leversOf returns the levers in questionnaire order; none when practice is not scored.
func leversOf(l *Leaning, readings []answeredQuestion) []lever {
	if !l.Practice.Scored {
		return nil
	}
	weights := answerWeights(l.Axes)
	var levers []lever
	for _, r := range readings {
		weight, scored := weights[r.question.Axis]
		if scored && r.question.Measures == questionnaire.Lean && r.isAnswered() {
			levers = append(levers, leverOf(r, new(big.Rat).Mul(weight, r.question.Weight)))
		}
	}
	return levers
}

func leverOf(r answeredQuestion, share *big.Rat) lever {
	made := lever{question: r.question.ID, effects: make([]*big.Rat, len(r.question.Options))}
	for i := range r.question.Options {
		option := &r.question.Options[i]
		made.effects[i] = new(big.Rat).Mul(share, option.Position)
		if option == r.option {
			made.effect = made.effects[i]
		}
	}
	return made
}

// answerWeights returns for each scored axis the share that an answer of weight 1 carries.
func answerWeights(axes []Axis) map[string]*big.Rat {
	var total big.Rat
	for i := range axes {
		if axes[i].Practice.Scored {
			total.Add(&total, axes[i].Weight)
		}
	}
	weights := make(map[string]*big.Rat)
	for i := range axes {
		if axes[i].Practice.Scored {
			answered := new(big.Rat)
			for _, c := range axes[i].Contributions {
				answered.Add(answered, c.Weight)
			}
			weights[axes[i].ID] = new(big.Rat).Quo(axes[i].Weight, answered.Mul(answered, &total))
		}
	}
	return weights
}

// setEffects says how much of the overall practice value each answer contributes: nothing on an axis that is not
// scored, and unknown when practice is not.
func setEffects(l *Leaning, levers []lever) {
	if !l.Practice.Scored {
		return
	}
	effects := make(map[string]*big.Rat, len(levers))
	for _, v := range levers {
		effects[v.question] = v.effect
	}
	for i := range l.Axes {
		for j := range l.Axes[i].Contributions {
			c := &l.Axes[i].Contributions[j]
			c.Effect = effects[c.Question]
			if c.Effect == nil {
				c.Effect = new(big.Rat)
			}
		}
	}
}
