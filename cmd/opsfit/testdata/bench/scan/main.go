// Scan measures `opsfit scan` on one repository for `make bench-scan REPO=…`, against git log printing the same fields of all commits
// behind HEAD into a pipe, which is the least that any reader of the history has to wait for. A scan also reads the tags and those files
// whose content decides, so a short history beside many files takes it longer. It prints each figure beside its target and never
// fails because of a figure: a busy machine is no fault of the code.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"time"
)

// fields are those that a scan reads of each commit.
const fields = "--format=tformat:%P%x00%at%x00%ct%x00%an%x00%ae%x00%B%x00"

// usage is what one run of a program took.
type usage struct {
	wall, cpu time.Duration
}

func main() {
	opsfit := flag.String("opsfit", "", "path of the opsfit binary")
	repo := flag.String("repo", ".", "repository to scan")
	runs := flag.Int("runs", 7, "runs of each command, in turn")
	flag.Parse()

	commands := [][]string{
		{"git", "-C", *repo, "log", "--encoding=UTF-8", fields, "HEAD"},
		{*opsfit, "scan", *repo, "--format", "json"},
	}
	medians, err := measure(commands, *runs)
	if err != nil {
		fmt.Fprintln(os.Stderr, "scan:", err)
		os.Exit(1)
	}
	commits, err := exec.Command("git", "-C", *repo, "rev-list", "--count", "HEAD").Output()
	if err != nil {
		fmt.Fprintln(os.Stderr, "scan:", err)
		os.Exit(1)
	}
	fmt.Print(table(*repo, strings.TrimSpace(string(commits)), *runs, medians[0], medians[1]))
}

// measure runs the commands in turn, so that a change in the machine's load meets both alike. The first round only warms up.
func measure(commands [][]string, runs int) ([]usage, error) {
	walls, cpus := make([][]time.Duration, len(commands)), make([][]time.Duration, len(commands))
	for round := range runs + 1 {
		for i, argv := range commands {
			used, err := once(argv)
			if err != nil {
				return nil, err
			}
			if round > 0 {
				walls[i], cpus[i] = append(walls[i], used.wall), append(cpus[i], used.cpu)
			}
		}
	}
	medians := make([]usage, len(commands))
	for i := range commands {
		slices.Sort(walls[i])
		slices.Sort(cpus[i])
		medians[i] = usage{wall: walls[i][runs/2], cpu: cpus[i][runs/2]}
	}
	return medians, nil
}

func once(argv []string) (usage, error) {
	cmd := exec.Command(argv[0], argv[1:]...)
	var stderr strings.Builder
	cmd.Stderr = &stderr
	pipe, err := cmd.StdoutPipe()
	if err != nil {
		return usage{}, err
	}
	start := time.Now()
	if err := cmd.Start(); err != nil {
		return usage{}, err
	}
	if _, err := io.Copy(io.Discard, pipe); err != nil {
		return usage{}, err
	}
	if err := cmd.Wait(); err != nil {
		return usage{}, fmt.Errorf("%s: %w\n%s", argv[0], err, stderr.String())
	}
	return usage{wall: time.Since(start), cpu: cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()}, nil
}

// table lays the figures out beside their target.
func table(repo, commits string, runs int, base, scan usage) string {
	var b strings.Builder
	row := func(name, wall, cpu string) { fmt.Fprintf(&b, "%-36s%-16s%s\n", name, wall, cpu) }
	fmt.Fprintf(&b, "\n%s, %s commits, medians of %d runs in turn.\n\n", repo, commits, runs)
	row("", "wall", "processor")
	row("git log, the same fields", millis(base.wall), millis(base.cpu))
	row("opsfit scan", millis(scan.wall), millis(scan.cpu))
	b.WriteString("\n")
	row("", "measured", "target")
	row("scan, wall", millis(scan.wall), "at most "+millis(base.wall*12/10)+" (1.2 x git log)")
	return b.String()
}

func millis(d time.Duration) string {
	return fmt.Sprintf("%.0f ms", float64(d.Microseconds())/1000)
}
