package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"

	"github.com/opsfit/opsfit/internal/questionnaire"
)

// perTeam is how many services one team runs on average.
const perTeam = 6

// organisation writes the sheets of an invented organisation: teams with a way of working and services with a situation of
// their own, answers that follow both with some noise, neighbours, dates over two years, open answers, and one sheet in a hundred
// that is broken as people break them. The same seed gives the same bytes.
type organisation struct {
	q      *questionnaire.Questionnaire
	random *rand.Rand
	folder string
	// drift is how far a team has moved towards DevOps since its habit was formed.
	drift float64
}

// write returns the files, a folder for each team.
func (o organisation) write(sheets int) ([]string, error) {
	var files []string
	for service := range sheets {
		team := service / perTeam
		if service%perTeam == 0 {
			if err := os.MkdirAll(filepath.Join(o.folder, teamName(team)), 0o750); err != nil {
				return nil, err
			}
		}
		file := filepath.Join(o.folder, teamName(team), fmt.Sprintf("service-%05d.yaml", service))
		if err := os.WriteFile(file, []byte(o.sheet(service, team)), 0o600); err != nil {
			return nil, err
		}
		files = append(files, file)
	}
	return files, nil
}

func teamName(team int) string { return fmt.Sprintf("team-%04d", team) }

// sheet is the text of one sheet.
func (o organisation) sheet(service, team int) string {
	// What a team does alike in all its services, and what this service calls for: 0 is the SysOps end, 1 the DevOps end.
	habit := min(1, rand.New(rand.NewPCG(1, uint64(team))).Float64()+o.drift)
	situation := o.random.Float64()
	var b strings.Builder
	fmt.Fprintf(&b, "questionnaire: full\nquestionnaire_version: %s\nsubject: service-%05d\nteam: %s\n", o.q.Version, service, teamName(team))
	if needed := service - 1 - o.random.IntN(40); needed >= 0 {
		fmt.Fprintf(&b, "depends_on: [service-%05d]\n", needed)
	}
	fmt.Fprintf(&b, "date: %d-%02d-%02d\n", 2025+o.random.IntN(2), 1+o.random.IntN(12), 1+o.random.IntN(28))
	fmt.Fprintf(&b, "respondent: {role: %s}\nanswers:\n", []string{"developer", "operations", "manager"}[o.random.IntN(3)])
	for i := range o.q.Questions {
		question := &o.q.Questions[i]
		middle := habit
		if question.Measures == questionnaire.Context {
			middle = situation
		}
		fmt.Fprintf(&b, "  %s: %s\n", question.ID, o.answer(question, middle))
	}
	if o.random.IntN(100) == 0 {
		b.WriteString("  no_such_question: yes\n")
	}
	return b.String()
}

// answer is near a place on the list of options; one in twenty-five is not known.
func (o organisation) answer(question *questionnaire.Question, middle float64) string {
	if o.random.IntN(25) == 0 {
		return "dont_know"
	}
	place := middle + o.random.NormFloat64()*0.25
	at := int(place * float64(len(question.Options)))
	return question.Options[min(max(at, 0), len(question.Options)-1)].ID
}
