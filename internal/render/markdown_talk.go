package render

import "github.com/opsfit/opsfit/internal/report"

// talk sets what a repository shows beside the answers; nothing where none was looked at.
func (m *manuscript) talk(talk *report.Talk) {
	if talk == nil {
		return
	}
	m.heading(2, report.TitleTalk)
	m.block(escape(talk.Intro))
	var lines []markup
	for _, topic := range talk.Points {
		lines = append(lines, "- "+strong(escape(topic.Word())+": "+escape(topic.Prompt))+" ("+escape(topic.Question)+")")
		for _, fact := range facts(topic.Facts) {
			lines = append(lines, "  - "+fact)
		}
	}
	m.block(lines...)
	m.list(escaped(talk.Rest))
}
