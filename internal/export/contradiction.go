package export

import (
	"strings"

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
	for _, f := range contradictions(doc) {
		found = append(found, finding{
			check: contradiction, about: f.Question, title: "The repository contradicts an answer: " + f.Question,
			summary: promptOf(doc, f), details: told(f.Facts(doc, report.AsIs)), place: doc.PlaceOfAnswer(f.Question),
			severity: questionnaire.Medium,
		})
	}
	return found
}

// contradictions are those findings that are more than a difference.
func contradictions(doc *report.Document) []*report.Finding {
	var found []*report.Finding
	for i := range doc.Evidence {
		if doc.Evidence[i].Verdict == report.Contradicts {
			found = append(found, &doc.Evidence[i])
		}
	}
	return found
}

// promptOf is the question that a finding is about, in words where a document has them.
func promptOf(doc *report.Document, f *report.Finding) string {
	if answer := doc.AnswerTo(f.Question); answer != nil {
		return answer.Prompt
	}
	return f.Question
}

// told has each fact on a line of its own.
func told(facts []report.Fact) string {
	var lines []string
	for _, fact := range facts {
		lines = append(lines, fact.Label+": "+fact.Value)
	}
	return strings.Join(lines, "\n")
}
