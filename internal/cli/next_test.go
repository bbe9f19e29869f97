package cli

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// sampleDir returns a folder with two samples under names that a shell would take apart.
func sampleDir(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for from, to := range map[string]string{
		"hospital.yaml": "it's ours.yaml", "web-shop.yaml": "shop.yaml", "bank-ledger.yaml": "the ledger.yaml",
		"launch-ticket-shop.yaml": "launch.yaml", "quick-agency.yaml": "agency.yaml", "../challenge/ops.yaml": "ops.yaml",
	} {
		text, err := os.ReadFile(filepath.Join("../../testdata/answers", from))
		if err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(dir, to), string(text))
	}
	return dir
}

// atTerminal runs a command whose output streams are terminals.
func atTerminal(t *testing.T, dir string, args ...string) (out, errs string, code int) {
	t.Helper()
	return withOpener(t, dir, func(context.Context, string) error { return errors.New("not asked to open anything") }, args...)
}

func withOpener(t *testing.T, dir string, open func(context.Context, string) error, args ...string) (out, errs string, code int) {
	t.Helper()
	var outText, errText bytes.Buffer
	run := process(dir, &outText, &errText)
	run.Streams.OutIsTerminal, run.Streams.ErrIsTerminal = true, true
	run.OpenFile = open
	run.Now = func() time.Time { return time.Unix(0, 0) }
	code = Main(context.Background(), run, args)
	return outText.String(), errText.String(), code
}

// TestNextSteps holds what a report ends with at a terminal: commands with the names that were typed.
func TestNextSteps(t *testing.T) {
	t.Parallel()
	dir := sampleDir(t)
	if _, errs, code := atTerminal(t, dir, "assess", "-a", "shop.yaml", "-o", "shop.json"); code != ExitDone {
		t.Fatalf("exit code %d, %s", code, errs)
	}
	write(t, filepath.Join(dir, "few.yaml"), "questionnaire: full\nanswers: {approval: board}\n")
	tests := []struct {
		args []string
		want []string
	}{
		{[]string{"assess", "-a", "it's ours.yaml", "--gate", "fit >= 1", "--color", "never", "-f", "text"}, []string{
			`opsfit assess -a 'it'\''s ours.yaml' --gate 'fit >= 1' -o medication-ordering.html`,
			`opsfit plan -a 'it'\''s ours.yaml'`,
		}},
		{[]string{"assess", "-a", "shop.yaml", "-q", "full", "--what-if", "approval=board"}, []string{
			"opsfit assess -a shop.yaml -q full --what-if approval=board -o payments-api.html",
		}},
		{[]string{"assess", "-a", "few.yaml", "-q", "full"}, []string{
			"opsfit assess --edit -a few.yaml -q full", "opsfit assess -a few.yaml -q full -o assessment.html",
		}},
		{[]string{"assess", "-a", "the ledger.yaml", "-q", "full"}, []string{
			"opsfit assess -a 'the ledger.yaml' -q full -o general-ledger.html",
			"opsfit plan -a 'the ledger.yaml' -q full",
			"opsfit assess -q launch --from 'the ledger.yaml'",
		}},
		{[]string{"assess", "-a", "agency.yaml"}, []string{
			"opsfit assess -a agency.yaml -o client-websites.html", "opsfit challenge -a agency.yaml -o challenge.html",
			"opsfit plan -a agency.yaml",
		}},
		{[]string{"challenge", "-a", "shop.yaml", "--most", "3"}, []string{
			"opsfit challenge -a shop.yaml --most 3 -o payments-api-challenge.html",
			"opsfit challenge -a shop.yaml --most 3 --heard THEIRS.yaml",
		}},
		{[]string{"challenge", "-a", "shop.yaml", "--heard", "ops.yaml"}, []string{
			"opsfit challenge -a shop.yaml --heard ops.yaml -o payments-api-defence.html",
			"opsfit challenge -a shop.yaml --heard ops.yaml -o payments-api-defence.md",
		}},
		{[]string{"assess", "-q", "launch", "--from", "the ledger.yaml"}, []string{
			"opsfit assess -q launch --from 'the ledger.yaml' -o general-ledger.html",
		}},
		{[]string{"assess", "-a", "launch.yaml"}, []string{
			"opsfit assess -a launch.yaml -o ticket-shop.html", "opsfit plan -a launch.yaml",
		}},
		{[]string{"report", "shop.json"}, []string{"opsfit report shop.json -o payments-api.html"}},
		{[]string{"plan", "-a", "shop.yaml", "--steps", "2"}, []string{
			"opsfit plan -a shop.yaml --steps 2 -o payments-api-plan.html",
		}},
		{[]string{"compare", "shop.json", "shop.yaml"}, []string{
			"opsfit compare shop.json shop.yaml -o payments-api-changes.html",
		}},
		{[]string{"trend", "shop.json", "shop.yaml"}, []string{"opsfit trend shop.json shop.yaml -o payments-api-trend.html"}},
		{[]string{"team", "shop.yaml"}, []string{
			"opsfit team shop.yaml -o payments-api-team.html",
			"opsfit team shop.yaml -o agenda=payments-api-team-agenda.md",
		}},
		{[]string{"portfolio", ".", "--where", "fit < 100"}, []string{
			"opsfit portfolio --where 'fit < 100' . -o portfolio.html",
		}},
		{[]string{"check", "-a", "shop.yaml"}, nil},
		{[]string{"assess", "-a", "shop.yaml", "-f", "json"}, nil},
		{[]string{"assess", "-a", "shop.yaml", "-f", "text", "-o", "sent.html"}, nil},
		{[]string{"methodology", "fit"}, nil},
	}
	for _, test := range tests {
		args := test.args
		if test.want != nil {
			args = append(slices.Clip(args), "--full")
		}
		out, errs, code := atTerminal(t, dir, args...)
		if code != ExitDone {
			t.Fatalf("%v: exit code %d, %s", test.args, code, errs)
		}
		var got []string
		_, next, _ := strings.Cut(out, "\nNext\n")
		for line := range strings.Lines(strings.ReplaceAll(next, " \\\n     ", "")) {
			if command := strings.TrimSpace(line); !strings.HasPrefix(command, "#") && command != "" {
				got = append(got, strings.TrimSpace(strings.Split(command, "  #")[0]))
			}
		}
		if strings.Join(got, "\n") != strings.Join(test.want, "\n") {
			t.Errorf("%v ends with\n%s\nwant\n%s", test.args, strings.Join(got, "\n"), strings.Join(test.want, "\n"))
		}
	}
}

// TestQuoteBelowHome holds that a shell reads the same file: it expands ~ only where that stands before a slash without quotes.
func TestQuoteBelowHome(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ home, word, want string }{
		{"/home/ada", "/home/ada/.local/state/draft.yaml", "~/.local/state/draft.yaml"},
		{"/home/ada", "/home/ada/our files/it's.yaml", `~/'our files/it'\''s.yaml'`},
		{"/home/ada", "/home/adam/draft.yaml", "/home/adam/draft.yaml"},
		{"/home/ada", "/home/ada", "/home/ada"},
		{"/home/ada", "~/draft.yaml", "'~/draft.yaml'"},
		{"/home/ada", "--save=/home/ada/x", "--save=/home/ada/x"},
		{"/", "/home/ada/x", "/home/ada/x"},
		{"", "/home/ada/x", "/home/ada/x"},
		{"ada", "ada/x", "ada/x"},
	} {
		if got := (shell{home: test.home}).quotePath(test.word); got != test.want {
			t.Errorf("%q in %q: %s, want %s", test.word, test.home, got, test.want)
		}
	}
}

// TestCommandAfterAnInterview holds that the questionnaire is named again only where the answers would not find it.
func TestCommandAfterAnInterview(t *testing.T) {
	t.Parallel()
	typed := commandLine{name: "assess", piped: true, flags: []typedFlag{
		{"gate", []string{"--gate", "fit >= 1"}}, {"questionnaire", []string{"-q", "quick"}}, {"save", []string{"--save", "shop.yaml"}},
	}}
	for found, want := range map[bool]string{
		true:  "opsfit assess -a shop.yaml --gate 'fit >= 1'",
		false: "opsfit assess -a shop.yaml --gate 'fit >= 1' -q quick",
	} {
		if got := typed.withAnswers("shop.yaml", found).String(); got != want {
			t.Errorf("found by its id %t: %s, want %s", found, got, want)
		}
	}
}

// TestWrittenFiles holds what a person sees when all reports go to files: which, and the verdict.
func TestWrittenFiles(t *testing.T) {
	t.Parallel()
	dir := sampleDir(t)
	out, errs, code := atTerminal(t, dir, "assess", "-a", "shop.yaml", "-o", "new/shop.md", "-o", "shop.html")
	lines := strings.Split(strings.TrimSuffix(errs, "\n"), "\n")
	if code != ExitDone || out != "" || len(lines) != 4 || lines[0] != "wrote new/shop.md" || lines[1] != "wrote shop.html" ||
		!strings.Contains(lines[2], "confidence ") || !strings.HasPrefix(lines[3], "Warnings: ") {
		t.Errorf("exit code %d, output %q, errors\n%s", code, out, errs)
	}
	for _, args := range [][]string{
		{"plan", "-a", "shop.yaml"},
		{"compare", "shop.yaml", "shop.yaml"},
		{"trend", "shop.yaml", "shop.yaml"},
		{"team", "shop.yaml"},
		{"portfolio", "shop.yaml"},
	} {
		_, errs, code := atTerminal(t, dir, append(args, "-o", args[0]+".md")...)
		if first, rest, _ := strings.Cut(errs, "\n"); code != ExitDone || first != "wrote "+args[0]+".md" || strings.TrimSpace(rest) == "" {
			t.Errorf("%v: exit code %d, errors %q", args, code, errs)
		}
	}
}

func TestFileName(t *testing.T) {
	t.Parallel()
	tests := []struct{ subject, kind, want string }{
		{"payments-api", "", "payments-api"},
		{"payments api", "plan", "payments-api-plan"},
		{"../etc/passwd", "", "etc-passwd"},
		{"-rf *", "", "rf"},
		{"$(touch x); 'y'", "", "touch-x-y"},
		{"", "", "assessment"},
		{"", "trend", "trend"},
		{"..", "", "assessment"},
		{"Платежи №1", "", "Платежи-1"},
		{strings.Repeat("é", 100), "", strings.Repeat("é", 60)},
		{"x" + strings.Repeat("𐐀", 100), "", "x" + strings.Repeat("𐐀", 29)},
		{"con", "", "service-con"},
		{"nul.v2", "plan", "service-nul.v2-plan"},
		{"con", "plan", "con-plan"},
		{"a\x1b[31mb\u202e", "", "a-31mb"},
	}
	for _, test := range tests {
		if got := fileName(test.subject, "assessment", test.kind); got != test.want {
			t.Errorf("%q, %q: %q, want %q", test.subject, test.kind, got, test.want)
		}
	}
}

// TestDocumentsOfOtherPrograms holds what is said in place of a format that does not exist, before any work.
func TestDocumentsOfOtherPrograms(t *testing.T) {
	t.Parallel()
	dir := sampleDir(t)
	tests := []struct {
		args []string
		want []string
	}{
		{[]string{"assess", "-a", "shop.yaml", "-o", "out/Report.PDF", "-o", "a.json"}, []string{
			"there is no format pdf", "\n  opsfit assess -a shop.yaml -o out/Report.html -o a.json --open\n",
		}},
		{[]string{"plan", "-a", "it's ours.yaml", "-o", "plan.docx"}, []string{
			"there is no format docx", "\n  opsfit plan -a 'it'\\''s ours.yaml' -o plan.md\n  pandoc plan.md -o plan.docx\n",
		}},
		{[]string{"team", "shop.yaml", "-f", "pdf"}, []string{"there is no format pdf", "\n  opsfit team shop.yaml -o report.html --open\n"}},
		{[]string{"assess", "-a", "-", "-o", "pdf=report"}, []string{"there is no format pdf", "\n  -o report.html --open\n"}},
	}
	for _, test := range tests {
		out, errs, code := atTerminal(t, dir, test.args...)
		if code != ExitUsage || out != "" {
			t.Errorf("%v: exit code %d, output %q", test.args, code, out)
		}
		for _, want := range test.want {
			if !strings.Contains(errs, want) {
				t.Errorf("%v: %q is not in\n%s", test.args, want, errs)
			}
		}
	}
	// A name in another format may end as it likes.
	if _, errs, code := atTerminal(t, dir, "assess", "-a", "shop.yaml", "-o", "html=page.pdf"); code != ExitDone {
		t.Errorf("exit code %d, %s", code, errs)
	}
}
