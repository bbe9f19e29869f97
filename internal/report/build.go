package report

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/exact"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

// Run is everything that one assessment produced; Build only lays it out.
type Run struct {
	Tool          Tool
	Questionnaire *questionnaire.Questionnaire
	Sheet         *answers.Sheet
	// Voices are the sheets of several respondents: what is answered today is then what any of them says, and Sheet stands for
	// the group. Nil for one respondent.
	Voices []*answers.Sheet
	Score  score.Result
	Tips   []score.Tip
	Advice advice.Result
	// Repository and Evidence are nil where no repository was set beside the answers.
	Repository *Source
	Evidence   []Finding
	// Today is the day, YYYY-MM-DD, on which exemptions are judged. Without it none counts as expired.
	Today string
	// Places are where the answers are in a file, for formats that point there; nil for none.
	Places *Places
}

// Build makes the document of a run. It changes nothing in the run and adds no number of its own.
func Build(run Run) *Document {
	b := builder{run: run}
	doc := &Document{
		Schema:          Schema,
		Tool:            run.Tool,
		Questionnaire:   b.questionnaire(),
		Subject:         Text(run.Sheet.Subject),
		Team:            Text(run.Sheet.Team),
		DependsOn:       run.Sheet.DependsOn,
		Date:            Text(run.Sheet.Date),
		Respondent:      Respondent{Name: Text(run.Sheet.Respondent.Name), Role: Text(run.Sheet.Respondent.Role)},
		Verdict:         b.verdict(),
		Axes:            b.axes(),
		Checked:         b.checked(),
		Metrics:         b.metrics(),
		Warnings:        b.warnings(),
		Recommendations: b.recommendations(),
		Tips:            b.tips(),
		Answers:         b.answers(),
		Repository:      run.Repository,
		Evidence:        run.Evidence,
		Exemptions:      b.exemptions(),
		Gates:           []Gate{},
		Notes:           b.notes(),
		Places:          run.Places,
	}
	if v := doc.Verdict.Readiness; v != nil && run.Voices == nil {
		v.Tiers = b.tiers()
	}
	doc.NameWarnings(run.Questionnaire)
	JudgeExemptions(doc, run.Today)
	return doc
}

type builder struct {
	run Run
}

// advises reports whether the answers could lead to warnings at all.
func (b builder) advises() bool {
	return b.run.Questionnaire.Catalogue != nil && b.run.Score.Quadrant == nil
}

func (b builder) questionnaire() QuestionnaireRef {
	q := b.run.Questionnaire
	ref := QuestionnaireRef{ID: q.ID, Version: q.Version, Title: q.Title, Digest: q.Digest(), Advice: b.advises()}
	if version := b.run.Sheet.QuestionnaireVersion; version != q.Version {
		ref.AnswersFor = version
	}
	return ref
}

func (b builder) verdict() Verdict {
	scored := b.run.Score
	switch {
	case scored.Quadrant != nil:
		return Verdict{Quadrant: b.quadrant(scored.Quadrant)}
	case scored.Readiness != nil:
		return Verdict{Readiness: b.state(scored.Readiness)}
	}
	return Verdict{Leaning: leaning(scored.Leaning)}
}

func leaning(l *score.Leaning) *Leaning {
	verdict := &Leaning{
		Kind:       string(questionnaire.Leaning),
		Practice:   practice(l.Practice),
		Situation:  overallSituation(l),
		Held:       held(l),
		Gap:        Nearest(l.Gap),
		Fit:        Fit{Value: Nearest(l.Fit), Word: Text(l.FitWord)},
		Advice:     Text(l.Advice),
		Tension:    Nearest(l.Tension),
		Readiness:  OverallReadiness{Readiness: readiness(l.Readiness, l.Weakest), Unmet: unmet(l.Unmet)},
		Coverage:   Nearest(l.Coverage),
		Confidence: Text(l.Confidence),
		Borderline: l.Borderline,

		ConfidenceBecause: wordsOf(l.ConfidenceBecause),
	}
	for _, reason := range l.CombineBecause {
		verdict.CombineBecause = append(verdict.CombineBecause, string(reason))
	}
	verdict.Between = between(l.Between)
	if l.Robustness != nil {
		verdict.Robustness = &Robustness{
			Band: flip(l.Robustness.Band), Side: flip(l.Robustness.Side),
			Advice: AdviceSensitivity{OneStep: turns(l.OneStep), Reverses: l.Reverses(), TwoNeeds: turns(l.TwoNeeds)},
		}
	}
	return verdict
}

// between is nil, and left out, where there is no edge near.
func between(bands *[2]score.Band) []string {
	if bands == nil {
		return nil
	}
	return []string{string(bands[0]), string(bands[1])}
}

func wordsOf[W ~string](words []W) []string {
	texts := []string{}
	for _, word := range words {
		texts = append(texts, string(word))
	}
	return texts
}

func turns(list []score.Turn) []Turn {
	built := []Turn{}
	for _, turn := range list {
		built = append(built, Turn{Question: turn.Question, Option: turn.Option, Advice: Text(turn.Advice)})
	}
	return built
}

func readiness(level score.ReadinessLevel, weakest *score.Weakest) Readiness {
	built := Readiness{Value: Nearest(level.Value), LowerBound: Nearest(level.LowerBound)}
	if weakest != nil {
		built.Weakest = &Weakest{Level: exact.Float(weakest.Level), Question: weakest.Question}
	}
	return built
}

func unmet(list []score.Unmet) []Unmet {
	built := []Unmet{}
	for _, u := range list {
		built = append(built, Unmet{
			Question: u.Question, Axis: u.Axis, Level: Nearest(u.Level), Floor: exact.Float(u.Floor), Critical: u.Critical,
		})
	}
	return built
}

func practice(p score.Position) Practice {
	return Practice{
		Value: Nearest(p.Value), Band: Text(p.Band), Scored: p.Scored,
		Low: Nearest(p.Low), High: Nearest(p.High), LowBand: bandAt(p.Low), HighBand: bandAt(p.High),
	}
}

func bandAt(end *big.Rat) Text {
	if end == nil {
		return ""
	}
	return Text(score.BandOf(end))
}

func situation(s score.Position) Situation {
	return Situation{Value: Nearest(s.Value), Band: Text(s.Band), Low: Nearest(s.Low), High: Nearest(s.High), Scored: s.Scored}
}

func overallSituation(l *score.Leaning) OverallSituation {
	return OverallSituation{
		Situation: situation(l.Situation), Borderline: l.SituationBorderline, Between: between(l.SituationBetween),
		Wanted: Wanted{Value: Nearest(l.Wanted.Value), Band: Text(l.Wanted.Band)}, Coverage: Nearest(l.Wanted.Coverage),
	}
}

func axisSituation(a *score.Axis) AxisSituation {
	w := a.Wanted
	return AxisSituation{
		Situation: situation(a.Situation),
		Wanted: AxisWanted{
			Value: Nearest(w.Value), Band: Text(w.Band), Low: Nearest(w.Low), High: Nearest(w.High), Coverage: Nearest(w.Coverage),
		},
		Allowed: Allowed{AtLeast: Nearest(a.AtLeast), AtMost: Nearest(a.AtMost)},
		HeldBy:  limits("", a.HeldBy),
		ClashBy: limits("", a.ClashBy),
		Clash:   a.Clash,
	}
}

// held is nil where the limits change nothing about the advice.
func held(l *score.Leaning) *Held {
	if !l.IsHeld() {
		return nil
	}
	built := &Held{Advice: Text(l.WantedAdvice), By: []Limit{}}
	for i := range l.Axes {
		built.By = append(built.By, limits(l.Axes[i].ID, l.Axes[i].HeldBy)...)
	}
	return built
}

func limits(axis string, list []score.Limit) []Limit {
	built := []Limit{}
	for _, limit := range list {
		built = append(built, Limit{
			Question: limit.Question, Option: limit.Option, Axis: axis, AtMost: Nearest(limit.AtMost), AtLeast: Nearest(limit.AtLeast),
		})
	}
	return built
}

func flip(f score.Flip) Flip {
	return Flip{Answers: f.Answers, Steps: f.Steps, Questions: notNil(f.Questions)}
}

func (b builder) axes() []Axis {
	axes := b.axisFigures()
	for i := range axes {
		scored := &b.run.Score.Leaning.Axes[i]
		axes[i].Contributions = contributions(scored.Contributions)
		if beyond := scored.BeyondLimit; beyond != nil {
			axes[i].BeyondLimit.Forbidden = b.isForbidden(scored.ID, beyond)
		}
	}
	return axes
}

// axisFigures are the axes without what each answer contributes, and without what a limit forbids.
func (b builder) axisFigures() []Axis {
	if b.run.Score.Leaning == nil {
		return nil
	}
	axes := make([]Axis, 0, len(b.run.Score.Leaning.Axes))
	for i := range b.run.Score.Leaning.Axes {
		axes = append(axes, b.axis(&b.run.Score.Leaning.Axes[i]))
	}
	return axes
}

func (b builder) axis(a *score.Axis) Axis {
	described := b.run.Questionnaire.Axis(a.ID)
	return Axis{
		ID: a.ID, Title: described.Title, Low: described.Low, High: described.High, Weight: exact.Float(a.Weight),
		Practice:  practice(a.Practice),
		Situation: axisSituation(a), BeyondLimit: beyondLimit(a.BeyondLimit),
		Gap:       Nearest(a.Gap),
		Direction: Text(a.Direction),
		Fit:       Nearest(a.Fit),
		Tension:   Nearest(a.Tension),
		Coverage:  Nearest(a.Coverage),
		Readiness: readiness(a.Readiness, a.Weakest),
		Floor:     Nearest(a.Floor),
		Shortfall: Shortfall{Value: Nearest(a.Shortfall), Worst: Nearest(a.WorstShortfall)},
	}
}

func contributions(list []score.Contribution) []Contribution {
	built := []Contribution{}
	for _, c := range list {
		built = append(built, Contribution{
			Question: c.Question, Option: c.Option,
			Position: exact.Float(c.Position), Weight: exact.Float(c.Weight), Effect: Nearest(c.Effect),
		})
	}
	return built
}
