package evidence

import (
	"fmt"
	"testing"
)

// versions makes a history with one commit every four days, each tagged.
func versions(t *testing.T, names ...string) *Scan {
	t.Helper()
	p := newPast(t)
	p.line("c", "2026-01-01", 4*len(names))
	for i, name := range names {
		p.light(name, fmt.Sprint("c", 4*i+1))
	}
	return p.scan()
}

// TestSchemes: what is a minor release follows from the versions of the series, and x.y.0 needs a third number.
func TestSchemes(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name string
		tags []string
		// want: minor releases, forward releases, and minor releases over 14 days ago with a patch within a week.
		want string
	}{
		{"N.0 and N.1", []string{"1.0", "1.1", "2.0", "2.1", "3.0", "3.1", "4.0"}, "4 7 2"},
		{"one 1.0 among others", []string{"0.8", "0.9", "1.0", "1.1", "1.2"}, "0 5 0"},
		{"N.0 only", []string{"1.0", "2.0", "3.0", "4.0"}, "0 4 0"},
		{"a third number", []string{"1.0", "1.1", "1.1.1", "2.0"}, "3 4 0"},
		{"numbers only", []string{"v1", "v2", "v3", "v4"}, "0 4 0"},
		{"moving majors", []string{"v1.0.0", "v1.0.1", "v1", "v2.0.0"}, "2 3 1"},
		{"from dates to numbers", []string{"2015.1.0", "2015.1.1", "30.0.0", "30.0.1", "31.0.0"}, "2 5 0"},
		{"dates", []string{"release-2026-01-01", "release-2026-01-05", "release-2026-01-09"}, "0 3 0"},
	} {
		s := versions(t, tt.tags...)
		same(t, tt.name, told(s.Releases.Minor.Events, s.Releases.Forward.Events, s.Hotfix.Within7d), tt.want)
	}
}
