package team

import (
	"math/big"
	"slices"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// Input holds the checked sheets of several respondents, all for one leaning questionnaire and one service (see Check).
type Input struct {
	Tool          report.Tool
	Questionnaire *questionnaire.Questionnaire
	Sheets        []*answers.Sheet
	// ShowSmallGroups shows the figures of roles of fewer than three people too.
	ShowSmallGroups bool
	// Names allows names beside notes and verdicts.
	Names bool
}

// Build combines the sheets. The order of the sheets does not matter, and several identical sheets give the values of
// one of them.
func Build(in Input) *Document {
	b := newBuilder(in)
	whole := Combine(b.Questionnaire, b.Sheets)
	advised := advice.AdviseGroup(b.Questionnaire, b.voices)
	doc := report.Build(report.Run{
		Tool: b.Tool, Questionnaire: b.Questionnaire, Sheet: &answers.Sheet{}, Voices: b.Sheets,
		Score: whole, Advice: advised.Result(),
	})
	questions, axes, checked := b.buildQuestions(doc.Answers), b.buildAxes(doc.Axes), b.buildChecked(doc.Checked)
	topics := b.findTopics(questions)
	team := &Document{
		Schema: Schema, Tool: b.Tool, Questionnaire: doc.Questionnaire,
		Subject:     report.Text(commonText(b.Sheets, func(s *answers.Sheet) string { return s.Subject })),
		Team:        report.Text(commonText(b.Sheets, func(s *answers.Sheet) string { return s.Team })),
		Respondents: len(b.Sheets), Roles: b.countRoles(),
		Verdict: doc.Verdict, Withheld: b.whyWithheld(whole),
		Verdicts: b.countVerdicts(), Names: b.listOwnVerdicts(),
		Axes: axes, Checked: checked, Questions: questions, DiscussFirst: topics, Agreed: agreedQuestions(questions, topics),
		Warnings:        b.warnings(doc.Warnings, advised.Warnings),
		Recommendations: b.recommendations(doc.Recommendations, advised.Recommendations),
		Notes:           slices.Concat(b.generalNotes(), b.roleNotes(), b.namelessNotes(), b.disclosureNotes()),
	}
	if team.Verdict.Leaning != nil {
		limitVerdict(team.Verdict.Leaning, team.Withheld != nil)
	}
	return team
}

// builder holds the input and values that are computed once.
type builder struct {
	Input

	// voices are the sheets, each with the leaning of its own answers alone.
	voices []advice.Voice
	// shown are the roles of enough people to be shown, by name; see measurableRoles and disclosableRoles.
	shown []string
}

func newBuilder(in Input) *builder {
	b := &builder{Input: in}
	for _, sheet := range b.Sheets {
		b.voices = append(b.voices, advice.Voice{Sheet: sheet, Result: score.Score(b.Questionnaire, sheet)})
	}
	for _, role := range rolesOf(b.Sheets) {
		if b.ShowSmallGroups || len(sheetsOf(role, b.Sheets)) >= leastGroup {
			b.shown = append(b.shown, role)
		}
	}
	return b
}

// limitVerdict removes what a mean of several people cannot have: a word for the confidence, and steps; and the advice
// if the verdict is withheld.
func limitVerdict(verdict *report.Leaning, withheld bool) {
	verdict.Confidence, verdict.ConfidenceBecause, verdict.Robustness = "", []string{}, nil
	verdict.Borderline, verdict.Between = nil, nil
	verdict.Situation.Borderline, verdict.Situation.Between = nil, nil
	if withheld {
		verdict.Advice, verdict.CombineBecause, verdict.Held = "", nil, nil
	}
}

func (b *builder) countRoles() map[string]int {
	count := map[string]int{}
	for _, sheet := range b.Sheets {
		count[roleOf(sheet)]++
	}
	return count
}

// commonText returns the text of the sheets that have one; Check has refused sheets that name different services. Of
// several teams it returns the first by name.
func commonText(sheets []*answers.Sheet, text func(*answers.Sheet) string) string {
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

func (b *builder) buildAxes(built []report.Axis) []Axis {
	axes := []Axis{}
	means := b.roleMeans()
	for _, axis := range built {
		for i := range axis.Contributions {
			// The group chose no option; its position is a mean.
			axis.Contributions[i].Option = ""
		}
		agreed := b.axisConsensus(axis.ID)
		on := Axis{Axis: axis, Consensus: agreed, Agreement: agreementWord(agreed)}
		on.RoleMeans, on.RoleGap = b.rolesOn(axis.ID, means)
		axes = append(axes, on)
	}
	return axes
}

// buildChecked are the axes of a questionnaire about readiness alone; nil for any other.
func (b *builder) buildChecked(built []report.ReadinessAxis) []CheckedAxis {
	if built == nil {
		return nil
	}
	axes := []CheckedAxis{}
	means := b.roleMeans()
	for _, axis := range built {
		agreed := b.axisConsensus(axis.ID)
		on := CheckedAxis{ReadinessAxis: axis, Consensus: agreed, Agreement: agreementWord(agreed)}
		on.RoleMeans, on.RoleGap = b.rolesOn(axis.ID, means)
		axes = append(axes, on)
	}
	return axes
}

// rolesOn are the means of the roles that may be shown on an axis, and how far the measurable ones lie apart.
func (b *builder) rolesOn(axis string, means map[string]map[string]*big.Rat) (shown map[string]*float64, gap *float64) {
	shown = map[string]*float64{}
	for _, role := range b.shown {
		shown[role] = nil
	}
	isPart := b.answersOn(axis)
	for _, role := range b.disclosableRoles(isPart) {
		shown[role] = report.Nearest(means[role][axis])
	}
	return shown, report.Nearest(axisGap(axis, b.measurableRoles(isPart), means))
}

// axisGap is the largest distance between what two of the roles see on an axis. It reveals nothing about a role that is
// left out, so the means need not be shown.
func axisGap(axis string, roles []string, means map[string]map[string]*big.Rat) *big.Rat {
	var seen []*big.Rat
	for _, role := range roles {
		if value := means[role][axis]; value != nil {
			seen = append(seen, value)
		}
	}
	return gapOf(seen)
}

// measured is what agreement on an axis is about: style, or readiness where it alone is asked for.
func (b *builder) measured() questionnaire.Measure {
	if b.Questionnaire.Verdict == questionnaire.ReadinessState {
		return questionnaire.Readiness
	}
	return questionnaire.Lean
}

// roleMeans returns practice, or readiness, by role and axis; nil if a role's answers do not give a value.
func (b *builder) roleMeans() map[string]map[string]*big.Rat {
	means := map[string]map[string]*big.Rat{}
	for _, role := range b.shown {
		of := practiceOf
		if b.measured() == questionnaire.Readiness {
			of = readinessOf
		}
		means[role] = of(b.Questionnaire, sheetsOf(role, b.Sheets))
	}
	return means
}

// gapOf is the largest distance between means; nil with fewer than two.
func gapOf(means []*big.Rat) *big.Rat {
	if len(means) < 2 {
		return nil
	}
	return spanOf(means)
}

// axisConsensus is the weighted mean of the consensus of the axis's questions about style, or about readiness.
func (b *builder) axisConsensus(axis string) *float64 {
	sum, weights := 0.0, 0.0
	for i := range b.Questionnaire.Questions {
		question := &b.Questionnaire.Questions[i]
		if question.Axis != axis || question.Measures != b.measured() {
			continue
		}
		if agreed := b.questionConsensus(question); agreed != nil {
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
