package cli

import (
	"bytes"
	"context"
	"slices"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/saved"
)

// savedSource says where a file is that may be a saved result, and how its questionnaire is found.
type savedSource struct {
	file   string
	loader loader
	// known is a questionnaire that was loaded already; nil for none.
	known *questionnaire.Questionnaire
	// answersAreEnough: a result of an earlier form is taken for its answers.
	answersAreEnough bool
	// judgesWarnings: a gate of this run is about its warnings.
	judgesWarnings bool
}

// readSaved reads a file that is a saved result or answers. For answers the result is nil, and their text is returned. A result of an
// earlier form is refused, or, where its answers are enough, taken for these.
func (r *runner) readSaved(ctx context.Context, from savedSource) (*report.Document, namedText, error) {
	file := from.file
	if err := r.refuseWaiting(file); err != nil {
		return nil, namedText{}, err
	}
	name, text, err := r.readInput(ctx, file, report.MaxBytes)
	if err != nil {
		return nil, namedText{}, err
	}
	return decodeSaved(from.newReader(), name, withoutMark(text), from.answersAreEnough)
}

// newReader returns a reader of saved results.
func (s savedSource) newReader() *saved.Reader {
	return saved.NewReader(func(of *report.Document) *saved.Known {
		found := s.loader.findScored(of)
		if q := s.known; found == nil && q != nil && q.ID == of.Questionnaire.ID && q.Digest() == of.Questionnaire.Digest {
			found = &saved.Known{Questionnaire: q}
		}
		if found != nil {
			found.JudgesWarnings = s.judgesWarnings
		}
		return found
	})
}

// findScored returns the questionnaire that a result was scored with, by its id and digest; nil where it is not known. The catalogue
// is surely the same where this release wrote the result with a questionnaire that it ships.
func (l loader) findScored(of *report.Document) *saved.Known {
	if !l.isKnown(of.Questionnaire.ID) {
		return nil
	}
	q, _, err := l.openQuestionnaire(of.Questionnaire.ID)
	if err != nil || q == nil || l.digestOf(q) != of.Questionnaire.Digest {
		return nil
	}
	sameRelease := l.run.Version.isRelease() && of.Tool == l.run.reportTool()
	return &saved.Known{Questionnaire: q, SameAdvice: sameRelease && slices.Contains(shippedIDs(), q.ID)}
}

// scoredWith returns the questionnaire that a result was scored with, also one that was named by its path in this run; nil where
// it is not known.
func (l loader) scoredWith(doc *report.Document) *questionnaire.Questionnaire {
	if known := l.findScored(doc); known != nil {
		return known.Questionnaire
	}
	for _, book := range l.opened {
		if q := book.q; q != nil && q.ID == doc.Questionnaire.ID && q.Digest() == doc.Questionnaire.Digest {
			return q
		}
	}
	return nil
}

// digestOf is the digest of an opened questionnaire, which is computed once.
func (l loader) digestOf(q *questionnaire.Questionnaire) string {
	book := l.opened[q.ID]
	if book.digest == "" {
		book.digest = q.Digest()
	}
	return book.digest
}

// decodeSaved is readSaved for a text that was read already.
func decodeSaved(reader *saved.Reader, name string, text []byte, answersAreEnough bool) (*report.Document, namedText, error) {
	switch schema, isNamed := answers.ResultSchema(text); {
	case !isNamed:
		return nil, namedText{name: name, text: text}, nil
	case schema == report.EarlierSchema && answersAreEnough:
		given, found := reader.EarlierAnswers(name, text)
		return nil, namedText{name: name, text: given, isEarlier: true}, found.Err()
	}
	doc, found := reader.Decode(name, text)
	return doc, namedText{}, found.Err()
}

// withoutMark removes a byte order mark, which some editors add.
func withoutMark(text []byte) []byte { return bytes.TrimPrefix(text, []byte("\ufeff")) }
