package text

import (
	"io"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/terminal"
)

// style is what a piece of text is to the reader. Colour and weight only repeat what words, shapes and places say.
type style int

const (
	plain style = iota
	strong
	faint
	// sysops and devops tell the poles apart. Neither hue is one of good or bad.
	sysops
	devops
	// alarm and caution are for what a reader must not miss, the graver first.
	alarm
	caution
	styleCount
)

// styleOf returns the style of a hue; neither for no hue.
func styleOf(hue page.Hue, neither style) style {
	switch hue {
	case page.SysOps:
		return sysops
	case page.DevOps:
		return devops
	case page.Neutral:
	}
	return neither
}

// styler writes styles and symbols as one output can show them.
type styler struct {
	symbols

	styles [styleCount]lipgloss.Style
	ascii  bool
}

// newStyler asks no terminal and reads no environment: all it needs to know is in the options.
func newStyler(opt Options) styler {
	profile := termenv.Ascii
	if opt.Color {
		profile = termenv.ANSI256
	}
	renderer := lipgloss.NewRenderer(io.Discard, termenv.WithProfile(profile))
	renderer.SetColorProfile(profile)
	// Without this the first style that depends on it would ask the terminal and wait for seconds.
	renderer.SetHasDarkBackground(true)
	s := styler{symbols: unicodeSymbols(), ascii: opt.ASCII, styles: weights(renderer.NewStyle)}
	if opt.ASCII {
		s.symbols = asciiSymbols()
	}
	if opt.Hues {
		for of, hue := range hues() {
			s.styles[of] = s.styles[of].Reverse(false).Foreground(hue)
		}
	}
	return s
}

// weights are the styles without colours.
func weights(one func() lipgloss.Style) [styleCount]lipgloss.Style {
	return [styleCount]lipgloss.Style{
		plain: one(), strong: one().Bold(true), faint: one(), sysops: one(), devops: one(),
		alarm: one().Bold(true).Reverse(true), caution: one().Bold(true),
	}
}

// hues are the colours of styles.
func hues() map[style]lipgloss.ANSIColor {
	return map[style]lipgloss.ANSIColor{
		faint: terminal.Grey, sysops: terminal.Blue, devops: terminal.Brown, alarm: terminal.Plum, caution: terminal.Purple,
	}
}

// paint returns one line of text in a style. The text must be visible already: paint escapes nothing.
func (s *styler) paint(of style, text string) string {
	if of == plain || text == "" {
		return text
	}
	return s.styles[of].Render(text)
}

// symbols are the characters that the program draws with. Every one is one cell wide: those beyond ASCII are of WGL4, which all
// usual fonts for terminals have in their own width.
type symbols struct {
	// start, end, line, edge and centre draw an empty track; those named span draw a stretch on it.
	start, end, line, edge, centre                 string
	spanStart, spanEnd, span, spanEdge, spanCentre string
	// practice, situation and both differ in shape, so that they can be told apart without colour.
	practice, situation, both string
	// before, after and unmoved show where a value was and is.
	before, after, unmoved string
	// wanted is what is wanted beyond the limit.
	wanted, limit string
	// gone is where one scale ends and another begins; unknown is a value that is not known.
	gone, unknown string
	// heights are places on the line between the poles, from SysOps to DevOps, where the line itself has no room; amounts are
	// a quantity from nothing to all.
	heights, amounts [5]string
	// filled, likely, lacking, own, absent, empty and floor draw a bar.
	filled, likely, lacking, own, absent, empty, floor string
	rule, bullet, gutter                               string
	// ellipsis stands for text that was cut; it may be wider than one cell.
	ellipsis string
}

func unicodeSymbols() symbols {
	return symbols{
		start: "├", end: "┤", line: "─", edge: "┴", centre: "┼",
		spanStart: "╞", spanEnd: "╡", span: "═", spanEdge: "╧", spanCentre: "╪",
		practice: "●", situation: "○", both: "■",
		before: "□", after: "●", unmoved: "◘", wanted: "▲", limit: "║", gone: "¦", unknown: "?",
		heights: [5]string{"▄", "_", "─", "¯", "▀"},
		amounts: [5]string{"·", "░", "▒", "▓", "█"},
		filled:  "█", likely: "▒", lacking: "░", own: "▓", absent: "░", empty: "·", floor: "║",
		rule: "─", bullet: "•", gutter: "│", ellipsis: "…",
	}
}

func asciiSymbols() symbols {
	return symbols{
		start: "|", end: "|", line: "-", edge: ":", centre: "|",
		spanStart: "|", spanEnd: "|", span: "=", spanEdge: ":", spanCentre: "|",
		practice: "P", situation: "S", both: "B",
		before: "o", after: "@", unmoved: "%", wanted: "W", limit: "]", gone: "!", unknown: "?",
		heights: [5]string{"_", ".", "-", "'", `"`},
		amounts: [5]string{".", "-", "+", "*", "#"},
		filled:  "#", likely: "+", lacking: "~", own: "@", absent: "~", empty: ".", floor: "|",
		rule: "-", bullet: "*", gutter: "|", ellipsis: "...",
	}
}

// of returns the symbol of a mark.
func (s *symbols) of(kind page.MarkKind) string {
	switch kind {
	case page.Practice, page.Value, page.Person, page.Median:
		return s.practice
	case page.Situation, page.Goal, page.Mean:
		return s.situation
	case page.Before, page.Role:
		return s.before
	case page.After:
		return s.after
	case page.Wanted:
		return s.wanted
	case page.Limit:
		return s.limit
	case page.Floor, page.Event:
		return s.floor
	case page.Break:
		return s.gone
	default:
		return s.ofStretch(kind)
	}
}

func (s *symbols) ofStretch(kind page.MarkKind) string {
	switch kind {
	case page.Range, page.Deviation, page.Half:
		return s.span
	case page.Sure, page.Bar:
		return s.filled
	case page.Likely:
		return s.likely
	case page.Shortfall:
		return s.lacking
	case page.Own:
		return s.own
	case page.Absent:
		return s.absent
	default:
		return s.unknown
	}
}
