package ui

import "strings"

// drawFooter returns the lines at the bottom: errors, the message about the last key, the scroll hint, and the keys.
func (f *fullScreen) drawFooter(fr frame) []string {
	return append(f.footerMessages(max(1, f.height/3)), f.drawScrollHint(), f.applyStyle(faintStyle, f.drawKeyHints(fr.keys)))
}

// footerMessages returns at most so many lines, since the options have to stay in view. What is cut is the middle,
// because the last lines say what to do.
func (f *fullScreen) footerMessages(most int) []string {
	var fault, advice []string
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
	if f.warned {
		return "The same key again ends all the same and loses what is not saved; w saves elsewhere."
	}
	if _, ok := f.page.(*savePage); ok {
		return "Your answers are still here. Name another file."
	}
	if w, ok := f.page.(textPage); ok && w.textField() != nil {
		return "Your answers are still here. Every key tries again."
	}
	return "Your answers are still here. Every key tries again; w saves elsewhere."
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

// drawKeyHints names as many keys as fit, and always the last two.
func (f *fullScreen) drawKeyHints(hints []keyHint) string {
	const between = "  "
	words := make([]string, len(hints))
	for i, h := range hints {
		words[i] = h.key + " " + h.does
	}
	sure := max(0, len(words)-2)
	room := f.textWidth() - displayWidth(strings.Join(words[sure:], between))
	var kept []string
	for _, word := range words[:sure] {
		if wide := displayWidth(word + between); wide <= room {
			room -= wide
			kept = append(kept, word)
		}
	}
	return strings.Join(append(kept, words[sure:]...), between)
}
