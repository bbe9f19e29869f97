package ui

import "strings"

// drawFooter returns the lines at the bottom: errors and messages, the scroll hint, and the keys.
func (f *fullScreen) drawFooter() []string {
	keys := f.drawKeyHints(f.commandsOn(f.page))
	return append(f.footerMessages(max(1, f.height/3)), f.drawScrollHint(), f.applyStyle(faintStyle, keys))
}

// footerMessages returns at most so many lines, since the options have to stay in view. What is cut is the middle,
// because the last lines say what to do.
func (f *fullScreen) footerMessages(most int) []string {
	var fault, advice []string
	if f.unsaved == nil && f.said == "" && f.echo != "" {
		return []string{f.truncateLine(f.echo, f.textWidth())}
	}
	if f.unsaved != nil {
		fault = wrapVisible("NOT SAVED: "+oneLine(f.saveError().Error()), f.textWidth())
		advice = wrapVisible(f.saveAdvice(), f.textWidth())
	}
	t := alarmStyle
	if f.unsaved == nil {
		t = cautionStyle
	}
	if f.said != "" {
		advice = append(advice, wrapVisible(f.said, f.textWidth())...)
	}
	if keep := max(1, most-len(advice)); len(fault) > keep {
		fault = fault[:keep]
		fault[keep-1] = f.truncateLine(fault[keep-1]+" "+f.ellipsis, f.textWidth())
	}
	var lines []string
	for _, line := range append(fault, advice...) {
		lines = append(lines, f.applyStyle(t, line))
	}
	return lines[:min(len(lines), most)]
}

// saveError is why the answers are not saved, the latest attempt first.
func (f *fullScreen) saveError() error {
	if p, ok := f.page.(*savePage); ok && p.fault != nil {
		return p.fault
	}
	return f.unsaved
}

// saveAdvice says what to do when the answers cannot be saved.
func (f *fullScreen) saveAdvice() string {
	if f.asked != "" && f.asked != "esc" {
		if fieldOf(f.page) != nil {
			return "Press the key again to quit without saving."
		}
		return "Press the key again to quit without saving, or w to save to another file."
	}
	if _, ok := f.page.(*savePage); ok {
		return "Your answers are still here. Name another file."
	}
	if fieldOf(f.page) != nil {
		return "Your answers are still here. Every key tries again."
	}
	return "Your answers are still here. Every key tries again; w saves to another file."
}

// drawScrollHint returns the line above the keys, which says where there is more to see.
func (f *fullScreen) drawScrollHint() string {
	var more []string
	if f.view.top > 0 {
		more = append(more, f.up+" more (PgUp)")
	}
	if f.view.top+f.view.room < f.view.total {
		more = append(more, f.down+" more (PgDn)")
	}
	width := f.textWidth()
	if len(more) == 0 {
		return f.applyStyle(faintStyle, strings.Repeat(f.rule, width))
	}
	text := strings.Repeat(f.rule, 2) + " " + strings.Join(more, "  ") + " "
	return f.applyStyle(plainStyle, text) + f.applyStyle(faintStyle, strings.Repeat(f.rule, max(0, width-displayWidth(text))))
}

// hintText is what the footer says about the keys; "" for nothing.
func (c *command) hintText() string {
	if c.hint == "" {
		return ""
	}
	return c.hintKey + " " + c.hint
}

// drawKeyHints names the sure keys, and as many others as fit.
func (f *fullScreen) drawKeyHints(commands []command) string {
	const between = "  "
	room := f.textWidth() + len(between)
	for i := range commands {
		if commands[i].sure {
			room -= displayWidth(commands[i].hintText() + between)
		}
	}
	var kept []string
	for i := range commands {
		hint := commands[i].hintText()
		if !commands[i].sure {
			if wide := displayWidth(hint + between); hint == "" || wide > room {
				continue
			}
			room -= displayWidth(hint + between)
		}
		kept = append(kept, hint)
	}
	return strings.Join(kept, between)
}
