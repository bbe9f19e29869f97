package challenge

import (
	"slices"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
	"github.com/opsfit/opsfit/internal/team"
)

// Outcome is what hearing others did to a verdict.
type Outcome string

// The outcomes.
const (
	// Confirmed: somebody else confirmed every deciding answer, and nobody differs on one.
	Confirmed Outcome = "confirmed"
	// Open: an answer has not been confirmed by anybody else, or somebody differs, and all together still come to the verdict.
	Open Outcome = "open"
	// Overturned: all together come to another verdict.
	Overturned Outcome = "overturned"
)

// Heard is what one person said to one deciding answer.
type Heard struct {
	Voice  *answers.Sheet
	Answer answers.Answer
	// Agrees is nil for somebody who does not know or did not answer.
	Agrees *bool
}

// Point is a deciding answer with what others said to it.
type Point struct {
	Deciding
	// Heard has an entry for each voice, in the order of the voices.
	Heard []Heard
}

// Confirmations counts the people who confirmed, without the respondent.
func (p *Point) Confirmations(given *answers.Sheet, counts func(given, voice *answers.Sheet) bool) int {
	count := 0
	for _, heard := range p.Heard {
		if heard.Agrees != nil && *heard.Agrees && counts(given, heard.Voice) {
			count++
		}
	}
	return count
}

// Differs reports that somebody gave another answer.
func (p *Point) Differs() bool {
	return slices.ContainsFunc(p.Heard, func(h Heard) bool { return h.Agrees != nil && !*h.Agrees })
}

// Hearing is a verdict and what becomes of it.
type Hearing struct {
	Points []Point
	// Verdict is that of the answers that were given; ByVoice what it would be with the deciding answers of each voice in their
	// place, in the order of the voices; IfAll that of all of them as one group. Each is empty where there is none.
	Verdict string
	ByVoice []string
	IfAll   string
	Outcome Outcome
}

// Hear holds what others said against the deciding answers. The order of the voices changes nothing but the order of what is
// listed.
func Hear(q *questionnaire.Questionnaire, given *answers.Sheet, deciding []Deciding, voices []*answers.Sheet) Hearing {
	hearing := Hearing{Verdict: VerdictOf(score.Figures(q, given))}
	for _, d := range deciding {
		hearing.Points = append(hearing.Points, hearAnswer(d, voices))
	}
	group := []*answers.Sheet{given}
	for _, voice := range voices {
		own := speakFor(q, given, deciding, voice)
		hearing.ByVoice = append(hearing.ByVoice, VerdictOf(score.Figures(q, own)))
		group = append(group, own)
	}
	hearing.IfAll = VerdictOf(team.Combine(q, group))
	hearing.Outcome = hearing.judge(given)
	return hearing
}

func hearAnswer(d Deciding, voices []*answers.Sheet) Point {
	point := Point{Deciding: d}
	for _, voice := range voices {
		heard := Heard{Voice: voice, Answer: saidBy(voice, d.Question.ID)}
		if isAnswer(heard.Answer) {
			heard.Agrees = new(heard.Answer.Word() == d.Given.Word())
		}
		point.Heard = append(point.Heard, heard)
	}
	return point
}

// saidBy is what a voice answered. The sheet holds the deciding questions alone, so that no condition for asking counts.
func saidBy(voice *answers.Sheet, question string) answers.Answer {
	if given, ok := voice.Given(question); ok {
		return given
	}
	return answers.Answer{Status: answers.Skipped}
}

// isAnswer reports an answer that agrees or differs; who says that a question does not apply differs from who chose an option.
func isAnswer(answer answers.Answer) bool {
	return answer.Status == answers.Answered || answer.Status == answers.NotApplicable
}

// speakFor is the sheet that was given with what a voice answered of the deciding questions in its place.
func speakFor(q *questionnaire.Questionnaire, given *answers.Sheet, deciding []Deciding, voice *answers.Sheet) *answers.Sheet {
	own := given
	for _, d := range deciding {
		if answer := saidBy(voice, d.Question.ID); isAnswer(answer) {
			own = own.With(q, d.Question.ID, answer)
		}
	}
	spoken := *own
	spoken.Respondent = voice.Respondent
	return &spoken
}

// judge says what hearing others did. One who differs is never outvoted into a confirmation.
func (h *Hearing) judge(given *answers.Sheet) Outcome {
	switch {
	case h.IfAll != h.Verdict:
		return Overturned
	case slices.ContainsFunc(h.Points, func(p Point) bool { return p.Differs() || p.Confirmations(given, IsSomebodyElse) == 0 }):
		return Open
	}
	return Confirmed
}

// isOwn reports the respondent's own voice.
func isOwn(given, voice *answers.Sheet) bool {
	return english.NameKey(voice.Respondent.Name) != "" && english.SameName(given.Respondent.Name, voice.Respondent.Name)
}

// IsSomebodyElse reports a voice that is certainly not the respondent's own. One without a name could be anybody's: people confirm by
// name.
func IsSomebodyElse(given, voice *answers.Sheet) bool {
	return english.NameKey(voice.Respondent.Name) != "" && !isOwn(given, voice)
}

// IsOfAnotherRole reports a voice of another role than the respondent's. Somebody without a role is of none.
func IsOfAnotherRole(given, voice *answers.Sheet) bool {
	return IsSomebodyElse(given, voice) && voice.Respondent.Role != "" && !english.SameName(given.Respondent.Role, voice.Respondent.Role)
}
