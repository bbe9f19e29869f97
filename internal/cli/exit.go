package cli

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/interview"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/page/text"
)

// Exit codes, the same for every command and every format.
const (
	ExitDone    = 0
	ExitGate    = 1 // A gate was not met; everything has been written.
	ExitUsage   = 2 // The command line cannot be meant.
	ExitInput   = 3 // A file that a person wrote has errors.
	ExitFailure = 4 // A file could not be read or written, or the program is at fault.
	// 128 and the number of the signal that ended the run, as shells count.
	ExitHungUp      = 129
	ExitInterrupted = 130
	ExitQuit        = 131
	ExitTerminated  = 143
)

// plainExits are the codes of a command that reads no file which people write.
func plainExits() []int { return []int{ExitDone, ExitUsage, ExitFailure} }

// usualExits are the codes of a command that reads files and gates nothing.
func usualExits() []int { return append(plainExits(), ExitInput, ExitInterrupted) }

// gateExits are the codes of a command with gates.
func gateExits() []int { return append(usualExits(), ExitGate) }

// describeExits explains exit codes, in the order of their numbers.
func describeExits(codes []int) []page.Fact {
	var facts []page.Fact
	for _, exit := range []struct {
		code        int
		label, text string
	}{
		{ExitDone, "0", "done"},
		{ExitGate, "1", "a gate was not met; everything has been written"},
		{ExitUsage, "2", "the command line is wrong"},
		{ExitInput, "3", "an answers file, a questionnaire, a result or the configuration has errors"},
		{ExitFailure, "4", "a file could not be read or written"},
		{ExitInterrupted, "130, 143, 129", "interrupted, terminated, or the terminal was closed"},
	} {
		if slices.Contains(codes, exit.code) {
			facts = append(facts, page.Fact{Label: exit.label, Value: exit.text})
		}
	}
	return facts
}

// usageError is an invalid command line.
type usageError struct {
	err error
}

func (e usageError) Error() string { return e.err.Error() }
func (e usageError) Unwrap() error { return e.err }

func usageErr(err error) error { return usageError{err} }

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// Interruption is the cause of a run that a signal ended; its value is the exit code.
type Interruption int

func (Interruption) Error() string { return "interrupted; nothing more was written" }

// exitCode prints an error and returns the exit code for it.
func (r *runner) exitCode(err error) int {
	if err == nil {
		return ExitDone
	}
	if found, ok := errors.AsType[diag.List](err); ok {
		r.showDiagnostics(found)
		if _, ok := errors.AsType[usageError](err); ok {
			return ExitUsage
		}
		return ExitInput
	}
	r.printError(err)
	if _, ok := errors.AsType[gatesError](err); ok {
		return ExitGate
	}
	if interruption, ok := errors.AsType[Interruption](err); ok {
		return int(interruption)
	}
	if _, ok := errors.AsType[usageError](err); ok {
		return ExitUsage
	}
	switch {
	case errors.Is(err, interview.ErrLeft):
		return ExitInterrupted
	case errors.Is(err, interview.ErrInputEnded):
		return ExitInput
	}
	return ExitFailure
}

func (r *runner) printError(err error) {
	// Names that a command line or a file gives can have any length.
	const longest = 2000
	text := diag.Cut(strings.TrimSpace(diag.VisibleLines(strings.ReplaceAll(err.Error(), "\t", "  "))), longest)
	if _, ok := errors.AsType[endedError](err); !ok {
		text = "opsfit: " + text
	}
	// Nothing can be done when standard error cannot be written.
	_, _ = fmt.Fprintln(r.Streams.Err, r.wrapMessage(text))
}

// wrapMessage lays a message out for a terminal; a log gets it as it is.
func (r *runner) wrapMessage(message string) string {
	if !r.Streams.ErrIsTerminal {
		return message
	}
	return layOut(message, r.errOptions().Width)
}

// layOut breaks the lines of a message that a terminal would tear: between words, and before the command that a line ends with,
// which stays in one piece to be copied.
func layOut(message string, width int) string {
	var lines []string
	for line := range strings.SplitSeq(message, "\n") {
		words, command := line, ""
		if at := strings.LastIndex(line, commandStart); at > len("opsfit") {
			words, command = line[:at+1], line[at+len(": "):]
		}
		switch {
		case ansi.StringWidth(line) <= width || strings.HasPrefix(line, " "):
			lines = append(lines, line)
			continue
		case isTorn(words, width):
			lines = append(lines, words)
		default:
			lines = append(lines, english.Wrap(words, width)...)
		}
		if command != "" {
			lines = append(lines, "  "+command)
		}
	}
	return strings.Join(lines, "\n")
}

// commandStart stands before a command at the end of a message.
const commandStart = ": opsfit "

// isTorn reports whether breaking a text between words would change a name in it: one that is wider than a line, or has two blanks.
func isTorn(text string, width int) bool {
	return strings.Contains(text, "  ") ||
		slices.ContainsFunc(strings.Fields(text), func(word string) bool { return ansi.StringWidth(word) > width })
}

// showDiagnostics prints diagnostics with their source lines on standard error.
func (r *runner) showDiagnostics(found diag.List) {
	if len(found) == 0 {
		return
	}
	sources := func(file string) []byte { return r.sources[file] }
	_ = text.Diagnostics(r.Streams.Err, found.Sorted().Capped(), sources, r.errOptions())
}

// showWarnings prints diagnostics that do not stop the run; under strict, warnings do.
func (r *runner) showWarnings(found diag.List, strict bool) error {
	if strict {
		if err := found.Strict().Err(); err != nil {
			return err
		}
	}
	r.showDiagnostics(found)
	return nil
}
