package screen

import "strings"

// foot is what stands at the bottom: what went wrong, the answer to the last key, how much there is to scroll to, and
// the keys.
func (f *face) foot(fr frame) []string {
	return append(f.messages(max(1, f.height/3)), f.edge(), f.paint(faintTone, f.keys(fr.keys)))
}

// messages take at most so many lines, since the options have to stay in view; what is cut is the middle, for the
// last lines say what to do.
func (f *face) messages(most int) []string {
	var fault, advice []string
	if f.unsaved != nil {
		fault = fold("NOT SAVED: "+oneLine(f.fault().Error()), f.columns())
		advice = fold(f.remedy(), f.columns())
	}
	t := alarmTone
	if f.unsaved == nil {
		t = cautionTone
	}
	if f.said != "" {
		advice = append(advice, fold(f.said, f.columns())...)
	}
	if keep := max(1, most-len(advice)); len(fault) > keep {
		fault = fault[:keep]
		fault[keep-1] = f.cut(fault[keep-1]+" "+f.ellipsis, f.columns())
	}
	var lines []string
	for _, line := range append(fault, advice...) {
		lines = append(lines, f.paint(t, line))
	}
	return lines[:min(len(lines), most)]
}

// fault is why the answers are not saved, the latest try first.
func (f *face) fault() error {
	if p, ok := f.page.(*savePage); ok && p.fault != nil {
		return p.fault
	}
	return f.unsaved
}

// remedy says what can be done when the answers cannot be saved.
func (f *face) remedy() string {
	if f.warned {
		return "The same key again ends all the same and loses what is not saved; w saves elsewhere."
	}
	if _, ok := f.page.(*savePage); ok {
		return "Your answers are still here. Name another file."
	}
	if w, ok := f.page.(writer); ok && w.field() != nil {
		return "Your answers are still here. Every key tries again."
	}
	return "Your answers are still here. Every key tries again; w saves elsewhere."
}

// edge is the line above the keys; it says where there is more to see.
func (f *face) edge() string {
	var more []string
	if f.view.top > 0 {
		more = append(more, f.up+" more (PgUp)")
	}
	if f.view.top+f.view.room < f.view.total {
		more = append(more, f.down+" more (PgDn)")
	}
	width := f.columns()
	if len(more) == 0 {
		return f.paint(faintTone, strings.Repeat(f.rule, width))
	}
	text := strings.Repeat(f.rule, 2) + " " + strings.Join(more, "  ") + " "
	return f.paint(plainTone, text) + f.paint(faintTone, strings.Repeat(f.rule, max(0, width-cells(text))))
}

// keys names as many keys as fit; the last two always stay.
func (f *face) keys(hints []hint) string {
	const between = "  "
	words := make([]string, len(hints))
	for i, h := range hints {
		words[i] = h.key + " " + h.does
	}
	sure := max(0, len(words)-2)
	room := f.columns() - cells(strings.Join(words[sure:], between))
	var kept []string
	for _, word := range words[:sure] {
		if wide := cells(word + between); wide <= room {
			room -= wide
			kept = append(kept, word)
		}
	}
	return strings.Join(append(kept, words[sure:]...), between)
}
