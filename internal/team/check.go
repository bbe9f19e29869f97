package team

import (
	"fmt"
	"slices"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// Member is a sheet and the name of its file.
type Member struct {
	File  string
	Sheet *answers.Sheet
}

// Check reports sheets that cannot be combined: answers about different services, answers written for different
// versions of the questionnaire, one person's answers twice, and a questionnaire of outcomes. It warns of
// roles that are probably mistyped. Each finding names the file and the one that it conflicts with.
func Check(q *questionnaire.Questionnaire, members []Member) diag.List {
	if q.Verdict == questionnaire.Quadrant {
		return diag.List{{
			Severity: diag.Error, Code: "no-leaning", Message: fmt.Sprintf("%s measures outcomes, which are counted and not voted on", q.ID),
			Hint: "use a questionnaire with a leaning, such as full",
		}}
	}
	var found diag.List
	found = append(found, checkSame(members, "mixed-subjects", "the service", "give both the same subject",
		func(s *answers.Sheet) string { return s.Subject }, english.SameName)...)
	found = append(found, checkSame(members, "mixed-versions", "the questionnaire version", "answer the questions again with one version",
		func(s *answers.Sheet) string { return s.QuestionnaireVersion }, isEqual)...)
	found = append(found, checkRepeated(members)...)
	return append(found, checkRoles(members)...)
}

// CheckQuestions refuses answers to another questionnaire than the first sheet's; the files are those that the answers stand in.
func CheckQuestions(first, other *questionnaire.Questionnaire, firstFile, file string) diag.List {
	if first.ID == other.ID {
		return nil
	}
	return diag.List{{
		Severity: diag.Error, Code: "mixed-questionnaires", File: file, Hint: "let all respondents answer the same questions",
		Message: "the answers are for " + diag.Quote(other.ID) + ", those in " + diag.Visible(firstFile) + " for " + diag.Quote(first.ID),
	}}
}

func isEqual(a, b string) bool { return a == b }

// checkSame reports every sheet that differs from the first one that says anything. A missing value conflicts with
// nothing.
func checkSame(
	members []Member, code, what, hint string, text func(*answers.Sheet) string, isSame func(a, b string) bool,
) diag.List {
	var found diag.List
	var first *Member
	for i := range members {
		said := text(members[i].Sheet)
		switch {
		case said == "":
		case first == nil:
			first = &members[i]
		case !isSame(said, text(first.Sheet)):
			found = append(found, diag.Diagnostic{
				Severity: diag.Error, Code: code, File: members[i].File, Hint: hint,
				Message: fmt.Sprintf("%s is %s, in %s it is %s", what, diag.Quote(said), diag.Visible(first.File), diag.Quote(text(first.Sheet))),
			})
		}
	}
	return found
}

// checkRepeated reports a second sheet of one person, ignoring case and outer spaces of names. People without a name
// cannot be told apart.
func checkRepeated(members []Member) diag.List {
	var found diag.List
	for i := range members {
		name := nameOf(members[i].Sheet)
		earlier := slices.IndexFunc(members[:i], func(m Member) bool { return name != "" && nameOf(m.Sheet) == name })
		if earlier >= 0 {
			found = append(found, diag.Diagnostic{
				Severity: diag.Error, Code: "same-respondent", File: members[i].File, Hint: "keep one of the two, or give them names of their own",
				Message: fmt.Sprintf("%s answered in %s, too", diag.Quote(members[i].Sheet.Respondent.Name), diag.Visible(members[earlier].File)),
			})
		}
	}
	return found
}

// checkRoles warns of a role that is probably a mistyped other one.
func checkRoles(members []Member) diag.List {
	sheets := make([]*answers.Sheet, 0, len(members))
	for _, member := range members {
		sheets = append(sheets, member.Sheet)
	}
	var found diag.List
	for _, slip := range slipsIn(sheets) {
		at := slices.IndexFunc(sheets, func(sheet *answers.Sheet) bool { return roleOf(sheet) == slip.role })
		found = append(found, diag.Diagnostic{
			Severity: diag.Warning, Code: "similar-role", File: members[at].File, Hint: "all roles have equal weight; correct it if it is a slip",
			Message: fmt.Sprintf("nobody else has the role %s, and it is almost %s", diag.Quote(slip.role), diag.Quote(slip.meant)),
		})
	}
	return found
}

// namelessNotes says that people without a name cannot be told apart, so that one of them may count twice.
func (b *builder) namelessNotes() []string {
	nameless := b.countSheets(func(sheet *answers.Sheet) bool { return nameOf(sheet) == "" })
	if nameless < 2 {
		return nil
	}
	return []string{fmt.Sprintf("%d of %s gave no name: if one of them answered twice, both sheets count.",
		nameless, english.Count(len(b.Sheets), "respondent"))}
}

func nameOf(sheet *answers.Sheet) string {
	return english.NameKey(sheet.Respondent.Name)
}
