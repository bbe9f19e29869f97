package cli

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/opsfit/opsfit/internal/challenge"
	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/evidence"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/pages"
	"github.com/opsfit/opsfit/internal/plan"
	"github.com/opsfit/opsfit/internal/portfolio"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
	"github.com/opsfit/opsfit/internal/team"
)

// longestCommand is the longest command that is repeated in full: one about forty files would fill the screen.
const longestCommand = 240

// nextSteps are the commands to type after a report, with the person's own file names: first the one that writes a page to send.
// None for documents that nobody sends.
func nextSteps(doc any, command commandLine) page.Commands {
	name := pageName(doc)
	if name == "" || command.name == "check" {
		return nil // A check ends with where the whole report is.
	}
	steps := page.Commands{writingStep(command, name+".html", "a page to send")}
	if edited, ok := editStep(doc, command); ok {
		return page.Commands{edited, steps[0]}
	}
	switch doc := doc.(type) {
	case *report.Document:
		if confirmed, ok := challengeStep(doc, command); ok {
			steps = append(steps, confirmed)
		}
		planned := command.of("plan", "answers", "questionnaire")
		if command.name == "assess" && planned.namesAnswers() && doc.WhatIf == nil && len(doc.Recommendations) > 0 {
			steps = append(steps, page.Command{Line: planned.String(), Note: "the steps in order"})
		}
		if review, ok := launchStep(doc, command); ok {
			steps = append(steps, review)
		}
	case *challenge.Document:
		return challengeSteps(doc, command, name)
	case *team.Document:
		steps = append(steps, writingStep(command, "agenda="+name+"-agenda.md", "an agenda for a meeting"))
	}
	return steps
}

// launchStep is the command of the launch review for a service that is advised to hold one; it takes over what was answered here.
func launchStep(doc *report.Document, command commandLine) (page.Command, bool) {
	review := command.of("assess", "answers")
	if !pages.AdvisesLaunchReview(doc) || command.name != "assess" || doc.WhatIf != nil || !review.namesAnswers() {
		return page.Command{}, false
	}
	words := review.flags[0].words
	review.flags = []typedFlag{{"questionnaire", []string{"-q", "launch"}}, {"from", []string{"--from", words[len(words)-1]}}}
	return page.Command{Line: review.String(), Note: "before the next big launch"}, true
}

// noteConfirm marks a command that stays on the smallest screen that has room for it: confidence is not high without it.
const noteConfirm = "have others confirm it"

// challengeStep is the command that has others confirm advice of which nobody can be sure yet.
func challengeStep(doc *report.Document, command commandLine) (page.Command, bool) {
	asked := command.of("challenge", "answers", "questionnaire")
	v := doc.Verdict.Leaning
	if v == nil || v.Advice == "" || v.Confidence == report.Text(score.HighConfidence) || len(doc.Tips) == 0 ||
		command.name != "assess" || doc.WhatIf != nil || !asked.namesAnswers() {
		return page.Command{}, false
	}
	return page.Command{Line: asked.String() + " -o challenge.html", Note: noteConfirm}, true
}

// editStep is the command that answers the open questions of a sheet without enough answers for an advice.
func editStep(doc any, command commandLine) (page.Command, bool) {
	assessment, ok := doc.(*report.Document)
	edited := command.of("assess", "answers", "questionnaire")
	if !ok || command.name != "assess" || !edited.namesAnswers() || assessment.WhatIf != nil || !pages.LacksAnswers(assessment) {
		return page.Command{}, false
	}
	edited.flags = append([]typedFlag{{"edit", []string{"--edit"}}}, edited.flags...)
	return page.Command{Line: edited.String(), Note: "answer what is open"}, true
}

// allOfIt is the command that shows the whole of a report that was shown on one screen.
func allOfIt(command commandLine) page.Command {
	const flag, note = "--full", "all of it"
	line := command.String() + " " + flag
	if !command.isRepeatable() || len(line) > longestCommand {
		return page.Command{Line: flag, Note: note + ", added to the same command"}
	}
	return page.Command{Line: line, Note: note}
}

// nextForms are the commands below a screen, the most important of which stands first and the one that shows all last: all of them,
// these two with what confidence needs, all of these without their notes, and the last.
func nextForms(next page.Commands) [][]page.Block {
	ends := next
	if len(next) > 2 {
		ends = page.Commands{next[0], next[len(next)-1]}
		if next[1].Note == noteConfirm {
			ends = slices.Insert(ends, 1, next[1])
		}
	}
	bare := make(page.Commands, len(ends))
	for i, command := range ends {
		bare[i].Line = command.Line
	}
	return [][]page.Block{{next}, {ends}, {bare}, {bare[len(bare)-1:]}}
}

// writingStep is the command that writes a file as well; only what to add to it where the whole is too long or cannot be known.
func writingStep(command commandLine, file, note string) page.Command {
	line := command.writing(file)
	if !command.isRepeatable() || len(line) > longestCommand {
		return page.Command{Line: command.shell.quoteWords([]string{"-o", file}), Note: note + ", added to the same command"}
	}
	return page.Command{Line: line, Note: note}
}

// pageName names the file of a page after the service and the kind of the document, without an ending; "" for a document that
// is not about services.
func pageName(doc any) string {
	switch doc := doc.(type) {
	case *report.Document:
		return fileName(string(doc.Subject), "assessment", "")
	case *plan.Document:
		return fileName(string(doc.Subject), "", "plan")
	case *comparison.Comparison:
		return fileName(string(doc.After.Subject), "", "changes")
	case *comparison.Trend:
		return fileName(lastSubject(doc), "", "trend")
	case *team.Document:
		return fileName(string(doc.Subject), "", "team")
	case *challenge.Document:
		return fileName(string(doc.Assessment.Subject), "", challengeKind(doc))
	case *portfolio.Document:
		return "portfolio"
	case *evidence.Scan:
		return "scan"
	}
	return ""
}

func lastSubject(trend *comparison.Trend) string {
	subjects := trend.Each(func(p *comparison.Point) string { return string(p.Subject) })
	if len(subjects) != 1 {
		return "" // Several services are not one history.
	}
	return subjects[0]
}

// fileName makes a file name of a subject and a word for the kind of document. What a file system or a shell could take for
// something else becomes a hyphen; without a subject there is only the word.
func fileName(subject, otherwise, kind string) string {
	parts := slices.DeleteFunc([]string{safePart(subject), safePart(kind)}, func(part string) bool { return part == "" })
	if len(parts) == 0 {
		return otherwise
	}
	joined := strings.Join(parts, "-")
	if deviceOfWindows(joined+".") != "" {
		return "service-" + joined
	}
	return joined
}

// safePart leaves of a text what may stand in a file name.
func safePart(text string) string {
	const longest, mostBytes = 60, 120 // file systems take 255 bytes for the whole
	letters := []rune(strings.Trim(strings.Join(strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && !strings.ContainsRune("._-", r)
	}), "-"), ".-"))
	return firstBytes(string(letters[:min(len(letters), longest)]), mostBytes)
}

// firstBytes cuts a text at the end of a character.
func firstBytes(text string, most int) string {
	for len(text) > most {
		_, size := utf8.DecodeLastRuneInString(text)
		text = text[:len(text)-size]
	}
	return text
}

// briefLines say what a result is in a line or two, for a terminal that does not show the report.
func briefLines(doc any) []string {
	switch doc := doc.(type) {
	case *report.Document:
		return pages.Brief(doc)
	case *plan.Document:
		return headlineOf(pages.Plan(doc))
	case *comparison.Comparison:
		return headlineOf(pages.Comparison(doc))
	case *comparison.Trend:
		return headlineOf(pages.Trend(doc))
	case *team.Document:
		return headlineOf(pages.Team(doc))
	case *challenge.Document:
		return headlineOf(pages.Challenge(doc))
	case *portfolio.Document:
		return headlineOf(pages.Portfolio(doc))
	case *evidence.Scan:
		return headlineOf(pages.Scan(doc))
	}
	return nil
}

// headlineOf returns the first headline of a page.
func headlineOf(p page.Page) []string {
	for block := range p.Blocks() {
		if headline, ok := block.(page.Headline); ok {
			return []string{string(headline)}
		}
	}
	return nil
}
