package methodology

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/adr"
	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/evidencecheck"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
	"github.com/opsfit/opsfit/internal/team"
)

// values returns what the names in the text stand for: judged values, words of reports, and facts about the shipped
// questionnaires.
func (b *builder) values() map[string]string {
	values := map[string]string{}
	for _, judged := range JudgedValues() {
		values[judged.Name] = judged.Value
	}
	for _, direction := range []score.Direction{
		score.Aligned, score.LessPronounced, score.MorePronounced, score.TowardsDevOps, score.TowardsSysOps,
	} {
		values[string(direction)] = report.DirectionWord(report.Text(direction))
	}
	for _, word := range []score.Advice{
		score.StaySysOps, score.StayHybrid, score.StayDevOps, score.ShiftSysOps, score.ShiftDevOps, score.Combine,
	} {
		values[string(word)] = report.AdviceWord(report.Text(word))
	}
	values["no_advice"] = report.AdviceWord("")
	b.addQuestionnaires(values)
	return values
}

func (b *builder) addQuestionnaires(values map[string]string) {
	devOps, all := b.countDevOpsFirst()
	outcomes := b.metricOutcomes()
	values["questionnaire"] = b.shipped.Full.ID
	values["style_questions"] = strconv.Itoa(all)
	values["devops_first"] = strconv.Itoa(devOps)
	values["sysops_first"] = strconv.Itoa(all - devOps)
	values["metrics_questionnaire"] = b.shipped.Metrics.ID
	values["launch_questionnaire"] = b.shipped.Launch.ID
	values["year"] = strconv.Itoa(outcomes.Year)
	values["throughput"] = metricNames(outcomes.Throughput)
	values["stability"] = metricNames(outcomes.Stability)
}

// countDevOpsFirst counts the style questions of the shipped questionnaire that show the DevOps end first, and all of them.
func (b *builder) countDevOpsFirst() (first, all int) {
	for i := range b.shipped.Full.Questions {
		question := &b.shipped.Full.Questions[i]
		if question.Measures != questionnaire.Lean {
			continue
		}
		all++
		if question.Reverse {
			first++
		}
	}
	return first, all
}

// metricNames lists metrics in words.
func metricNames(ids []string) string {
	return strings.ReplaceAll(strings.Join(ids, ", "), "_", " ")
}

// JudgedValue is a value that the authors judged, under the name of its row in the text.
type JudgedValue struct {
	Name string
	// Value is a number, or a word.
	Value string
}

// JudgedValues lists every judged value that the program uses.
func JudgedValues() []JudgedValue {
	var list []JudgedValue
	for _, limit := range score.Thresholds() {
		list = append(list, JudgedValue{limit.Name, formatExact(limit.Value)})
	}
	list = append(list, rankingValues(advice.Judged())...)
	list = append(list, groupValues(team.Judged())...)
	list = append(list, evidenceValues(evidencecheck.DefaultJudgement())...)
	return append(list, JudgedValue{"record_years", strconv.Itoa(adr.Years)})
}

func rankingValues(j advice.Judgement) []JudgedValue {
	list := []JudgedValue{
		{"full_gap", formatExact(j.FullGap)},
		{"settled_shift", formatExact(j.SettledShift)},
		{"full_excess", formatExact(j.FullExcess)},
		{"dont_knows", formatExact(j.DontKnows)},
		{"most_dont_knows", formatExact(j.MostDontKnows)},
		{"unknown_bonus", formatExact(j.UnknownBonus)},
		{"full_shortfall", formatExact(j.FullShortfall)},
		{"top_level", formatExact(j.TopLevel)},
		{"unknown", formatExact(j.Unknown)},
		{"urgency", formatExact(j.Urgency)},
		{"full", formatExact(j.Full)},
		{"top_impact", formatExact(j.TopImpact)},
		{"effort_cost", formatExact(j.EffortCost)},
		{"first", strconv.Itoa(j.First)},
		{"per_axis", strconv.Itoa(j.PerAxis)},
		{"exempt", string(j.Exempt)},
	}
	for _, severity := range questionnaire.Severities() {
		list = append(list, JudgedValue{"bonus_" + string(severity), formatExact(j.Bonus[severity])})
	}
	return list
}

func groupValues(j team.Judgement) []JudgedValue {
	return []JudgedValue{
		{"least_group", strconv.Itoa(j.LeastGroup)},
		{"strong_consensus", formatFloat(j.Strong)},
		{"moderate_consensus", formatFloat(j.Moderate)},
		{"role_gap", formatExact(j.RoleGap)},
		{"majority", formatExact(j.Majority)},
		{"opposed", formatExact(j.Opposed)},
	}
}

func evidenceValues(j evidencecheck.Judgement) []JudgedValue {
	return []JudgedValue{
		{"backs_ratio", formatFloat(j.BacksRatio)},
		{"far_ratio", formatFloat(j.FarRatio)},
		{"far_wait", formatFloat(j.FarWait)},
		{"backs_share", formatFloat(j.BacksShare)},
		{"far_share", formatFloat(j.FarShare)},
	}
}

// judgedLimit returns a judged value of the scoring; 0 for an unknown name, which a test rules out.
func judgedLimit(name string) *big.Rat {
	for _, threshold := range score.Thresholds() {
		if threshold.Name == name {
			return threshold.Value
		}
	}
	return new(big.Rat)
}

// formatFloat writes a judged number with the digits that it is written with in the program.
func formatFloat(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
