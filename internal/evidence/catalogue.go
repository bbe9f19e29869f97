package evidence

import (
	_ "embed" // for signals.json
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
)

// signalsJSON holds the signals. In it globs name the files; checks, of which one must fit, are about what is in them; needs
// are texts of which a file must hold one before it is checked, to save time; ships names repositories that make such a
// tool, and marks a signal that may be what a repository is for; fold_case is for the globs; lives_anywhere marks signals
// that mean the same below examples and tests; min is how many files it takes; cap is how many are opened.
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
	Needs         []string `json:"needs"`
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

	path, match, then, also *regexp.Regexp
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
	decoder := json.NewDecoder(strings.NewReader(string(signalsJSON)))
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
	if err := compile(&rule.exclude, rule.Exclude); err != nil {
		return err
	}
	for i := range rule.Checks {
		c := &rule.Checks[i]
		for _, part := range []struct {
			to   **regexp.Regexp
			text string
		}{{&c.path, c.Path}, {&c.match, c.Match}, {&c.then, c.Then}, {&c.also, c.Also}} {
			if err := compile(part.to, part.text); err != nil {
				return err
			}
		}
	}
	return nil
}

// compile leaves the expression nil for an empty text. In it ^ and $ are the ends of a line.
func compile(to **regexp.Regexp, text string) error {
	if text == "" {
		return nil
	}
	var err error
	*to, err = regexp.Compile("(?m)" + text)
	return err
}

// fits reports whether the content of a file is what the rule is about; one without checks goes by the path alone.
func (rule *signalRule) fits(file string, content []byte) bool {
	if !rule.mayFit(content) {
		return false
	}
	for i := range rule.Checks {
		if rule.Checks[i].fits(file, content) {
			return true
		}
	}
	return len(rule.Checks) == 0
}
