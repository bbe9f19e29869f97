package render

import "github.com/opsfit/opsfit/internal/report"

// talk sets what a repository shows beside the answers; nothing where none was looked at.
func (p *page) talk(talk *report.Talk) {
	if talk == nil {
		return
	}
	p.heading(report.TitleTalk)
	p.text(2, plainTone, talk.Intro)
	for _, topic := range talk.Points {
		p.blank()
		p.topic(topic)
	}
	if len(talk.Rest) > 0 {
		p.blank()
		p.items(talk.Rest)
	}
}

func (p *page) topic(topic report.TalkPoint) {
	name := label{indent: 2, width: 13, room: comfortable, tone: cautionTone, text: topic.Word()}
	p.labelled(name, strongTone, topic.Prompt+" ("+topic.Question+")")
	for _, fact := range topic.Facts {
		p.labelled(label{indent: p.under(name), width: 12, tone: faintTone, text: fact.Label}, plainTone, fact.Value)
	}
}
