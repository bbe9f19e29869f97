package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/answers"
)

// TestKilledInterviewKeepsItsAnswers kills interviews without a warning at random moments: the draft is there, whole,
// and holds every answer after which the next question was shown. At most the answer in progress is lost.
func TestKilledInterviewKeepsItsAnswers(t *testing.T) {
	t.Parallel()
	trials := 200
	if testing.Short() {
		trials = 20
	}
	for trial := range trials {
		// A fixed seed a trial: the moments differ, and a failure can be looked at again.
		random := rand.New(rand.NewPCG(uint64(trial), 1))
		draft := filepath.Join(t.TempDir(), "draft.yaml")
		shown := killed(t, draft, random.IntN(9), random.IntN(4))
		if got := saved(t, draft); got < shown-1 {
			t.Fatalf("trial %d: the draft has %d answers although question %d was shown", trial, got, shown)
		}
	}
}

// killed gives answers until so many questions were shown, then some more without waiting, and kills the process. It
// returns the number of the last question that was shown.
func killed(t *testing.T, draft string, wait, ahead int) int {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "opsfit", "assess", "-q", "quick", "--plain", "--save", draft)
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	told := bufio.NewScanner(out)
	shown := 0
	write(t, in, "\n\n\n")
	for ; shown < wait; shown = next(told, shown) {
		if shown > 0 {
			write(t, in, "1\n")
		}
	}
	write(t, in, strings.Repeat("2\n", ahead))
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	for told.Scan() { // what it still said before it was killed counts, too
		shown = number(told.Text(), shown)
	}
	_ = cmd.Wait() // it was killed: that is no news
	return shown
}

func write(t *testing.T, in io.Writer, text string) {
	t.Helper()
	if _, err := io.WriteString(in, text); err != nil {
		t.Fatal(err)
	}
}

// next reads on to the next question.
func next(told *bufio.Scanner, shown int) int {
	for told.Scan() {
		if n := number(told.Text(), shown); n > shown {
			return n
		}
	}
	return shown + 1 // the output ended: the test must not wait for ever, and fails where it counts
}

// number is the question that a line announces, else the one before.
func number(line string, before int) int {
	n := before
	_, _ = fmt.Sscanf(line, "Question %d of", &n) // any other line
	return n
}

// saved counts the answers of a draft; no draft has none.
func saved(t *testing.T, draft string) int {
	t.Helper()
	text, err := os.ReadFile(draft)
	if errors.Is(err, os.ErrNotExist) {
		return 0
	}
	if err != nil {
		t.Fatal(err)
	}
	file, found := answers.Parse(draft, text)
	if file == nil || found.HasErrors() {
		t.Fatalf("the draft is broken: %v\n%s", found, text)
	}
	return len(regexp.MustCompile(`(?m)^  [a-z_]+: \S`).FindAll(text, -1))
}
