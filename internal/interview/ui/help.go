package ui

import "strings"

// helpPage lists the keys of the page that it was opened from.
type helpPage struct{ from page }

func (p *helpPage) commands(f *fullScreen) []command {
	down := newCommand("down j", "scroll", "scroll down", func(string) { f.view.scrollLines(1) })
	down.hintKey = f.both
	return []command{
		down.scrolling().always(),
		newCommand("up k", "", "scroll up", func(string) { f.view.scrollLines(-1) }).scrolling(),
		newCommand("space", "", "scroll by a page", func(string) { f.view.scrollPages(1) }).scrolling(),
		newCommand("esc enter q ? h f1 b left", "close", "close the help", func(string) { f.showPage(p.from) }).always(),
		newCommand("ctrl+c", "", "quit", f.quitEarly),
	}
}

// scrollLines scrolls by single lines.
func (v *view) scrollLines(by int) {
	v.free = true
	v.top += by
}

func (p *helpPage) draw(f *fullScreen, air int) frame {
	fr := frame{head: f.drawHeader("Keys", "", air)}
	fr.addCommands(f, f.commandsOn(p.from))
	switch p.from.(type) {
	case *readyPage, *startPage:
		fr.addGap(true)
		fr.addLines(f, strongStyle, "At a question")
		fr.addCommands(f, (&questionPage{}).commands(f))
	}
	fr.addGap(air > 0)
	const privacy = "Nothing is sent anywhere. No result is shown until the end, so it cannot influence your answers."
	fr.addLines(f, faintStyle, wrapVisible(privacy, f.textWidth())...)
	return fr
}

// addCommands adds the keys of commands with what they do.
func (fr *frame) addCommands(f *fullScreen, commands []command) {
	const between = 2
	column := 0
	for i := range commands {
		column = max(column, displayWidth(commands[i].keyLabel())+between)
	}
	for i := range commands {
		label := commands[i].keyLabel()
		fr.addItem(f, plainStyle, label+strings.Repeat(" ", column-displayWidth(label)), commands[i].help)
	}
}
