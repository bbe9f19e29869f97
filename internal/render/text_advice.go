package render

import (
	"strconv"
	"strings"
)

const (
	// numberWidth holds a rank up to 99 and a space; rowWidth the longest name of a part of a recommendation.
	numberWidth = 3
	rowWidth    = 9
)

func (p *page) title(number int, text string) {
	p.labelled(label{indent: 2, width: numberWidth, tone: strongTone, text: strconv.Itoa(number)}, strongTone, text)
}

func (p *page) part(name, text string) {
	if strings.TrimSpace(text) == "" {
		return
	}
	p.labelled(label{indent: 2 + numberWidth, width: rowWidth, tone: faintTone, text: name}, plainTone, text)
}
