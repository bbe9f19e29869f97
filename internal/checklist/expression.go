package checklist

import (
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
)

// expression is the condition of a risk rule: choices, joined by && and ||, turned round by !.
type expression struct {
	// operator is one of the four below. A choice is an index, the others have parts.
	operator operator
	choice   int
	parts    []*expression
}

type operator int

const (
	isChosen operator = iota
	allOf
	anyOf
	notOf
)

// parseExpression returns what a condition says about choices. The fault is "" for a condition that can be read.
func parseExpression(text string, ids []string) (e *expression, fault string) {
	p := &expressionParser{tokens: tokens(text), ids: ids}
	e = p.join(anyOf)
	if p.fault == "" && p.next < len(p.tokens) {
		p.fault = diag.Quote(p.tokens[p.next]) + " is not expected"
	}
	return e, p.fault
}

// tokens splits a condition into names, operators and parentheses; every other character stands alone.
func tokens(text string) []string {
	var list []string
	for i := 0; i < len(text); {
		end := i
		for end < len(text) && isNameByte(text[end]) {
			end++
		}
		switch {
		case end > i:
		case strings.HasPrefix(text[i:], "&&"), strings.HasPrefix(text[i:], "||"):
			end = i + 2
		default:
			end = i + 1
		}
		if token := strings.TrimSpace(text[i:end]); token != "" {
			list = append(list, token)
		}
		i = end
	}
	return list
}

func isNameByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-' || c == '.' || c >= 0x80
}

type expressionParser struct {
	tokens []string
	next   int
	ids    []string
	depth  int
	fault  string
}

// take goes to the next token if it is the given one.
func (p *expressionParser) take(token string) bool {
	if p.fault != "" || p.next == len(p.tokens) || p.tokens[p.next] != token {
		return false
	}
	p.next++
	return true
}

// join reads parts between which one operator stands; && binds more than ||.
func (p *expressionParser) join(op operator) *expression {
	word, read := "||", func() *expression { return p.join(allOf) }
	if op == allOf {
		word, read = "&&", p.part
	}
	parts := []*expression{read()}
	for p.take(word) {
		parts = append(parts, read())
	}
	if len(parts) == 1 {
		return parts[0]
	}
	e := &expression{operator: op}
	for _, part := range parts {
		if part.operator == op {
			e.parts = append(e.parts, part.parts...)
		} else {
			e.parts = append(e.parts, part)
		}
	}
	return e
}

// part reads a choice, or what stands in parentheses or behind a !.
func (p *expressionParser) part() *expression {
	const deepest = 64
	p.depth++
	defer func() { p.depth-- }()
	switch {
	case p.fault != "":
	case p.depth > deepest:
		p.fault = "it is nested too deep"
	case p.take("!"):
		return &expression{operator: notOf, parts: []*expression{p.part()}}
	case p.take("("):
		e := p.join(anyOf)
		if !p.take(")") && p.fault == "" {
			p.fault = "a parenthesis is not closed"
		}
		return e
	case p.next == len(p.tokens):
		p.fault = "it ends too early"
	default:
		token := p.tokens[p.next]
		at := slices.Index(p.ids, token)
		if at < 0 {
			p.fault = "there is no choice " + diag.Quote(token)
		}
		p.next++
		return &expression{choice: at}
	}
	return &expression{}
}

// truth says for which sets of choices a condition holds: bit i of the result stands for the set i. columns has the same for
// each choice alone, so that all sets are evaluated at once.
func (e *expression) truth(columns [][]uint64) []uint64 {
	if e.operator == isChosen {
		return columns[e.choice]
	}
	result := slices.Clone(e.parts[0].truth(columns))
	for i := range result {
		if e.operator == notOf {
			result[i] = ^result[i]
		}
	}
	for _, part := range e.parts[1:] {
		for i, bits := range part.truth(columns) {
			if e.operator == allOf {
				result[i] &= bits
			} else {
				result[i] |= bits
			}
		}
	}
	return result
}

// words says a condition with the titles of the choices.
func (e *expression) words(titles []string) string {
	if e.operator == isChosen {
		return titles[e.choice]
	}
	parts := make([]string, len(e.parts))
	plain := true
	for i, part := range e.parts {
		parts[i] = part.words(titles)
		if part.operator != isChosen {
			parts[i], plain = "("+parts[i]+")", plain && part.operator == notOf
		}
	}
	isNot := func(part *expression) bool { return part.operator == notOf && part.parts[0].operator == isChosen }
	switch {
	case e.operator == notOf:
		return "not: " + e.parts[0].words(titles)
	case e.operator == allOf && !slices.ContainsFunc(e.parts, func(part *expression) bool { return !isNot(part) }):
		for i, part := range e.parts {
			parts[i] = part.parts[0].words(titles)
		}
		return "none of: " + strings.Join(parts, "; ")
	case e.operator == allOf && plain:
		return "all of: " + strings.Join(parts, "; ")
	case e.operator == allOf:
		return strings.Join(parts, " and ")
	case plain:
		return "at least one of: " + strings.Join(parts, "; ")
	}
	return strings.Join(parts, ", or ")
}
