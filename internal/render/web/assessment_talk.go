package web

import "github.com/opsfit/opsfit/internal/report"

// talkSection sets what a repository shows beside the answers; empty where none was looked at.
func talkSection(talk *report.Talk) Section {
	if talk == nil {
		return Section{}
	}
	section := Section{ID: "talk", Title: report.TitleTalk, Blocks: []Block{{Text: talk.Intro}}}
	cards := &Cards{Layout: Lines}
	for _, topic := range talk.Points {
		weight := Light
		if topic.Verdict == report.Contradicts {
			weight = Heavy
		}
		cards.Items = append(cards.Items, Card{Tag: topic.Word(), Weight: weight, Title: topic.Prompt, Blocks: []Block{{Facts: topic.Facts}}})
	}
	if len(cards.Items) > 0 {
		section.Blocks = append(section.Blocks, Block{Cards: cards})
	}
	if len(talk.Rest) > 0 {
		section.Blocks = append(section.Blocks, Block{List: talk.Rest})
	}
	return section
}
