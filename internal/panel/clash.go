package panel

import (
	"cmp"
	"slices"

	"github.com/opsfit/opsfit/internal/report"
)

// clashes are the neighbours that work on opposite sides: services of one team, and a service beside those it depends
// on. Neither side is at fault; what hurts is the place where they meet. Services of the middle clash with nobody.
func clashes(services []report.Service) []report.Clash {
	return append(inTeams(services), alongDependencies(services)...)
}

// inTeams returns the teams that run services on both sides, by name.
func inTeams(services []report.Service) []report.Clash {
	teams := map[report.Text]*report.Clash{}
	for i := range services {
		service := &services[i]
		if service.Team == "" {
			continue
		}
		if teams[service.Team] == nil {
			teams[service.Team] = &report.Clash{By: report.ByTeam, Name: string(service.Team), SysOps: []string{}, DevOps: []string{}}
		}
		place(teams[service.Team], service)
	}
	found := []report.Clash{}
	for _, clash := range teams {
		if len(clash.SysOps) > 0 && len(clash.DevOps) > 0 {
			clash.SysOps, clash.DevOps = once(clash.SysOps), once(clash.DevOps)
			found = append(found, *clash)
		}
	}
	slices.SortFunc(found, func(a, b report.Clash) int { return cmp.Compare(a.Name, b.Name) })
	return found
}

// once sorts names and leaves each of them once.
func once(names []string) []string {
	slices.Sort(names)
	return slices.Compact(names)
}

// place adds a service to its side of a clash.
func place(clash *report.Clash, service *report.Service) {
	side := &clash.SysOps
	switch {
	case report.IsSysOps(service.PracticeBand):
	case report.IsDevOps(service.PracticeBand):
		side = &clash.DevOps
	default:
		return
	}
	*side = append(*side, service.Name())
}

// alongDependencies returns the dependencies that lead to the opposite side, by the two names. Several sheets about one
// subject each count: the clash is there when any two of them make it.
func alongDependencies(services []report.Service) []report.Clash {
	subjects := map[report.Text][]*report.Service{}
	for i := range services {
		subjects[services[i].Subject] = append(subjects[services[i].Subject], &services[i])
	}
	var found []report.Clash
	for i := range services {
		service := &services[i]
		for _, needed := range service.DependsOn {
			for _, neighbour := range subjects[report.Text(needed)] {
				clash := report.Clash{By: report.ByDependency, Name: service.Name(), SysOps: []string{}, DevOps: []string{}}
				place(&clash, service)
				place(&clash, neighbour)
				if len(clash.SysOps) > 0 && len(clash.DevOps) > 0 {
					found = append(found, clash)
				}
			}
		}
	}
	slices.SortFunc(found, compareDependencies)
	return slices.CompactFunc(found, func(a, b report.Clash) bool { return compareDependencies(a, b) == 0 })
}

func compareDependencies(a, b report.Clash) int {
	return cmp.Or(
		cmp.Compare(a.Name, b.Name), slices.Compare(a.SysOps, b.SysOps), slices.Compare(a.DevOps, b.DevOps),
	)
}
