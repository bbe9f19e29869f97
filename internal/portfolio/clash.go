package portfolio

import (
	"cmp"
	"slices"

	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// findClashes returns neighbours that work on opposite sides: services of one team, and a service and those it depends
// on. Neither side is at fault; the problem is where they meet. Services in the middle clash with nobody.
func findClashes(s *Services) []Clash {
	same := s.texts.sameNames()
	return append(teamClashes(s, same), dependencyClashes(s, same)...)
}

// teamClashes returns the teams that run services on both sides, by name.
func teamClashes(s *Services, same []textNumber) []Clash {
	type sides struct{ sysOps, devOps []*packed }
	teams := map[textNumber]sides{}
	for i := range s.packed {
		p := &s.packed[i]
		team := same[p.texts[teamText]]
		both := teams[team]
		switch s.sideOf(p) {
		case score.SysOps:
			both.sysOps = append(both.sysOps, p)
		case score.DevOps:
			both.devOps = append(both.devOps, p)
		default:
		}
		teams[team] = both
	}
	found := []Clash{}
	for number, both := range teams {
		if number != noText && len(both.sysOps) > 0 && len(both.devOps) > 0 {
			found = append(found, Clash{
				By: ByTeam, Name: s.texts.textOf(number), SysOps: s.sortedNames(both.sysOps), DevOps: s.sortedNames(both.devOps),
			})
		}
	}
	slices.SortFunc(found, func(a, b Clash) int { return cmp.Compare(a.Name, b.Name) })
	return found
}

// dependencyClashes returns the dependencies that lead to the opposite side, sorted by both names. Each sheet about a
// subject counts as a dependent, but of several about the needed subject only the first by name on the other side: all
// pairs would be more than anybody reads and, for a history of sheets, more than memory holds.
func dependencyClashes(s *Services, same []textNumber) []Clash {
	needed := s.firstOnEachSide(same)
	var found []Clash
	for i := range s.packed {
		p := &s.packed[i]
		for _, number := range s.lists[p.bounds[dependsOnList]:p.bounds[dependsOnList+1]] {
			sysOps, devOps := needed[same[number]].sysOps, needed[same[number]].devOps
			switch s.sideOf(p) {
			case score.SysOps:
				sysOps = p
			case score.DevOps:
				devOps = p
			default:
				continue
			}
			if sysOps != nil && devOps != nil {
				found = append(found, Clash{
					By: ByDependency, Name: s.serviceName(p), SysOps: []string{s.serviceName(sysOps)}, DevOps: []string{s.serviceName(devOps)},
				})
			}
		}
	}
	slices.SortFunc(found, compareDependencies)
	return slices.CompactFunc(found, func(a, b Clash) bool { return compareDependencies(a, b) == 0 })
}

// firstPair is the first service by name on each side; nil where there is none.
type firstPair struct{ sysOps, devOps *packed }

// firstOnEachSide returns the pairs of all subjects, by the number of the subject.
func (s *Services) firstOnEachSide(same []textNumber) []firstPair {
	pairs := make([]firstPair, s.texts.countTexts())
	for i := range s.packed {
		p := &s.packed[i]
		pair := &pairs[same[p.texts[subjectText]]]
		switch side := s.sideOf(p); {
		case p.texts[subjectText] == noText:
		case side == score.SysOps && (pair.sysOps == nil || s.serviceName(p) < s.serviceName(pair.sysOps)):
			pair.sysOps = p
		case side == score.DevOps && (pair.devOps == nil || s.serviceName(p) < s.serviceName(pair.devOps)):
			pair.devOps = p
		}
	}
	return pairs
}

func (s *Services) sideOf(p *packed) score.Side {
	return report.SideOf(report.Text(s.texts.textOf(p.texts[practiceBandText])))
}

func (s *Services) sortedNames(list []*packed) []string {
	names := make([]string, len(list))
	for i, p := range list {
		names[i] = s.serviceName(p)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func compareDependencies(a, b Clash) int {
	return cmp.Or(
		cmp.Compare(a.Name, b.Name), slices.Compare(a.SysOps, b.SysOps), slices.Compare(a.DevOps, b.DevOps),
	)
}
