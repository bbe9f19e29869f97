package terminal

// Colours that text is written in, by their numbers among the 256 of xterm. Nothing tells whether a terminal is light or dark, so each
// has a contrast of at least 4.5 with white and with black. Of the 256, those from 16 on do not follow a theme, and six of them do.
const (
	Blue   = 63
	Purple = 98
	Brown  = 131
	Plum   = 163
	Grey   = 243
)
