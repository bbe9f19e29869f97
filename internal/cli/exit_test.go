package cli

import (
	"bytes"
	"context"
	"testing"
)

// TestLayOut is about messages that are wider than a terminal.
func TestLayOut(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ message, want string }{
		{"opsfit: short: opsfit plan", "opsfit: short: opsfit plan"},
		{
			`opsfit: opsfit has no command "our web shop.yaml"; did you mean: opsfit assess -a 'our web shop.yaml'`,
			"opsfit: opsfit has no command \"our web\nshop.yaml\"; did you mean:\n  opsfit assess -a 'our web shop.yaml'",
		},
		{"opsfit: opsfit plan takes no arguments at all; see the help", "opsfit: opsfit plan takes no arguments\nat all; see the help"},
		{"You quit.\nContinue with: opsfit assess --resume ~/drafts/a", "You quit.\nContinue with:\n  opsfit assess --resume ~/drafts/a"},
		{"opsfit: write it so:\n  opsfit assess -a answers.yaml -o x.html", "opsfit: write it so:\n  opsfit assess -a answers.yaml -o x.html"},
		{"opsfit: read two  blanks in the name.yaml: no such file", "opsfit: read two  blanks in the name.yaml: no such file"},
		{
			"opsfit: read /a/very/long/path/to/some/other/answers.yaml: no; try: opsfit plan",
			"opsfit: read /a/very/long/path/to/some/other/answers.yaml: no; try:\n  opsfit plan",
		},
	} {
		if got := layOut(test.message, 40); got != test.want {
			t.Errorf("%q: got\n%s\nwant\n%s", test.message, got, test.want)
		}
	}
}

// TestMessagesAreLaidOutAtATerminalOnly holds that a log gets a message in one line.
func TestMessagesAreLaidOutAtATerminalOnly(t *testing.T) {
	t.Parallel()
	for terminal, want := range map[bool]string{
		true:  "opsfit: opsfit has no command \"asess\"; did\nyou mean:\n  opsfit assess --full\n",
		false: "opsfit: opsfit has no command \"asess\"; did you mean: opsfit assess --full\n",
	} {
		var out, errs bytes.Buffer
		run := process(".", &out, &errs)
		run.Streams.ErrIsTerminal, run.Streams.Columns = terminal, 42
		Main(context.Background(), run, []string{"asess", "--full"})
		if got := errs.String(); got != want {
			t.Errorf("terminal %t: got\n%s\nwant\n%s", terminal, got, want)
		}
	}
}
