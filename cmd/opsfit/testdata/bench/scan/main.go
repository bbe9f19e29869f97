// Scan measures `opsfit scan` on one repository for `make bench-scan REPO=…`, against git log printing the same fields of all commits
// behind HEAD into a pipe, which is the least that any reader of the history has to wait for, and into a file, where nobody reads them.
// A scan also reads the tags and those files whose content decides, so a short history beside many files takes it longer. It prints
// each figure beside its target and never fails because of a figure: a busy machine is no fault of the code.
package main

import (
	"errors"
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

	log := []string{"git", "-C", *repo, "log", "--encoding=UTF-8", fields, "HEAD"}
	medians, err := measure([]command{{log, false}, {log, true}, {[]string{*opsfit, "scan", *repo, "--format", "json"}, false}}, *runs)
	if err != nil {
		fmt.Fprintln(os.Stderr, "scan:", err)
		os.Exit(1)
	}
	commits, err := exec.Command("git", "-C", *repo, "rev-list", "--count", "HEAD").Output()
	if err != nil {
		fmt.Fprintln(os.Stderr, "scan:", err)
		os.Exit(1)
	}
	fmt.Print(table(*repo, strings.TrimSpace(string(commits)), *runs, medians))
}

// command is a program with its arguments, whose output goes into a file or else into a pipe.
type command struct {
	argv   []string
	toFile bool
}

// measure runs the commands in turn, so that a change in the machine's load meets both alike. The first round only warms up.
func measure(commands []command, runs int) ([]usage, error) {
	walls, cpus := make([][]time.Duration, len(commands)), make([][]time.Duration, len(commands))
	for round := range runs + 1 {
		for i, one := range commands {
			used, err := one.run()
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

func (c command) run() (usage, error) {
	cmd := exec.Command(c.argv[0], c.argv[1:]...)
	var stderr strings.Builder
	cmd.Stderr = &stderr
	// A writer that is no file gets the output through a pipe.
	cmd.Stdout = struct{ io.Writer }{io.Discard}
	if c.toFile {
		file, err := os.CreateTemp("", "bench-scan")
		if err != nil {
			return usage{}, err
		}
		defer func() { _ = errors.Join(file.Close(), os.Remove(file.Name())) }()
		cmd.Stdout = file
	}
	start := time.Now()
	if err := cmd.Run(); err != nil {
		return usage{}, fmt.Errorf("%s: %w\n%s", c.argv[0], err, stderr.String())
	}
	return usage{wall: time.Since(start), cpu: cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()}, nil
}

// table lays the figures out beside their target.
func table(repo, commits string, runs int, medians []usage) string {
	pipe, file, scan := medians[0], medians[1], medians[2]
	ratio := func(base usage) string { return fmt.Sprintf("%.2f", scan.wall.Seconds()/base.wall.Seconds()) }
	var b strings.Builder
	row := func(name, wall, cpu string) { fmt.Fprintf(&b, "%-36s%-16s%s\n", name, wall, cpu) }
	fmt.Fprintf(&b, "\n%s, %s commits, medians of %d runs in turn.\n\n", repo, commits, runs)
	row("", "wall", "processor")
	row("git log into a pipe", millis(pipe.wall), millis(pipe.cpu))
	row("git log into a file", millis(file.wall), millis(file.cpu))
	row("opsfit scan", millis(scan.wall), millis(scan.cpu))
	b.WriteString("\n")
	row("", "measured", "target")
	row("scan / git log into a pipe, wall", ratio(pipe), "at most 1.20")
	row("scan / git log into a file, wall", ratio(file), "")
	return b.String()
}

func millis(d time.Duration) string {
	return fmt.Sprintf("%.0f ms", float64(d.Microseconds())/1000)
}
