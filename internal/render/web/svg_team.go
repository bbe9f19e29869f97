package web

import (
	"fmt"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/team"
)

// TeamPicture writes where a group differs as an SVG file for a slide: the questions to talk about first, each with the
// spread of its answers. A group that disagrees about nothing gets the line of each axis instead. An error is one of the
// writer.
func TeamPicture(w io.Writer, group *team.Document) error {
	style, err := pictureStyle()
	if err != nil {
		return err
	}
	_, err = w.Write(visible([]byte(teamSheet(group, team.Tell(group)).file(style))))
	return err
}

const (
	// topicsDrawn is how many topics fit on a slide.
	topicsDrawn   = 6
	topicHeight   = 68
	topicBar      = 34
	promptColumns = 52
	spreadFrom    = 430
)

func teamSheet(group *team.Document, story team.Story) sheet {
	if len(story.Topics) == 0 {
		return axisSheet(group.Combined(), report.Story{Title: story.Title})
	}
	c := canvas{}
	c.labelAt("sheet-title", number(sheetMargin), 36, starts, short(story.Title+": talk about these first", 68))
	y, desc := 58, ""
	for i, topic := range story.Topics[:min(len(story.Topics), topicsDrawn)] {
		if i > 0 {
			c.stroke("grid", number(sheetMargin), number(sheetWidth-sheetMargin), y, y)
		}
		c.topic(i+1, topic, group.Respondents, y)
		desc += short(topic.Prompt, 2*heardColumns) + " " + short(team.AnswersWord(topic.Question), 400) + ". "
		y += topicHeight
	}
	c.labelAt("tick", number(sheetMargin), y+20, starts, sheetNote(group, story))
	return sheet{
		width: sheetWidth, height: y + 38, title: short(story.Title, heardColumns) + ": the questions on which the answers differ most",
		desc: strings.TrimSpace(desc), drawing: c.b.String(),
	}
}

func sheetNote(group *team.Document, story team.Story) string {
	note := "Answers of " + english.Count(group.Respondents, "respondent") + "; each column is an answer, dashed: none was given."
	if left := len(story.Topics) - topicsDrawn; left > 0 {
		note += fmt.Sprintf(" %s not shown.", english.Count(left, "further question"))
	}
	return note
}

// topic draws one question: its prompt in two lines at most, and the columns of its answers.
func (c *canvas) topic(place int, topic team.TopicStory, people, y int) {
	c.labelAt(class("sheet-name").with("sheet-whole"), number(sheetMargin), y+27, starts, fmt.Sprint(place))
	for i, line := range twoLines(topic.Prompt, promptColumns) {
		c.labelAt("sheet-name", number(sheetMargin+24), y+27+20*i, starts, line)
	}
	columns := canvas{scale: scale{low: 0, high: spreadWidth(topic.Question), from: spreadFrom, to: sheetWidth - sheetMargin}}
	columns.spread(topic.Question, people, y+topicHeight-12, topicBar)
	c.b.WriteString(columns.b.String())
}

// twoLines breaks a text at a word into two lines of so many columns at most; what is left is cut.
func twoLines(text string, columns int) []string {
	words := strings.Fields(text)
	first := ""
	for i, word := range words {
		if i > 0 && ansi.StringWidth(first)+1+ansi.StringWidth(word) > columns {
			return []string{short(first, columns), short(strings.Join(words[i:], " "), columns)}
		}
		first = strings.TrimSpace(first + " " + word)
	}
	return []string{short(first, columns)}
}
