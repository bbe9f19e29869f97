package pages

import (
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/report"
)

// headline says in one plain sentence how the verdict moved. A move towards a pole is told and never praised; fit alone has
// a better direction.
func (p *comparisonPage) headline() string {
	switch {
	case p.Verdict.Kind() == "":
		return "These two results measure different things and cannot be compared."
	case !comparison.Moved(p.Comparison):
		return p.nothing()
	}
	said := joinClauses(p.clauses())
	if p.Answers.Asked > 0 && p.answersChanged() == 0 && !p.Basis.Questionnaire.Alike {
		return "No answer changed, but the questionnaire did: " + said + "."
	}
	return p.since() + ", " + said + "."
}

// joinClauses puts main clauses into one sentence.
func joinClauses(clauses []string) string {
	if len(clauses) < 2 {
		return strings.Join(clauses, "")
	}
	last := len(clauses) - 1
	return strings.Join(clauses[:last], ", ") + ", and " + clauses[last]
}

func (p *comparisonPage) clauses() []string {
	if v := p.Verdict.Quadrant; v != nil {
		return []string{quadrantClause(v.Quadrant), scoreClause("throughput", v.Throughput.Figure), scoreClause("stability", v.Stability.Figure)}
	}
	if v := p.Verdict.Readiness; v != nil {
		return stateClauses(v.State, len(v.NowMet), len(v.NowUnmet), v.Readiness.Figure())
	}
	v := p.Verdict.Leaning
	return leaningClauses(p.who(), v.Practice, shownFit(v), v.Readiness.Figure())
}

// leaningClauses tell practice and fit, and the readiness where these two stayed what they were.
func leaningClauses(who string, practice comparison.Practice, fit comparison.Fit, readiness comparison.Figure) []string {
	clauses := nonEmpty(practiceClause(who, practice), fitClause(fit))
	was, now := report.Level(readiness.Before), report.Level(readiness.After)
	if practice.Before.Band == practice.After.Band && !fit.Moved() && readiness.Change != nil && was != now {
		clauses = append(clauses, "readiness "+rose(readiness, was, now)+" out of 4")
	}
	return clauses
}

func (p *comparisonPage) nothing() string {
	sentence := "Nothing changed: every answer and every figure is the same."
	if len(p.Answers.Remarked) > 0 {
		sentence = "Nothing changed but remarks: every answer and every figure is the same."
	}
	rest := strings.TrimPrefix(sentence, "Nothing changed")
	switch {
	case p.Basis.OtherSubject:
		return fmt.Sprintf("Between %s and %s nothing differs%s", said(p.Before.Subject), said(p.After.Subject), rest)
	case p.Basis.Order == comparison.Forward:
		return fmt.Sprintf("Between %s and %s nothing changed%s", said(p.Before.Date), said(p.After.Date), rest)
	case p.Basis.Order == comparison.Backward:
		return fmt.Sprintf("From %s back to %s nothing changed%s", said(p.Before.Date), said(p.After.Date), rest)
	}
	return sentence
}

// who is what moved: the team, or the practice of two teams.
func (p *comparisonPage) who() string {
	if p.Basis.OtherSubject {
		return "practice"
	}
	return "you"
}

// since puts the earlier result in front of what changed.
func (p *comparisonPage) since() string {
	switch {
	case p.Before.Supposed || p.After.Supposed:
		return "In this what-if"
	case p.Basis.OtherSubject:
		return fmt.Sprintf("From %s to %s", said(p.Before.Subject), said(p.After.Subject))
	case p.Basis.Order == comparison.Forward:
		return "Since " + said(p.Before.Date)
	case p.Basis.Order == comparison.Backward:
		return fmt.Sprintf("From %s back to %s", said(p.Before.Date), said(p.After.Date))
	}
	return "From the first result to the second"
}

func practiceClause(who string, p comparison.Practice) string {
	was, now := report.BandInSentence(p.Before.Band), report.BandInSentence(p.After.Band)
	before, after := report.Signed(p.Before.Value), report.Signed(p.After.Value)
	switch {
	case !p.Before.Scored && !p.After.Scored:
		return "how you work is still not scored"
	case !p.Before.Scored:
		return fmt.Sprintf("how you work, not scored before, is %s (%s)", now, after)
	case !p.After.Scored:
		return fmt.Sprintf("how you work, %s before, is no longer scored", was)
	case p.Before.Band != p.After.Band:
		return fmt.Sprintf("%s moved from %s to %s", who, was, now)
	case before != after:
		return fmt.Sprintf("%s stayed %s (%s, then %s)", who, now, before, after)
	}
	return who + " stayed " + now
}

// fitClause is empty where the fit is known on neither side.
func fitClause(fit comparison.Fit) string {
	was := report.FitFigure(report.Fit{Value: fit.Before, Word: fit.Word.Before})
	now := report.FitFigure(report.Fit{Value: fit.After, Word: fit.Word.After})
	switch {
	case fit.Before == nil && fit.After == nil:
		return ""
	case fit.Before == nil:
		return fmt.Sprintf("the fit, not known before, is %s out of 100", now)
	case fit.After == nil:
		return fmt.Sprintf("the fit, %s out of 100 before, is no longer known", was)
	}
	return "the fit " + rose(fit.Figure, was, now) + " out of 100"
}

// rose tells the direction of a figure of which more is better.
func rose(f comparison.Figure, was, now string) string {
	switch {
	case was == now:
		return "stayed at " + now
	case *f.After > *f.Before:
		return "rose from " + was + " to " + now
	}
	return "fell from " + was + " to " + now
}

func quadrantClause(quadrant comparison.Words) string {
	was, now := report.QuadrantWord(quadrant.Before), report.QuadrantWord(quadrant.After)
	switch {
	case quadrant.Before == "" && quadrant.After == "":
		return "too few metrics are answered to name a quadrant"
	case quadrant.Same():
		return "delivery stayed " + now
	case quadrant.Before == "":
		return "delivery, not placed before, is " + now
	case quadrant.After == "":
		return "delivery, " + was + " before, can no longer be placed"
	}
	return "delivery moved from " + was + " to " + now
}

func scoreClause(name string, f comparison.Figure) string {
	was, now := report.ScoreFigure(f.Before), report.ScoreFigure(f.After)
	switch {
	case f.Before == nil && f.After == nil:
		return name + " is still not scored"
	case f.Before == nil:
		return name + ", not scored before, is " + now + " out of 10"
	case f.After == nil:
		return name + ", " + was + " out of 10 before, is no longer scored"
	}
	return name + " " + rose(f, was, now) + " out of 10"
}
