package render

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/portfolio"
	"github.com/opsfit/opsfit/internal/report"
)

// PortfolioText writes a portfolio for a terminal or a log. No line is wider than the options say. The only error is one
// of the writer.
func PortfolioText(w io.Writer, doc *portfolio.Document, opt Options) error {
	p := newPage(w, opt)
	story := portfolio.Tell(doc)
	p.text(0, strongTone, story.Headline)
	p.blank()
	p.facts(2, story.Counts)
	p.placesMap(doc)
	p.services(portfolio.TitleWorst, story.Worst)
	p.section(portfolio.TitleClashes, story.Clashes)
	p.tally(portfolio.TitleCommon, story.Warnings, doc.Summary.Services)
	p.tally(portfolio.TitleSteps, story.Steps, doc.Summary.Services)
	p.groups(story.Groups)
	p.section(report.TitleNotes, story.Notes)
	p.services(portfolio.TitleServices, story.Services)
	if story.Unlisted != "" {
		p.blank()
		p.text(2, plainTone, story.Unlisted)
	}
	p.unusable(story.Unusable)
	return p.writeTo(w)
}

// placesMap draws how many services lie in each pair of bands.
func (p *page) placesMap(doc *portfolio.Document) {
	if doc.Summary.Services == 0 {
		return
	}
	const label, widest = 15, 6
	bands, rows := portfolio.MapBands(), doc.Map()
	cell := min(widest, (p.width-2-label)/len(bands))
	p.heading(portfolio.TitleMap)
	for i, row := range rows {
		var line strings.Builder
		line.WriteString("  " + p.cell(report.BandWord(bands[len(bands)-1-i]), label))
		for column, count := range row {
			line.WriteString(p.field(count, cell, column == len(rows)-1-i))
		}
		p.drawn(line.String())
	}
	p.drawn("  " + strings.Repeat(" ", label) + p.paint(faintTone, ends("SysOps", "DevOps", cell*len(bands))))
	p.text(2, faintTone, "Down the situation, across the practice; in [ ] both agree.")
}

// field is one number of the map, in brackets where practice and situation lie in one band.
func (p *page) field(count, width int, agree bool) string {
	text := strconv.Itoa(count)
	if count == 0 {
		text = p.empty
	}
	if agree {
		text = "[" + text + "]"
	}
	return strings.Repeat(" ", max(1, width-ansi.StringWidth(text))) + text
}

// ends puts two words at the ends of a width.
func ends(left, right string, width int) string {
	return left + strings.Repeat(" ", max(1, width-len(left)-len(right))) + right
}

// services lists services, a line each where the page is wide enough.
func (p *page) services(title string, services []*portfolio.Service) {
	if len(services) == 0 {
		return
	}
	const figures, advice = 36, 22
	p.heading(title)
	name := p.width - 2 - figures - advice
	if name < narrowest/2 {
		p.stackedServices(services)
		return
	}
	p.drawn("  " + p.paint(faintTone, p.cell("", name)+"  practice situation   fit ready  advice"))
	for _, service := range services {
		label := service.Name()
		// What tells two services apart stands at the end of the name.
		if service.Shared && ansi.StringWidth(oneLine(label)) > name {
			p.text(2, plainTone, label)
			label = ""
		}
		p.drawn("  " + p.cell(label, name) + figuresOf(service) + "  " + p.cut(adviceOf(service), advice))
	}
}

func figuresOf(service *portfolio.Service) string {
	return fmt.Sprintf("%10s%10s%6s%6s", report.Signed(service.Practice), report.Signed(service.Situation),
		report.FitFigure(report.Fit{Value: service.Fit, Word: service.FitWord}), english.Fixed(service.Readiness, 1))
}

func adviceOf(service *portfolio.Service) string { return report.AdviceWord(service.Advice) }

func (p *page) stackedServices(services []*portfolio.Service) {
	for _, service := range services {
		p.text(2, strongTone, service.Name())
		p.text(4, plainTone, fmt.Sprintf("practice %s, situation %s, fit %s, readiness %s: %s",
			report.Signed(service.Practice), report.Signed(service.Situation),
			report.FitFigure(report.Fit{Value: service.Fit, Word: service.FitWord}), english.Fixed(service.Readiness, 1), adviceOf(service)))
	}
}

// tally draws how many of all services something applies to.
func (p *page) tally(title string, list []report.Counting, all int) {
	if len(list) == 0 {
		return
	}
	width := 0
	for _, item := range list {
		width = max(width, ansi.StringWidth(oneLine(item.ID)))
	}
	width = min(width, longestTitle)
	room := min(p.width-2-width-2-12, 40)
	p.heading(title)
	for _, item := range list {
		bar := ""
		if room > 0 {
			bar = strings.Repeat(p.filled, max(1, item.Count*room/max(all, 1))) + " "
		}
		p.drawn("  " + p.cell(item.ID, width) + "  " + bar + strconv.Itoa(item.Count))
	}
}

func (p *page) groups(groups []portfolio.GroupStory) {
	if len(groups) == 0 {
		return
	}
	p.heading(portfolio.TitleGroups)
	for _, group := range groups {
		p.blank()
		p.text(2, strongTone, group.Name)
		p.facts(4, group.Facts)
	}
}

// unusable lists faults without a mark before them: terminals and editors open the place that a line begins with.
func (p *page) unusable(faults []string) {
	if len(faults) == 0 {
		return
	}
	p.heading(portfolio.TitleUnusable)
	for _, fault := range faults {
		p.text(2, plainTone, fault)
	}
}
