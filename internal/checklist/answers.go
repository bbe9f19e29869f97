package checklist

import (
	"math/big"
	"slices"
	"strings"
)

// The levels of a point that is there, there in part, or not there, and of the risks of a lens.
const (
	levelAll    = "4"
	levelPartly = "3"
	levelNone   = "0"
)

// yesOrNo are the answers to a point that names none.
func yesOrNo() []Option {
	return []Option{
		{ID: "no", Text: "No", Level: levelNone},
		{ID: "partly", Text: "Partly", Level: levelPartly},
		{ID: "yes", Text: "Yes", Level: levelAll},
	}
}

// noneOfThese is the answer that nothing of a list is there.
func noneOfThese() Option { return Option{ID: "none", Text: "None of these", None: true} }

// answerAll makes a list of options, of which all that apply are chosen. It ends with the one that says that nothing of the list
// is there. Without another one there is nothing to choose, and the point is answered by yes or no.
func (p *Point) answerAll(options []Option) {
	p.Many, p.Options = true, nil
	none := noneOfThese()
	given := false
	for _, o := range options {
		switch {
		case !o.None:
			p.Options = append(p.Options, o)
		case given:
			p.leaveOption(o)
		default:
			none, given = o, true
		}
	}
	if len(p.Options) > 0 {
		p.Options = append(p.Options, none)
		return
	}
	if given {
		p.leaveOption(none)
	}
	p.Many, p.Options = false, yesOrNo()
}

func (p *Point) leaveOption(o Option) {
	p.Left = append(p.Left, Leftover{Reason: "an option that says nothing more than another", Text: o.Text, Pos: o.Pos})
}

// isNone reports a text that says that nothing of a list is there.
func isNone(text string) bool {
	return reads(text, "none", "nothing") || isNoneOfThese(text)
}

// isNoneOfThese reports such a text that has a meaning below a list alone.
func isNoneOfThese(text string) bool {
	return reads(text, "none of these", "none of them", "none of the above", "none of above", "none of the others")
}

// isNotApplicable reports a text that says that a point does not apply.
func isNotApplicable(text string) bool {
	return reads(text, "n a", "na", "not applicable", "does not apply", "not relevant")
}

// isUnknown reports a text that every question offers as an answer.
func isUnknown(text string) bool {
	return reads(text, "don t know", "dont know", "do not know", "unknown", "not sure", "unsure")
}

// isGood and isBad report answers at the ends of a scale.
func isGood(text string) bool {
	return begins(text, "yes", "done", "complete", "completed", "fully", "full", "always", "all", "implemented", "true", "in place", "pass")
}

func isBad(text string) bool {
	return begins(text, "no", "none", "never", "nobody", "not", "nothing", "nowhere", "missing", "false", "fail")
}

func begins(text string, starts ...string) bool {
	text = wordsOf(text) + " "
	return slices.ContainsFunc(starts, func(start string) bool { return strings.HasPrefix(text, start+" ") })
}

// ladder orders answers from the worst to the best and spreads them over the levels; false where the ends do not tell which
// is which.
func ladder(options []Option) bool {
	isList := func(o Option) bool { return isNoneOfThese(o.Text) }
	if len(options) < 2 || slices.ContainsFunc(options, isList) {
		return false
	}
	first, last := options[0].Text, options[len(options)-1].Text
	switch {
	case isBad(first) && !isBad(last), isGood(last) && !isGood(first):
	case isGood(first) && !isGood(last), isBad(last) && !isBad(first):
		slices.Reverse(options)
	default:
		return false
	}
	for i := range options {
		options[i].Level = decimal(big.NewRat(int64(4*i), int64(len(options)-1)))
	}
	return true
}

// isCertain reports answers whose order nobody would doubt: yes and no, and one between.
func isCertain(options []Option) bool {
	between := []string{"partly", "partially", "in part", "partial", "some", "in progress"}
	return reads(options[0].Text, "no", "none", "never") &&
		reads(options[len(options)-1].Text, "yes", "all", "always") &&
		(len(options) == 2 || len(options) == 3 && slices.Contains(between, wordsOf(options[1].Text)))
}

// decimal writes a number with at most two digits behind the point.
func decimal(value *big.Rat) string {
	text := value.FloatString(2)
	return strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
}

// best returns the highest level that the answers to a point can reach.
func (p *Point) best() *big.Rat {
	highest := new(big.Rat)
	if p.Many {
		return highest.SetInt64(4)
	}
	for _, option := range p.Options {
		if level, ok := new(big.Rat).SetString(option.Level); ok && level.Cmp(highest) > 0 {
			highest = level
		}
	}
	return highest
}
