package saved

import (
	"reflect"
	"testing"

	"github.com/opsfit/opsfit/internal/report"
)

// TestNotComparedNamesMembers holds that no row of the table is about a member that there is no more.
func TestNotComparedNamesMembers(t *testing.T) {
	t.Parallel()
	known := map[string]bool{}
	for of, list := range membersOf(reflect.TypeFor[report.Document]()) {
		for _, m := range list {
			known[of.Name()+"."+of.Field(m.index).Name] = true
		}
	}
	for name, reason := range notCompared() {
		if !known[name] || reason == "" {
			t.Errorf("%s: there is no such member, or no reason", name)
		}
	}
}
