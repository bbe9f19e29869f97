package schema

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/english"
)

// Check returns what a result of this kind cannot have, with its place: a member twice, or with a name that differs from one of
// ours only in case, and values outside of what the schema allows. Members that it does not know are ignored; so is what is
// missing, or a text, a list or an object that is null. The text has to be valid JSON.
func (f *Form) Check(name string, data []byte) diag.List {
	return f.check(&check{form: f, file: name, scanner: scanner{data: data}, values: true})
}

// CheckNames is Check without regard to values: for results of an earlier form, whose members have the same names.
func (f *Form) CheckNames(name string, data []byte) diag.List {
	return f.check(&check{form: f, file: name, scanner: scanner{data: data}})
}

func (f *Form) check(c *check) diag.List {
	c.value(f.root)
	return c.found.Capped()
}

// check is the work on one file.
type check struct {
	scanner

	form *Form
	file string
	// values: not only names are checked.
	values bool
	// path leads to the current value: names, and indices in brackets.
	path  []string
	found diag.List
}

func (c *check) addFault(at int, code, format string, args ...any) {
	c.found = append(c.found, diag.Diagnostic{
		Severity: diag.Error, Code: code, File: c.file, Pos: diag.PosAfter(c.data, at+1),
		Message: PathText(c.path...) + " " + fmt.Sprintf(format, args...),
	})
}

// PathText joins a path to a value in a result: "axes[2].fit".
func PathText(path ...string) string {
	return diag.Cut(diag.Visible(strings.ReplaceAll(strings.Join(path, "."), ".[", "[")), 120)
}

// value reads the next value, of which the schema says n; nil where it says nothing.
func (c *check) value(n *node) {
	if len(c.found) > diag.MaxPerFile {
		c.skip()
		return
	}
	switch c.peek() {
	case '{':
		c.object(n)
	case '[':
		c.list(c.form.resolved(n))
	default:
		raw, at := c.scalar()
		if n = c.form.resolved(n); n != nil && c.values {
			c.scalarOf(n, raw, at)
		}
	}
}

func (c *check) object(n *node) {
	if n != nil && len(n.AnyOf) > 1 {
		n = c.form.chosen(n, c.kind(), c.names())
	}
	n = c.form.resolved(n)
	seen := names{}
	c.members(func(name string, at int) {
		c.path = append(c.path, name)
		c.value(c.member(n, &seen, name, at))
		c.path = c.path[:len(c.path)-1]
	})
}

// member checks the name of a member and returns what the schema says about its value.
func (c *check) member(n *node, seen *names, name string, at int) *node {
	if !seen.add(name) {
		c.addFault(at, "repeated-member", "is there twice, and readers differ on which of the two counts")
	}
	if n == nil {
		return nil
	}
	of, isKnown := n.Properties[name]
	if isKnown {
		return of
	}
	if near := n.nearName(name); near != "" {
		c.addFault(at, "misspelt-member", "differs from %q only in case, and readers differ on whether it counts", near)
	}
	return n.Others
}

// kind is the member of that name of the object that comes next.
func (c *check) kind() string {
	at := (&scanner{data: c.data, at: c.at}).child("kind")
	if at < 0 || c.data[at] != '"' {
		return ""
	}
	raw, _ := (&scanner{data: c.data, at: at}).text()
	return unquoted(raw)
}

// names are those of the members of the object that comes next.
func (c *check) names() []string {
	var names []string
	ahead := &scanner{data: c.data, at: c.at}
	ahead.members(func(name string, _ int) {
		names = append(names, name)
		ahead.skip()
	})
	return names
}

func (c *check) list(n *node) {
	start, count := c.at, 0
	var of *node
	if n != nil {
		of = n.Items
	}
	c.items(func(index int) {
		count++
		c.path = append(c.path, "["+strconv.Itoa(index)+"]")
		c.value(of)
		c.path = c.path[:len(c.path)-1]
	})
	switch {
	case n == nil || !c.values:
	case count < n.MinItems:
		c.addFault(start, "impossible-figure", "has %s, and no result has fewer than %d", english.Count(count, "item"), n.MinItems)
	case n.MaxItems > 0 && count > n.MaxItems:
		c.addFault(start, "too-many", "has %s, and no result has more than %d", english.Count(count, "item"), n.MaxItems)
	}
}

// scalarOf checks a number or a text. A text that is null is not given.
func (c *check) scalarOf(n *node, raw []byte, at int) {
	switch {
	case raw[0] == '"' && (n.Enum != nil || n.Pattern != nil):
		c.textOf(n, unquoted(raw), at)
	case raw[0] == '-' || raw[0] >= '0' && raw[0] <= '9':
		c.numberOf(n, string(raw), at)
	case raw[0] == 'n' && n.isFigure():
		c.addFault(at, "impossible-figure", "is null, which it is in no result")
	}
}

func (c *check) numberOf(n *node, raw string, at int) {
	value, _ := strconv.ParseFloat(raw, 64) // infinite where it is too large for a number
	switch {
	case n.Maximum != nil && value > *n.Maximum:
		c.addFault(at, "impossible-figure", "is %s, which is more than %v", diag.Cut(raw, 30), *n.Maximum)
	case n.Minimum != nil && value < *n.Minimum:
		c.addFault(at, "impossible-figure", "is %s, which is less than %v", diag.Cut(raw, 30), *n.Minimum)
	case n.MoreThan != nil && value <= *n.MoreThan:
		c.addFault(at, "impossible-figure", "is %s, which is not more than %v", diag.Cut(raw, 30), *n.MoreThan)
	}
}

func (c *check) textOf(n *node, text string, at int) {
	switch {
	case n.Enum != nil && !n.allows(text):
		c.addFault(at, "impossible-figure", "is %s, and a result has one of %s there", diag.Quote(text), n.words())
	case n.Pattern != nil && !n.Pattern.MatchString(text):
		c.addFault(at, "impossible-figure", "is %s, which is not of the form that a result has there", diag.Quote(text))
	}
}

func (n *node) words() string {
	var words []string
	for _, word := range n.Enum {
		if word != nil {
			words = append(words, *word)
		}
	}
	return strings.Join(words, ", ")
}

// names are those of an object so far. Few are compared one by one, which for most objects is the quickest.
type names struct {
	few  []string
	many map[string]bool
}

// add returns false for a name that is there already.
func (n *names) add(name string) bool {
	const fewAtMost = 32
	if n.many[name] || slices.Contains(n.few, name) {
		return false
	}
	if len(n.few) < fewAtMost {
		n.few = append(n.few, name)
		return true
	}
	if n.many == nil {
		n.many = map[string]bool{}
	}
	n.many[name] = true
	return true
}
