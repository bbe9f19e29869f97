package report

import "github.com/opsfit/opsfit/internal/english"

// AxisFacts are the figures of one axis with their words.
func AxisFacts(axis *Axis) []Fact {
	return []Fact{
		{"SysOps end", axis.Low},
		{"DevOps end", axis.High},
		{"Practice", Placed(axis.Practice.Value, axis.Practice.Band) + Possible(axis.Practice)},
		{"Situation", Placed(axis.Situation.Value, axis.Situation.Band) + graded("; tension ", axis.Tension, 2, " of 1")},
		{"Gap", gapWords(axis)},
		{"Readiness", readinessWords(axis)},
		{"Answered", answeredWords(axis)},
	}
}

// graded is a figure between two texts; nothing where there is no figure.
func graded(before string, value *float64, decimals int, after string) string {
	if value == nil {
		return ""
	}
	return before + english.Plain(value, decimals) + after
}

func gapWords(axis *Axis) string {
	if axis.Gap == nil {
		return "unknown"
	}
	return Signed(axis.Gap) + ", " + DirectionWord(axis.Direction) + graded("; fit ", axis.Fit, 0, " of 100")
}

func answeredWords(axis *Axis) string {
	weight := graded("; weight ", &axis.Weight, 2, "")
	if axis.Coverage == nil {
		return "no style question applies" + weight
	}
	return english.Percent(axis.Coverage) + " of the style questions" + weight
}

func readinessWords(axis *Axis) string {
	if axis.Readiness.Value == nil {
		return "not scored"
	}
	return english.Plain(axis.Readiness.Value, 2) + " of 4" + unlike(axis.Readiness.Value, ", at least ", axis.Readiness.LowerBound) +
		graded("; floor ", axis.Floor, 2, "") +
		graded("; short by ", axis.Shortfall.Value, 2, "") + unlike(axis.Shortfall.Value, ", at worst ", axis.Shortfall.Worst)
}

// unlike is a bound behind the value that it bounds; nothing where no unknown answer keeps the two apart.
func unlike(value *float64, before string, bound *float64) string {
	const decimals = 2
	if value == nil || english.Plain(value, decimals) == english.Plain(bound, decimals) {
		return ""
	}
	return graded(before, bound, decimals, "")
}
