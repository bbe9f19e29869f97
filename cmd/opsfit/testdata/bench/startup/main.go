// Startup measures whole processes for `make bench`: opsfit's start against a hello-world cobra binary, an assessment against that
// start, and how long it takes until the interview asks. It prints each figure beside its target and never fails because of a
// figure: a busy machine is no fault of the code.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"
)

// subject is one command line to measure.
type subject struct {
	name string
	argv []string
}

// figure is what was measured of a subject.
type figure struct {
	wall         time.Duration // median over the runs
	instructions string        // a total, or why there is none
}

func main() {
	opsfit := flag.String("opsfit", "", "path of the opsfit binary")
	hello := flag.String("hello", "", "path of the hello-world cobra binary")
	answers := flag.String("answers", "", "answers file to assess")
	runs := flag.Int("runs", 60, "runs of each command, in turn")
	flag.Parse()

	subjects := []subject{
		{"hello", []string{*hello}},
		{"version", []string{*opsfit, "version"}},
		{"assess", []string{*opsfit, "assess", "-a", *answers, "-f", "json"}},
	}
	figures, err := measure(subjects, max(*runs, 40))
	if err != nil {
		fmt.Fprintln(os.Stderr, "startup:", err)
		os.Exit(1)
	}
	asked, err := prompts(*opsfit, max(*runs, 40))
	if err != nil {
		fmt.Fprintln(os.Stderr, "startup:", err)
		os.Exit(1)
	}
	fmt.Print(table(*answers, figures[0], figures[1], figures[2]))
	fmt.Print(asked.rows())
}

// measure runs the subjects in turn, so that a change in the machine's load meets all of them alike.
func measure(subjects []subject, runs int) ([]figure, error) {
	walls := make([][]time.Duration, len(subjects))
	for range runs {
		for i, s := range subjects {
			wall, err := once(s)
			if err != nil {
				return nil, err
			}
			walls[i] = append(walls[i], wall)
		}
	}
	figures := make([]figure, len(subjects))
	for i, s := range subjects {
		figures[i] = figure{wall: median(walls[i]), instructions: instructions(s)}
	}
	return figures, nil
}

func once(s subject) (time.Duration, error) {
	cmd := exec.Command(s.argv[0], s.argv[1:]...)
	var stderr strings.Builder
	cmd.Stderr = &stderr
	start := time.Now()
	if err := cmd.Run(); err != nil {
		return 0, fmt.Errorf("%s: %w\n%s", s.name, err, stderr.String())
	}
	return time.Since(start), nil
}

// instructions is the median of three counts by callgrind: the figure that depends least on what else the machine does. It is a text
// because a missing count says why it is missing.
func instructions(s subject) string {
	if _, err := exec.LookPath("valgrind"); err != nil {
		return "skipped: valgrind is not installed"
	}
	counts := make([]int64, 3)
	for i := range counts {
		n, err := count(s)
		if err != nil {
			return "not counted: " + err.Error()
		}
		counts[i] = n
	}
	slices.Sort(counts)
	return fmt.Sprintf("%.2f M", float64(counts[1])/1e6)
}

// count switches Go's asynchronous preemption off: its signals nest on a busy machine, and callgrind 3.19 dies of an assertion then.
func count(s subject) (int64, error) {
	args := append([]string{"--tool=callgrind", "--callgrind-out-file=/dev/null"}, s.argv...)
	var stderr strings.Builder
	cmd := exec.Command("valgrind", args...)
	cmd.Env = append(os.Environ(), "GODEBUG=asyncpreemptoff=1")
	cmd.Stderr = &stderr
	if err := cmd.Run(); err != nil {
		return 0, fmt.Errorf("valgrind: %w", err)
	}
	collected := regexp.MustCompile(`Collected : (\d+)`).FindStringSubmatch(stderr.String())
	if collected == nil {
		return 0, errors.New("valgrind printed no total")
	}
	return strconv.ParseInt(collected[1], 10, 64)
}

// table lays the figures out beside their targets.
func table(answers string, hello, version, assess figure) string {
	var b strings.Builder
	row := func(name, left, right string) { fmt.Fprintf(&b, "%-24s%-40s%s\n", name, left, right) }
	fmt.Fprintf(&b, "\nWhole processes on %s/%s, medians; assess reads %s and writes JSON.\n\n", runtime.GOOS, runtime.GOARCH, answers)
	row("", "wall", "instructions")
	row("hello-world cobra", millis(hello.wall), hello.instructions)
	row("opsfit version", millis(version.wall), version.instructions)
	row("opsfit assess", millis(assess.wall), assess.instructions)
	b.WriteString("\n")
	row("", "measured", "target")
	row("version, instructions", version.instructions, "at most 3.00 M (linux/amd64)")
	row("version / hello, wall", fmt.Sprintf("%.2f", float64(version.wall)/float64(hello.wall)), "at most 2")
	row("assess - version, wall", millis(assess.wall-version.wall), "at most 10 ms")
	return b.String()
}

func millis(d time.Duration) string {
	return fmt.Sprintf("%.2f ms", float64(d.Microseconds())/1000)
}
