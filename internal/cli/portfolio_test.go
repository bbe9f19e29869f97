package cli

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/opsfit/opsfit/internal/files"
)

// sheets writes as many answers files as are needed for the last one to be far beyond what is read readAhead of a first row,
// with a broken one in the middle, and returns their names.
func sheets(t *testing.T, dir string) []string {
	t.Helper()
	names := make([]string, 4*readAhead*runtime.GOMAXPROCS(0))
	for i := range names {
		names[i] = fmt.Sprintf("service-%04d.yaml", i)
		text := fmt.Sprintf("questionnaire: full\nsubject: service %d\nanswers: {integration: days}\n", i)
		if i == len(names)/2 {
			text = "questionnaire: full\nanswers: {integration: dais}\n"
		}
		write(t, filepath.Join(dir, names[i]), text)
	}
	return names
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// reacting is standard output that does something when the first row comes.
type reacting struct {
	bytes.Buffer

	once func()
}

func (r *reacting) Write(data []byte) (int, error) {
	if r.once != nil {
		r.once()
		r.once = nil
	}
	return r.Buffer.Write(data)
}

// timedProcess is a process whose clock stands still, so that nothing is told of progress.
func timedProcess(dir string, out, errs io.Writer) Process {
	timed := process(dir, out, errs)
	timed.Now = func() time.Time { return time.Unix(0, 0) }
	return timed
}

// TestRowsComeWhileFilesAreRead changes the last file when the first row is written. Had it been read by then, and so with
// it all between, the last row would show what was there before.
func TestRowsComeWhileFilesAreRead(t *testing.T) {
	t.Parallel()
	for _, format := range []string{"jsonl", "csv", "json"} {
		dir := t.TempDir()
		names := sheets(t, dir)
		last, broken := filepath.Join(dir, names[len(names)-1]), names[len(names)/2]
		out := &reacting{once: func() { write(t, last, "questionnaire: full\nsubject: changed\nanswers: {}\n") }}
		var errs bytes.Buffer
		timed := timedProcess(dir, out, &errs)
		if code := Main(context.Background(), timed, []string{"portfolio", ".", "-f", format}); code != ExitDone {
			t.Fatalf("%s: exit code %d, errors %q", format, code, errs.String())
		}
		if !strings.Contains(out.String(), "changed") {
			t.Errorf("%s: the last of %d files was read before the first row was written", format, len(names))
		}
		place := 0
		services, rest, _ := strings.Cut(out.String(), "\n  ],")
		for _, name := range names {
			at := strings.Index(services, name)
			if (at >= 0) == (name == broken) || at >= 0 && at < place {
				t.Errorf("%s: %s stands at %d, the row before at %d", format, name, at, place)
			}
			place = max(place, at)
		}
		told := strings.Contains(errs.String(), broken+":2:24: ")
		if listed := strings.Contains(rest, broken); told == listed || !strings.Contains(errs.String(), "1 file could not be used") {
			t.Errorf("%s: listed is %t, standard error says %q", format, listed, errs.String())
		}
	}
}

// TestInterruptedTable holds that a run that ends while it reads leaves what was in the files before, and nothing else.
func TestInterruptedTable(t *testing.T) {
	t.Parallel()
	dir, to := t.TempDir(), t.TempDir()
	sheets(t, dir)
	write(t, filepath.Join(to, "kept.csv"), "as before")
	ctx, cancel := context.WithCancelCause(context.Background())
	out := &reacting{once: func() { cancel(Interruption(ExitInterrupted)) }}
	var errs bytes.Buffer
	timed := timedProcess(to, out, &errs)
	code := Main(ctx, timed, []string{"portfolio", dir, "-f", "jsonl", "-o", "kept.csv", "-o", "new.jsonl", "-o", "all.md"})
	if code != ExitInterrupted {
		t.Errorf("exit code %d, errors %q", code, errs.String())
	}
	if names := list(t, to); names != "kept.csv" {
		t.Errorf("the run left %s", names)
	}
	if got := read(t, filepath.Join(to, "kept.csv")); got != "as before" {
		t.Errorf("kept.csv holds %q", got)
	}
}

// TestClosedTable holds that a reader who goes away in the middle ends the run, and that no file appears.
func TestClosedTable(t *testing.T) {
	t.Parallel()
	dir, to := t.TempDir(), t.TempDir()
	sheets(t, dir)
	var errs bytes.Buffer
	timed := timedProcess(to, closed{}, &errs)
	code := Main(context.Background(), timed, []string{"portfolio", dir, "-f", "csv", "-o", "new.jsonl"})
	if code != ExitFailure || !strings.Contains(errs.String(), "write to standard output: closed") {
		t.Errorf("exit code %d, errors %q", code, errs.String())
	}
	if names := list(t, to); names != "" {
		t.Errorf("the run left %s", names)
	}
}

// TestTablesAreTheSameBytes holds that rows that were written one by one, to standard output or to a file, are those that
// a sorted portfolio writes as a whole.
func TestTablesAreTheSameBytes(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	sheets(t, dir)
	for _, format := range []string{"jsonl", "csv", "json"} {
		to := t.TempDir()
		run := func(args ...string) string {
			var out, errs bytes.Buffer
			timed := timedProcess(to, &out, &errs)
			if code := Main(context.Background(), timed, append([]string{"portfolio", dir}, args...)); code != ExitDone {
				t.Fatalf("%v: exit code %d, errors %q", args, code, errs.String())
			}
			return out.String()
		}
		streamed := run("-f", format, "-o", format+"=file")
		if got := read(t, filepath.Join(to, "file")); got != streamed {
			t.Errorf("%s: the file differs from standard output", format)
		}
		// Services that nothing tells apart are sorted by path.
		if whole := run("-f", format, "--sort", "team"); whole != streamed {
			t.Errorf("%s: the whole portfolio has other rows", format)
		}
	}
}

// TestReplacementAbandoned holds that a file in the making leaves no trace, also when it is abandoned twice.
func TestReplacementAbandoned(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	file, err := files.Replace(filepath.Join(dir, "new.csv"), 0o666)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := file.Write([]byte("half")); err != nil {
		t.Fatal(err)
	}
	file.Abandon()
	file.Abandon()
	if names := list(t, dir); names != "" {
		t.Errorf("the folder holds %s", names)
	}
	if err := file.Commit(); err == nil {
		t.Error("an abandoned file was committed")
	}
}
