package export

import (
	"strings"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// contradiction is the check of an answer that a repository contradicts. The hyphen keeps it apart from ids of warnings.
const contradiction = "evidence-contradiction"

const contradictionHelp = "A figure of the repository that can be trusted is far from what the answer says. It changes no score. " +
	"Talk about it: the answer may be what people remember or plan, and much of a team's work leaves no trace in a repository. " +
	"Then change the answer, or say in its note: what the repository does not show. The flag --fail-on-contradiction makes it a gate."

// contradicted is empty where no repository was looked at. Contradictions are of medium severity: a reason to talk, and no
// harm that is known.
func contradicted(doc *report.Document) []finding {
	var found []finding
	for i := range doc.Evidence {
		f := &doc.Evidence[i]
		if f.Verdict != report.Contradicts {
			continue
		}
		found = append(found, finding{
			check: contradiction, about: f.Question,
			title:   "The repository contradicts an answer: " + report.Named(titleOf(doc, f.Question), f.Question),
			summary: prompt(doc, f.Question), details: beside(doc, f), place: doc.PlaceOfAnswer(f.Question),
			severity: questionnaire.Medium,
		})
	}
	return found
}

// prompt is the question in words.
func prompt(doc *report.Document, question string) string {
	if answer := answerTo(doc, question); answer != nil {
		return answer.Prompt
	}
	return question
}

// beside says what was answered, what the repository shows, why that goes no further, and what it rests on, each on a line of
// its own.
func beside(doc *report.Document, f *report.Finding) string {
	said := string(f.Answer)
	if answer := answerTo(doc, f.Question); answer != nil && answer.Option == f.Answer && answer.Text != "" {
		said = string(answer.Text)
	}
	var lines []string
	for _, fact := range []report.Fact{
		{Label: "Answer", Value: said},
		{Label: "Repository", Value: f.Shows()},
		{Label: "Limit", Value: english.Capital(string(f.Reason))},
		{Label: "See", Value: proofs(f.Proof)},
	} {
		if fact.Value != "" {
			lines = append(lines, fact.Label+": "+fact.Value)
		}
	}
	return strings.Join(lines, "\n")
}

func proofs(list []report.Proof) string {
	var parts []string
	for _, p := range list {
		name := p.Name
		if p.Kind == "commit" {
			name = "commit " + report.ShortHash(name)
		}
		if p.Text != "" {
			name += " (" + string(p.Text) + ")"
		}
		parts = append(parts, name)
	}
	return strings.Join(parts, ", ")
}
