package cli

import (
	"context"
	"errors"

	"github.com/opsfit/opsfit/internal/challenge"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/team"
)

// readHeard reads the sheets of everybody who was asked before it returns an error, so that the faults of all are shown at once.
func (c *challengeOptions) readHeard(ctx context.Context, req request, given answered) ([]challenge.Voice, error) {
	names, err := c.run.sheetsIn(c.heard)
	if err == nil {
		err = c.run.eachOnce(names)
	}
	if err != nil || len(names) == 0 {
		return nil, err
	}
	q := given.questionnaire
	ids := challenge.IDs(q, challenge.Find(q, given.sheet, c.most))
	source := req.answersSource(ctx)
	source.known, source.required = challenge.Asked(q, ids), false
	var found diag.List
	var voices []challenge.Voice
	for _, name := range names {
		source.file = name
		one, err := c.run.readRegularAnswers(ctx, source)
		if faults, ok := errors.AsType[diag.List](err); ok {
			found = append(found, faults...)
			continue
		}
		if err != nil {
			return nil, err
		}
		found = append(found, team.CheckQuestions(q, one.questionnaire, given.file, shownName(name))...)
		voices = append(voices, challenge.Voice{File: shownName(name), Sheet: one.sheet})
	}
	if len(found) > 0 {
		return nil, found
	}
	found = challenge.Check(given.sheet, ids, voices)
	if err := found.Err(); err != nil {
		return nil, err
	}
	return voices, c.run.showWarnings(found, req.settings.Strict)
}
