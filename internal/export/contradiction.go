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
func contradicted(doc *report.Document, talk *report.Talk) []finding {
	var found []finding
	for _, point := range contradictions(talk) {
		found = append(found, finding{
			check: contradiction, about: point.Question, title: "The repository contradicts an answer: " + point.Question,
			summary: point.Prompt, details: told(point.Facts), place: doc.PlaceOfAnswer(point.Question), severity: questionnaire.Medium,
		})
	}
	return found
}

// contradictions are those points of a talk that are more than a difference; talk may be nil.
func contradictions(talk *report.Talk) []report.TalkPoint {
	if talk == nil {
		return nil
	}
	var points []report.TalkPoint
	for _, point := range talk.Points {
		if point.Verdict == report.Contradicts {
			points = append(points, point)
		}
	}
	return points
}

// told has each fact on a line of its own.
func told(facts []report.Fact) string {
	var lines []string
	for _, fact := range facts {
		lines = append(lines, fact.Label+": "+fact.Value)
	}
	return strings.Join(lines, "\n")
}
