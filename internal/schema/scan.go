package schema

import (
	"encoding/json"
	"strings"
)

// scanner steps through JSON that is known to be valid.
type scanner struct {
	data []byte
	at   int
}

// peek returns the byte that the next value or closing bracket begins with.
func (s *scanner) peek() byte {
	for strings.IndexByte(" \t\r\n,:", s.data[s.at]) >= 0 {
		s.at++
	}
	return s.data[s.at]
}

// scalar returns the next value, a text with its quotes, a number or a word, and where it begins.
func (s *scanner) scalar() (raw []byte, at int) {
	if s.peek() == '"' {
		return s.text()
	}
	at = s.at
	for s.at < len(s.data) && strings.IndexByte(" \t\r\n,]}", s.data[s.at]) < 0 {
		s.at++
	}
	return s.data[at:s.at], at
}

func (s *scanner) text() (raw []byte, at int) {
	at = s.at
	for s.at++; s.data[s.at] != '"'; s.at++ {
		if s.data[s.at] == '\\' {
			s.at++
		}
	}
	s.at++
	return s.data[at:s.at], at
}

// members visits the members of an object; each visit has to read the value. nameAt is where the name begins.
func (s *scanner) members(visit func(name string, nameAt int)) {
	for s.at++; s.peek() != '}'; {
		raw, at := s.text()
		visit(unquoted(raw), at)
	}
	s.at++
}

// items visits the items of a list; each visit has to read the item.
func (s *scanner) items(visit func(index int)) {
	s.at++
	for i := 0; s.peek() != ']'; i++ {
		visit(i)
	}
	s.at++
}

// skip passes over the next value.
func (s *scanner) skip() {
	switch s.peek() {
	case '{':
		s.members(func(string, int) { s.skip() })
	case '[':
		s.items(func(int) { s.skip() })
	default:
		s.scalar()
	}
}

// unquoted is the text that JSON writes with quotes and escapes.
func unquoted(raw []byte) string {
	if !strings.Contains(string(raw), `\`) {
		return string(raw[1 : len(raw)-1])
	}
	var text string
	if err := json.Unmarshal(raw, &text); err != nil {
		return string(raw)
	}
	return text
}

// Find returns how many bytes of valid JSON come before what a path of member names and indices, such as "axes", 2, "fit", leads
// to; where it leads nowhere, before the last that was found on the way.
func Find(data []byte, path ...any) int {
	s := &scanner{data: data}
	s.peek()
	found := s.at
	for _, step := range path {
		at := s.child(step)
		if at < 0 {
			break
		}
		s.at, found = at, at
	}
	return found
}

// child is where the value of a member, or an item, begins; -1 where there is none.
func (s *scanner) child(step any) int {
	found := -1
	see := func(isIt bool) {
		if s.peek(); isIt {
			found = s.at
		}
		s.skip()
	}
	switch name, isName := step.(string); {
	case isName && s.data[s.at] == '{':
		s.members(func(member string, _ int) { see(member == name) })
	case !isName && s.data[s.at] == '[':
		s.items(func(index int) { see(index == step) })
	}
	return found
}
