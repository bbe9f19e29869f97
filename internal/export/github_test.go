package export_test

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/export"
	"github.com/opsfit/opsfit/internal/report"
)

func TestGitHubGolden(t *testing.T) { t.Parallel(); goldens(t, "github", export.GitHub) }

// command is a workflow command as the runner reads it (actions/runner, src/Runner.Common/ActionCommand.cs).
type command struct {
	name       string
	properties map[string]string
	message    string
}

func commandOf(t rapid.TB, line string) command {
	t.Helper()
	head, message, ended := strings.Cut(strings.TrimPrefix(line, "::"), "::")
	if !strings.HasPrefix(line, "::") || !ended {
		t.Fatalf("%q is no command", line)
	}
	name, list, _ := strings.Cut(head, " ")
	got := command{name: name, properties: map[string]string{}, message: unescaped(message)}
	for property := range strings.SplitSeq(list, ",") {
		key, value, found := strings.Cut(property, "=")
		if !found || got.properties[key] != "" {
			t.Fatalf("the property %q in %q", property, line)
		}
		got.properties[key] = unescaped(value)
	}
	return got
}

func unescaped(text string) string {
	return strings.NewReplacer("%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",", "%25", "%").Replace(text)
}

// TestGitHub reads every line as the runner does: each is one of the three commands, and says what was found. There are at most ten of a
// kind, and the last lines count the others.
func TestGitHub(t *testing.T) {
	t.Parallel()
	sound(t, export.GitHub, func(t rapid.TB, doc *report.Document, text string) {
		shown, all, last := countCommands(t, text)
		failed := len(report.Failed(doc))
		if want := failed + remarks(doc) + 1; all != want {
			t.Fatalf("%d findings, want %d\n%s", all, want, text)
		}
		if shown["error"] != min(failed, 10) || shown["warning"] > 10 || shown["notice"] > 10 || last != "notice" && shown["notice"] > 0 {
			t.Fatalf("%v, the last one %s\n%s", shown, last, text)
		}
	})
}

// countCommands counts the annotations of each kind, and all findings with those that are only counted; last is the kind of the last
// annotation.
func countCommands(t rapid.TB, text string) (shown map[string]int, all int, last string) {
	t.Helper()
	shown = map[string]int{}
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		if more := regexp.MustCompile(`^(\d+) more (?:error|warning|notice)s?; GitHub shows ten, [a-z ]+\.$`).FindStringSubmatch(line); more != nil {
			n, _ := strconv.Atoi(more[1])
			all += n
			continue
		}
		got := commandOf(t, line)
		shown[got.name]++
		all++
		last = got.name
		checkProperties(t, got, line)
	}
	return shown, all, last
}

func checkProperties(t rapid.TB, got command, line string) {
	t.Helper()
	for key, value := range got.properties {
		switch key {
		case "file", "title":
		case "line", "col", "endColumn":
			if n, err := strconv.Atoi(value); err != nil || n < 1 || got.properties["file"] == "" {
				t.Fatalf("%s is %q in %q", key, value, line)
			}
		default:
			t.Fatalf("the property %q in %q", key, line)
		}
	}
}

// TestGitHubShowsTheMostSevere has more warnings of both kinds than GitHub shows.
func TestGitHubShowsTheMostSevere(t *testing.T) {
	t.Parallel()
	doc := sample(t, "typical")
	doc.Warnings = nil
	for i := range 26 {
		severity := []string{"medium", "high", "critical", "info"}[i%4]
		doc.Warnings = append(doc.Warnings, report.Warning{ID: "w" + strconv.Itoa(i), Title: severity, Severity: severity, Text: "x"})
	}
	text := writtenBy(t, export.GitHub, doc)
	var titles []string
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "::") {
			titles = append(titles, strings.Fields(commandOf(t, line).properties["title"])[0])
		}
	}
	want := slices.Concat(slices.Repeat([]string{"CRITICAL:"}, 6), slices.Repeat([]string{"HIGH:"}, 4), []string{"opsfit:"},
		slices.Repeat([]string{"MEDIUM:"}, 7), slices.Repeat([]string{"INFO:"}, 2))
	if diff := cmp.Diff(want, titles); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	const more = "3 more warnings; GitHub shows ten, the report names them all.\n4 more notices; GitHub shows ten, the report names them all.\n"
	if !strings.HasSuffix(text, more) {
		t.Errorf("it ends with %q", text[max(0, len(text)-200):])
	}
}

func TestGitHubEscapes(t *testing.T) {
	t.Parallel()
	doc := hostile(t)
	lines := strings.Split(writtenBy(t, export.GitHub, doc), "\n")
	got := commandOf(t, lines[0])
	if want := `a,b:c%\n::error::.yaml`; got.properties["file"] != want {
		t.Errorf("file is %q, want %q", got.properties["file"], want)
	}
	if !strings.HasPrefix(got.properties["title"], `Gate not met: ]]></testcase>"'<b>&\n::set-output`) {
		t.Errorf("title is %q", got.properties["title"])
	}
}

func BenchmarkGitHub(b *testing.B) { bench(b, export.GitHub) }
