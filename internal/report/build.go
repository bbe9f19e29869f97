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
	Score         score.Result
	Tips          []score.Tip
	Advice        advice.Result
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
	JudgeExemptions(doc, run.Today)
	return doc
}

type builder struct {
	run Run
}

func (b builder) questionnaire() QuestionnaireRef {
	q := b.run.Questionnaire
	advises := q.Catalogue != nil && b.run.Score.Leaning != nil
	return QuestionnaireRef{ID: q.ID, Version: q.Version, Title: q.Title, Digest: q.Digest(), Advice: advises}
}

func (b builder) verdict() Verdict {
	if quadrant := b.run.Score.Quadrant; quadrant != nil {
		return Verdict{Quadrant: b.quadrant(quadrant)}
	}
	return Verdict{Leaning: leaning(b.run.Score.Leaning)}
}

func leaning(l *score.Leaning) *Leaning {
	verdict := &Leaning{
		Kind:       string(questionnaire.Leaning),
		Practice:   practice(l.Practice),
		Situation:  situation(l.Situation),
		Gap:        Nearest(l.Gap),
		Fit:        Fit{Value: Nearest(l.Fit), Word: Text(l.FitWord)},
		Advice:     Text(l.Advice),
		Tension:    Nearest(l.Tension),
		Readiness:  Readiness{Value: Nearest(l.Readiness.Value), LowerBound: Nearest(l.Readiness.LowerBound)},
		Coverage:   Nearest(l.Coverage),
		Confidence: Text(l.Confidence),
		Borderline: l.Borderline,
	}
	for _, reason := range l.CombineBecause {
		verdict.CombineBecause = append(verdict.CombineBecause, string(reason))
	}
	if l.Between != nil {
		verdict.Between = []string{string(l.Between[0]), string(l.Between[1])}
	}
	if l.Robustness != nil {
		verdict.Robustness = &Robustness{Band: flip(l.Robustness.Band), Side: flip(l.Robustness.Side)}
	}
	return verdict
}

func practice(p score.Practice) Practice {
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

func situation(s score.Situation) Situation {
	return Situation{Value: Nearest(s.Value), Band: Text(s.Band)}
}

func flip(f score.Flip) Flip {
	return Flip{Answers: f.Answers, Steps: f.Steps, Questions: notNil(f.Questions)}
}

func (b builder) axes() []Axis {
	axes := b.axisFigures()
	for i := range axes {
		axes[i].Contributions = contributions(b.run.Score.Leaning.Axes[i].Contributions)
	}
	return axes
}

// axisFigures are the axes without what each answer contributes.
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
		Situation: situation(a.Situation),
		Gap:       Nearest(a.Gap),
		Direction: Text(a.Direction),
		Fit:       Nearest(a.Fit),
		Tension:   Nearest(a.Tension),
		Coverage:  Nearest(a.Coverage),
		Readiness: Readiness{Value: Nearest(a.Readiness.Value), LowerBound: Nearest(a.Readiness.LowerBound)},
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
