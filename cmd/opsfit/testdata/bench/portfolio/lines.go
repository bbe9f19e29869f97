package main

import (
	"bufio"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/export"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// linesOf are the lines of the services of one day: what the pipeline of each of their repositories writes on that day.
type linesOf struct {
	organisation

	seed uint64
	day  string
	// perFile is how many lines a file has: one is what pipelines leave, many is what a night job makes of it.
	perFile int
	// moved: since an earlier day a third of the teams has moved towards DevOps.
	moved bool
}

// write writes the lines of so many services below FOLDER/day=DAY. The same seed gives the same bytes.
func (l linesOf) write(services int) error {
	folder := filepath.Join(l.folder, "day="+l.day)
	if err := os.MkdirAll(folder, 0o750); err != nil {
		return err
	}
	var wait sync.WaitGroup
	starts, failures := make(chan int), make(chan error, runtime.GOMAXPROCS(0))
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for start := range starts {
				if err := l.writeFile(folder, start, min(start+l.perFile, services)); err != nil {
					failures <- err
					return
				}
			}
		})
	}
	go func() {
		defer close(failures)
		for start := 0; start < services; start += l.perFile {
			starts <- start
		}
		close(starts)
		wait.Wait()
	}()
	return <-failures
}

func (l linesOf) writeFile(folder string, start, end int) error {
	file, err := os.Create(filepath.Join(folder, fmt.Sprintf("services-%07d.jsonl", start)))
	if err != nil {
		return err
	}
	to := bufio.NewWriter(file)
	for service := start; service < end; service++ {
		if err := l.line(to, service); err != nil {
			return err
		}
	}
	if err := to.Flush(); err != nil {
		return err
	}
	return file.Close()
}

// line writes the line of one service, by the code that opsfit assess runs.
func (l linesOf) line(w io.Writer, service int) error {
	o := l.organisation
	o.random = rand.New(rand.NewPCG(l.seed, uint64(service)))
	team := service / perTeam
	if l.moved && team%3 == 0 {
		o.drift = 0.15
	}
	name := fmt.Sprintf("%s/service-%05d.yaml", teamName(team), service)
	file, found := answers.Parse(name, []byte(o.sheet(service, team)))
	if file == nil {
		return found
	}
	sheet, _ := file.Check(o.q)
	if sheet == nil {
		// The sheet that is broken as people break them: its pipeline writes nothing.
		return nil
	}
	result := score.Score(o.q, sheet)
	doc := report.Outline(report.Run{
		Questionnaire: o.q, Sheet: sheet, Score: result, Advice: advice.Advise(o.q, sheet, result), Today: l.day,
	})
	doc.Places = report.PlacesOf(name, sheet)
	return export.AssessmentJSONL(w, doc)
}
