package comparison

import (
	"fmt"

	"github.com/opsfit/opsfit/internal/english"
)

// notes are remarks about how far the two results can be compared.
func notes(c *Comparison) []string {
	notes := []string{"Both results are self-reported: what changed is what people say, not what was measured."}
	add := func(holds bool, format string, args ...any) {
		if holds {
			notes = append(notes, fmt.Sprintf(format, args...))
		}
	}
	was, now := c.Before, c.After
	add(was.Supposed || now.Supposed, "At least one of the results is a what-if: some of its answers are supposed and were not given.")
	add(c.Basis.OtherSubject, "The results are about two services, %s and %s: the differences are between these two, not over time.",
		was.Subject, now.Subject)
	add(c.Basis.Order == Backward, "The second result (%s) is older than the first (%s): the changes are told backwards.", now.Date, was.Date)
	add(c.Basis.Order == SameDay, "Both results are of the same day, %s.", now.Date)
	add(c.Basis.Order == UnknownOrder, "At least one result has no date, so which is the later one is what the order of the files says.")
	add(c.Basis.OtherRespondent, "Not the same person or role answered both times (%s; %s): a difference can be one of view.",
		who(was), who(now))
	notes = append(notes, c.questionnaireNotes()...)
	add(c.Basis.OtherTool, "The results were written by two programs or versions, %s and %s: a difference can come from the program.",
		versioned(was.Tool.Name, was.Tool.Version), versioned(now.Tool.Name, now.Tool.Version))
	add(!c.Basis.Advised && c.Verdict.Leaning != nil,
		"At least one of the results comes from a questionnaire that gives no advice, so steps and warnings are not compared.")
	add(c.isUnexplained(), "A result does not say what its values are made of, so not every move is traced to answers.")
	return notes
}

func who(side Side) string {
	name, role := string(side.Respondent.Name), string(side.Respondent.Role)
	switch {
	case name == "" && role == "":
		return "not named"
	case name == "":
		return role
	case role == "":
		return name
	}
	return name + ", " + role
}

func (c *Comparison) questionnaireNotes() []string {
	d, was, now := c.Basis.Questionnaire, c.Before.Questionnaire, c.After.Questionnaire
	var notes []string
	switch {
	case !d.SameID:
		notes = append(notes, fmt.Sprintf(
			"The results come from two questionnaires, %s and %s: answers can be compared for the %s that both ask.",
			versioned(was.ID, was.Version), versioned(now.ID, now.Version), english.Count(c.Answers.Asked, "question")))
	case !d.Alike && d.SameVersion:
		notes = append(notes, fmt.Sprintf(
			"The questionnaire %s counts answers otherwise although both results name version %s.", now.ID, now.Version))
	case !d.Alike:
		notes = append(notes, fmt.Sprintf("The questionnaire %s changed from version %s to %s.", now.ID, was.Version, now.Version))
	case !d.SameVersion:
		notes = append(notes, fmt.Sprintf("The questionnaire %s changed from version %s to %s; it counts answers as before, "+
			"but its words or its advice may differ.", now.ID, was.Version, now.Version))
	}
	if !d.Alike {
		notes = append(notes, "To see what the team alone changed, compare the answers files: both are then scored with one questionnaire.")
	}
	return notes
}

// isUnexplained reports that an overall value moved and the results do not tell why.
func (c *Comparison) isUnexplained() bool {
	v := c.Verdict.Leaning
	return v != nil && (v.Practice.Unexplained != nil || v.Situation.Unexplained != nil || v.Readiness.Unexplained != nil)
}
