package saved

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/english"
)

// comparison compares two values of one type, member by member, and reports where the first one differs.
type comparison struct {
	check *check
	// gives ends "is 93, but": "the answers in this file give".
	gives string
	// compares says which members are compared.
	compares func(*member) bool
	// at leads to the current values.
	at path
}

// compare looks at two values.
func (c *comparison) compare(got, want reflect.Value) {
	switch got.Kind() {
	case reflect.Pointer:
		if got.IsNil() || want.IsNil() {
			c.equal(got.IsNil() == want.IsNil(), got, want)
			return
		}
		c.compare(got.Elem(), want.Elem())
	case reflect.Struct:
		c.compareMembers(got, want)
	case reflect.Slice:
		if got.Len() != want.Len() {
			c.addFault("has %s, but %s %d", english.Count(got.Len(), "item"), c.gives, want.Len())
			return
		}
		for i := range got.Len() {
			c.compareAt(i, got.Index(i), want.Index(i))
		}
	case reflect.Map:
		c.compareEntries(got, want)
	default:
		c.equal(got.Equal(want), got, want)
	}
}

// compareAt looks at two values one step further down.
func (c *comparison) compareAt(step any, got, want reflect.Value) {
	c.at = append(c.at, step)
	c.compare(got, want)
	c.at = c.at[:len(c.at)-1]
}

func (c *comparison) compareMembers(got, want reflect.Value) {
	members := c.check.members[got.Type()]
	for i := range members {
		member := &members[i]
		switch {
		case !c.compares(member):
		case member.name == "":
			c.compare(got.Field(member.index), want.Field(member.index))
		default:
			c.compareAt(member.name, got.Field(member.index), want.Field(member.index))
		}
	}
}

// compareEntries looks at two maps by name.
func (c *comparison) compareEntries(got, want reflect.Value) {
	if got.Len() != want.Len() {
		c.addFault("has %s, but %s %d", english.Count(got.Len(), "member"), c.gives, want.Len())
		return
	}
	keys := want.MapKeys()
	slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
	for _, key := range keys {
		if value := got.MapIndex(key); value.IsValid() {
			c.compareAt(key.String(), value, want.MapIndex(key))
			continue
		}
		c.addFault("has no member %s, but %s one", diag.Quote(key.String()), c.gives)
	}
}

func (c *comparison) equal(equal bool, got, want reflect.Value) {
	if !equal {
		c.addFault("is %s, but %s %s", said(got), c.gives, said(want))
	}
}

func (c *comparison) addFault(format string, args ...any) { c.check.addFault(c.at, format, args...) }

// said is a value as the file has it.
func said(value reflect.Value) string {
	switch value.Kind() {
	case reflect.Pointer:
		if value.IsNil() {
			return "null"
		}
		return said(value.Elem())
	case reflect.Struct:
		return "an object"
	case reflect.String:
		if value.Len() == 0 {
			return "null"
		}
		return diag.Quote(value.String())
	default:
		return fmt.Sprint(value)
	}
}
