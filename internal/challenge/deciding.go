package challenge

import (
	"cmp"
	"math/big"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

// UsualMost is the number of answers that are challenged unless somebody asks for another: what others fill in over a coffee.
const UsualMost = 6

// MostAnswers is the largest number that can be asked for.
const MostAnswers = 20

// Stage is why an answer decides. Lower stages come first.
type Stage int

const (
	// OneStep changes the advice when the answer moves by one step.
	OneStep Stage = iota
	// OneAnswer changes the advice, or the state of readiness, with some other option.
	OneAnswer
	// OneDanger switches a critical or high warning alone and leaves the advice.
	OneDanger
)

// Deciding is an answer on which the verdict hangs.
type Deciding struct {
	Question *questionnaire.Question
	Given    answers.Answer
	Stage    Stage
	// Others are what each other answer would lead to, in the order of the options.
	Others []Consequence
}

// Consequence is what another answer to one question would lead to.
type Consequence struct {
	// Given is the answer as a sheet would hold it.
	Given answers.Answer
	// Answer is an option id; of a question with all that apply, the ids with a plus between them.
	Answer string
	// Verdict is the advice, or the state of readiness; empty where there is none.
	Verdict string
	// Appear and Vanish are the critical and high warnings that come and go, in the order of reports.
	Appear, Vanish []Danger
}

// Danger is a critical or high warning.
type Danger struct {
	Rule     *questionnaire.Warning
	Severity questionnaire.Severity
}

// HasVerdict reports a questionnaire whose verdict can be challenged: delivery figures are counted and not judged.
func HasVerdict(q *questionnaire.Questionnaire) bool { return q.Verdict != questionnaire.Quadrant }

// VerdictOf is the advice of a result, or its state of readiness, as a word for programs; empty where there is none.
func VerdictOf(result score.Result) string {
	switch {
	case result.Leaning != nil:
		return string(result.Leaning.Advice)
	case result.Readiness != nil:
		return string(result.Readiness.State)
	}
	return ""
}

// Find returns the answers on which the verdict hangs, at most that many: those that one step turns, then those that another
// option turns, then those that alone switch a critical or high warning. What turns the advice to the other pole comes first in
// its stage, then what does so with the fewest steps, then by id, so that the order in a file moves nothing.
func Find(q *questionnaire.Questionnaire, sheet *answers.Sheet, most int) []Deciding {
	f := finder{q: q, sheet: sheet, now: outcome{result: score.Score(q, sheet)}}
	f.now.verdict, f.now.dangers = VerdictOf(f.now.result), dangersOf(q, sheet, f.now.result)
	f.turns = f.stepsThatTurn()
	var found []candidate
	for i := range q.Questions {
		if c, decides := f.try(&q.Questions[i]); decides {
			found = append(found, c)
		}
	}
	slices.SortFunc(found, compareCandidates)
	deciding := make([]Deciding, 0, min(most, len(found)))
	for _, c := range found[:min(most, len(found))] {
		deciding = append(deciding, c.Deciding)
	}
	return deciding
}

// finder tries other answers on one sheet.
type finder struct {
	q     *questionnaire.Questionnaire
	sheet *answers.Sheet
	now   outcome
	// turns are the answers one step away that change the advice, as question and option.
	turns map[[2]string]bool
}

// outcome is what decides whether an answer does.
type outcome struct {
	result  score.Result
	verdict string
	// dangers are the critical and high warnings that stand, in the order of reports.
	dangers []Danger
}

// dangersOf takes the whole result: a rule may ask how many steps there are to the other side.
func dangersOf(q *questionnaire.Questionnaire, sheet *answers.Sheet, result score.Result) []Danger {
	var dangers []Danger
	for _, warning := range advice.Advise(q, sheet, result).Warnings {
		if warning.Severity == questionnaire.Critical || warning.Severity == questionnaire.High {
			dangers = append(dangers, Danger{warning.Rule, warning.Severity})
		}
	}
	return dangers
}

// stepsThatTurn are the single steps of an answer that change the advice.
func (f *finder) stepsThatTurn() map[[2]string]bool {
	turns := map[[2]string]bool{}
	if l := f.now.result.Leaning; l != nil {
		for _, turn := range l.OneStep {
			turns[[2]string{turn.Question, turn.Option}] = true
		}
	}
	return turns
}

// candidate is a deciding answer with what it is ordered by.
type candidate struct {
	Deciding

	// reverses: some other option turns the advice to the other pole. critical: it switches a critical warning.
	reverses, critical bool
	// steps is how far the nearest option that changes the verdict is in the list; 0 for none.
	steps int
}

func compareCandidates(a, b candidate) int {
	first := func(a, b bool) int {
		switch {
		case a == b:
			return 0
		case a:
			return -1
		}
		return 1
	}
	return cmp.Or(
		cmp.Compare(a.Stage, b.Stage), first(a.reverses, b.reverses), first(a.critical, b.critical),
		cmp.Compare(a.steps, b.steps), strings.Compare(a.Question.ID, b.Question.ID),
	)
}

// try puts every other answer in the place of the one that was given. Warnings are looked at only where they can count: working
// them out takes most of the time.
func (f *finder) try(question *questionnaire.Question) (candidate, bool) {
	given := f.sheet.Get(question.ID)
	if given.Status != answers.Answered {
		return candidate{}, false
	}
	others := otherAnswers(question, given)
	trials := make([]outcome, len(others))
	turns := false
	for i, other := range others {
		trials[i].result = score.Figures(f.q, f.sheet.With(f.q, question.ID, other))
		trials[i].verdict = VerdictOf(trials[i].result)
		turns = turns || trials[i].verdict != f.now.verdict
	}
	if !turns && question.Measures != questionnaire.Readiness {
		return candidate{}, false
	}
	c := candidate{Deciding: Deciding{Question: question, Given: given, Stage: OneDanger + 1}}
	for i, other := range others {
		sheet := f.sheet.With(f.q, question.ID, other)
		after := trials[i]
		after.dangers = dangersOf(f.q, sheet, score.Score(f.q, sheet))
		appear, vanish := dangersOnlyIn(after.dangers, f.now.dangers), dangersOnlyIn(f.now.dangers, after.dangers)
		c.Others = append(c.Others, Consequence{
			Given: other, Answer: other.Word(), Verdict: after.verdict, Appear: appear, Vanish: vanish,
		})
		f.weigh(&c, other, after, slices.Concat(appear, vanish))
	}
	return c, c.Stage <= OneDanger
}

// weigh says how much another answer with its outcome decides.
func (f *finder) weigh(c *candidate, other answers.Answer, after outcome, switched []Danger) {
	switch {
	case f.turns[[2]string{c.Question.ID, other.Option}]:
		c.Stage = OneStep
	case after.verdict != f.now.verdict:
		c.Stage = min(c.Stage, OneAnswer)
	case c.Question.Measures == questionnaire.Readiness && len(switched) > 0:
		c.Stage = min(c.Stage, OneDanger)
		c.critical = c.critical || slices.ContainsFunc(switched, func(d Danger) bool { return d.Severity == questionnaire.Critical })
		return
	default:
		return
	}
	if steps := stepsBetween(c.Question, c.Given, other); c.steps == 0 || steps < c.steps {
		c.steps = steps
	}
	if now, then := f.now.result.Leaning, after.result.Leaning; now != nil && then != nil {
		c.reverses = c.reverses || score.AreOpposite(now.Advice, then.Advice)
	}
}

// otherAnswers are those that somebody else could give instead. Of all that apply these are none and every one of them: what
// lies between leads to nothing that these two do not.
func otherAnswers(question *questionnaire.Question, given answers.Answer) []answers.Answer {
	var others []answers.Answer
	add := func(answer answers.Answer) {
		answer.Status, answer.Source = answers.Answered, answers.Supposed
		if answer.Word() != given.Word() {
			others = append(others, answer)
		}
	}
	if !question.Many {
		for i := range question.Options {
			add(answers.Answer{Option: question.Options[i].ID})
		}
		return others
	}
	all := &answers.List{}
	for i := range question.Options {
		if option := &question.Options[i]; !option.None && (given.List == nil || !given.List.LeavesOut(option.ID)) {
			all.Options = append(all.Options, option.ID)
		}
	}
	if given.List != nil {
		all.NotApplicable = given.List.NotApplicable
	}
	add(answers.Answer{List: &answers.List{NotApplicable: all.NotApplicable}})
	add(answers.Answer{List: all})
	return others
}

// stepsBetween is how many positions or levels lie between two answers, at least 1.
func stepsBetween(question *questionnaire.Question, a, b answers.Answer) int {
	if question.Many {
		return 1
	}
	return max(1, max(rankOf(question, a.Option)-rankOf(question, b.Option), rankOf(question, b.Option)-rankOf(question, a.Option)))
}

// rankOf counts the different values below that of an option.
func rankOf(question *questionnaire.Question, id string) int {
	own := valueOf(question.Option(id))
	if own == nil {
		return 0
	}
	below := map[string]bool{}
	for i := range question.Options {
		if value := valueOf(&question.Options[i]); value != nil && value.Cmp(own) < 0 {
			below[value.RatString()] = true
		}
	}
	return len(below)
}

// valueOf is the position or the level of an option; nil for none.
func valueOf(option *questionnaire.Option) *big.Rat {
	switch {
	case option == nil:
		return nil
	case option.Position != nil:
		return option.Position
	}
	return option.Readiness
}

// dangersOnlyIn are the members of the first list that the second does not have.
func dangersOnlyIn(from, in []Danger) []Danger {
	var found []Danger
	for _, d := range from {
		if !slices.ContainsFunc(in, func(other Danger) bool { return other.Rule.ID == d.Rule.ID }) {
			found = append(found, d)
		}
	}
	return found
}
