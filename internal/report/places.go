package report

import (
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
)

// Places say where a reader finds what a document is about, for formats that point into files. They come beside the result
// and are never saved in it: the result depends on no path and no line.
type Places struct {
	// File is the path from the root of the repository, with forward slashes; empty for what has no name.
	File string
	// Answers are the places of the answers by question id. What is skipped, and all of a saved result, has none.
	Answers map[string]diag.Pos
	// Exemptions are the places of the exemptions by the id of the warning.
	Exemptions map[string]diag.Pos
}

// Place is the file that something is about and where in it. The zero Pos is the file as a whole; without a file there is
// nothing to point at.
type Place struct {
	File string
	Pos  diag.Pos
}

// PlacesOf returns where the answers and exemptions of a sheet are; file is named as in Places.
func PlacesOf(file string, sheet *answers.Sheet) *Places {
	places := &Places{File: file, Answers: map[string]diag.Pos{}, Exemptions: map[string]diag.Pos{}}
	for question, answer := range sheet.Answers {
		places.Answers[question] = answer.Pos
	}
	for _, exemption := range sheet.Exemptions {
		places.Exemptions[exemption.Warning] = exemption.Pos
	}
	return places
}

// PlaceOfWarning is that of the first answer that the warning follows from and the file has.
func (d *Document) PlaceOfWarning(warning *Warning) Place {
	var questions []string
	for _, cause := range warning.Because {
		questions = append(questions, cause.Question)
	}
	return d.placeOf(questions)
}

// PlaceOfAnswers is the file as a whole.
func (d *Document) PlaceOfAnswers() Place { return d.placeOf(nil) }

// PlaceOfAnswer is that of the answer to a question; the file as a whole where it has none.
func (d *Document) PlaceOfAnswer(question string) Place { return d.placeOf([]string{question}) }

// PlaceOfGate is that of what somebody would change first: the expired exemption, the oldest answer, the first answer that a
// repository contradicts, that of the first overdue commitment, else the file.
func (d *Document) PlaceOfGate(gate *Gate) Place {
	switch {
	case gate.Kind == AgeGate && d.Freshness != nil && len(d.Freshness.Stale) > 0:
		return d.PlaceOfAnswer(d.Freshness.Stale[0].Question)
	case gate.Kind == EvidenceGate:
		return d.placeOf(Contradicted(d.Evidence))
	case gate.Kind == CommitmentGate && len(d.Overdue()) > 0:
		return d.PlaceOfAnswer(d.Overdue()[0].Question)
	case gate.Kind == ExemptionGate && d.Places != nil:
		return Place{File: d.Places.File, Pos: d.Places.Exemptions[gate.exemption()]}
	}
	return d.placeOf(nil)
}

func (d *Document) placeOf(questions []string) Place {
	if d.Places == nil {
		return Place{}
	}
	for _, question := range questions {
		if pos := d.Places.Answers[question]; pos.Line > 0 {
			return Place{File: d.Places.File, Pos: pos}
		}
	}
	return Place{File: d.Places.File}
}
