package panel

import (
	"math/big"
	"slices"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// Meeting is what a team result is made from: the checked sheets of several respondents, all for one leaning
// questionnaire and one service (see Check).
type Meeting struct {
	Tool          report.Tool
	Questionnaire *questionnaire.Questionnaire
	Sheets        []*answers.Sheet
	// ShowSmallGroups shows roles of fewer than three people alone.
	ShowSmallGroups bool
	// Names permits names beside notes and verdicts.
	Names bool
}

// Team combines the sheets. The order of the sheets changes nothing in it, and several sheets that say the same give
// the values of one of them.
func Team(m Meeting) *report.Team {
	t := gather(m)
	whole := combine(m.Questionnaire, t.sheets)
	whole.result.Leaning.Robustness = nil
	doc := report.Build(report.Run{
		Tool: m.Tool, Questionnaire: m.Questionnaire, Sheet: whole.nearest, Score: whole.result,
		Advice: advice.Advise(m.Questionnaire, whole.nearest, whole.result),
	})
	questions, axes := t.questions(), t.axes(doc.Axes)
	topics := t.topics(questions)
	team := &report.Team{
		Schema: report.TeamSchema, Tool: m.Tool, Questionnaire: doc.Questionnaire,
		Subject:     report.Text(common(t.sheets, func(s *answers.Sheet) string { return s.Subject })),
		Team:        report.Text(common(t.sheets, func(s *answers.Sheet) string { return s.Team })),
		Respondents: len(t.sheets), Roles: t.roles(),
		Verdict: doc.Verdict, Withheld: t.withheld(whole.result.Leaning),
		Verdicts: t.verdicts(), Names: t.names(),
		Axes: axes, Questions: questions, DiscussFirst: topics, Agreed: agreed(questions, topics),
		Warnings: doc.Warnings, Recommendations: doc.Recommendations,
		Notes: slices.Concat(t.notes(), t.stoodFor(doc), t.unnamed(), t.disclosed(axes)),
	}
	t.conclude(team.Verdict.Leaning, team.Withheld != nil)
	return team
}

// table is the meeting with what is computed once.
type table struct {
	Meeting
	sheets []*answers.Sheet
	// own holds the leaning of each sheet's own answers, in the order of the sheets.
	own []*score.Leaning
	// shown are the roles of enough people to be shown alone, by name; see heard and separable.
	shown []string
}

func gather(m Meeting) *table {
	t := &table{Meeting: m, sheets: m.Sheets}
	for _, sheet := range t.sheets {
		t.own = append(t.own, score.Score(m.Questionnaire, sheet).Leaning)
	}
	for _, role := range rolesOf(t.sheets) {
		if m.ShowSmallGroups || len(of(role, t.sheets)) >= leastGroup {
			t.shown = append(t.shown, role)
		}
	}
	return t
}

// conclude leaves out what a mean of several people cannot carry: a word for the confidence, and steps.
func (t *table) conclude(verdict *report.Leaning, withheld bool) {
	verdict.Confidence, verdict.Borderline, verdict.Between, verdict.Robustness = "", nil, nil, nil
	if withheld {
		verdict.Advice, verdict.CombineBecause = "", nil
	}
}

func (t *table) roles() map[string]int {
	count := map[string]int{}
	for _, sheet := range t.sheets {
		count[roleOf(sheet)]++
	}
	return count
}

// common is what the sheets that say something say; Check has refused sheets that name different services. Of
// several teams it is the first by name.
func common(sheets []*answers.Sheet, text func(*answers.Sheet) string) string {
	var given []string
	for _, sheet := range sheets {
		if said := text(sheet); said != "" {
			given = append(given, said)
		}
	}
	if len(given) == 0 {
		return ""
	}
	return slices.Min(given)
}

func (t *table) axes(built []report.Axis) []report.TeamAxis {
	axes := []report.TeamAxis{}
	means := t.roleMeans()
	for _, axis := range built {
		for i := range axis.Contributions {
			// The group chose no option; its position is a mean.
			axis.Contributions[i].Option = ""
		}
		agreed := t.axisConsensus(axis.ID)
		on := report.TeamAxis{Axis: axis, Consensus: agreed, Agreement: agreement(agreed), RoleMeans: map[string]*float64{}}
		for _, role := range t.shown {
			on.RoleMeans[role] = nil
		}
		says := t.onAxis(axis.ID)
		for _, role := range t.separable(says) {
			on.RoleMeans[role] = report.Nearest(means[role][axis.ID])
		}
		on.RoleGap = report.Nearest(axisGap(axis.ID, t.heard(says), means))
		axes = append(axes, on)
	}
	return axes
}

// axisGap is the widest distance between what two of the roles see on an axis. It tells nothing about a role that is left
// out, so the means need not be shown.
func axisGap(axis string, roles []string, means map[string]map[string]*big.Rat) *big.Rat {
	var seen []*big.Rat
	for _, role := range roles {
		if value := means[role][axis]; value != nil {
			seen = append(seen, value)
		}
	}
	return gapOf(seen)
}

// roleMeans is practice by role and axis; nil where a role's answers do not carry a value.
func (t *table) roleMeans() map[string]map[string]*big.Rat {
	means := map[string]map[string]*big.Rat{}
	for _, role := range t.shown {
		means[role] = map[string]*big.Rat{}
		for _, axis := range combine(t.Questionnaire, of(role, t.sheets)).result.Leaning.Axes {
			means[role][axis.ID] = axis.Practice.Value
		}
	}
	return means
}

// gapOf is the widest distance between means; nil with fewer than two.
func gapOf(means []*big.Rat) *big.Rat {
	if len(means) < 2 {
		return nil
	}
	return spanOf(means)
}

// axisConsensus is the mean of the consensus of the axis's style questions, by their weights.
func (t *table) axisConsensus(axis string) *float64 {
	sum, weights := 0.0, 0.0
	for i := range t.Questionnaire.Questions {
		question := &t.Questionnaire.Questions[i]
		if question.Axis != axis || question.Measures != questionnaire.Lean {
			continue
		}
		if agreed := t.questionConsensus(question); agreed != nil {
			weight, _ := question.Weight.Float64()
			sum += weight * *agreed
			weights += weight
		}
	}
	if weights == 0 {
		return nil
	}
	agreed := sum / weights
	return &agreed
}
