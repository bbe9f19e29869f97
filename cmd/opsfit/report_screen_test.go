//go:build linux || darwin

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// atTerminal returns what the program writes at a terminal of a size with a pager, and its exit code.
func atTerminal(t *testing.T, dir, pager string, columns, rows int, args ...string) (lines []string, code int) {
	t.Helper()
	p := openedAs(t, os.DevNull, func(cmd *exec.Cmd) {
		command := fmt.Sprintf(`stty cols %d rows %d <&2 && exec opsfit "$@" >&2`, columns, rows)
		shell, err := exec.LookPath("sh")
		if err != nil {
			t.Skip("there is no shell")
		}
		cmd.Path, cmd.Args = shell, append([]string{"sh", "-c", command, "sh"}, args...)
		cmd.Dir, cmd.Env = dir, append(cmd.Env, "OPSFIT_PAGER="+pager)
	})
	code = p.wait()
	written, _, _ := strings.Cut(p.raw.String(), "\x1b]2;") // what wait adds
	return strings.Split(strings.TrimSuffix(strings.ReplaceAll(written, "\r\n", "\n"), "\n"), "\n"), code
}

// reportSamples returns a folder with answers and a saved result.
func reportSamples(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, sample := range map[string]string{
		"shop.yaml": "answers/web-shop.yaml", "hospital.yaml": "answers/hospital.yaml", "dora.yaml": "answers/dora-web-shop.yaml",
		"ines.yaml": "team/developer-1.yaml", "oli.yaml": "team/operations-1.yaml",
	} {
		text, err := os.ReadFile(filepath.Join("../../testdata", sample))
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, name), text, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	assess := exec.CommandContext(t.Context(), "opsfit", "assess", "-a", "shop.yaml", "-o", "shop.json")
	assess.Dir = dir
	if out, err := assess.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return dir
}

// TestReportsAreOneScreen holds that the report of every command fits the terminal with a line left for the shell, and ends with the
// command that shows all.
func TestReportsAreOneScreen(t *testing.T) {
	if testing.Short() {
		t.Skip("runs every report in turn")
	}
	t.Parallel()
	dir := reportSamples(t)
	for _, args := range [][]string{
		{"assess", "-a", "shop.yaml"},
		{"assess", "-a", "shop.yaml", "--what-if", "approval=board"},
		{"assess", "-a", "dora.yaml"},
		{"report", "shop.json"},
		{"plan", "-a", "shop.yaml"},
		{"team", "ines.yaml", "oli.yaml"},
		{"portfolio", "."},
		{"compare", "shop.yaml", "hospital.yaml"},
		{"trend", "shop.yaml", "hospital.yaml", "--across"},
	} {
		for _, size := range [][2]int{{80, 24}, {40, 15}} {
			lines, code := atTerminal(t, dir, "cat", size[0], size[1], args...)
			rows := 0
			for _, line := range lines {
				rows += max(1, (ansi.StringWidth(line)+size[0]-1)/size[0])
			}
			if code != 0 || rows >= size[1] {
				t.Errorf("%v on %dx%d: exit code %d, %d rows:\n%s", args, size[0], size[1], code, rows, strings.Join(lines, "\n"))
			}
			if last := lines[len(lines)-1]; !strings.Contains(last, "--full") {
				t.Errorf("%v on %dx%d ends with %q", args, size[0], size[1], last)
			}
		}
	}
}

// TestAllOfAReport holds that --full shows all, through the person's pager, and that the pager changes no exit code.
func TestAllOfAReport(t *testing.T) {
	t.Parallel()
	dir := reportSamples(t)
	if lines, code := atTerminal(t, dir, "cat", 80, 24, "assess", "-a", "shop.yaml", "--full"); code != 0 || len(lines) < 200 {
		t.Errorf("--full: exit code %d, %d lines", code, len(lines))
	}
	program := filepath.Join(dir, "pager")
	if err := os.WriteFile(program, []byte("#!/bin/sh\nhead -n 1\necho and more"), 0o700); err != nil {
		t.Fatal(err)
	}
	lines, code := atTerminal(t, dir, program, 80, 24, "assess", "-a", "shop.yaml", "--full", "--gate", "fit >= 99")
	if code != 1 || len(lines) != 3 || lines[1] != "and more" || lines[2] != "opsfit: the gate is not met: fit >= 99" {
		t.Errorf("a pager: exit code %d, %q", code, lines)
	}
}
