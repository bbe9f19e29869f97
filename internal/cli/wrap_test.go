package cli

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// TestMessagesFitTheTerminal holds that a long message breaks at blanks at a terminal, and stays one line in a log.
func TestMessagesFitTheTerminal(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, dir+"/one.yaml", "questionnaire: quick\nsubject: the payments service of the shop\nanswers: {}\n")
	write(t, dir+"/two.yaml", "questionnaire: quick\nsubject: the ordering service of the hospital\nanswers: {}\n")
	for _, args := range [][]string{
		{"portfolio", "one.yaml", "--where", "mood == good"},
		{"portfolio", "one.yaml", "--where", "fit"},
		{"team", "one.yaml", "two.yaml"},
	} {
		_, wrapped, code := atTerminal(t, dir, args...)
		var log strings.Builder
		if Main(t.Context(), process(dir, &log, &log), args) != code || code == ExitDone {
			t.Fatalf("%q: exit code %d", args, code)
		}
		whole := strings.Split(log.String(), "\n")
		if ansi.StringWidth(whole[0]) <= 80 {
			t.Errorf("%q: the message is too short for this test: %s", args, whole[0])
		}
		if got := strings.Join(strings.Fields(wrapped), " "); got != strings.Join(strings.Fields(log.String()), " ") {
			t.Errorf("%q: at a terminal\n%s\nin a log\n%s", args, wrapped, log.String())
		}
		for line := range strings.Lines(wrapped) {
			if ansi.StringWidth(strings.TrimSuffix(line, "\n")) > 80 {
				t.Errorf("%q: a line is wider than the terminal: %s", args, line)
			}
		}
	}
}

func TestWhereNamesTheFigures(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, dir+"/one.yaml", "questionnaire: quick\nanswers: {}\n")
	for where, want := range map[string]string{
		"mood == good": `there is no metric "mood"; known: practice, situation, gap, fit,`,
		"fitt < 70":    `there is no metric "fitt"; did you mean "fit"?`,
		"fit":          `a comparison is missing; write for example fit >= 70; figures to compare: practice, situation, gap, fit,`,
		"fit < 700":    `700 is beyond the scale of fit; fit lies between 0 and 100`,
	} {
		var errs strings.Builder
		if code := Main(t.Context(), process(dir, &errs, &errs), []string{"portfolio", "one.yaml", "--where", where}); code != ExitUsage {
			t.Errorf("%s: exit code %d", where, code)
		}
		if !strings.Contains(errs.String(), want) {
			t.Errorf("%s: %s", where, errs.String())
		}
	}
}
