package render

import (
	"io"

	"github.com/opsfit/opsfit/internal/evidence"
	"github.com/opsfit/opsfit/internal/report"
)

// ScanText writes what a repository shows for a terminal or a log: what can be concluded, then what cannot, then the figures
// and the files. No line is wider than the options say. The only error is one of the writer.
func ScanText(w io.Writer, scan *evidence.Scan, opt Options) error {
	p := newPage(w, opt)
	story := evidence.Tell(scan)
	p.scanFacts(0, story.Asked)
	p.section(evidence.TitleConcluded, story.Concluded)
	p.section(evidence.TitleOpen, story.Open)
	p.section(evidence.TitleNotes, story.Notes)
	if len(story.Sections)+len(story.Families) > 0 {
		p.divider("Details")
	}
	for _, section := range story.Sections {
		p.heading(section.Title)
		p.scanFacts(2, section.Facts)
	}
	p.signs(story)
	p.blank()
	p.text(0, faintTone, scan.Tool.Name+" "+scan.Tool.Version)
	return p.writeTo(w)
}

func (p *page) scanFacts(indent int, facts []evidence.Fact) {
	list := make([]report.Fact, 0, len(facts))
	for _, fact := range facts {
		list = append(list, report.Fact(fact))
	}
	p.facts(indent, list)
}

// signs lists the signals by family: what it is, what it speaks for, where it is, and what else it may be.
func (p *page) signs(story evidence.Story) {
	if len(story.Families) == 0 && story.Absent == "" {
		return
	}
	p.heading(evidence.TitleSignals)
	for _, family := range story.Families {
		p.blank()
		p.text(2, strongTone, family.Title)
		for _, sign := range family.Signs {
			p.text(4, plainTone, sign.Title+" ("+sign.Leaning+")")
			p.text(6, faintTone, sign.Files)
			p.remark(6, "weak", sign.Weak)
			p.text(6, faintTone, sign.Caution)
		}
	}
	p.blank()
	p.text(2, plainTone, story.Absent)
}
