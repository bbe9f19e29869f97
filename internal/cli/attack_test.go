//go:build unix

package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"github.com/opsfit/opsfit/internal/terminal"
)

// attackTime is how long one command of an attack may take on a busy machine; most take milliseconds. It only ends what hangs.
const attackTime = 30 * time.Second

// mostOutput is how many bytes a command may print, unless an attack states more: nothing in a file may flood a log.
const mostOutput = 200_000

// attack is one attack, read from testdata/attacks; README.md there explains its lines.
type attack struct {
	name  string
	lines []string
	files []txtar.File
}

// TestAttacks runs what strangers may try. Each attack says what must come of it; that no run fails inside, hangs, floods, writes what it
// was not told to, or lets a text of a file act on a terminal, a log, a page or a spreadsheet, is held of all of them.
func TestAttacks(t *testing.T) {
	t.Parallel()
	archives, err := filepath.Glob(filepath.Join("..", "..", "testdata", "attacks", "*.txtar"))
	if err != nil || len(archives) == 0 {
		t.Fatal("no attacks", err)
	}
	for _, path := range archives {
		name := strings.TrimSuffix(filepath.Base(path), ".txtar")
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if testing.Short() {
				t.Skip("nothing in most of them is concurrent")
			}
			for _, one := range readAttacks(t, path) {
				t.Run(one.name, func(t *testing.T) {
					t.Parallel()
					one.run(t)
				})
			}
		})
	}
}

// readAttacks reads the attacks of an archive. The files before the first one are those of all.
func readAttacks(t *testing.T, path string) []attack {
	t.Helper()
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var list []attack
	var common []txtar.File
	for _, file := range archive.Files {
		name, begins := strings.CutPrefix(file.Name, "attack: ")
		switch {
		case begins:
			list = append(list, attack{name: name, lines: strings.Split(string(file.Data), "\n"), files: slices.Clone(common)})
		case len(list) == 0:
			common = append(common, file)
		default:
			last := &list[len(list)-1]
			last.files = append(last.files, file)
		}
	}
	return list
}

// run runs an attack: once, or once for each word of its line "each".
func (a attack) run(t *testing.T) {
	for i, line := range a.lines {
		words, err := attackWords(line, nil)
		if err != nil {
			t.Fatal(err)
		}
		if len(words) < 3 || words[0] != "each" {
			continue
		}
		rest := slices.Delete(slices.Clone(a.lines), i, i+1)
		for _, value := range words[2:] {
			t.Run(value[:min(len(value), 40)], func(t *testing.T) {
				newAttacker(t, map[string]string{words[1]: value}).perform(attack{lines: rest, files: a.files})
			})
		}
		return
	}
	newAttacker(t, map[string]string{}).perform(a)
}

// attacker performs one attack in a folder of its own.
type attacker struct {
	t *testing.T
	// root holds everything that the attack may touch, home the home folder in it, and dir is the working directory.
	root, home, dir string
	values          map[string]string
	env             map[string]string
	stdin           []byte
	isTerminal      bool
	most            int
	may             []string // the files that the next command may change
	out, err        string   // what the last command printed
}

func newAttacker(t *testing.T, values map[string]string) *attacker {
	t.Helper()
	root, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	a := &attacker{
		t: t, root: root, home: filepath.Join(root, "home"), dir: filepath.Join(root, "work"), values: values, most: mostOutput,
	}
	for _, folder := range []string{a.home, a.dir} {
		a.must(os.Mkdir(folder, 0o755))
	}
	a.env = map[string]string{"HOME": a.home, "TERM": "xterm", "LANG": "en_GB.UTF-8", "PATH": os.Getenv("PATH")}
	for name, value := range values {
		values[name] = strings.ReplaceAll(value, "$work", a.dir)
	}
	values["work"] = a.dir
	return a
}

func (a *attacker) must(err error) {
	a.t.Helper()
	if err != nil {
		a.t.Fatal(err)
	}
}

// path returns where a name of the attack is.
func (a *attacker) path(name string) string {
	if filepath.IsAbs(name) {
		return name
	}
	return a.dir + string(filepath.Separator) + name
}

func (a *attacker) perform(one attack) {
	a.t.Helper()
	for _, file := range one.files {
		a.makeFile(file)
	}
	for _, line := range one.lines {
		words, err := attackWords(line, a.values)
		if err != nil {
			a.t.Fatalf("%s: %v", line, err)
		}
		if len(words) > 0 {
			a.step(line, words[0], words[1:])
		}
		if a.t.Failed() {
			a.t.Fatalf("after %s\nstandard output:\n%s\nstandard error:\n%s", line, excerpt(a.out), excerpt(a.err))
		}
	}
}

func excerpt(text string) string { return strconv.QuoteToGraphic(text[:min(len(text), 1500)]) }

// makeFile writes a file of the archive. The words of one whose name ends in .quoted, taken as in a line of an attack, are its content.
func (a *attacker) makeFile(file txtar.File) {
	a.t.Helper()
	name, isQuoted := strings.CutSuffix(file.Name, ".quoted")
	text := string(file.Data)
	for from, to := range a.values {
		name = strings.ReplaceAll(name, "$"+from, to)
		text = strings.ReplaceAll(text, "$"+from, to)
	}
	if isQuoted {
		words, err := attackWords(strings.ReplaceAll(string(file.Data), "\n", " "), a.values)
		a.must(err)
		text = strings.Join(words, "")
	}
	a.must(os.MkdirAll(filepath.Dir(a.path(name)), 0o755))
	a.must(os.WriteFile(a.path(name), []byte(text), 0o644))
}

// step does what one line says.
func (a *attacker) step(line, verb string, args []string) {
	a.t.Helper()
	if a.makes(verb, args) || a.sets(verb, args) || a.expects(verb, args) {
		return
	}
	switch verb {
	case "run":
		a.command(args[0], args[1:])
	case "split":
		// Each word may hold several.
		split := strings.Fields(strings.Join(args[1:], " "))
		if args[len(args)-1] == "" {
			split = append(split, "")
		}
		a.command(args[0], split)
	default:
		a.t.Fatalf("unknown line %q", line)
	}
}

// makes makes files that an attack needs, and reports whether the verb is one for that.
func (a *attacker) makes(verb string, args []string) bool {
	a.t.Helper()
	switch verb {
	case "dir":
		a.must(os.MkdirAll(a.path(args[0]), 0o755))
	case "link":
		a.must(os.Symlink(args[1], a.path(args[0])))
	case "fifo":
		a.must(syscall.Mkfifo(a.path(args[0]), 0o644))
	case "pipe":
		_ = os.Remove(a.path(args[0])) // most are not there
		a.must(os.MkdirAll(filepath.Dir(a.path(args[0])), 0o755))
		a.must(syscall.Mkfifo(a.path(args[0]), 0o644))
	case "chmod":
		mode, err := strconv.ParseUint(args[0], 8, 32)
		a.must(err)
		a.must(os.Chmod(a.path(args[1]), fs.FileMode(mode)))
	case "sample":
		copyFile(a.t, filepath.Join("..", "..", "testdata", args[0]), a.path(args[1]))
	case "file":
		a.makeFile(txtar.File{Name: args[0], Data: []byte(strings.Join(args[1:], ""))})
	case "replace":
		a.replace(args[0], args[1], args[2])
	case "git":
		a.git(args)
	case "set":
		// git itself refuses some keys, or would obey them.
		name, value, _ := strings.Cut(args[0], "=")
		at := strings.LastIndex(name, ".")
		section := strings.Replace(name[:at], ".", ` "`, 1)
		if section != name[:at] {
			section += `"`
		}
		a.appendTo(".git/config", fmt.Sprintf("[%s]\n\t%s = %s\n", section, name[at+1:], strconv.Quote(value)))
	case "ref":
		a.makeFile(txtar.File{Name: ".git/refs/tags/" + args[0], Data: a.head()})
	default:
		return false
	}
	return true
}

// sets prepares the next commands, and reports whether the verb is one for that.
func (a *attacker) sets(verb string, args []string) bool {
	a.t.Helper()
	switch verb {
	case "cd":
		a.dir = a.path(args[0])
	case "env":
		name, value, _ := strings.Cut(args[0], "=")
		a.env[name] = value
	case "stdin":
		a.stdin = []byte(strings.Join(args, ""))
	case "terminal":
		a.isTerminal = true
	case "most":
		most, err := strconv.Atoi(args[0])
		a.must(err)
		a.most = most
	case "may":
		a.may = args
	default:
		return false
	}
	return true
}

// replace changes a text in a file, which must be there.
func (a *attacker) replace(name, from, to string) {
	a.t.Helper()
	text, err := os.ReadFile(a.path(name))
	a.must(err)
	if !bytes.Contains(text, []byte(from)) {
		a.t.Fatalf("%s does not hold %q", name, from)
	}
	a.must(os.WriteFile(a.path(name), bytes.ReplaceAll(text, []byte(from), []byte(to)), 0o644))
}

func (a *attacker) appendTo(name, text string) {
	a.t.Helper()
	there, err := os.ReadFile(a.path(name))
	a.must(err)
	a.must(os.WriteFile(a.path(name), append(there, text...), 0o644))
}

// head returns the commit of the main branch.
func (a *attacker) head() []byte {
	a.t.Helper()
	commit, err := os.ReadFile(a.path(".git/refs/heads/main"))
	a.must(err)
	return commit
}

func (a *attacker) git(args []string) {
	a.t.Helper()
	cmd := exec.CommandContext(a.t.Context(), "git", args...)
	cmd.Dir = a.dir
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_NOSYSTEM=1",
		"GIT_AUTHOR_NAME=A", "GIT_AUTHOR_EMAIL=a@example.com", "GIT_COMMITTER_NAME=A", "GIT_COMMITTER_EMAIL=a@example.com",
		"GIT_AUTHOR_DATE=2026-11-01T12:00:00Z", "GIT_COMMITTER_DATE=2026-11-01T12:00:00Z")
	if out, err := cmd.CombinedOutput(); err != nil {
		a.t.Fatalf("git %q: %v\n%s", args, err, out)
	}
}

// expects compares what came of the last command, and reports whether the verb is one for that.
func (a *attacker) expects(verb string, args []string) bool {
	a.t.Helper()
	texts, is := map[string][]string{"out": {a.out}, "err": {a.err}, "all": {a.out + a.err}}[strings.TrimPrefix(verb, "no-")]
	switch {
	case is:
		for _, text := range args {
			if strings.Contains(texts[0], text) == strings.HasPrefix(verb, "no-") {
				a.t.Errorf("%s %q does not hold", verb, text)
			}
		}
		return true
	case verb == "has" || verb == "no-has":
		text, err := os.ReadFile(a.path(args[0]))
		a.must(err)
		if bytes.Contains(text, []byte(args[1])) == (verb == "no-has") {
			a.t.Errorf("%s %q does not hold of\n%s", verb, args, excerpt(string(text)))
		}
		return true
	}
	return false
}

// command runs the program and holds what is true after each run.
func (a *attacker) command(code string, args []string) {
	a.t.Helper()
	before := a.state()
	var out, errs bytes.Buffer
	got := a.main(args, &out, &errs)
	a.out, a.err = out.String(), errs.String()
	if !isWanted(got, code) {
		a.t.Errorf("exit code %d, want %s", got, code)
	}
	if size := out.Len() + errs.Len(); size > a.most {
		a.t.Errorf("%d bytes were printed, more than %d", size, a.most)
	}
	a.checkPrinted(args)
	after := a.state()
	for _, name := range slices.Sorted(maps.Keys(merge(before, after))) {
		if before[name] != after[name] && !a.mayChange(name) {
			a.t.Errorf("%s was changed: %s is now %s", name, excerpt(before[name]), excerpt(after[name]))
		}
	}
	for _, name := range a.may {
		if text, err := os.ReadFile(a.path(name)); err == nil {
			checkFile(a.t, name, args, string(text))
		}
	}
	a.may, a.stdin = nil, nil
}

// isWanted compares an exit code with the one that a line names: a number, fails for any but 0, any for what is no failure of the
// program, an interview that a person left included, or any+ for all.
func isWanted(got int, want string) bool {
	switch want {
	case "fails":
		return got != ExitDone
	case "any+":
		return true
	case "any":
		return got < ExitFailure || got == ExitInterrupted
	}
	return strconv.Itoa(got) == want
}

// mayChange reports whether a command may change a file: one that was named, or any in a folder that was named with a slash behind it.
func (a *attacker) mayChange(name string) bool {
	return slices.ContainsFunc(a.may, func(may string) bool {
		return name == may || strings.HasSuffix(may, "/") && strings.HasPrefix(name+"/", may)
	})
}

func merge(a, b map[string]string) map[string]string {
	all := maps.Clone(a)
	maps.Copy(all, b)
	return all
}

// main runs a command line, and ends the test if it hangs.
func (a *attacker) main(args []string, out, errs *bytes.Buffer) int {
	a.t.Helper()
	ctx, cancel := context.WithTimeout(a.t.Context(), attackTime)
	defer cancel()
	process := Process{
		Streams: terminal.Streams{In: bytes.NewReader(a.stdin), Out: out, Err: errs},
		Env:     func(name string) string { return a.env[name] }, Variables: slices.Collect(maps.Keys(a.env)), Dir: a.dir,
		Now: func() time.Time { return time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC) },
	}
	if a.isTerminal {
		process.Streams.InIsTerminal, process.Streams.OutIsTerminal, process.Streams.ErrIsTerminal = true, true, true
		process.Streams.Columns, process.Streams.Rows = 80, 24
	}
	done := make(chan int, 1)
	go func() { done <- Main(ctx, process, args) }()
	select {
	case code := <-done:
		if ctx.Err() != nil {
			a.t.Errorf("opsfit %q had to be interrupted", args)
		}
		return code
	case <-time.After(2 * attackTime):
		a.t.Fatalf("opsfit %q hangs", args)
	}
	return -1
}

// state tells everything in the folders of the attack, by the names that it uses itself: those in the first working directory by
// their relative names.
func (a *attacker) state() map[string]string {
	a.t.Helper()
	work := filepath.Join(a.root, "work") + string(filepath.Separator)
	found := map[string]string{}
	err := filepath.WalkDir(a.root, func(path string, entry fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrPermission) {
			return nil
		}
		if err != nil {
			return err
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		tells := info.Mode().String()
		switch {
		case info.Mode().IsRegular():
			text, _ := os.ReadFile(path) // an unreadable one is told by its mode
			tells += fmt.Sprint(" ", info.ModTime().UnixNano(), " ", string(text[:min(len(text), 1000)]))
		case info.Mode()&fs.ModeSymlink != 0:
			to, _ := os.Readlink(path)
			tells += " " + to
		}
		if !entry.IsDir() || entry.Name() != ".git" {
			found[strings.TrimPrefix(strings.TrimPrefix(path, work), a.root+string(filepath.Separator))] = tells
		}
		return nil
	})
	a.must(err)
	return found
}

// attackWords takes a line apart: words between blanks, with parts 'as they are', "as in Go", and N*"text" for a text so many times. A
// name behind $ outside of quotes 'as they are' stands for its value.
func attackWords(line string, values map[string]string) ([]string, error) {
	var words []string
	rest := strings.TrimSpace(line)
	for rest != "" {
		word, after, err := attackWord(rest, values)
		if err != nil {
			return nil, err
		}
		words = append(words, word)
		rest = strings.TrimLeft(after, " \t")
	}
	return words, nil
}

// attackWord returns the first word of a line, which parts in different quotes may make up.
func attackWord(line string, values map[string]string) (word, rest string, err error) {
	for line != "" && line[0] != ' ' && line[0] != '\t' {
		part, after, isLiteral, err := attackPart(line)
		if err != nil {
			return "", "", err
		}
		for from, to := range values {
			if !isLiteral {
				part = strings.ReplaceAll(part, "$"+from, to)
			}
		}
		word, line = word+part, after
	}
	return word, line, nil
}

// attackPart returns the first part of a word, and whether it is taken as it is.
func attackPart(line string) (part, rest string, isLiteral bool, err error) {
	if times, quoted := repeated(line); times > 0 {
		part, rest, isLiteral, err = attackPart(quoted)
		return strings.Repeat(part, times), rest, isLiteral, err
	}
	switch line[0] {
	case '\'':
		part, rest, isClosed := strings.Cut(line[1:], "'")
		if !isClosed {
			return "", "", false, errors.New("a quote is not closed")
		}
		return part, rest, true, nil
	case '"':
		quoted, err := strconv.QuotedPrefix(line)
		if err != nil {
			return "", "", false, err
		}
		part, err = strconv.Unquote(quoted)
		return part, line[len(quoted):], false, err
	}
	at := strings.IndexAny(line[1:], " \t'\"")
	if at < 0 {
		at = len(line) - 1
	}
	part, rest = line[:at+1], line[at+1:]
	if number := strings.TrimRight(part, "*"); number+"*" == part && rest != "" && rest[0] == '"' {
		digits := len(number) - len(strings.TrimRight(number, "0123456789"))
		part, rest = number[:len(number)-digits], number[len(number)-digits:]+"*"+rest
	}
	return part, rest, false, nil
}

// repeated returns how often the quoted text that a line begins with is meant; 0 for once, without a number before it.
func repeated(line string) (times int, quoted string) {
	number, quoted, _ := strings.Cut(line, "*")
	if times, err := strconv.Atoi(number); err == nil && strings.HasPrefix(quoted, `"`) {
		return times, quoted
	}
	return 0, ""
}
