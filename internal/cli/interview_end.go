package cli

import (
	"errors"
	"fmt"

	"github.com/opsfit/opsfit/internal/interview"
)

// endedError is an interview that ended before its last question. Its text is for the person and stands alone.
type endedError struct {
	cause error
	text  string
}

func (e endedError) Error() string { return e.text }
func (e endedError) Unwrap() error { return e.cause }

// endInterview says what became of the answers of an interview that err ended.
func (d *drafts) endInterview(req request, err error) error {
	text := ""
	switch {
	case errors.Is(err, interview.ErrLeft):
		text = "You quit before the end"
	case errors.Is(err, interview.ErrInputEnded):
		text = "The input ended before the last question"
	case isInterrupted(err):
		text = "Interrupted"
	default:
		return fmt.Errorf("%w\n%s", err, d.howToContinue(req))
	}
	switch {
	case d.unsaved != nil:
		text += fmt.Sprintf(". The last answers are not saved: %v", d.unsaved)
	case d.written != "" && errors.Is(err, interview.ErrLeft):
		text += "; nothing is lost."
	default:
		text += "."
	}
	return endedError{err, text + "\n" + d.howToContinue(req)}
}

func isInterrupted(err error) bool {
	_, ok := errors.AsType[Interruption](err)
	return ok
}

// howToContinue says where the answers so far are, and how to continue with them and the same repository.
func (d *drafts) howToContinue(req request) string {
	if d.written == "" {
		return "Nothing was saved."
	}
	return fmt.Sprintf("Your answers are saved in %s\nContinue with: opsfit assess %s%s--resume %s",
		d.written, d.questionnaireOption(), req.evidenceOption(), d.run.shell().quotePath(d.written))
}
