package evidence

import (
	"regexp/syntax"
	"slices"
	"strings"
)

// requiredTexts returns texts of which every match contains at least one; none when nothing can be said.
func requiredTexts(e *syntax.Regexp) []string {
	switch e.Op {
	case syntax.OpLiteral:
		if e.Flags&syntax.FoldCase == 0 {
			return []string{string(e.Rune)}
		}
	case syntax.OpCapture, syntax.OpPlus:
		return requiredTexts(e.Sub[0])
	case syntax.OpConcat:
		return requiredOfParts(e.Sub)
	case syntax.OpAlternate:
		return collectTexts(e.Sub, requiredTexts)
	default:
	}
	return nil
}

// requiredOfParts takes parts that follow one another for one text where it is known what they match: a longer one stands in
// fewer lines.
func requiredOfParts(parts []*syntax.Regexp) []string {
	var best, joined []string
	for _, part := range parts {
		joined = joinTexts(joined, exactTexts(part))
		for _, found := range [][]string{joined, requiredTexts(part)} {
			if shortestLen(found) > shortestLen(best) {
				best = found
			}
		}
	}
	return best
}

// exactTexts returns all that an expression matches; none where that is more than a few texts.
func exactTexts(e *syntax.Regexp) []string {
	switch e.Op {
	case syntax.OpLiteral:
		return requiredTexts(e)
	case syntax.OpCapture:
		return exactTexts(e.Sub[0])
	case syntax.OpAlternate:
		return collectTexts(e.Sub, exactTexts)
	case syntax.OpConcat:
		joined := exactTexts(e.Sub[0])
		for _, part := range e.Sub[1:] {
			next := exactTexts(part)
			if joined == nil || next == nil || len(joined)*len(next) > mostJoined {
				return nil
			}
			joined = joinTexts(joined, next)
		}
		return joined
	default:
	}
	return nil
}

// mostJoined limits how many texts parts are joined to.
const mostJoined = 16

// joinTexts appends each of the texts that follow to each of those before; where there are none before, or too many, what
// follows stands alone.
func joinTexts(before, following []string) []string {
	if len(before) == 0 || len(before)*len(following) > mostJoined {
		return following
	}
	var joined []string
	for _, first := range before {
		for _, second := range following {
			joined = append(joined, first+second)
		}
	}
	return joined
}

// collectTexts returns the texts of all alternatives, sorted; none when those of one are not known.
func collectTexts(alternatives []*syntax.Regexp, textsOf func(*syntax.Regexp) []string) []string {
	var all []string
	for _, one := range alternatives {
		found := textsOf(one)
		if found == nil {
			return nil
		}
		all = append(all, found...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// shortestLen is the length of the shortest text, 0 for none.
func shortestLen(texts []string) int {
	if len(texts) == 0 {
		return 0
	}
	return len(slices.MinFunc(texts, func(a, b string) int { return len(a) - len(b) }))
}

// chooseAnchor returns a key of YAML that every match contains, the one literal or another text; "" for none.
func chooseAnchor(e *syntax.Regexp) string {
	// Shorter ones stand everywhere.
	const shortest = len("kind:")
	if literals := requiredTexts(e); len(literals) == 1 && strings.HasSuffix(literals[0], ":") {
		return literals[0]
	}
	if e.Op != syntax.OpConcat {
		return ""
	}
	for _, part := range e.Sub {
		if required := requiredTexts(part); len(required) == 1 && len(required[0]) >= shortest && strings.HasSuffix(required[0], ":") {
			return required[0]
		}
	}
	return ""
}
