package config_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/pflag"

	"github.com/opsfit/opsfit/internal/config"
	"github.com/opsfit/opsfit/internal/diag"
)

func TestDefaults(t *testing.T) {
	t.Parallel()
	got, text, err := config.Load(config.Sources{Dir: t.TempDir(), Env: none})
	if err != nil || text != nil {
		t.Fatal(text, err)
	}
	if diff := cmp.Diff(config.Config{Format: "text", Color: "auto"}, got); diff != "" {
		t.Error(diff)
	}
}

// TestPrecedence walks from the weakest source to the strongest.
func TestPrecedence(t *testing.T) {
	t.Parallel()
	dir := repository(t, "format: json\nstrict: true\ncolor: never\nquestionnaire: quick\n")
	from := config.Sources{Dir: dir, Env: none}
	if got := load(t, from); got.Format != "json" || !got.Strict || got.Color != "never" || got.Questionnaire != "quick" {
		t.Errorf("from the file: %+v", got)
	}
	from.Env = env(map[string]string{"OPSFIT_FORMAT": "markdown", "OPSFIT_STRICT": "false", "OPSFIT_QUESTIONNAIRE": "dora"})
	if got := load(t, from); got.Format != "markdown" || got.Strict || got.Color != "never" || got.Questionnaire != "dora" {
		t.Errorf("with variables: %+v", got)
	}
	from.Flags = flags(t, "--format=text", "--strict")
	if got := load(t, from); got.Format != "text" || !got.Strict || got.Questionnaire != "dora" {
		t.Errorf("with flags: %+v", got)
	}
	from.Flags = flags(t)
	if got := load(t, from); got.Format != "markdown" {
		t.Errorf("a flag that was not given counts: %+v", got)
	}
}

// TestSearch proves where the file is looked for: up to the root of the repository, never beyond it, and outside a
// repository in the working directory alone.
func TestSearch(t *testing.T) {
	t.Parallel()
	outer := repository(t, "format: json\n")
	deep := filepath.Join(outer, "a", "b")
	inner := filepath.Join(outer, "inner")
	for _, dir := range []string{deep, filepath.Join(inner, ".git"), filepath.Join(inner, "c")} {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	loose := t.TempDir()
	write(t, filepath.Join(loose, config.FileName), "format: json\n")
	below := filepath.Join(loose, "below")
	if err := os.Mkdir(below, 0o755); err != nil {
		t.Fatal(err)
	}
	tests := []struct{ dir, format string }{
		{outer, "json"}, {deep, "json"}, {filepath.Join(inner, "c"), "text"}, {loose, "json"}, {below, "text"},
	}
	for _, test := range tests {
		if got := load(t, config.Sources{Dir: test.dir, Env: none}); got.Format != test.format {
			t.Errorf("from %s: %+v, want %s", test.dir, got, test.format)
		}
	}
}

func TestFaults(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, text, want string }{
		{"unknown key", "fromat: json\n", `.opsfit.yaml:1:1: configuration: unknown key "fromat"; did you mean "format"? [unknown-key]`},
		{"no boolean", "strict: maybe\n", "[wrong-type]"},
		{"no such choice", "color: loud\n", "[bad-value]"},
		{"no such format", "format: pdf\n", `.opsfit.yaml:1:9: configuration: "format" cannot be "pdf"`},
		{"no mapping", "- format\n", "[wrong-type]"},
		{"anchor", "format: &f json\n", "[anchor]"},
		{"too large", strings.Repeat("#", 1<<20) + "\n", "[too-large]"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			_, text, err := config.Load(config.Sources{Dir: repository(t, test.text), Env: none, Formats: []string{"text", "json"}})
			var found diag.List
			if !errors.As(err, &found) || !strings.Contains(found[0].String(), test.want) {
				t.Errorf("got %v, want %s", err, test.want)
			}
			if len(text) == 0 {
				t.Error("the text for showing the fault is missing")
			}
		})
	}
}

func TestEmptyFileIsFine(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"", "\n", "# nothing yet\n", "format:\nstrict:\n", "format: null\n"} {
		if got := load(t, config.Sources{Dir: repository(t, text), Env: none}); got.Format != "text" {
			t.Errorf("%q: %+v", text, got)
		}
	}
}

func TestBadVariables(t *testing.T) {
	t.Parallel()
	for name, value := range map[string]string{"OPSFIT_STRICT": "maybe", "OPSFIT_COLOR": "loud", "OPSFIT_FORMAT": "pdf"} {
		_, _, err := config.Load(config.Sources{
			Dir: t.TempDir(), Env: env(map[string]string{name: value}), Formats: []string{"text"},
		})
		if err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s=%s: %v", name, value, err)
		}
	}
}

// Variables that look like ours and set nothing are named with the nearest; those of others are not ours to judge.
func TestUnreadVariables(t *testing.T) {
	t.Parallel()
	got := load(t, config.Sources{Dir: t.TempDir(), Env: none, Variables: []string{"PATH", "OPSFIT_FAILON", "OPSFIT_FAIL_ON", "OPSFITX", "opsfit_zzzzzzzz"}})
	want := []string{
		`warning: no setting reads the environment variable "OPSFIT_FAILON"; did you mean "OPSFIT_FAIL_ON"? [unknown-variable]`,
		`warning: no setting reads the environment variable "opsfit_zzzzzzzz"; known: OPSFIT_ASCII, `,
	}
	if len(got.Warnings) != len(want) {
		t.Fatal(got.Warnings)
	}
	for i := range want {
		if !strings.HasPrefix(got.Warnings[i].String(), want[i]) {
			t.Errorf("got %s, want %s", got.Warnings[i], want[i])
		}
	}
}

// The parent of a link is not the parent of the folder that it leads to: gates must not get lost that way.
func TestSearchThroughLink(t *testing.T) {
	t.Parallel()
	outer := repository(t, "format: json\nquestionnaires: sets\n")
	if err := os.Mkdir(filepath.Join(outer, "svc"), 0o755); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(t.TempDir(), "svc")
	if err := os.Symlink(filepath.Join(outer, "svc"), link); err != nil {
		t.Skip(err)
	}
	got := load(t, config.Sources{Dir: link, Env: none})
	if want := filepath.Join("..", "sets"); got.Format != "json" || got.Questionnaires != want {
		t.Errorf("%+v", got)
	}
	if got, want := config.Root(link), config.Root(outer); got != want {
		t.Errorf("the root is %s, want %s", got, want)
	}
}

// What a cloned repository names stays in it, through links too; a configuration that a person named may point anywhere.
func TestNamesStayInRepository(t *testing.T) {
	t.Parallel()
	outside := t.TempDir()
	write(t, filepath.Join(outside, "secret.yaml"), "x\n")
	for _, text := range []string{
		"questionnaires: " + outside, "questionnaires: link", "questionnaire: ../" + filepath.Base(outside) + "/secret.yaml",
		"gates: {baseline: link/secret.yaml}",
	} {
		dir := filepath.Join(filepath.Dir(outside), "repository"+strconv.Itoa(len(text)))
		if err := os.MkdirAll(filepath.Join(dir, ".git"), 0o755); err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(dir, config.FileName), text+"\n")
		if err := os.Symlink(outside, filepath.Join(dir, "link")); err != nil {
			t.Skip(err)
		}
		_, _, err := config.Load(config.Sources{Dir: dir, Env: none})
		if err == nil || !strings.Contains(err.Error(), "leads out of the repository") {
			t.Errorf("%s: %v", text, err)
		}
		if _, _, err := config.Load(config.Sources{Dir: dir, Path: config.FileName, Env: none}); err != nil {
			t.Errorf("%s, named: %v", text, err)
		}
	}
}

func TestLinkedFileStaysInRepository(t *testing.T) {
	t.Parallel()
	dir, outside := repository(t, ""), t.TempDir()
	path := filepath.Join(dir, config.FileName)
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(outside, "other.yaml"), "format: json\n")
	if err := os.Symlink(filepath.Join(outside, "other.yaml"), path); err != nil {
		t.Skip(err)
	}
	if _, _, err := config.Load(config.Sources{Dir: dir, Env: none}); err == nil || !strings.Contains(err.Error(), "a link out of the repository") {
		t.Errorf("%v", err)
	}
	if got := load(t, config.Sources{Dir: dir, Path: config.FileName, Env: none}); got.Format != "json" {
		t.Errorf("%+v", got)
	}
}

// Only root can give a file away, so only root can test this.
func TestFileOfAnotherUser(t *testing.T) {
	t.Parallel()
	if os.Geteuid() != 0 {
		t.Skip("needs root")
	}
	const another = 12345
	for entry, want := range map[string]string{config.FileName: "it belongs to another user", ".git": "its repository (.git) belongs"} {
		dir := repository(t, "format: json\n")
		if err := os.Chown(filepath.Join(dir, entry), another, another); err != nil {
			t.Skip(err)
		}
		_, _, err := config.Load(config.Sources{Dir: dir, Env: none})
		if err == nil || !strings.Contains(err.Error(), want) || !strings.HasSuffix(err.Error(), "add --config .opsfit.yaml, or set OPSFIT_CONFIG=.opsfit.yaml") {
			t.Errorf("%s: %v", entry, err)
		}
		if got := load(t, config.Sources{Dir: dir, Path: config.FileName, Env: none}); got.Format != "json" {
			t.Errorf("%s, named: %+v", entry, got)
		}
		if got := load(t, config.Sources{Dir: dir, Env: env(map[string]string{"SUDO_UID": "12345"})}); got.Format != "json" {
			t.Errorf("%s, under sudo of its owner: %+v", entry, got)
		}
	}
}

func TestNamedFile(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "other.yaml"), "questionnaires: sets\n")
	got := load(t, config.Sources{Dir: dir, Path: "other.yaml", Env: none})
	if got.Questionnaires != "sets" {
		t.Errorf("%+v", got)
	}
	if _, _, err := config.Load(config.Sources{Dir: dir, Path: "none.yaml", Env: none}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a named file that is missing: %v", err)
	}
}

// TestPathsAreRelativeToTheFile proves that a setting means the same from wherever in the repository it is read; an id
// stays an id.
func TestPathsAreRelativeToTheFile(t *testing.T) {
	t.Parallel()
	dir := repository(t, "questionnaires: sets\nquestionnaire: ours.yaml\n")
	deep := filepath.Join(dir, "a")
	if err := os.Mkdir(deep, 0o755); err != nil {
		t.Fatal(err)
	}
	got := load(t, config.Sources{Dir: deep, Env: none})
	if got.Questionnaires != filepath.Join("..", "sets") || got.Questionnaire != filepath.Join("..", "ours.yaml") {
		t.Errorf("%+v", got)
	}
	id := repository(t, "questionnaire: quick\n")
	if got := load(t, config.Sources{Dir: id, Env: none}); got.Questionnaire != "quick" {
		t.Errorf("%+v", got)
	}
}

func load(t *testing.T, from config.Sources) config.Config {
	t.Helper()
	got, _, err := config.Load(from)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func repository(t *testing.T, text string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, ".git"), 0o755); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, config.FileName), text)
	return dir
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func flags(t *testing.T, args ...string) *pflag.FlagSet {
	t.Helper()
	set := pflag.NewFlagSet("test", pflag.ContinueOnError)
	set.String("format", "text", "")
	set.Bool("strict", false, "")
	if err := set.Parse(args); err != nil {
		t.Fatal(err)
	}
	return set
}

func none(string) string { return "" }

func env(values map[string]string) func(string) string {
	return func(name string) string { return values[name] }
}
