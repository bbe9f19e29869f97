package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/opsfit/opsfit/internal/commitments"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/plan"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// checkCommit refuses a name that cannot hold commitments, before any other work.
func (p *planOptions) checkCommit() error {
	name := p.commit
	switch {
	case name == "":
		return nil
	case name == "-":
		return usagef("--commit names the file that people complete and review; standard output is not one")
	case strings.EqualFold(filepath.Ext(name), ".json"):
		return usagef("%s: a file with comments is YAML; end its name in .yaml", name)
	case p.run.isDevice(name):
		return usagef("--commit %s is not a regular file", name)
	}
	return p.run.checkDevice(name)
}

// writeCommitments adds the first steps of a path to the file that was named, and says what it did.
func (p *planOptions) writeCommitments(ctx context.Context, source answerSource, in answered, path *plan.Document, most int) error {
	day, err := p.run.dayOfRun()
	if err != nil {
		return err
	}
	proposals, without := commitments.Propose(path, most, day)
	text, added, err := p.addCommitments(in, proposals)
	if err != nil {
		return err
	}
	if added > 0 {
		if err := p.run.refuseInputs(p.commit, text); err != nil {
			return err
		}
		if err := p.run.writeOutput(ctx, p.commit, text); err != nil {
			return err
		}
	}
	return p.tellCommitted(source, added, len(proposals), without)
}

// addCommitments returns the text of the file with the proposals that it lacks, and how many these are.
func (p *planOptions) addCommitments(in answered, proposals []commitments.Proposal) (text []byte, added int, err error) {
	source, err := p.run.readFile(p.commit, yamltree.MaxBytes)
	if errors.Is(err, fs.ErrNotExist) {
		if _, err := os.Lstat(p.run.absolutePath(p.commit)); err == nil {
			return nil, 0, fmt.Errorf("write %s: it is a link that leads nowhere", p.commit)
		}
		head := commitments.Head{Subject: in.sheet.Subject, Questionnaire: in.questionnaire.ID}
		return commitments.New(head, proposals), len(proposals), nil
	}
	if err != nil {
		return nil, 0, err
	}
	p.run.sources[p.commit] = source
	file, found := commitments.Parse(p.commit, source)
	if file == nil {
		return nil, 0, found
	}
	if found := file.Check(in.questionnaire, in.sheet, true); found.HasErrors() {
		return nil, 0, found
	}
	missing := file.Missing(proposals)
	text, err = file.Add(source, missing)
	return text, len(missing), err
}

// tellCommitted says on standard error what was added, and what people do next.
func (p *planOptions) tellCommitted(source answerSource, added, proposed int, without []string) error {
	name := diag.Visible(p.commit)
	var lines []string
	switch {
	case proposed == 0:
		lines = []string{"no step changes a single answer, so " + name + " gets no commitment"}
	case added == 0:
		lines = []string{name + " has the first steps already; nothing was added"}
	default:
		lines = []string{
			fmt.Sprintf("added %s to %s; complete owner and due, then see what became of it with", english.Count(added, "commitment"), name),
			"  opsfit assess " + source.questionnaireToWrite(p.run.shell()) + "-a " + p.run.shell().quote(p.answersName()) +
				" --commitments " + p.run.shell().quote(p.commit),
		}
	}
	if len(without) > 0 {
		lines = append(lines, "left out, since no single answer shows that it is done: "+diag.Visible(strings.Join(without, "; ")))
	}
	_, err := fmt.Fprintln(p.run.Streams.Err, strings.Join(lines, "\n"))
	return err
}

// answersName is the file of the answers, as a command names it.
func (p *planOptions) answersName() string {
	if p.answers == "" {
		return "-"
	}
	return p.answers
}
