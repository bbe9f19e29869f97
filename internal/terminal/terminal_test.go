package terminal_test

import (
	"os"
	"runtime"
	"testing"

	"github.com/opsfit/opsfit/internal/terminal"
)

func env(pairs ...string) terminal.Env {
	values := map[string]string{}
	for i := 0; i < len(pairs); i += 2 {
		values[pairs[i]] = pairs[i+1]
	}
	return func(name string) string { return values[name] }
}

func TestWidth(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name    string
		streams terminal.Streams
		env     terminal.Env
		want    int
	}{
		{"nothing known", terminal.Streams{}, env(), 80},
		{"the terminal's own", terminal.Streams{Columns: 133}, env(), 133},
		{"COLUMNS wins", terminal.Streams{Columns: 133}, env("COLUMNS", "52"), 52},
		{"COLUMNS is not a number", terminal.Streams{Columns: 133}, env("COLUMNS", "wide"), 133},
		{"COLUMNS is zero", terminal.Streams{}, env("COLUMNS", "0"), 80},
	}
	for _, test := range tests {
		if got := test.streams.Width(test.env); got != test.want {
			t.Errorf("%s: %d columns, want %d", test.name, got, test.want)
		}
	}
}

func TestColor(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name       string
		isTerminal bool
		env        terminal.Env
		want       bool
	}{
		{"a terminal", true, env("TERM", "xterm"), true},
		{"a pipe", false, env("TERM", "xterm"), false},
		{"NO_COLOR", true, env("NO_COLOR", "1"), false},
		{"NO_COLOR is empty", true, env("NO_COLOR", "", "TERM", "xterm"), true},
		{"a terminal that does not say what it is", true, env(), runtime.GOOS == "windows"},
		{"CLICOLOR_FORCE in a pipe", false, env("CLICOLOR_FORCE", "1"), true},
		{"CLICOLOR_FORCE is 0", false, env("CLICOLOR_FORCE", "0"), false},
		{"NO_COLOR wins over CLICOLOR_FORCE", true, env("NO_COLOR", "1", "CLICOLOR_FORCE", "1"), false},
		{"CLICOLOR is 0", true, env("CLICOLOR", "0", "TERM", "xterm"), false},
		{"a dumb terminal", true, env("TERM", "dumb"), false},
	}
	for _, test := range tests {
		if got := terminal.Color(test.isTerminal, test.env); got != test.want {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}

func TestASCII(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("Windows terminals say nothing in the environment")
	}
	tests := []struct {
		name       string
		isTerminal bool
		env        terminal.Env
		want       bool
	}{
		{"UTF-8", true, env("LANG", "en_GB.UTF-8"), false},
		{"utf8", true, env("LC_ALL", "C.utf8"), false},
		{"Latin-1", true, env("LANG", "de_DE.ISO-8859-1"), true},
		{"no locale", true, env(), true},
		{"LC_ALL wins", true, env("LC_ALL", "C", "LANG", "en_GB.UTF-8"), true},
		{"LC_CTYPE wins over LANG", true, env("LC_CTYPE", "en_GB.UTF-8", "LANG", "C"), false},
		{"dumb", true, env("LANG", "en_GB.UTF-8", "TERM", "dumb"), true},
		{"the console of Linux", true, env("LANG", "en_GB.UTF-8", "TERM", "linux"), true},
		{"a pipe is UTF-8 everywhere", false, env("LANG", "C"), false},
	}
	for _, test := range tests {
		if got := terminal.ASCII(test.isTerminal, test.env); got != test.want {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}

func TestHues(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]bool{
		"xterm-256color": true, "xterm": true, "screen": true, "tmux-256color": true, "alacritty": true, "": true,
		"linux": false, "vt220": false, "ansi": false, "xterm-16color": false,
	} {
		if got := terminal.Hues(env("TERM", name)); got != want {
			t.Errorf("%q: %v, want %v", name, got, want)
		}
	}
}

func TestSpoken(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		isTerminal bool
		env        terminal.Env
		want       bool
	}{
		{true, env("TERM", "xterm"), false},
		{true, env("TERM", "dumb"), true},
		{false, env("TERM", "dumb"), false},
		{true, env("ACCESSIBLE", "1"), true},
		{false, env("ACCESSIBLE", "1"), true},
		{true, env("ACCESSIBLE", "0", "TERM", "dumb"), false},
	} {
		if got := terminal.Spoken(test.isTerminal, test.env); got != test.want {
			t.Errorf("%+v: %v, want %v", test, got, test.want)
		}
	}
}

// TestFilesAreNoTerminals proves that what is no terminal is not taken for one.
func TestFilesAreNoTerminals(t *testing.T) {
	t.Parallel()
	file, err := os.CreateTemp(t.TempDir(), "stream")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = file.Close() })
	streams := terminal.FromFiles(file, file, file)
	if streams.InIsTerminal || streams.OutIsTerminal || streams.ErrIsTerminal || streams.Columns != 0 {
		t.Errorf("%+v", streams)
	}
}
