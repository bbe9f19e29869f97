package export_test

import (
	"strconv"
	"strings"
	"testing"

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

// TestGitHub reads every line as the runner does: each is one of the three commands, and says what was found.
func TestGitHub(t *testing.T) {
	t.Parallel()
	sound(t, export.GitHub, func(t rapid.TB, doc *report.Document, text string) {
		lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
		failed := report.Failed(doc)
		if want := len(failed) + remarks(doc) + 1; len(lines) != want {
			t.Fatalf("%d lines, want %d\n%s", len(lines), want, text)
		}
		for i, line := range lines {
			got := commandOf(t, line)
			isError := got.name == "error"
			if isError != (i < len(failed)) || !isError && got.name != "warning" && got.name != "notice" {
				t.Fatalf("line %d is of %q\n%s", i+1, got.name, text)
			}
			for key, value := range got.properties {
				switch key {
				case "file", "title":
				case "line", "col":
					if n, err := strconv.Atoi(value); err != nil || n < 1 || got.properties["file"] == "" {
						t.Fatalf("%s is %q in %q", key, value, line)
					}
				default:
					t.Fatalf("the property %q in %q", key, line)
				}
			}
		}
	})
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
