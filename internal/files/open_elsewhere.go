package files

import "time"

// errOpenElsewhere is a file that Windows does not let go while another program has it open.
type errOpenElsewhere struct{ error }

func (errOpenElsewhere) Error() string {
	return "it seems to be open in another program; close it there, or name another file"
}

func (e errOpenElsewhere) Unwrap() error { return e.error }

// retryWhileOpen tries again while another program has a file open: a virus scanner or an indexer looks at every new file for a
// moment. After about a second a person has it open, and is told so.
func retryWhileOpen(attempt func() error, isOpen func(error) bool, sleep func(time.Duration)) error {
	const first, longest = time.Millisecond, 512 * time.Millisecond
	for wait := first; ; wait *= 2 {
		err := attempt()
		switch {
		case err == nil || !isOpen(err):
			return err
		case wait > longest:
			return errOpenElsewhere{Cause(err)}
		}
		sleep(wait)
	}
}
