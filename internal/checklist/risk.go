package checklist

import (
	"fmt"
	"math/bits"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/opsfit/opsfit/internal/english"
)

// risk is what a lens says of the choices that were made, from the highest.
type risk int

const (
	highRisk risk = iota
	mediumRisk
	noRisk
)

func riskOf(word string) risk {
	switch word {
	case "MEDIUM_RISK":
		return mediumRisk
	case "NO_RISK":
		return noRisk
	}
	return highRisk
}

func (r risk) String() string { return [...]string{"HIGH_RISK", "MEDIUM_RISK", "NO_RISK"}[r] }

// level is the level of an answer with that risk: at the highest tier the first is far below what is asked, the second a gap,
// and the last is met.
func (r risk) level() string { return [...]string{levelNone, levelPartly, levelAll}[r] }

// answerBy makes the answers of a question of a lens, and the remedies of its choices.
//
// Where no risk is left only when everything is chosen, or where there are no rules, the choices are a list: level 4, which the
// highest tier asks for, is reached with all of them, just where the lens finds no risk. Else the answers are the rules
// themselves, each in words with the level of its risk, so that every set of choices gets the risk that the lens gives it.
func (p *Point) answerBy(choices []choice, rules []rule) {
	table := newRiskTable(choices, rules)
	switch {
	case len(table.own) == 1 && (rules == nil || table.asksForAll()):
		p.answerByOne(choices, table)
	case rules == nil || len(rules) == 1 || table.asksForAll():
		p.answerByList(choices, table)
	default:
		p.answerByRules(choices, rules, table)
	}
	for i, c := range choices {
		if c.remedy.Step == "" && c.remedy.Then == "" {
			continue
		}
		c.remedy.Option, c.remedy.Impact = -1, table.impactOf(table.risks[0])
		if p.Many && !c.none {
			c.remedy.Option, c.remedy.Impact = i, table.impactOf(table.without(i))
		}
		p.Remedies = append(p.Remedies, c.remedy)
	}
}

// answerByOne asks whether the only choice there is was made.
func (p *Point) answerByOne(choices []choice, table riskTable) {
	none := choice{title: noneOfThese().Text, id: noneOfThese().ID}
	if i := noneIn(choices); i >= 0 {
		none = choices[i]
	}
	only := choices[table.own[0]]
	worst := table.risks[0]
	if table.risks[0] == noRisk {
		worst = highRisk
	}
	p.Options = []Option{
		{ID: none.id, Text: none.title, Level: worst.level(), Pos: none.pos},
		{ID: only.id, Text: only.title, Level: levelAll, Pos: only.pos},
	}
}

func (p *Point) answerByList(choices []choice, table riskTable) {
	worths := table.worths()
	var options []Option
	for i, c := range choices {
		options = append(options, Option{ID: c.id, Text: c.title, None: c.none, Worth: worthText(worths[i]), Pos: c.pos})
	}
	if table.rules == 1 {
		reason := "the lens finds the same risk, " + table.risks[0].String() + ", whatever is chosen; here the choices count"
		p.Left = append(p.Left, Leftover{Pos: p.Pos, Reason: reason})
	} else if harsher, milder := table.differences(worths); harsher+milder > 0 {
		p.Left = append(p.Left, Leftover{Pos: p.Pos, Reason: differ(harsher, milder, len(table.risks)-1)})
	}
	p.answerAll(options)
}

// differ says how many sets of choices are rated otherwise than by the lens.
func differ(harsher, milder, all int) string {
	var parts []string
	if milder > 0 {
		parts = append(parts, english.CountOf(milder, "is", "are")+" HIGH_RISK and only a gap here")
	}
	if harsher > 0 {
		parts = append(parts, english.CountOf(harsher, "is", "are")+" MEDIUM_RISK and two levels or more below the floor here")
	}
	return fmt.Sprintf("the risk rules in full; of %d sets of choices short of all, ", all) + english.List(parts)
}

// worthText writes a worth; the usual one, 1, is left out.
func worthText(worth int) string {
	if worth <= 1 {
		return ""
	}
	return strconv.Itoa(worth)
}

// answerByRules makes an answer of each rule, the one with the highest risk first.
func (p *Point) answerByRules(choices []choice, rules []rule, table riskTable) {
	titles := make([]string, len(choices))
	said := make([]bool, len(choices))
	for i, c := range choices {
		titles[i] = c.title
	}
	options := make([]Option, 3)
	var before []*expression
	hint, ordered := hintFor(rules)
	for _, r := range rules {
		text := noOther
		if none := noneIn(choices); r.when == nil && table.onlyNone && none >= 0 {
			text, said[none] = choices[none].title, true
		}
		if r.when != nil {
			r.when.mark(said)
			when := r.when
			if !ordered && len(before) > 0 {
				when = &expression{operator: allOf, parts: []*expression{when, notAny(before)}}
			}
			text = capital(when.words(titles))
			before = append(before, r.when)
		}
		if option := &options[r.risk]; option.Text != "" {
			option.Text += ", or " + strings.ToLower(text[:1]) + text[1:]
		} else {
			*option = Option{ID: [...]string{"high_risk", "medium_risk", "no_risk"}[r.risk], Text: text, Level: r.risk.level(), Pos: p.Pos}
		}
	}
	for _, o := range options {
		if o.Text != "" {
			p.Options = append(p.Options, o)
		}
	}
	p.Why = append(p.Why, hint)
	for i, c := range choices {
		if !said[i] {
			const reason = "a choice that makes no difference by the risk rules, or only to the highest risk"
			p.Left = append(p.Left, Leftover{Reason: reason, Text: c.title, Pos: c.pos})
		}
	}
}

// noneIn returns the index of the choice that says that no other was made; -1 for none.
func noneIn(choices []choice) int {
	return slices.IndexFunc(choices, func(c choice) bool { return c.none })
}

// noOther is the answer where no condition holds.
const noOther = "None of the other answers"

// notAny is the condition that none of others holds.
func notAny(others []*expression) *expression {
	if len(others) > 1 {
		others = []*expression{{operator: anyOf, parts: others}}
	}
	return &expression{operator: notOf, parts: others}
}

// hintFor says which of several true answers to choose: the conditions are tried in their order, the answers stand from the
// highest risk to none. ordered is false where these are neither the same nor the reverse.
func hintFor(rules []rule) (hint string, ordered bool) {
	var risks []risk
	for _, r := range rules {
		if r.when != nil {
			risks = append(risks, r.risk)
		}
	}
	switch {
	case len(risks) < 2:
		return "", true
	case slices.IsSorted(risks):
		return "Of several that are true, choose the first.", true
	}
	slices.Reverse(risks)
	if slices.IsSorted(risks) {
		return "Of several that are true, choose the last.", true
	}
	return "", false
}

// mark notes the choices that a condition names.
func (e *expression) mark(said []bool) {
	if e.operator == isChosen {
		said[e.choice] = true
	}
	for _, part := range e.parts {
		part.mark(said)
	}
}

func capital(text string) string {
	r, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(r)) + text[size:]
}

// riskTable is the risk of every set of choices. "None of these" is chosen where nothing else is.
type riskTable struct {
	// own are the indexes of the choices that are not that one, at most mostChoices.
	own []int
	all int
	// risks is indexed by sets of own: bit i of the index stands for own[i].
	risks []risk
	// rules is how many there are. onlyNone: the last one, which always holds, decides only where nothing is chosen.
	rules    int
	onlyNone bool
}

func newRiskTable(choices []choice, rules []rule) riskTable {
	t := riskTable{all: len(choices), rules: len(rules)}
	for i, c := range choices {
		if !c.none {
			t.own = append(t.own, i)
		}
	}
	t.risks = make([]risk, 1<<len(t.own))
	t.onlyNone = true
	columns, decided := t.columns(), make([]bool, len(t.risks))
	for _, r := range slices.Backward(rules) {
		var holds []uint64
		if r.when != nil {
			holds = r.when.truth(columns)
		}
		for set := range t.risks {
			if holds == nil || hasBit(holds, set) {
				t.risks[set], decided[set] = r.risk, holds != nil
			}
		}
	}
	for set := range t.risks {
		t.onlyNone = t.onlyNone && decided[set] == (set > 0)
	}
	if rules == nil {
		t.risks[len(t.risks)-1] = noRisk
	}
	return t
}

// columns say of each choice in which sets it is.
func (t riskTable) columns() [][]uint64 {
	columns := make([][]uint64, t.all)
	for i := range columns {
		columns[i] = make([]uint64, (len(t.risks)+wordBits-1)/wordBits)
		columns[i][0] = 1 // "none of these" is in the empty set alone
	}
	for bit, i := range t.own {
		columns[i][0] = 0
		for set := range t.risks {
			if set>>bit&1 == 1 {
				columns[i][set/wordBits] |= 1 << (set % wordBits)
			}
		}
	}
	return columns
}

const wordBits = 64

func hasBit(words []uint64, bit int) bool { return words[bit/wordBits]>>(bit%wordBits)&1 == 1 }

// asksForAll reports that no risk is left just where everything is chosen.
func (t riskTable) asksForAll() bool {
	for set, risk := range t.risks {
		if (risk == noRisk) != (set == len(t.risks)-1) {
			return false
		}
	}
	return true
}

// without is the risk where everything but the choice is chosen.
func (t riskTable) without(choice int) risk {
	full := len(t.risks) - 1
	for bit, i := range t.own {
		if i == choice {
			return t.risks[full&^(1<<bit)]
		}
	}
	return t.risks[0]
}

// impactOf rates what is gained where a risk goes away: a judgement of our own.
func (t riskTable) impactOf(gone risk) int {
	if t.rules == 0 {
		return usualImpact
	}
	return [...]int{4, 3, 2}[gone]
}

// worths returns the worth of each choice. Two are tried, one for choices without which the risk is high and one for the
// others, so that as many sets as possible are a gap where the lens finds a medium risk, and further off where it finds a high one.
func (t riskTable) worths() []int {
	const most = 4
	best, fewest := t.worthsBy(1, 1), -1
	for heavy := 1; heavy <= most; heavy++ {
		for light := 1; light <= heavy; light++ {
			if light > 1 && light == heavy {
				continue // the same as 1 and 1
			}
			tried := t.worthsBy(heavy, light)
			if t.hasDominant(tried) {
				continue // the lint warns of a list that is about one thing, and nobody would read on
			}
			harsher, milder := t.differences(tried)
			if n := harsher + milder; fewest < 0 || n < fewest {
				best, fewest = tried, n
			}
		}
	}
	return best
}

// hasDominant reports a choice that is worth more than all others together.
func (t riskTable) hasDominant(worths []int) bool {
	total := 0
	for _, i := range t.own {
		total += worths[i]
	}
	return slices.ContainsFunc(t.own, func(i int) bool { return 2*worths[i] > total })
}

func (t riskTable) worthsBy(heavy, light int) []int {
	worths := make([]int, t.all)
	for _, i := range t.own {
		worths[i] = light
		if t.without(i) == highRisk {
			worths[i] = heavy
		}
	}
	return worths
}

// differences counts the sets short of all whose risk is another here: at the highest tier half of the worth or less is two
// levels below what is asked, which is as far off as a high risk, and more than half is a gap, as a medium risk is.
func (t riskTable) differences(worths []int) (harsher, milder int) {
	if t.rules < 2 {
		return 0, 0
	}
	sums := t.sums(worths)
	total := sums[len(sums)-1]
	for set, risk := range t.risks[:len(t.risks)-1] {
		switch far := 2*sums[set] <= total; {
		case far && risk == mediumRisk:
			harsher++
		case !far && risk == highRisk:
			milder++
		}
	}
	return harsher, milder
}

// sums returns the worth of each set.
func (t riskTable) sums(worths []int) []int {
	sums := make([]int, len(t.risks))
	for set := 1; set < len(sums); set++ {
		sums[set] = sums[set&(set-1)] + worths[t.own[bits.TrailingZeros(uint(set))]]
	}
	return sums
}
