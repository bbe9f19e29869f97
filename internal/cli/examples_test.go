package cli

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/prose"
	"github.com/opsfit/opsfit/internal/terminal"
	"github.com/opsfit/opsfit/internal/topics"
)

// TestExamplesWork runs every command line that a help, a help topic or README.md shows, in a folder with the files that they name:
// none is wrong, whatever its gates say. TestReadmeExamples compares outputs.
func TestExamplesWork(t *testing.T) {
	t.Parallel()
	prepared := exampleFolder(t)
	lines := slices.Concat(exampleLines(t), readmeLines(t))
	slices.Sort(lines)
	lines = slices.Compact(lines)
	if len(lines) < 80 {
		t.Fatalf("found %d examples only", len(lines))
	}
	for _, line := range lines {
		t.Run(line, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			if err := os.CopyFS(dir, os.DirFS(prepared)); err != nil {
				t.Fatal(err)
			}
			if code, output := runExample(t, filepath.Join(dir, "here"), line); code > ExitGate {
				t.Errorf("ends with %d:\n%s", code, output)
			}
		})
	}
}

// TestExampleFilesWork holds that what topics show of an answers file or of a configuration can be used as it is.
func TestExampleFilesWork(t *testing.T) {
	t.Parallel()
	prepared := exampleFolder(t)
	for name, text := range exampleFiles(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			root := t.TempDir()
			if err := os.CopyFS(root, os.DirFS(prepared)); err != nil {
				t.Fatal(err)
			}
			dir := filepath.Join(root, "here")
			file, line := ".opsfit.yaml", "opsfit check -a answers.yaml"
			switch {
			case strings.Contains(text, "exempt:"):
				shop, err := os.ReadFile(filepath.Join(dir, "answers.yaml"))
				if err != nil {
					t.Fatal(err)
				}
				file, text = "answers.yaml", string(shop)+text
			case strings.Contains(text, "opsfit.commitments/"):
				file, line = "commitments.yaml", "opsfit check -a answers.yaml --commitments commitments.yaml"
			case strings.Contains(text, "columns:"):
				file, line = "columns.yaml", "opsfit answers import reworded.csv -q full --strict --columns columns.yaml --to imported"
			case strings.Contains(text, "questions:"):
				file, line = "golive.yaml", "opsfit questionnaire lint golive.yaml"
			case strings.Contains(text, "answers:"):
				file, line = "answers.yaml", "opsfit assess --strict -a answers.yaml"
			}
			if err := os.WriteFile(filepath.Join(dir, file), []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
			if code, output := runExample(t, dir, line); code > ExitGate {
				t.Errorf("ends with %d:\n%s", code, output)
			}
		})
	}
}

// exampleFiles returns the files of opsfit that topics show, by where they stand.
func exampleFiles(t *testing.T) map[string]string {
	t.Helper()
	found := map[string]string{}
	for _, topic := range topics.All() {
		source, err := os.ReadFile(filepath.Join("..", "topics", topic.Name+".md"))
		if err != nil {
			t.Fatal(err)
		}
		blocks, err := prose.Read(string(source))
		if err != nil {
			t.Fatal(err)
		}
		for i, block := range blocks {
			text := ""
			if code, ok := block.(prose.Code); ok && code.Kind == "yaml" {
				text = strings.Join(code.Lines, "\n") + "\n"
			}
			if text != "" && !isOfAnotherTool(text) {
				found[topic.Name+"-"+strconv.Itoa(i)] = text
			}
		}
	}
	if len(found) < 4 {
		t.Fatalf("found %d files only", len(found))
	}
	return found
}

// isOfAnotherTool recognises the files of build servers and of pre-commit.
func isOfAnotherTool(text string) bool {
	return slices.ContainsFunc([]string{"- uses:", "include:", "- repo:"}, func(start string) bool { return strings.HasPrefix(text, start) })
}

// exampleLines returns the command lines that helps and topics show.
func exampleLines(t *testing.T) []string {
	t.Helper()
	var lines []string
	run := newTestRun(80)
	for _, cmd := range commands(newRoot(run, nil)) {
		for _, example := range run.describeCommand(cmd).Examples {
			lines = append(lines, example.Line)
		}
	}
	for _, topic := range topics.All() {
		p, err := topic.Page()
		if err != nil {
			t.Fatal(err)
		}
		for i := range p.Sections {
			for _, block := range p.Sections[i].Blocks {
				if list, ok := block.(page.Commands); ok {
					lines = append(lines, commandLines(list)...)
				}
			}
		}
	}
	return lines
}

func commandLines(list page.Commands) []string {
	var lines []string
	for _, command := range list {
		lines = append(lines, command.Line)
	}
	return lines
}

// readmeLines returns the command lines of opsfit in the blocks of README.md that are for a shell.
func readmeLines(t *testing.T) []string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	inBlock := false
	for line := range strings.Lines(string(text)) {
		line, _, _ = strings.Cut(strings.TrimSpace(line), "  #")
		switch {
		case strings.HasPrefix(line, "```"):
			inBlock = line == "```sh"
		case inBlock && strings.HasPrefix(line, "opsfit ") && !strings.Contains(line, "||"):
			lines = append(lines, strings.TrimSpace(line))
		}
	}
	return lines
}

// exampleFolder is a folder with a repository in here, and one beside it, and the files that examples name.
func exampleFolder(t *testing.T) string {
	t.Helper()
	root := t.TempDir()
	here := filepath.Join(root, "here")
	samples := filepath.Join("..", "..", "testdata")
	shop := filepath.Join(samples, "answers", "web-shop.yaml")
	for name, from := range map[string]string{
		"answers.yaml": shop, "launch.yaml": filepath.Join(samples, "answers", "launch-ticket-shop.yaml"), "newer.yaml": shop, "spring.yaml": shop, "summer.yaml": shop, "autumn.yaml": shop,
		"ops.yaml": filepath.Join(samples, "challenge", "ops.yaml"), "auditor.yaml": filepath.Join(samples, "challenge", "auditor.yaml"),
		"heard/ops.yaml": filepath.Join(samples, "challenge", "ops.yaml"), "heard/auditor.yaml": filepath.Join(samples, "challenge", "auditor.yaml"),
		"january.yaml": filepath.Join(samples, "commitments", "january.yaml"), "commitments.yaml": filepath.Join(samples, "commitments", "commitments.yaml"),
		"services/shop.yaml": shop, "assessments/shop.yaml": shop, "assessments/pump.yaml": filepath.Join(samples, "answers", "device-supplier.yaml"),
	} {
		copyFile(t, from, filepath.Join(here, name))
	}
	team, err := filepath.Glob(filepath.Join(samples, "team", "*.yaml"))
	if err != nil || len(team) == 0 {
		t.Fatal("no sheets of a team", err)
	}
	for _, file := range team {
		copyFile(t, file, filepath.Join(here, "answers", filepath.Base(file)))
	}
	copyFile(t, filepath.Join(samples, "checklists", "parcels.md"), filepath.Join(here, "review.md"))
	copyFile(t, filepath.Join(samples, "checklists", "parcels.json"), filepath.Join(here, "lens.json"))
	for name, text := range map[string]string{
		"deployments.csv": "Deployed at,time,service,Stage,outcome\n2026-01-05T12:00:00Z,2026-01-05T12:00:00Z,ledger,prod,failed\n",
		"incidents.csv":   "opened,resolved,service,severity\n2026-01-05T13:00:00Z,2026-01-05T14:00:00Z,ledger,sev1\n",
		"survey.csv":      "Your role,Release rhythm,Change approval\noperations,months,board\ndevelopment,daily,peer\n",
		"reworded.csv":    "Function,How do you ship?,Remarks,Weather\noperations,Every now and then,slow,fine\n",
		"columns.yaml":    "columns: {\"How do you ship?\": release_rhythm}\noptions: {release_rhythm: {Every now and then: months}}\n",
	} {
		if err := os.WriteFile(filepath.Join(here, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, line := range []string{
		"opsfit assess -a answers.yaml -o before.json -o after.json -o result.json -o last-result.json -o results/one.json -o results/two.json -o november.json",
		"opsfit assess -a answers.yaml -o adr=0007.md",
		"opsfit assess -a january.yaml -o january.json",
		"opsfit questionnaire show full -f yaml > full-de.yaml",
		"opsfit questionnaire show recommendations -f yaml > recommendations.yaml",
		"opsfit questionnaire show verdicts -f yaml > verdicts.yaml",
		"opsfit questionnaire new ours.yaml",
		"opsfit questionnaire new ours/other.yaml",
		"opsfit questionnaire new questions/other.yaml",
		"opsfit questionnaire import review.md -o review.yaml",
		"opsfit answers new -q review.yaml go-live.yaml",
	} {
		if code, output := runExample(t, here, line); code != ExitDone && !strings.Contains(line, "verdicts") {
			t.Fatalf("%s ends with %d:\n%s", line, code, output)
		}
	}
	for _, repository := range []string{here, filepath.Join(root, "shop")} {
		copyFile(t, shop, filepath.Join(repository, "answers.yaml"))
		copyFile(t, shop, filepath.Join(repository, "services", "ledger", "main.txt"))
		for _, args := range [][]string{
			{"init", "-q", "-b", "main"},
			{"add", "answers.yaml", "services/ledger/main.txt"},
			{"-c", "user.name=Ines", "-c", "user.email=ines@example.com", "commit", "-q", "-m", "Answer", "--date=2026-05-01T12:00:00Z"},
		} {
			git := exec.Command("git", args...)
			git.Dir, git.Env = repository, append(os.Environ(), "GIT_COMMITTER_DATE=2026-05-01T12:00:00Z")
			if out, err := git.CombinedOutput(); err != nil {
				t.Fatalf("git %s: %v\n%s", args, err, out)
			}
		}
	}
	return root
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	text, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, text, 0o644); err != nil {
		t.Fatal(err)
	}
}

// runExample runs a command line much as a shell does. An interview ends with its input, before the first answer: that it began is
// enough, and counts as done.
func runExample(t *testing.T, dir, line string) (code int, output string) {
	t.Helper()
	before, command, _ := strings.Cut(line, "opsfit ")
	command, _, _ = strings.Cut(command, " | ")
	command, to, _ := cutLast(strings.TrimSuffix(command, ")"), " > ")
	command, from, isRead := cutLast(command, " < ")
	if strings.HasSuffix(before, "| ") {
		from, isRead = "answers.yaml", true
	}
	var in []byte
	if isRead {
		var err error
		if in, err = os.ReadFile(filepath.Join(dir, from)); err != nil {
			t.Fatal(err)
		}
	}
	args := exampleArguments(t, dir, command)
	if slices.ContainsFunc(args, filepath.IsAbs) {
		t.Fatal("an example must not reach beyond its folder")
	}
	if slices.Contains(args, "new") || slices.Contains(args, "--prefill") {
		_ = os.Remove(filepath.Join(dir, args[len(args)-1])) // These write no file that exists.
	}
	if slices.Contains(args, "import") {
		_ = os.Remove(filepath.Join(dir, "review.yaml"))
		_ = os.Remove(filepath.Join(dir, "review-recommendations.yaml"))
	}
	var out, errs bytes.Buffer
	code = Main(context.Background(), Process{
		Streams: terminal.Streams{In: bytes.NewReader(in), Out: &out, Err: &errs, InIsTerminal: !isRead},
		Env: func(name string) string {
			values := map[string]string{"TERM": "dumb", "HOME": dir, "PATH": os.Getenv("PATH")}
			if name, value, ok := strings.Cut(strings.TrimSpace(before), "="); ok {
				values[name] = value
			}
			return values[name]
		},
		Dir: dir, Now: func() time.Time { return time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC) },
	}, args)
	if to != "" && code == ExitDone {
		if err := os.WriteFile(filepath.Join(dir, to), out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, begun := range []string{"The input ended before the last question.", "there is no draft to continue"} {
		if strings.Contains(errs.String(), begun) {
			code = ExitDone
		}
	}
	return code, errs.String() + out.String()
}

// cutLast cuts a command line at a redirection, which is not one in quotes.
func cutLast(line, sign string) (before, file string, found bool) {
	at := strings.LastIndex(line, sign)
	if at < 0 || strings.ContainsAny(line[at:], `'"`) {
		return line, "", false
	}
	return line[:at], line[at+len(sign):], true
}

// exampleArguments takes a command line apart: quotes of either kind hold blanks together, and a word with a star stands for files.
func exampleArguments(t *testing.T, dir, command string) []string {
	t.Helper()
	var args []string
	for i, part := range strings.Split(strings.ReplaceAll(command, `"`, "'"), "'") {
		if i%2 == 1 {
			args = append(args, part)
			continue
		}
		for word := range strings.FieldsSeq(part) {
			files, err := filepath.Glob(filepath.Join(dir, word))
			if err != nil || !strings.Contains(word, "*") {
				args = append(args, word)
				continue
			}
			for _, file := range files {
				args = append(args, strings.TrimPrefix(file, dir+string(filepath.Separator)))
			}
		}
	}
	return args
}
