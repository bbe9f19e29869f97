// Portfolio measures `opsfit portfolio` for `make bench-portfolio`: it writes the sheets of an invented organisation with a
// fixed seed, and times whole runs on 100, 1,000 and 10,000 of them against plain YAML decoding of the same bytes in one
// process. It prints the figures beside their targets and never fails because of a figure: a busy machine is no fault of
// the code.
package main

import (
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"time"

	"gopkg.in/yaml.v3"

	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/questionnaires"
)

func main() {
	opsfit := flag.String("opsfit", "", "path of the opsfit binary")
	seed := flag.Uint64("seed", 1, "seed of the organisation")
	keep := flag.String("keep", "", "write to this folder and measure nothing")
	sheets := flag.Int("sheets", 1000, "sheets to write with -keep")
	lines := flag.Int("lines", 0, "with -keep, write the lines of so many services in place of sheets")
	day := flag.String("day", "2026-12-01", "day of the lines")
	moved := flag.Bool("moved", false, "lines of a later day: a third of the teams has moved")
	perFile := flag.Int("per-file", 100000, "lines of a file")
	flag.Parse()
	err := error(nil)
	if *lines > 0 {
		err = writeLines(linesOf{
			organisation: organisation{folder: *keep}, seed: *seed, day: *day, perFile: *perFile, moved: *moved,
		}, *lines)
	} else {
		err = run(*opsfit, *keep, *sheets, *seed)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "portfolio:", err)
		os.Exit(1)
	}
}

func run(opsfit, keep string, kept int, seed uint64) error {
	q, err := shipped("full")
	if err != nil {
		return err
	}
	if keep != "" {
		_, err := invented(q, keep, seed).write(kept)
		return err
	}
	fmt.Printf("%8s  %10s  %10s  %8s  %10s  target: ratio at most 2, memory flat; of reports that show all services:\n",
		"sheets", "decoding", "portfolio", "ratio", "memory")
	for _, sheets := range []int{100, 1000, 10000} {
		if err := measure(invented(q, "", seed), opsfit, sheets); err != nil {
			return err
		}
	}
	return nil
}

func writeLines(l linesOf, services int) error {
	q, err := shipped("full")
	if err != nil {
		return err
	}
	l.q = q
	return l.write(services)
}

func invented(q *questionnaire.Questionnaire, folder string, seed uint64) organisation {
	return organisation{q: q, random: rand.New(rand.NewPCG(seed, seed)), folder: folder}
}

// shipped loads a questionnaire of the program.
func shipped(id string) (*questionnaire.Questionnaire, error) {
	source, err := find("", id)
	if err != nil {
		return nil, err
	}
	q, found := questionnaire.Load(source, find)
	if q == nil {
		return nil, found
	}
	return q, nil
}

// find is a questionnaire.Finder among the files of the program, by id or file name.
func find(_, reference string) (questionnaire.Source, error) {
	name := reference
	if filepath.Ext(name) == "" {
		name += ".yaml"
	}
	text, err := questionnaires.Files.ReadFile(name)
	return questionnaire.Source{Name: name, Bytes: text}, err
}

func measure(o organisation, opsfit string, sheets int) error {
	folder, err := os.MkdirTemp("", "organisation")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(folder) }()
	o.folder = folder
	files, err := o.write(sheets)
	if err != nil {
		return err
	}
	decoding, err := decode(files)
	if err != nil {
		return err
	}
	whole, peak, err := portfolio(opsfit, folder, "jsonl")
	if err != nil {
		return err
	}
	fmt.Printf("%8d  %10s  %10s  %8.2f  %7.1f MB", sheets, decoding.Round(time.Millisecond), whole.Round(time.Millisecond),
		whole.Seconds()/decoding.Seconds(), peak)
	for _, format := range []string{"text", "html", "json"} {
		_, peak, err := portfolio(opsfit, folder, format)
		if err != nil {
			return err
		}
		fmt.Printf("  %s %.1f MB", format, peak)
	}
	fmt.Println()
	return nil
}

// counter counts the bytes that it is given and keeps none.
type counter int

func (c *counter) Write(data []byte) (int, error) {
	*c += counter(len(data))
	return len(data), nil
}

// decode reads and decodes every file into plain maps, one after the other: the best of three.
func decode(files []string) (time.Duration, error) {
	best := time.Duration(0)
	for range 3 {
		start := time.Now()
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				return 0, err
			}
			var value any
			if err := yaml.Unmarshal(text, &value); err != nil {
				return 0, err
			}
		}
		if took := time.Since(start); best == 0 || took < best {
			best = took
		}
	}
	return best, nil
}

// portfolio runs the program on the folder: the best time of three and the highest peak of memory in megabytes.
func portfolio(opsfit, folder, format string) (best time.Duration, peak float64, err error) {
	for range 3 {
		var out counter
		cmd := exec.Command(opsfit, "portfolio", folder, "-f", format)
		cmd.Stdout = &out
		// A process counts as its own what the one that starts it holds at that moment.
		debug.FreeOSMemory()
		start := time.Now()
		if err := cmd.Run(); err != nil || out == 0 {
			return 0, 0, errors.Join(errors.New("opsfit portfolio failed"), err)
		}
		if took := time.Since(start); best == 0 || took < best {
			best = took
		}
		peak = max(peak, megabytes(cmd.ProcessState))
	}
	return best, peak, nil
}
