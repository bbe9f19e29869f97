package portfolio

import "strings"

// tellApart finds how much of their paths tells services with the same subject apart.
func (s *Services) tellApart() {
	same, count := s.texts.sameNames(), make([]int, s.texts.countTexts())
	for i := range s.packed {
		count[same[s.packed[i].texts[subjectText]]]++
	}
	sharers := map[textNumber][]*packed{}
	for i := range s.packed {
		subject := s.packed[i].texts[subjectText]
		if subject != noText && count[same[subject]] > 1 {
			sharers[same[subject]] = append(sharers[same[subject]], &s.packed[i])
		}
	}
	for _, services := range sharers {
		parts := partsThatDiffer(services)
		for _, p := range services {
			p.pathParts = parts
		}
	}
}

// partsThatDiffer returns the least number of names at the end of each path that makes all of them differ; for paths that are
// the same, the number of names in the longest.
func partsThatDiffer(services []*packed) int {
	most := 1
	for _, p := range services {
		most = max(most, 1+strings.Count(p.path, "/"))
	}
	for parts := 1; parts < most; parts++ {
		ends := make(map[string]bool, len(services))
		for _, p := range services {
			ends[lastParts(p.path, parts)] = true
		}
		if len(ends) == len(services) {
			return parts
		}
	}
	return most
}

// lastParts returns the last names of a path; all of it where it has no more.
func lastParts(path string, parts int) string {
	at := len(path)
	for range parts {
		at = strings.LastIndexByte(path[:at], '/')
		if at < 0 {
			return path
		}
	}
	return path[at+1:]
}
