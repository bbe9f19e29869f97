package delivery

import (
	"bytes"
	"fmt"
	"strconv"
	"time"
)

// clock reads times: RFC 3339, a date and a time of day in its zone, or seconds or milliseconds since 1970.
type clock struct {
	zone *time.Location
	// from and to bound a stretch, in seconds as the clock on the wall counts them, far enough from any change of the clocks that
	// offset holds in all of it.
	from, to, offset int64
}

func newClock(zone *time.Location) *clock {
	if zone == nil {
		zone = time.UTC
	}
	return &clock{zone: zone}
}

// LoadZone returns a time zone by its name in the IANA database, such as Europe/Berlin. The zone of the machine is none: the same
// file would mean other times elsewhere.
func LoadZone(name string) (*time.Location, error) {
	if name == "" || name == "Local" {
		return nil, fmt.Errorf("write a time zone such as Europe/Berlin, or UTC")
	}
	zone, err := time.LoadLocation(name)
	if err != nil {
		return nil, fmt.Errorf("there is no such time zone; write one such as Europe/Berlin, or UTC")
	}
	return zone, nil
}

// moment is a time that was read, in seconds since 1970.
type moment struct {
	at int64
	// local: it named no zone. repeated: clocks showed it twice; it is the earlier one.
	local, repeated bool
}

const (
	day = 24 * 60 * 60
	// earliest is the year 2000: numbers below are no times but something else.
	earliest = 946_684_800
	// latest is the year 2100.
	latest = 4_102_444_800
)

// read reads a time; a reason says why it is none.
func (c *clock) read(text []byte) (found moment, reason string) {
	if at, isNumber := epoch(text); isNumber {
		if at < earliest || at > latest {
			return moment{}, reasonNumber
		}
		return moment{at: at}, ""
	}
	d, ok := readDigits(text)
	switch {
	case !ok:
		return moment{}, reasonTime
	case !d.hasTime:
		return moment{}, reasonDateOnly
	}
	wall := time.Date(d.year, time.Month(d.month), d.day, d.hour, d.minute, d.second, 0, time.UTC)
	if wall.Day() != d.day || d.month > 12 || d.hour > 23 || d.minute > 59 || d.second > 60 {
		return moment{}, reasonTime
	}
	if d.hasOffset {
		found.at = wall.Unix() - d.offset
	} else if found, reason = c.fromWall(wall.Unix()); reason != "" {
		return moment{}, reason
	}
	if found.at < earliest || found.at > latest {
		return moment{}, reasonFar
	}
	return found, ""
}

// fromWall returns when the clocks of the zone showed a time, which is given in seconds as if it were UTC. When clocks are put
// forward some times never come. When they are set back some come twice: of these the earlier one is taken.
func (c *clock) fromWall(wall int64) (moment, string) {
	if c.from <= wall && wall < c.to {
		return moment{at: wall - c.offset, local: true}, ""
	}
	// The clocks change at most once within two days.
	before, after := c.offsetAt(wall-day), c.offsetAt(wall+day)
	if before == after {
		c.remember(wall, before)
		return moment{at: wall - before, local: true}, ""
	}
	first, second := wall-before, wall-after
	asBefore, asAfter := c.offsetAt(first) == before, c.offsetAt(second) == after
	switch {
	case asBefore && asAfter:
		return moment{at: min(first, second), local: true, repeated: true}, ""
	case asBefore:
		return moment{at: first, local: true}, ""
	case asAfter:
		return moment{at: second, local: true}, ""
	}
	return moment{}, reasonSkipped
}

func (c *clock) offsetAt(at int64) int64 {
	_, offset := time.Unix(at, 0).In(c.zone).Zone()
	return int64(offset)
}

// remember keeps the stretch around a time in which the clocks do not change.
func (c *clock) remember(wall, offset int64) {
	start, end := time.Unix(wall-offset, 0).In(c.zone).ZoneBounds()
	c.from, c.to, c.offset = earliest-day, latest+day, offset
	if !start.IsZero() {
		c.from = start.Unix() + offset + day
	}
	if !end.IsZero() {
		c.to = end.Unix() + offset - day
	}
}

// epoch reads seconds or milliseconds since 1970, with or without a fraction. Any number of these is a time after the year 2000 as
// one of the two only.
func epoch(text []byte) (at int64, isNumber bool) {
	whole, fraction, _ := bytes.Cut(text, []byte("."))
	const most = 14
	if len(whole) == 0 || !areDigits(whole) || !areDigits(fraction) {
		return 0, false
	}
	if len(whole) > most {
		return 0, true
	}
	at, _ = strconv.ParseInt(string(whole), 10, 64)
	if at > latest {
		at /= 1000
	}
	return at, true
}

func areDigits(text []byte) bool {
	for _, c := range text {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}

// digits are the parts of a time as they are written.
type digits struct {
	year, month, day, hour, minute, second int
	hasTime, hasOffset                     bool
	offset                                 int64
}

// readDigits takes 2006-01-02 15:04[:05[.000]][ zone] apart; a T may stand for the blank. The zone is Z, UTC or ±07[:][00].
func readDigits(text []byte) (d digits, ok bool) {
	p := parts{text: text, ok: true}
	d.year, d.month, d.day = p.number(4), p.after('-'), p.after('-')
	if len(p.text) == 0 {
		return d, p.ok
	}
	if p.text[0] != ' ' && p.text[0] != 'T' && p.text[0] != 't' {
		return d, false
	}
	p.text = p.text[1:]
	d.hour, d.minute, d.hasTime = p.number(2), p.after(':'), true
	if len(p.text) > 0 && p.text[0] == ':' {
		d.second = p.after(':')
		p.fraction()
	}
	d.offset, d.hasOffset = p.zone()
	return d, p.ok && len(p.text) == 0
}

// parts takes a text apart from its start; ok turns false where it is something else.
type parts struct {
	text []byte
	ok   bool
}

func (p *parts) number(width int) int {
	if len(p.text) < width || !areDigits(p.text[:width]) {
		p.ok = false
		return 0
	}
	n := 0
	for _, c := range p.text[:width] {
		n = 10*n + int(c-'0')
	}
	p.text = p.text[width:]
	return n
}

// after is the number of two digits behind a sign.
func (p *parts) after(sign byte) int {
	if len(p.text) == 0 || p.text[0] != sign {
		p.ok = false
		return 0
	}
	p.text = p.text[1:]
	return p.number(2)
}

// fraction passes over parts of a second, which no figure needs.
func (p *parts) fraction() {
	if len(p.text) < 2 || p.text[0] != '.' && p.text[0] != ',' || !areDigits(p.text[1:2]) {
		return
	}
	p.text = p.text[1:]
	for len(p.text) > 0 && areDigits(p.text[:1]) {
		p.text = p.text[1:]
	}
}

// zone is the offset from UTC in seconds; given is false where there is none.
func (p *parts) zone() (offset int64, given bool) {
	p.text = bytes.TrimLeft(p.text, " ")
	switch {
	case len(p.text) == 0:
		return 0, false
	case string(p.text) == "Z", string(p.text) == "z", string(p.text) == "UTC", string(p.text) == "GMT":
		p.text = nil
		return 0, true
	case p.text[0] != '+' && p.text[0] != '-':
		p.ok = false
		return 0, false
	}
	sign := int64(1)
	if p.text[0] == '-' {
		sign = -1
	}
	p.text = p.text[1:]
	hours, minutes := p.number(2), 0
	if len(p.text) > 0 {
		p.text = bytes.TrimPrefix(p.text, []byte(":"))
		minutes = p.number(2)
	}
	if hours > 14 || minutes > 59 {
		p.ok = false
	}
	return sign * int64(60*(60*hours+minutes)), true
}
