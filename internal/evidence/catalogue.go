package evidence

import (
	"bytes"
	_ "embed" // for signals.json
	"encoding/binary"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// signalsJSON defines the signals. globs name the files; at least one of checks must match their content, line by line;
// ships names repositories that make such a tool; may_be_product marks what a repository may exist for; fold_case is
// about the globs; lives_anywhere marks signals that mean the same in examples and tests; min is how many files are
// needed; cap is how many are opened.
//
//go:embed signals.json
var signalsJSON []byte

// signalRule is one entry of signals.json.
type signalRule struct {
	ID            string   `json:"id"`
	Family        string   `json:"family"`
	Title         string   `json:"title"`
	Axis          string   `json:"axis"`
	Lean          string   `json:"lean"`
	Caution       *string  `json:"caution"`
	FoldCase      bool     `json:"fold_case"`
	LivesAnywhere bool     `json:"lives_anywhere"`
	Min           int      `json:"min"`
	Exclude       string   `json:"exclude"`
	Ships         []string `json:"ships"`
	Globs         []string `json:"globs"`
	Cap           int      `json:"cap"`
	Checks        []check  `json:"checks"`
	exclude       *regexp.Regexp
}

// check is a condition on content: a match, a number of times, followed within some characters (0: anywhere later) by a
// second match, and a third anywhere, but no match of unless. Path limits it to some of the files.
type check struct {
	Path   string `json:"path"`
	Match  string `json:"match"`
	Times  int    `json:"times"`
	Within int    `json:"within"`
	Then   string `json:"then"`
	Also   string `json:"also"`
	Unless string `json:"unless"`

	path                      *regexp.Regexp
	match, then, also, unless *finder
}

// catalogue is the compiled list of signals.
type catalogue struct {
	rules []*signalRule
	// exact and folded hold the globs of the rules, which are referred to by number.
	exact, folded globs
	// vocabulary holds the texts that the checks look for; sweeps finds those of some rules at once.
	vocabulary vocabulary
	sweeps     map[string]*sweep
}

// newCatalogue reads signals.json. An error means that the program is broken.
func newCatalogue() (*catalogue, error) {
	var c catalogue
	decoder := json.NewDecoder(bytes.NewReader(signalsJSON))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&c.rules); err != nil {
		return nil, fmt.Errorf("read signals.json: %w", err)
	}
	for i, rule := range c.rules {
		if err := rule.compilePatterns(); err != nil {
			return nil, fmt.Errorf("signals.json, %s: %w", rule.ID, err)
		}
		rule.numberTexts(&c.vocabulary)
		for _, glob := range rule.Globs {
			if rule.FoldCase {
				c.folded.addPattern(strings.ToLower(glob), i)
			} else {
				c.exact.addPattern(glob, i)
			}
		}
	}
	return &c, nil
}

func (rule *signalRule) compilePatterns() error {
	rule.Min = max(rule.Min, 1)
	var err error
	if rule.exclude, err = compileOptional(rule.Exclude, regexp.Compile); err != nil {
		return err
	}
	for i := range rule.Checks {
		if err := rule.Checks[i].compilePatterns(); err != nil {
			return err
		}
	}
	return nil
}

// numberTexts gives the texts that say where a rule may match their numbers.
func (rule *signalRule) numberTexts(v *vocabulary) {
	for i := range rule.Checks {
		match := rule.Checks[i].match
		for _, text := range match.sought {
			match.numbers = append(match.numbers, v.numberOf(text))
		}
	}
}

// sweepFor returns what looks up all texts of some rules.
func (c *catalogue) sweepFor(rules []int) *sweep {
	var key []byte
	for _, rule := range rules {
		key = binary.LittleEndian.AppendUint16(key, uint16(rule))
	}
	if known := c.sweeps[string(key)]; known != nil {
		return known
	}
	var numbers []int
	for _, rule := range rules {
		for i := range c.rules[rule].Checks {
			numbers = append(numbers, c.rules[rule].Checks[i].match.numbers...)
		}
	}
	slices.Sort(numbers)
	if c.sweeps == nil {
		c.sweeps = map[string]*sweep{}
	}
	made := newSweep(&c.vocabulary, slices.Compact(numbers))
	c.sweeps[string(key)] = made
	return made
}

func (c *check) compilePatterns() error {
	var err error
	if c.path, err = compileOptional(c.Path, regexp.Compile); err != nil {
		return err
	}
	for _, part := range []struct {
		to   **finder
		text string
	}{{&c.match, c.Match}, {&c.then, c.Then}, {&c.also, c.Also}, {&c.unless, c.Unless}} {
		if *part.to, err = compileOptional(part.text, newFinder); err != nil {
			return err
		}
	}
	return nil
}

// compileOptional returns nil for an empty text.
func compileOptional[T any](text string, compile func(string) (*T, error)) (*T, error) {
	if text == "" {
		return nil, nil
	}
	return compile(text)
}
