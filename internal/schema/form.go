package schema

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Form checks results of one kind against their published schema. It is never changed after FormOf.
type Form struct {
	root        *node
	definitions map[string]*node
}

// node is what a schema says about one value, as far as Check looks at it.
type node struct {
	Ref string `json:"$ref"`
	// Type is a word, or a list of words.
	Type       json.RawMessage  `json:"type"`
	Required   []string         `json:"required"`
	Properties map[string]*node `json:"properties"`
	Items      *node            `json:"items"`
	// Others is about the values of an object whose members have no names of ours.
	Others      *node            `json:"additionalProperties"`
	AnyOf       []*node          `json:"anyOf"`
	Enum        []*string        `json:"enum"`
	Minimum     *float64         `json:"minimum"`
	MoreThan    *float64         `json:"exclusiveMinimum"`
	Maximum     *float64         `json:"maximum"`
	Pattern     *pattern         `json:"pattern"`
	MinItems    int              `json:"minItems"`
	MaxItems    int              `json:"maxItems"`
	Definitions map[string]*node `json:"definitions"`
}

// pattern is compiled where the schema is read.
type pattern struct{ *regexp.Regexp }

// UnmarshalText compiles an expression.
func (p *pattern) UnmarshalText(text []byte) (err error) {
	p.Regexp, err = regexp.Compile(string(text))
	return err
}

// FormOf reads the schema of one of Results.
func FormOf(kind string) (*Form, error) {
	text, err := Of(kind)
	if err != nil {
		return nil, err
	}
	root := new(node)
	if err := json.Unmarshal(text, root); err != nil {
		return nil, fmt.Errorf("read the embedded schema: %w", err)
	}
	return &Form{root: root, definitions: root.Definitions}, nil
}

// resolved follows references, and takes the first of several descriptions. The one of null is never the first.
func (f *Form) resolved(n *node) *node {
	for n != nil && (n.Ref != "" || len(n.AnyOf) > 0) {
		if n.Ref == "" {
			n = n.AnyOf[0]
			continue
		}
		n = f.definitions[strings.TrimPrefix(n.Ref, "#/definitions/")]
	}
	return n
}

// isFigure reports a number or a truth that is never null.
func (n *node) isFigure() bool {
	return slices.Contains([]string{`"number"`, `"integer"`, `"boolean"`}, string(n.Type))
}

// chosen is the one of several descriptions of an object that allows its member kind or, where they know no kind, that demands no
// member which it does not have; the first where there is none.
func (f *Form) chosen(n *node, kind string, names []string) *node {
	for _, choice := range n.AnyOf {
		described := f.resolved(choice)
		of, knowsKinds := described.Properties["kind"]
		lacks := func(name string) bool { return !slices.Contains(names, name) }
		if knowsKinds && of.allows(kind) || !knowsKinds && !slices.ContainsFunc(described.Required, lacks) {
			return described
		}
	}
	return f.resolved(n)
}

func (n *node) allows(word string) bool {
	return slices.ContainsFunc(n.Enum, func(allowed *string) bool { return allowed != nil && *allowed == word })
}

// nearName is the known name that another one differs from only in case; empty for none.
func (n *node) nearName(name string) string {
	for known := range n.Properties {
		if strings.EqualFold(known, name) {
			return known
		}
	}
	return ""
}
