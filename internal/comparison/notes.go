package comparison

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
)

// NotesWith returns Notes with every text from a person or a file passed through say, for formats that mark such text.
func (c *Comparison) NotesWith(say func(string) string) []string {
	notes := []string{"Both results are self-reported: what changed is what people say, not what was measured."}
	add := func(holds bool, format string, args ...any) {
		if holds {
			notes = append(notes, fmt.Sprintf(format, args...))
		}
	}
	was, now := c.Before, c.After
	add(was.Supposed || now.Supposed, "At least one of the results is a what-if: some of its answers are supposed and were not given.")
	add(c.Basis.OtherSubject, "The results are about two services, %s and %s: the differences are between these two, not over time.",
		say(string(was.Subject)), say(string(now.Subject)))
	add(c.Basis.Order == Backward, "The second result (%s) is older than the first (%s): the changes are told backwards.", now.Date, was.Date)
	add(c.Basis.Order == SameDay, "Both results are of the same day, %s.", now.Date)
	add(c.Basis.Order == UnknownOrder, "At least one result has no date, so which is the later one is what the order of the files says.")
	add(c.Basis.OtherRespondent, "Not the same person or role answered both times%s: a difference can be one of view.",
		bothRespondents(was, now, say))
	notes = append(notes, c.questionnaireNotes(say)...)
	add(c.Basis.OtherTool, "The results were written by two programs or versions, %s and %s: a difference can come from the program.",
		nameWithVersion(was.Tool.Name, was.Tool.Version, say), nameWithVersion(now.Tool.Name, now.Tool.Version, say))
	add(!c.Basis.Advised && c.Verdict.OverallReadiness() != nil,
		"At least one of the results comes from a questionnaire that gives no advice, so steps and warnings are not compared.")
	add(c.isUnexplained(), "A result does not say what its values are made of, so not every move is traced to answers.")
	return notes
}

// asIs is the say of notes in JSON.
func asIs(text string) string { return text }

// nameWithVersion returns a name with its version. Results of other programs need not name anything.
func nameWithVersion(name, version string, say func(string) string) string {
	if name == "" {
		return strings.TrimSpace("without a name " + say(version))
	}
	return strings.TrimSpace(say(name) + " " + say(version))
}

// bothRespondents names who answered, in brackets; empty where names were removed and nothing else tells the two apart.
func bothRespondents(was, now Side, say func(string) string) string {
	before, after := respondentOf(was, say), respondentOf(now, say)
	if before == after {
		return ""
	}
	return " (" + before + "; " + after + ")"
}

// respondentOf returns the respondent of a result.
func respondentOf(side Side, say func(string) string) string {
	var parts []string
	for _, text := range []report.Text{side.Respondent.Name, side.Respondent.Role} {
		if text != "" {
			parts = append(parts, say(string(text)))
		}
	}
	return cmp.Or(strings.Join(parts, ", "), "not named")
}

func (c *Comparison) questionnaireNotes(say func(string) string) []string {
	d, was, now := c.Basis.Questionnaire, c.Before.Questionnaire, c.After.Questionnaire
	var notes []string
	switch id, before, after := say(now.ID), say(was.Version), say(now.Version); {
	case !d.SameID:
		notes = append(notes, fmt.Sprintf(
			"The results come from two questionnaires, %s and %s: answers can be compared for the %s that both ask.",
			nameWithVersion(was.ID, was.Version, say), nameWithVersion(now.ID, now.Version, say), english.Count(c.Answers.Asked, "question")))
	case !d.Alike && d.SameVersion:
		notes = append(notes, fmt.Sprintf("The questionnaire %s counts answers otherwise although both results name version %s.", id, after))
	case !d.Alike:
		notes = append(notes, fmt.Sprintf("The questionnaire %s changed from version %s to %s.", id, before, after))
	case !d.SameVersion:
		notes = append(notes, fmt.Sprintf("The questionnaire %s changed from version %s to %s; it counts answers as before, "+
			"but its words or its advice may differ.", id, before, after))
	}
	if n := len(d.OnlyAfter); d.Alike && n > 0 {
		notes = append(notes, fmt.Sprintf("The questionnaire changed: the earlier answers were written for version %s and leave %s open, "+
			"which may be new since. What these move is told as a change of the questionnaire, not of the team.",
			say(was.AnswersFor), english.Count(n, "question")))
	}
	if !d.Alike {
		notes = append(notes, "To see what the team alone changed, compare the answers files: both are then scored with one questionnaire.")
	}
	return notes
}

// isUnexplained reports whether an overall value moved and the results do not say why.
func (c *Comparison) isUnexplained() bool {
	var moves []Move
	if v := c.Verdict.Leaning; v != nil {
		moves = append(moves, v.Practice.Move, v.Situation.Move)
	}
	if r := c.Verdict.OverallReadiness(); r != nil {
		moves = append(moves, r.Move)
	}
	return slices.ContainsFunc(moves, func(m Move) bool { return m.Unexplained != nil })
}
