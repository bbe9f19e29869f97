package ui

import (
	"slices"
	"strings"
)

// command is what some keys do on a page. Keys are looked up in the same list that the help and the footer are made from.
type command struct {
	// keys are the names of the keys, as Bubble Tea calls them; letters are small.
	keys []string
	// label is how the help calls the keys; their names where it is empty.
	label string
	// hint is what the footer says they do, behind hintKey; empty for nothing. A sure one stands there however narrow the
	// screen is.
	hint, hintKey string
	sure          bool
	// help says what the keys do.
	help string
	// scrolls: the keys only move the view, so that it is not moved back and the message stays.
	scrolls bool
	// run does it; key is the one that was pressed.
	run func(key string)
}

// newCommand makes a command of keys with blanks between them. The footer shows the first of them.
func newCommand(keys, hint, help string, run func(key string)) command {
	names := strings.Fields(keys)
	return command{keys: names, hint: hint, hintKey: names[0], help: help, run: run}
}

// always makes the hint a sure one.
func (c command) always() command {
	c.sure = true
	return c
}

// scrolling marks a command that only moves the view.
func (c command) scrolling() command {
	c.scrolls = true
	return c
}

// keyLabel is how the help calls the keys.
func (c *command) keyLabel() string {
	if c.label != "" {
		return c.label
	}
	return strings.Join(c.keys, ", ")
}

// findCommand returns the command of a key; nil when there is none.
func findCommand(commands []command, name string) *command {
	for i := range commands {
		if slices.Contains(commands[i].keys, name) {
			return &commands[i]
		}
	}
	return nil
}

// commandsOn are the commands of a page, with those that are the same on all pages.
func (f *fullScreen) commandsOn(p page) []command {
	commands := p.commands(f)
	if f.canSaveElsewhere(p) {
		commands = append(commands, newCommand("w", "", "save to another file", func(string) {
			f.showPage(&savePage{from: f.page, input: newTextField("")})
		}))
	}
	scroll := newCommand("pgup pgdown", "", "scroll what does not fit", func(key string) {
		if key == "pgup" {
			f.view.scrollPages(-1)
			return
		}
		f.view.scrollPages(1)
	})
	scroll.label = "PgUp PgDn"
	return append(commands, scroll.scrolling())
}

// moveCommand moves the pointer of a page between its rows.
func (f *fullScreen) moveCommand(what string, move func(key string)) command {
	c := newCommand("up k down j home end", "move", "move between "+what+"; home and end go to the first and the last", move)
	c.label, c.hintKey = f.both+" k j", f.both
	return c
}

// helpCommand opens the help. In a text field the letters are text.
func (f *fullScreen) helpCommand(from page) command {
	open := func(string) { f.showPage(&helpPage{from: from}) }
	if fieldOf(from) != nil {
		return newCommand("f1", "help", "this help", open)
	}
	return newCommand("? h f1", "help", "this help", open).always()
}

// quitCommand ends the interview early. In a text field the letter is text.
func (f *fullScreen) quitCommand(from page) command {
	keys, help := "q ctrl+c", "quit; everything is saved, and you can continue later"
	if fieldOf(from) != nil {
		keys = "ctrl+c"
	}
	if f.session == nil {
		help = "quit; nothing was asked yet"
	}
	c := newCommand(keys, "quit", help, f.quitEarly)
	c.sure = fieldOf(from) == nil || f.session == nil
	return c
}

// searchCommand opens the page to search for questions; back is the page that esc returns to.
func (f *fullScreen) searchCommand(back page) command {
	return newCommand("/", "find", "find questions, and go to one", func(string) {
		f.showPage(&listPage{from: back, input: newTextField("")})
	})
}

// undoCommand takes back the last change of an answer, and then shows its question or what show does.
func (f *fullScreen) undoCommand(show func(question int)) command {
	c := newCommand("u", "", "undo the last change of an answer; again for the one before", func(string) { f.undo(show) })
	if f.session != nil {
		if _, ok := f.session.LastChanged(); ok {
			c.hint = "undo"
		}
	}
	return c
}

func (f *fullScreen) undo(show func(question int)) {
	at, ok := f.session.LastChanged()
	if !ok {
		f.said = "Nothing to undo: no answer was changed in this session."
		return
	}
	was := f.session.Answer(at)
	f.session.Undo()
	show(at)
	f.said = describeUndone(f.session.Question(at), was, f.session.Answer(at))
}
