package cli

import (
	"io"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/challenge"
	"github.com/opsfit/opsfit/internal/form"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/page/text"
	"github.com/opsfit/opsfit/internal/pages"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// The formats that others fill in.
const (
	blindSheetFormat = "yaml"
	blindFormFormat  = "form"
)

// blindOf is the questionnaire that others answer: of the document only the ids of the questions count.
func blindOf(doc *challenge.Document) *questionnaire.Questionnaire {
	ids := make([]string, len(doc.Deciding))
	for i := range doc.Deciding {
		ids[i] = doc.Deciding[i].Question
	}
	blind := challenge.Blind(doc.Asked, ids)
	blind.ScopeHint = pages.BlindHint(blind.ScopeHint)
	return blind
}

// writeBlindSheet writes the answers file that others fill in.
func writeBlindSheet(w io.Writer, doc *challenge.Document, _ text.Options) error {
	sheet := challenge.BlindSheet(doc.Asked, string(doc.Assessment.Subject), string(doc.Assessment.Team))
	_, err := w.Write(answers.Write(blindOf(doc), sheet))
	return err
}

// writeBlindForm writes the page that others fill in in a browser.
func writeBlindForm(w io.Writer, doc *challenge.Document) error {
	filled := form.Prefilled{Subject: string(doc.Assessment.Subject), Team: string(doc.Assessment.Team), ByName: true}
	text, err := form.Write(blindOf(doc), filled)
	if err != nil {
		return err
	}
	_, err = w.Write(text)
	return err
}

// challengeKind names the files of a challenge and of a defence.
func challengeKind(doc *challenge.Document) string {
	if doc.IsHeard() {
		return "defence"
	}
	return "challenge"
}

// challengeSteps are the commands to type next: send the form, then hear what comes back.
func challengeSteps(doc *challenge.Document, command commandLine, name string) page.Commands {
	switch {
	case doc.IsHeard():
		return page.Commands{writingStep(command, name+".html", "a page to send"), writingStep(command, name+".md", "to sign")}
	case len(doc.Deciding) == 0:
		return nil
	}
	return page.Commands{
		writingStep(command, name+".html", "a form for others, without these answers"),
		{Line: command.of("challenge", "answers", "questionnaire", "most").String() + " --heard THEIRS.yaml", Note: "once they have answered"},
	}
}
