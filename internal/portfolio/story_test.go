package portfolio_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/portfolio"
)

func names(prefix string, n int) []string {
	var list []string
	for i := range n {
		list = append(list, fmt.Sprint(prefix, i))
	}
	return list
}

func between(dependent, way, needed string) portfolio.Clash {
	clash := portfolio.Clash{By: portfolio.ByDependency, Name: dependent, SysOps: []string{needed}, DevOps: []string{dependent}}
	if way == "SysOps" {
		clash.SysOps, clash.DevOps = clash.DevOps, clash.SysOps
	}
	return clash
}

// TestClashesAreTold: the teams first, then what others depend on, with what most services are part of first and no more
// names than a reader takes in.
func TestClashesAreTold(t *testing.T) {
	t.Parallel()
	p := &portfolio.Document{Clashes: []portfolio.Clash{
		{By: portfolio.ByTeam, Name: "small", SysOps: []string{"till"}, DevOps: []string{"shop"}},
		{By: portfolio.ByTeam, Name: "large", SysOps: names("s", 7), DevOps: names("d", 5)},
		between("shop", "DevOps", "till"),
		between("ledger", "SysOps", "search"), between("pay", "SysOps", "search"),
	}}
	want := []string{
		"Team large runs s0, s1, s2, s3 and 3 more the SysOps way and d0, d1, d2, d3 and d4 the DevOps way.",
		"Team small runs till the SysOps way and shop the DevOps way.",
		"search is run the DevOps way; ledger and pay, which depend on it, the SysOps way.",
		"till is run the SysOps way; shop, which depends on it, the DevOps way.",
	}
	if diff := cmp.Diff(want, portfolio.Tell(p).Clashes); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestManyClashesAreCounted(t *testing.T) {
	t.Parallel()
	p := &portfolio.Document{}
	for _, name := range names("t", 7) {
		p.Clashes = append(p.Clashes, portfolio.Clash{By: portfolio.ByTeam, Name: name, SysOps: names("s", 1), DevOps: names("d", 1)})
	}
	for _, name := range names("n", 8) {
		p.Clashes = append(p.Clashes, between("shop", "DevOps", name))
	}
	told := portfolio.Tell(p).Clashes
	want := "The same is found in 1 more team and around 2 more services that others depend on; -f json names them all."
	if got := told[len(told)-1]; got != want || len(told) != 13 {
		t.Errorf("the last of %d sentences is %q, want %q", len(told), got, want)
	}
}

// TestLongPortfoliosAreCut holds that a report for reading says what it leaves out, and leaves out nothing of a short list.
func TestLongPortfoliosAreCut(t *testing.T) {
	t.Parallel()
	numbered := func(n int) *portfolio.Document {
		p := &portfolio.Document{Services: make([]portfolio.Service, n)}
		for _, path := range names("p", n) {
			p.Errors = append(p.Errors, portfolio.Unreadable{Path: path, Diagnostics: []portfolio.Complaint{{Severity: "error", Message: "m"}}})
		}
		return p
	}
	short, long := portfolio.Tell(numbered(20)), portfolio.Tell(numbered(103))
	if len(short.Services) != 20 || short.Unlisted != "" || len(short.Unusable) != 20 || strings.Contains(short.Unusable[19], "more") {
		t.Errorf("of 20: %d services, %q, unusable %q", len(short.Services), short.Unlisted, short.Unusable)
	}
	if len(long.Services) != 100 || !strings.HasPrefix(long.Unlisted, "3 more services are not listed here.") {
		t.Errorf("of 103: %d services, %q", len(long.Services), long.Unlisted)
	}
	if got := long.Unusable[len(long.Unusable)-1]; len(long.Unusable) != 21 || got != "83 more files are not listed here; -f json lists all." {
		t.Errorf("of 103: %d lines about files, the last %q", len(long.Unusable), got)
	}
}
