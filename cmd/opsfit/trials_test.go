//go:build linux || darwin

package main

import (
	"bytes"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// trials is how many runs `make trials` kills. These tests take minutes, so they do not run without it.
var trials = flag.Int("trials", 0, "kill so many runs at random moments, and lead two fifths as many interviews by random keys")

// TestTrialsOfKills kills runs at random moments, in four ways of using the program: each file is then the old or the new one, and of
// an interview only the answer that was being typed is lost.
func TestTrialsOfKills(t *testing.T) {
	t.Parallel()
	for name, trial := range map[string]func(*testing.T, *rand.Rand){
		"full screen": func(t *testing.T, random *rand.Rand) {
			draft := filepath.Join(t.TempDir(), "draft.yaml")
			at := killedScreen(t, draft, random)
			holdsAnswers(t, draft, at-1)
		},
		"plain":     killedPlain,
		"assess":    killedWrite("assess", "-a", sampleFile("web-shop.yaml")),
		"portfolio": killedWrite("portfolio", filepath.Dir(sampleFile("web-shop.yaml")), filepath.Dir(sampleFile("web-shop.yaml"))),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			random := rand.New(rand.NewPCG(uint64(len(name)), 1))
			for n := range *trials / 4 {
				t.Run(strconv.Itoa(n), func(t *testing.T) { trial(t, random) })
			}
		})
	}
}

func sampleFile(name string) string {
	path, err := filepath.Abs(filepath.Join("..", "..", "testdata", "answers", name))
	if err != nil {
		panic(err)
	}
	return path
}

// holdsAnswers holds that a draft is a whole answers file with at least so many answers; it may be missing before the first.
func holdsAnswers(t *testing.T, draft string, least int) {
	t.Helper()
	if _, err := os.Stat(draft); os.IsNotExist(err) && least <= 0 {
		return
	}
	if out, err := exec.CommandContext(t.Context(), "opsfit", "answers", "lint", draft).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if n := saved(t, draft); n < least {
		t.Fatalf("%d answers in the draft, want %d", n, least)
	}
}

// killedPlain kills an interview line by line while answers arrive.
func killedPlain(t *testing.T, random *rand.Rand) {
	draft := filepath.Join(t.TempDir(), "draft.yaml")
	p := opened(t, os.DevNull, "assess", "-q", "quick", "--plain", "--save", draft)
	p.steps("Service", "\r\r\r"+strings.Repeat("1\r", random.IntN(14)))
	time.Sleep(time.Duration(random.IntN(400)) * time.Millisecond)
	if err := p.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	p.wait()
	at := 0
	for _, asked := range regexp.MustCompile(`Question (\d+) of`).FindAllStringSubmatch(p.raw.String(), -1) {
		at, _ = strconv.Atoi(asked[1])
	}
	holdsAnswers(t, draft, at-1)
}

// killedWrite kills a command that writes three reports over earlier ones.
func killedWrite(args ...string) func(*testing.T, *rand.Rand) {
	return func(t *testing.T, random *rand.Rand) {
		dir := t.TempDir()
		names := []string{"r.html", "r.json", "r.md"}
		run := func(stop time.Duration) {
			all := slices.Clone(args)
			for _, name := range names {
				all = append(all, "-o", name)
			}
			cmd := exec.CommandContext(t.Context(), "opsfit", all...)
			cmd.Dir = dir
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			if stop >= 0 {
				time.Sleep(stop)
				_ = cmd.Process.Kill() // it may have ended
			}
			_ = cmd.Wait()
		}
		begin := time.Now() //nolint:forbidigo // To know when to kill, not to judge how long it took.
		run(-1)
		took := time.Since(begin)
		wanted := map[string][]byte{}
		for _, name := range names {
			text, err := os.ReadFile(filepath.Join(dir, name))
			if err != nil {
				t.Fatal(err)
			}
			wanted[name] = text
			if err := os.WriteFile(filepath.Join(dir, name), []byte("the old one"), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		run(time.Duration(random.Int64N(int64(took) + 1)))
		holdsOldOrNew(t, dir, wanted)
	}
}

func holdsOldOrNew(t *testing.T, dir string, wanted map[string][]byte) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, entry := range entries {
		text, err := os.ReadFile(filepath.Join(dir, entry.Name()))
		switch want := wanted[entry.Name()]; {
		case err != nil:
			t.Error(err)
		case want == nil && !regexp.MustCompile(`^\.r\.(html|json|md)\.[0-9a-z]+\.tmp$`).MatchString(entry.Name()):
			t.Errorf("%s was made", entry.Name())
		case want != nil && string(text) != "the old one" && !bytes.Equal(text, want):
			t.Errorf("%s is neither the old nor the new one: %d bytes", entry.Name(), len(text))
		case want != nil:
			seen++
		}
	}
	if seen != len(wanted) {
		t.Errorf("%d of %d files are there", seen, len(wanted))
	}
}

// TestTrialsOfKeys leads interviews by random keys: none fails inside, each ends by ctrl+c with the terminal as it was, and leaves a
// draft that can be read.
func TestTrialsOfKeys(t *testing.T) {
	t.Parallel()
	for n := range *trials * 2 / 5 {
		t.Run(fmt.Sprintf("seed %d", n), func(t *testing.T) {
			draft := filepath.Join(t.TempDir(), "draft.yaml")
			random := rand.New(rand.NewPCG(uint64(n), 3))
			args := []string{"assess", "-q", []string{"quick", "full", "dora"}[n%3], "--save", draft}
			if n%4 == 3 {
				args = append(args, "--plain")
			}
			p := opened(t, os.DevNull, args...)
			p.steps("", "")
			for range 20 + random.IntN(100) {
				pressRandom(p, random)
			}
			p.leaveByForce()
			p.isRestored()
			for _, failure := range []string{"panic", "goroutine", "internal failure", "runtime error"} {
				if strings.Contains(p.raw.String(), failure) {
					t.Errorf("%s:\n%s", failure, p.screen)
				}
			}
			holdsAnswers(t, draft, 0)
		})
	}
}

// pressRandom presses a key, or pastes, or changes the size of the window.
func pressRandom(p *person, random *rand.Rand) {
	keys := []string{
		"\r", "\r", "\r", "1", "1", "2", "3", "4", "9", "0", "d", "s", "x", "n", "b", "o", "/", "?", "e", "u", "p", "w", "j", "k", " ", "\t", "\x1b",
		"\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[H", "\x1b[F", "\x1b[5~", "\x1b[6~", "\x1b[Z", "\x7f", "\x15", "\x17", "\x01", "\x05", "\x0b",
		"text", "é漢👩‍👩‍👧", "\x1b[200~pasted\nlines\x1b[2J\x1b[201~", "\x1b[200~", "\xff\xfe", "\x00", "\x1b[", "\x1b[999;999R", "\x1b]0;t\a", "back\r",
		"help\r", "note\r", "-\r", "y\r", "\x02", "\x0c", "\x1b[<0;10;10M", strings.Repeat("x", 3000),
	}
	if random.IntN(12) == 0 {
		p.resize(1+random.IntN(120), 1+random.IntN(50))
	}
	key := keys[random.IntN(len(keys))]
	p.t.Logf("%q", key[:min(len(key), 20)])
	_, _ = p.tty.WriteString(key) // it may have ended by now
	time.Sleep(time.Duration(random.IntN(6)) * time.Millisecond)
}

// leaveByForce presses ctrl+c until the program has ended.
func (p *person) leaveByForce() {
	p.t.Helper()
	ended := make(chan struct{})
	go func() {
		for {
			select {
			case <-ended:
				return
			case <-time.After(150 * time.Millisecond):
				_, _ = p.tty.WriteString("\x1b[201~\x03\x03") // in a paste that nothing ends it would be text
			}
		}
	}()
	code := p.wait()
	close(ended)
	if !slices.Contains([]int{0, 1, 3, 130}, code) {
		p.t.Errorf("exit code %d; the terminal shows:\n%s", code, p.screen)
	}
}
