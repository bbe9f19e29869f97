package portfolio

import (
	"cmp"
	"slices"

	"github.com/opsfit/opsfit/internal/report"
)

// clashes are the neighbours that work on opposite sides: services of one team, and a service beside those it depends
// on. Neither side is at fault; what hurts is the place where they meet. Services of the middle clash with nobody.
func clashes(services []Service) []Clash {
	return append(inTeams(services), alongDependencies(services)...)
}

// inTeams returns the teams that run services on both sides, by name.
func inTeams(services []Service) []Clash {
	found := []Clash{}
	for team, both := range sidesOf(services, func(s *Service) report.Text { return s.Team }) {
		if team != "" && len(both.sysOps) > 0 && len(both.devOps) > 0 {
			found = append(found, Clash{
				By: ByTeam, Name: string(team), SysOps: slices.Compact(both.sysOps), DevOps: slices.Compact(both.devOps),
			})
		}
	}
	slices.SortFunc(found, func(a, b Clash) int { return cmp.Compare(a.Name, b.Name) })
	return found
}

// sides are the names of the services on each side, sorted.
type sides struct {
	sysOps, devOps []string
}

// sidesOf puts the services that have something in common on their sides.
func sidesOf(services []Service, in func(*Service) report.Text) map[report.Text]sides {
	groups := map[report.Text]sides{}
	for i := range services {
		service := &services[i]
		both := groups[in(service)]
		switch {
		case report.IsSysOps(service.PracticeBand):
			both.sysOps = append(both.sysOps, service.Name())
		case report.IsDevOps(service.PracticeBand):
			both.devOps = append(both.devOps, service.Name())
		}
		groups[in(service)] = both
	}
	for _, both := range groups {
		slices.Sort(both.sysOps)
		slices.Sort(both.devOps)
	}
	return groups
}

// alongDependencies returns the dependencies that lead to the opposite side, by the two names. Several sheets about one
// subject each count as dependents; of those about what is needed, the first by name on the other side stands for all, for
// every pair would be more than anybody reads and, of a history of sheets, more than memory holds.
func alongDependencies(services []Service) []Clash {
	subjects := sidesOf(services, func(s *Service) report.Text { return s.Subject })
	var found []Clash
	for i := range services {
		for _, needed := range services[i].DependsOn {
			if clash, opposed := against(&services[i], subjects[report.Text(needed)]); opposed {
				found = append(found, clash)
			}
		}
	}
	slices.SortFunc(found, compareDependencies)
	return slices.CompactFunc(found, func(a, b Clash) bool { return compareDependencies(a, b) == 0 })
}

// against sets a service against the first that it needs on the other side; opposed is false where there is none.
func against(service *Service, needed sides) (clash Clash, opposed bool) {
	clash = Clash{By: ByDependency, Name: service.Name()}
	switch {
	case report.IsSysOps(service.PracticeBand) && len(needed.devOps) > 0:
		clash.SysOps, clash.DevOps = []string{clash.Name}, needed.devOps[:1:1]
	case report.IsDevOps(service.PracticeBand) && len(needed.sysOps) > 0:
		clash.SysOps, clash.DevOps = needed.sysOps[:1:1], []string{clash.Name}
	default:
		return Clash{}, false
	}
	return clash, true
}

func compareDependencies(a, b Clash) int {
	return cmp.Or(
		cmp.Compare(a.Name, b.Name), slices.Compare(a.SysOps, b.SysOps), slices.Compare(a.DevOps, b.DevOps),
	)
}
