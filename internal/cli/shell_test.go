package cli

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestShellOf(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		system, variable string
		want             shell
	}{
		{"linux", "HOME", shell{kind: unixShell, home: "/home/ada"}},
		{"darwin", "PROMPT", shell{kind: unixShell}}, // zsh calls its prompt so
		{"windows", "PROMPT", shell{kind: commandPrompt}},
		{"windows", "MSYSTEM", shell{kind: unixShell}},
		{"windows", "HOME", shell{kind: powerShell}},
	} {
		got := shellOf(test.system, func(name string) string {
			if name == test.variable {
				return "/home/ada"
			}
			return ""
		})
		if got != test.want {
			t.Errorf("%s with %s: %+v, want %+v", test.system, test.variable, got, test.want)
		}
	}
}

// TestPowerShellNamesFiles: it has no <, and its pipe changes letters.
func TestPowerShellNamesFiles(t *testing.T) {
	t.Parallel()
	dir := sampleDir(t)
	sheet, err := os.ReadFile(filepath.Join(dir, "shop.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		variable, in, said string
		args               []string
	}{
		{"PROMPT", "", "or pipe one in (opsfit check < answers.yaml)", []string{"check"}},
		{"", "", "no answers; name a file (opsfit check -a answers.yaml)\n", []string{"check"}},
		{"", "", "name a file (opsfit assess -a answers.yaml); at a terminal", []string{"assess"}},
		{"PROMPT", string(sheet), "opsfit assess --full < ANSWERS", []string{"check"}},
		{"", string(sheet), "opsfit assess -a ANSWERS --full", []string{"check"}},
	} {
		var out bytes.Buffer
		run := process(dir, &out, &out)
		run.System, run.Streams.In = "windows", strings.NewReader(test.in)
		run.Env = func(name string) string {
			if name == test.variable {
				return "$P$G"
			}
			return ""
		}
		Main(t.Context(), run, test.args)
		if !strings.Contains(out.String(), test.said) {
			t.Errorf("%s: %v: %s\nwant %s", test.variable, test.args, out.String(), test.said)
		}
	}
}

// TestQuote holds how words are written in each shell; one that both shells of Windows read alike is the same in both.
func TestQuote(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ word, unix, command, power string }{
		{"shop.yaml", "shop.yaml", "shop.yaml", "shop.yaml"},
		{"", "''", `""`, `""`},
		{"the shop.yaml", "'the shop.yaml'", `"the shop.yaml"`, `"the shop.yaml"`},
		{"fit >= 60", "'fit >= 60'", `"fit >= 60"`, `"fit >= 60"`},
		{"a&b|c", "'a&b|c'", `"a&b|c"`, `"a&b|c"`},
		{"a^b!c;(d)", "'a^b!c;(d)'", `"a^b!c;(d)"`, `"a^b!c;(d)"`},
		{"a=b,c=d", "a=b,c=d", `"a=b,c=d"`, `"a=b,c=d"`},
		{"@team", "@team", `"@team"`, `"@team"`},
		{"it's.yaml", `'it'\''s.yaml'`, `"it's.yaml"`, `"it's.yaml"`},
		{"50%", "50%", `^"50^%^"`, `"50%"`},
		{"%PATH% x", "'%PATH% x'", `^"^%PATH^% x^"`, `"%PATH% x"`},
		{"$HOME it's", `'$HOME it'\''s'`, `"$HOME it's"`, `'$HOME it''s'`},
		{"a`b", "'a`b'", "\"a`b\"", "'a`b'"},
		{`say "x & y"`, `'say "x & y"'`, `^"say \^"x ^& y\^"^"`, `'say \"x & y\"'`},
		{`a\"b`, `'a'\\'"b'`, `^"a\\\^"b^"`, `'a\\\"b'`},
		{"Müller.yaml", "'Müller.yaml'", `"Müller.yaml"`, `"Müller.yaml"`},
		{"it’s “new”", "'it’s “new”'", `"it’s “new”"`, "'it’’s “new”'"},
		{`C:\work\shop.yaml`, `'C:'\\'work'\\'shop.yaml'`, `C:\work\shop.yaml`, `C:\work\shop.yaml`},
		{`C:\our files\`, `'C:'\\'our files'\\''`, `"C:\our files\\"`, `"C:\our files\\"`},
		{`\\server\share\a b.yaml`, `''\\''\\'server'\\'share'\\'a b.yaml'`, `"\\server\share\a b.yaml"`, `"\\server\share\a b.yaml"`},
		{"~/a", "'~/a'", `"~/a"`, `"~/a"`},
		{"html=~/a", "'html=~/a'", `"html=~/a"`, `"html=~/a"`},
		{"=x", "'=x'", "=x", "=x"},
		{"%self", "'%self'", `^"^%self^"`, `"%self"`},
		{"a%b", "a%b", `^"a^%b^"`, `"a%b"`},
		{"-o", "-o", "-o", "-o"},
		{"--save=a.yaml", "--save=a.yaml", `"--save=a.yaml"`, `"--save=a.yaml"`},
		{"{a,b}*?[c]", "'{a,b}*?[c]'", `"{a,b}*?[c]"`, `"{a,b}*?[c]"`},
	} {
		for _, as := range []struct {
			kind shellKind
			want string
		}{{unixShell, test.unix}, {commandPrompt, test.command}, {powerShell, test.power}} {
			if got := (shell{kind: as.kind}).quote(test.word); got != as.want {
				t.Errorf("%q in shell %d: %s, want %s", test.word, as.kind, got, as.want)
			}
		}
	}
}

// TestUnixShellsReadQuotedWords asks the shells that are installed.
func TestUnixShellsReadQuotedWords(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"sh", "bash", "zsh", "fish"} {
		program, err := exec.LookPath(name)
		if err != nil {
			t.Logf("%s is not installed", name)
			continue
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			rapid.Check(t, func(t *rapid.T) {
				word := rapid.StringOfN(rapid.RuneFrom([]rune("ab1 '\"\\$`%!&|;<>()[]{}*?~#=,:@^-é”\t")), 0, 12, -1)
				words := rapid.SliceOfN(rapid.OneOf(word, rapid.Just("%self")), 1, 20).Draw(t, "words")
				line := `printf '%s\n' ` + (shell{}).quoteWords(words)
				out, err := exec.CommandContext(t.Context(), program, "-c", line).Output()
				if want := strings.Join(words, "\n") + "\n"; err != nil || string(out) != want {
					t.Fatalf("%s: %v: %q, want %q", line, err, out, want)
				}
			})
		})
	}
}
