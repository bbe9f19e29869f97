//go:build linux || darwin

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// monthly is a repository with a release every four weeks.
func monthly(t *testing.T) string {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("there is no git here")
	}
	dir := filepath.Join(t.TempDir(), "shop.git")
	var stream strings.Builder
	for i := range 12 {
		at := 1_767_268_800 + i*28*24*60*60
		fmt.Fprintf(&stream, "commit refs/heads/main\nmark :%d\ncommitter Ada <ada@example.com> %d +0000\ndata 1\nx\n", i+1, at)
		fmt.Fprintf(&stream, "reset refs/tags/v1.%d.0\nfrom :%d\n\n", i, i+1)
	}
	for _, args := range [][]string{{"init", "--quiet", "--bare", "--initial-branch=main", dir}, {"-C", dir, "fast-import", "--quiet"}} {
		cmd := exec.CommandContext(t.Context(), "git", args...)
		cmd.Env = append(os.Environ(), "GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL="+os.DevNull)
		cmd.Stdin = strings.NewReader(stream.String())
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
	return dir
}

// TestScreenWitness answers beside a repository: the review lists what differs, and the answer is changed from there.
func TestScreenWitness(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	draft, report := filepath.Join(dir, "shop.yaml"), filepath.Join(dir, "report.txt")
	p := opened(t, report, "assess", "-q", "dora", "--save", draft, "--evidence", monthly(t))
	p.steps(
		"What is this about?", "shop\r",
		"Who answers?", "\r\r",
		"› Begin", "\r",
		"1 of 5", "d",
		"2 of 5", "6", // on demand
		"3 of 5", "d",
		"4 of 5", "d",
		"5 of 5", "d",
		"The repository shows: There were 12 releases", "\x1b[B\r", // down: to the answer that differs
		"2 of 5", "3", // once a week to once a month
		"Finish and show the report", "\r",
	)
	if code := p.wait(); code != 0 {
		t.Errorf("exit code %d, want 0; the terminal shows:\n%s", code, p.screen)
	}
	p.isRestored()
	for file, want := range map[string]string{
		draft: "deploy_frequency: w1_m1", report: "The repository agrees with 1 answer: Deployment frequency.",
	} {
		if text, err := os.ReadFile(file); err != nil || !strings.Contains(string(text), want) {
			t.Errorf("%s does not have %q: %v\n%s", file, want, err, text)
		}
	}
}
