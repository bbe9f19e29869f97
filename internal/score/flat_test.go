package score_test

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/score"
)

// flat is a result as text by path, without any order: AXIS.METRIC or METRIC. What is not scored is "null".
type flat map[string]string

func flatten(result score.Result) flat {
	f := flat{}
	l := result.Leaning
	f.practice("", l.Practice)
	f.situation("", l.Situation)
	f.numbers("", map[string]*big.Rat{
		"gap": l.Gap, "fit": l.Fit, "tension": l.Tension, "coverage": l.Coverage,
		"readiness": l.Readiness.Value, "readiness.lower_bound": l.Readiness.LowerBound,
	})
	f["fit_word"], f["advice"], f["confidence"] = string(l.FitWord), string(l.Advice), string(l.Confidence)
	f["combine_because"] = fmt.Sprint(l.CombineBecause)
	f["wanted_advice"], f["confidence_because"] = string(l.WantedAdvice), fmt.Sprint(l.ConfidenceBecause)
	f.wanted("", l.Wanted)
	f["weakest"] = weakestWords(l.Weakest)
	for _, u := range l.Unmet {
		f["unmet."+u.Question] = fraction(u.Level) + " of " + fraction(u.Floor)
	}
	for _, turn := range l.OneStep {
		f["one_step."+turn.Question+"."+turn.Option+".advice"] = string(turn.Advice)
	}
	f["situation.borderline"], f["situation.between"] = "null", "null"
	if l.SituationBorderline != nil {
		f["situation.borderline"] = strconv.FormatBool(*l.SituationBorderline)
	}
	if l.SituationBetween != nil {
		f["situation.between"] = string(l.SituationBetween[0]) + " " + string(l.SituationBetween[1])
	}
	f["borderline"], f["between"] = "null", "null"
	if l.Borderline != nil {
		f["borderline"] = strconv.FormatBool(*l.Borderline)
	}
	if l.Between != nil {
		f["between"] = string(l.Between[0]) + " " + string(l.Between[1])
	}
	f["robustness"] = "null"
	if l.Robustness != nil {
		delete(f, "robustness")
		f.flip("band", l.Robustness.Band)
		f.flip("side", l.Robustness.Side)
	}
	for i := range l.Axes {
		f.axis(&l.Axes[i])
	}
	return f
}

func (f flat) axis(a *score.Axis) {
	prefix := a.ID + "."
	f.practice(prefix, a.Practice)
	f.situation(prefix, a.Situation)
	f.wanted(prefix, a.Wanted)
	f["weakest."+a.ID] = weakestWords(a.Weakest)
	f[prefix+"clash"] = strconv.FormatBool(a.Clash)
	f.limits(prefix+"held_by.", a.HeldBy)
	if a.BeyondLimit != nil {
		f[prefix+"beyond_limit"] = fraction(a.BeyondLimit.Amount)
		f.limits(prefix+"beyond_limit.", a.BeyondLimit.By)
	}
	f.numbers(prefix, map[string]*big.Rat{"at_most": a.AtMost, "at_least": a.AtLeast})
	f.numbers(prefix, map[string]*big.Rat{
		"weight": a.Weight, "gap": a.Gap, "fit": a.Fit, "tension": a.Tension, "coverage": a.Coverage,
		"readiness": a.Readiness.Value, "readiness.lower_bound": a.Readiness.LowerBound,
		"floor": a.Floor, "shortfall": a.Shortfall, "shortfall.worst": a.WorstShortfall,
	})
	f[prefix+"direction"] = string(a.Direction)
	f[prefix+"floor.from"] = strings.Join(slices.Sorted(slices.Values(a.FloorFrom)), " ")
	for _, c := range a.Contributions {
		f[prefix+"contribution."+c.Question] = c.Option
		f.numbers(prefix+"contribution."+c.Question+".", map[string]*big.Rat{
			"position": c.Position, "weight": c.Weight, "effect": c.Effect,
		})
	}
}

func (f flat) practice(prefix string, p score.Position) {
	f.numbers(prefix, map[string]*big.Rat{"practice": p.Value, "low": p.Low, "high": p.High})
	f[prefix+"band"] = string(p.Band)
	f[prefix+"scored"] = strconv.FormatBool(p.Scored)
}

func (f flat) situation(prefix string, s score.Position) {
	f.numbers(prefix, map[string]*big.Rat{"situation": s.Value, "situation.low": s.Low, "situation.high": s.High})
	f[prefix+"situation.band"] = string(s.Band)
}

func (f flat) wanted(prefix string, w score.Wanted) {
	f.numbers(prefix, map[string]*big.Rat{"wanted": w.Value, "wanted.low": w.Low, "wanted.high": w.High, "need_coverage": w.Coverage})
	f[prefix+"wanted.band"] = string(w.Band)
}

func (f flat) limits(prefix string, limits []score.Limit) {
	for _, limit := range limits {
		f.numbers(prefix+limit.Question+"."+limit.Option+".", map[string]*big.Rat{"at_most": limit.AtMost, "at_least": limit.AtLeast})
	}
}

func weakestWords(w *score.Weakest) string {
	if w == nil {
		return "null"
	}
	return w.Question + " " + fraction(w.Level)
}

func (f flat) flip(class string, flip score.Flip) {
	f[class+".answers"], f[class+".steps"] = count(flip.Answers), count(flip.Steps)
	f[class+".questions"] = strings.Join(flip.Questions, " ")
}

func (f flat) numbers(prefix string, values map[string]*big.Rat) {
	for name, value := range values {
		f[prefix+name] = fraction(value)
	}
}

func fraction(x *big.Rat) string {
	if x == nil {
		return "null"
	}
	return x.RatString()
}

func count(n *int) string {
	if n == nil {
		return "null"
	}
	return strconv.Itoa(*n)
}

// without returns the paths that do not end in any of the given names.
func (f flat) without(names ...string) flat {
	kept := flat{}
	for path, value := range f {
		if !slices.ContainsFunc(names, func(name string) bool { return path == name || strings.HasSuffix(path, "."+name) }) {
			kept[path] = value
		}
	}
	return kept
}

// differences lists, sorted, the wanted paths whose value is another.
func (f flat) differences(want flat) []string {
	var list []string
	for path, value := range want {
		if got, ok := f[path]; !ok || got != value {
			list = append(list, fmt.Sprintf("%s = %s, want %s", path, got, value))
		}
	}
	slices.Sort(list)
	return list
}
