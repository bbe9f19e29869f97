package pages

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/portfolio"
)

const (
	// clashesShown is how many teams with services on both sides a report names, and how many services that others of the
	// other side depend on.
	clashesShown = 6
	// clashNames is how many services a sentence about a clash names on each side.
	clashNames = 4
)

// clashSentences makes sentences of clashes: first of the teams, then of the services that others depend on, those that most
// services are part of first.
func clashSentences(clashes []portfolio.Clash) []string {
	teams, needed := teamClashes(clashes), neededServices(clashes)
	var sentences []string
	for i := range teams[:min(len(teams), clashesShown)] {
		sentences = append(sentences, teamSentence(&teams[i]))
	}
	for i := range needed[:min(len(needed), clashesShown)] {
		sentences = append(sentences, needed[i].sentence())
	}
	if rest := restOfClashes(len(teams)-clashesShown, len(needed)-clashesShown); rest != "" {
		sentences = append(sentences, rest)
	}
	return sentences
}

// restOfClashes counts what is not named; empty when everything is.
func restOfClashes(teams, needed int) string {
	var parts []string
	if teams > 0 {
		parts = append(parts, "in "+english.Count(teams, "more team"))
	}
	if needed > 0 {
		parts = append(parts, "around "+english.Count(needed, "more service")+" that others depend on")
	}
	if len(parts) == 0 {
		return ""
	}
	return "The same is found " + english.List(parts) + "; -f json names them all."
}

// teamClashes are those of teams, the largest first, ties by name.
func teamClashes(clashes []portfolio.Clash) []portfolio.Clash {
	teams := slices.DeleteFunc(slices.Clone(clashes), func(c portfolio.Clash) bool { return c.By != portfolio.ByTeam })
	slices.SortFunc(teams, func(a, b portfolio.Clash) int {
		return cmp.Or(len(b.SysOps)+len(b.DevOps)-len(a.SysOps)-len(a.DevOps), cmp.Compare(a.Name, b.Name))
	})
	return teams
}

func teamSentence(c *portfolio.Clash) string {
	return fmt.Sprintf("Team %s runs %s the SysOps way and %s the DevOps way.", said(c.Name), fewOf(c.SysOps), fewOf(c.DevOps))
}

// neededService is a service on which others depend that are run the other way.
type neededService struct {
	name, way, others string
	// by are the names of the others.
	by []string
}

// neededServices gathers the clashes along dependencies by the service that is needed: those that most depend on come first,
// ties by name.
func neededServices(clashes []portfolio.Clash) []neededService {
	place := map[[2]string]int{}
	var list []neededService
	for _, clash := range clashes {
		if clash.By != portfolio.ByDependency {
			continue
		}
		found := neededService{name: clash.SysOps[0], way: "SysOps", others: "DevOps"}
		if found.name == clash.Name {
			found = neededService{name: clash.DevOps[0], way: "DevOps", others: "SysOps"}
		}
		key := [2]string{found.name, found.way}
		if _, known := place[key]; !known {
			place[key] = len(list)
			list = append(list, found)
		}
		list[place[key]].by = append(list[place[key]].by, clash.Name)
	}
	slices.SortFunc(list, func(a, b neededService) int {
		return cmp.Or(len(b.by)-len(a.by), cmp.Compare(a.name, b.name), cmp.Compare(a.way, b.way))
	})
	return list
}

func (n *neededService) sentence() string {
	verb := "depends"
	if len(n.by) > 1 {
		verb = "depend"
	}
	return fmt.Sprintf("%s is run the %s way; %s, which %s on it, the %s way.", said(n.name), n.way, fewOf(n.by), verb, n.others)
}

// fewOf names the first services of a list and counts the others.
func fewOf(names []string) string {
	left := len(names) - clashNames
	if left <= 1 {
		return english.List(sayAll(names))
	}
	return english.List(append(sayAll(names[:clashNames]), fmt.Sprintf("%d more", left)))
}
