package evidence

import (
	"bytes"
	_ "embed" // for signals.json
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
)

// signalsJSON holds the signals. In it globs name the files; checks, of which one must fit, are about what is in them, line by
// line; ships names repositories that make such a tool, and marks a signal that may be what a repository is for; fold_case is
// for the globs; lives_anywhere marks signals that mean the same below examples and tests; min is how many files it takes;
// cap is how many are opened.
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

// check is one thing that content may have: a match, times over, followed within some characters (0: anywhere later) by
// another one, and a third anywhere. Path limits it to some of the files.
type check struct {
	Path   string `json:"path"`
	Match  string `json:"match"`
	Times  int    `json:"times"`
	Within int    `json:"within"`
	Then   string `json:"then"`
	Also   string `json:"also"`

	path              *regexp.Regexp
	match, then, also *finder
}

// catalogue are the signals, ready to be looked for.
type catalogue struct {
	rules []*signalRule
	// exact and folded hold the globs of the rules, by their numbers.
	exact, folded globs
}

// newCatalogue reads signals.json. A fault in it is one of the program.
func newCatalogue() (*catalogue, error) {
	var c catalogue
	decoder := json.NewDecoder(bytes.NewReader(signalsJSON))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&c.rules); err != nil {
		return nil, fmt.Errorf("read signals.json: %w", err)
	}
	for i, rule := range c.rules {
		if err := rule.compile(); err != nil {
			return nil, fmt.Errorf("signals.json, %s: %w", rule.ID, err)
		}
		for _, glob := range rule.Globs {
			if rule.FoldCase {
				c.folded.add(strings.ToLower(glob), i)
			} else {
				c.exact.add(glob, i)
			}
		}
	}
	return &c, nil
}

func (rule *signalRule) compile() error {
	rule.Min = max(rule.Min, 1)
	var err error
	if rule.exclude, err = compiled(rule.Exclude, regexp.Compile); err != nil {
		return err
	}
	for i := range rule.Checks {
		if err := rule.Checks[i].compile(); err != nil {
			return err
		}
	}
	return nil
}

func (c *check) compile() error {
	var err error
	if c.path, err = compiled(c.Path, regexp.Compile); err != nil {
		return err
	}
	for _, part := range []struct {
		to   **finder
		text string
	}{{&c.match, c.Match}, {&c.then, c.Then}, {&c.also, c.Also}} {
		if *part.to, err = compiled(part.text, newFinder); err != nil {
			return err
		}
	}
	return nil
}

// compiled leaves nil what has no text.
func compiled[T any](text string, compile func(string) (*T, error)) (*T, error) {
	if text == "" {
		return nil, nil
	}
	return compile(text)
}
