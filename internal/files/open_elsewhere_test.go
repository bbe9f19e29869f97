package files

import (
	"errors"
	"io/fs"
	"os"
	"testing"
	"time"
)

func TestRetryWhileOpen(t *testing.T) {
	t.Parallel()
	refused := &os.LinkError{Op: "rename", Old: "a", New: "b", Err: fs.ErrPermission}
	for _, test := range []struct {
		name string
		// failures are those of the attempts in their order; the last one stays.
		failures []error
		attempts int
		said     string
	}{
		{"free", []error{nil}, 1, ""},
		{"open for a moment", []error{refused, refused, nil}, 3, ""},
		{"open for long", []error{refused}, 11, "it seems to be open in another program; close it there, or name another file"},
		{"another failure", []error{fs.ErrNotExist}, 1, fs.ErrNotExist.Error()},
		{"another failure later", []error{refused, fs.ErrNotExist}, 2, fs.ErrNotExist.Error()},
	} {
		attempts, waited := 0, time.Duration(0)
		err := retryWhileOpen(func() error {
			attempts++
			return test.failures[min(attempts, len(test.failures))-1]
		}, func(err error) bool { return errors.Is(err, fs.ErrPermission) }, func(d time.Duration) { waited += d })
		if attempts != test.attempts || waited > 3*time.Second {
			t.Errorf("%s: %d attempts in %v, want %d", test.name, attempts, waited, test.attempts)
		}
		if said := Cause(err); (said == nil) != (test.said == "") || said != nil && said.Error() != test.said {
			t.Errorf("%s: %v, want %s", test.name, said, test.said)
		}
	}
}
