package cli

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestGateCodeIsTheSameInEveryFormat runs one gate that is met and one that is not through all of them.
func TestGateCodeIsTheSameInEveryFormat(t *testing.T) {
	t.Parallel()
	for _, command := range []string{"assess", "check"} {
		formats := assessmentFormats().formatNames()
		if command == "check" {
			formats = checkFormats("").formatNames()
		}
		for _, format := range formats {
			for condition, want := range map[string]int{"fit >= 1": ExitDone, "fit >= 99": ExitGate} {
				var out, errs bytes.Buffer
				args := []string{command, "-a", "hospital.yaml", "-f", format, "--gate", condition}
				if code := Main(context.Background(), process("../../testdata/answers", &out, &errs), args); code != want || out.Len() == 0 {
					t.Errorf("%v: exit code %d, want %d; errors %q", args, code, want, errs.String())
				}
			}
		}
	}
}

// TestCheckNeverAsks refuses to wait for somebody at a terminal.
func TestCheckNeverAsks(t *testing.T) {
	t.Parallel()
	var out, errs bytes.Buffer
	sitting := process(".", &out, &errs)
	sitting.Streams.InIsTerminal = true
	if code := Main(context.Background(), sitting, []string{"check", "--gate", "fit >= 1"}); code != ExitUsage || !strings.Contains(errs.String(), "no answers") {
		t.Errorf("exit code %d, errors %q", code, errs.String())
	}
}

// TestNoAnswersNamesTheLatestDraft is for the person who has just finished an interview.
func TestNoAnswersNamesTheLatestDraft(t *testing.T) {
	t.Parallel()
	state := t.TempDir()
	draft := filepath.Join(state, "opsfit", "drafts", "quick-shop.yaml")
	if err := os.MkdirAll(filepath.Dir(draft), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(draft, []byte("questionnaire: quick\nanswers: {}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, command := range []string{"plan", "check"} {
		for _, sits := range []bool{true, false} {
			var out, errs bytes.Buffer
			run := process(".", &out, &errs)
			run.Env = func(name string) string { return map[string]string{"XDG_STATE_HOME": state}[name] }
			run.Streams.InIsTerminal = sits
			code := Main(context.Background(), run, []string{command})
			names := strings.HasSuffix(errs.String(), "those of the latest draft: opsfit "+command+" -a "+draft+"\n")
			if code != ExitUsage || names != sits {
				t.Errorf("%s, terminal %t: exit code %d, errors %q", command, sits, code, errs.String())
			}
		}
	}
}

// TestDay proves which day exemptions and ages are judged on: the one of the clock in UTC, unless SOURCE_DATE_EPOCH says another.
func TestDay(t *testing.T) {
	t.Parallel()
	east := time.FixedZone("east", 13*60*60)
	clock := func() time.Time { return time.Date(2026, 11, 23, 1, 0, 0, 0, east) }
	tests := []struct{ epoch, want string }{
		{"", "2026-11-22"},
		{"0", "1970-01-01"},
		{"1795305599", "2026-11-21"},
		{"1795305600", "2026-11-22"},
		{"253402300799", "9999-12-31"},
		{"253402300800", ""},
		{"-1", ""},
		{"9223372036854775808", ""},
		{"2026-11-22", ""},
	}
	for _, test := range tests {
		run := &runner{Process: Process{Now: clock, Env: func(name string) string { return map[string]string{"SOURCE_DATE_EPOCH": test.epoch}[name] }}}
		got, err := run.dayOfRun()
		if got != test.want || (err != nil) != (test.want == "") {
			t.Errorf("%q: %q, %v; want %q", test.epoch, got, err, test.want)
		}
	}
}

// TestExpiryFollowsTheClock runs the same answers on the last day of an exemption and on the day after.
func TestExpiryFollowsTheClock(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	text := "questionnaire: full\nexempt: [{warning: unproven_restore, reason: the new storage comes, approved_by: Grace, until: 2026-11-22}]\nanswers: {backout: tried}\n"
	if err := os.WriteFile(filepath.Join(dir, "a.yaml"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	for day, want := range map[int]int{22: ExitDone, 23: ExitGate} {
		var out, errs bytes.Buffer
		on := process(dir, &out, &errs)
		on.Now = func() time.Time { return time.Date(2026, 11, day, 23, 59, 0, 0, time.UTC) }
		if code := Main(context.Background(), on, []string{"assess", "-a", "a.yaml", "--fail-on", "high"}); code != want {
			t.Errorf("on day %d: exit code %d, want %d; errors %q", day, code, want, errs.String())
		}
	}
}
