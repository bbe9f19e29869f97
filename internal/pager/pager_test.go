package pager

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
)

func lookup(pairs map[string]string) func(string) (string, bool) {
	return func(name string) (string, bool) {
		value, ok := pairs[name]
		return value, ok
	}
}

func TestCommand(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		set  map[string]string
		want []string
	}{
		{nil, []string{"less"}},
		{map[string]string{"PAGER": "most -s"}, []string{"most", "-s"}},
		{map[string]string{"PAGER": "most", Variable: "less -S"}, []string{"less", "-S"}},
		{map[string]string{"PAGER": "most", Variable: ""}, nil},
		{map[string]string{"PAGER": "cat"}, nil},
	} {
		p := &Pager{Lookup: lookup(test.set)}
		if got := p.command(); !slices.Equal(got, test.want) {
			t.Errorf("%v: %q, want %q", test.set, got, test.want)
		}
	}
}

// shown returns what a pager showed of a text, with the variables set and PATH as it is.
func shown(t *testing.T, set map[string]string) (string, bool) {
	t.Helper()
	out, err := os.Create(filepath.Join(t.TempDir(), "out"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = out.Close() }()
	started := false
	p := &Pager{Lookup: lookup(set), Out: out, Err: out, Started: func() { started = true }}
	did := p.Show(t.Context(), []byte("a text\n"))
	if did != started {
		t.Errorf("shown %v, started %v", did, started)
	}
	text, err := os.ReadFile(out.Name())
	if err != nil {
		t.Fatal(err)
	}
	return string(text), did
}

// program writes a shell script.
func program(t *testing.T, dir, name, script string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("Windows runs no shell scripts")
	}
	if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"+script), 0o700); err != nil {
		t.Fatal(err)
	}
}

func TestShow(t *testing.T) {
	dir := t.TempDir()
	program(t, dir, "less", `echo "$LESS $*"; while read -r line; do echo "$line"; done`)
	t.Setenv("PATH", dir)
	t.Setenv("LESS", "")
	for _, test := range []struct {
		set  map[string]string
		want string
		did  bool
	}{
		{nil, "FRX \na text\n", true},
		{map[string]string{"LESS": ""}, " \na text\n", true},
		{map[string]string{"PAGER": "less -S; touch x"}, "FRX -S; touch x\na text\n", true},
		{map[string]string{"PAGER": "absent"}, "", false},
		{map[string]string{"PAGER": ""}, "", false},
	} {
		if got, did := shown(t, test.set); got != test.want || did != test.did {
			t.Errorf("%v: %q, %v, want %q", test.set, got, did, test.want)
		}
	}
}

// TestShowTakesNothingFromTheFolder holds that a repository that somebody sent cannot bring its own pager.
func TestShowTakesNothingFromTheFolder(t *testing.T) {
	dir := t.TempDir()
	program(t, dir, "less", "echo from here")
	t.Chdir(dir)
	for _, path := range []string{".", "", dir + "/none:.:"} {
		t.Setenv("PATH", path)
		for _, pager := range []string{"less", "./less"} {
			if got, did := shown(t, map[string]string{"PAGER": pager}); got != "" || did {
				t.Errorf("PATH=%q, PAGER=%q: %q, %v", path, pager, got, did)
			}
		}
	}
}
