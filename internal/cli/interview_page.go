package cli

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/report"
)

// interviewPage is the page of a result that a person asked for before the end of the interview.
type interviewPage struct {
	run    *runner
	req    *request
	drafts *drafts
	// file is where the page was written, as it is told to the person; "" until then.
	file string
}

// write writes the page of the answers so far, and says where.
func (p *interviewPage) write(sheet *answers.Sheet) (said string, err error) {
	in := inputs{answered: answered{questionnaire: p.drafts.q, sheet: sheet}}
	if in.day, err = dayFor(p.run, sheet.Exemptions, p.req.gates); err != nil {
		return "", err
	}
	doc := in.buildDocument(p.run.reportTool())
	file := filepath.Join(p.drafts.pageFolder(), pageName(doc)+".html")
	text, err := p.render(doc)
	if err != nil {
		return "", err
	}
	if err := p.run.checkPageFile(file); err != nil {
		return "", err
	}
	there, err := os.ReadFile(p.run.absolutePath(file))
	replaces := err == nil && p.file != file && !bytes.Equal(there, text)
	if err := writeFile(p.run.absolutePath(file), text); err != nil {
		return "", fmt.Errorf("write %s: %w", file, err)
	}
	p.file = file
	if replaces {
		return file + ", in place of an earlier page", nil
	}
	return file, nil
}

// update writes the page again when it was asked for: answers may have changed, and a repository may have been read.
func (p *interviewPage) update(doc *report.Document) error {
	if p.file == "" {
		return nil
	}
	text, err := p.render(doc)
	if err != nil {
		return err
	}
	if err := writeFile(p.run.absolutePath(p.file), text); err != nil {
		return fmt.Errorf("write %s: %w", p.file, err)
	}
	return nil
}

func (p *interviewPage) render(doc *report.Document) ([]byte, error) {
	format, err := assessmentFormats().findFormat(pageFormatName)
	if err != nil {
		return nil, err
	}
	var text bytes.Buffer
	if err := format.write(&text, doc, p.run.fileOptions()); err != nil {
		return nil, fmt.Errorf("render the page: %w", err)
	}
	return text.Bytes(), nil
}

// pageFolder is where a page goes that nobody named: beside answers that the person named, else the working directory.
func (d *drafts) pageFolder() string {
	folder := filepath.Dir(d.written)
	if d.written == "" || folder == d.run.draftFolder() {
		return "."
	}
	return folder
}
