package evidence

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// daily adds one commit a day from 2025-01-01 on, named c1, c2 and so on, and returns the date of each.
func daily(p *past, count int, by func(i int) string) func(i int) string {
	date := func(i int) string {
		return time.Unix(seconds(p.t, "2025-01-01"), 0).UTC().AddDate(0, 0, i-1).Format("2006-01-02 15:04")
	}
	for i := 1; i <= count; i++ {
		s := step{name: fmt.Sprint("c", i), at: date(i)}
		if by != nil {
			s.by = by(i)
		}
		p.add(s)
	}
	return date
}

// TestConclusions holds when something is concluded, and why else nothing is.
func TestConclusions(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		make func(p *past)
		id   string
		want string
	}{
		{"eleven release days", func(p *past) { daily(p, 120, nil); every(p, "v1.%d.0", 11, 10) }, "release_cadence", "usable There were 11 releases on 11 days in 4 months, one every 10 days (median of 10 gaps, half of them 10 days)."},
		{"ten", func(p *past) { daily(p, 120, nil); every(p, "v1.%d.0", 10, 10) }, "release_cadence", "few There were 10 releases on 10 days in 4 months. | there are only 10 release days; 11 would be enough"},
		{"clusters", func(p *past) {
			daily(p, 330, nil)
			for i := range 12 {
				// Three releases a week apart, four times, a hundred days apart: gaps of 7, 7 and 86 days.
				p.light(fmt.Sprintf("v1.%d.%d", i/3, i%3), fmt.Sprint("c", 1+100*(i/3)+7*(i%3)))
			}
		}, "release_cadence", "few There were 12 releases on 12 days in 11 months. | they come in clusters: the median gap is 7 days, the average 29 days"},
		{"two", func(p *past) { daily(p, 60, nil); every(p, "v1.%d.0", 2, 10) }, "release_cadence", "none Nothing is concluded about how often something is released. | there are only 2 release days; it takes 3 at least"},
		{"a day apart", func(p *past) { daily(p, 60, nil); every(p, "v1.%d.0", 11, 1) }, "release_cadence", "usable There were 11 releases on 11 days in 59 days, one every day (median of 10 gaps, half of them 1 day)."},
		{"91 days of silence", func(p *past) { daily(p, 162, nil); every(p, "v1.%d.0", 8, 10) }, "release_cadence", "none Nothing is concluded about how often something is released. | the last release was 91 days ago: releases seem to have stopped"},
		{"90 days of silence", func(p *past) { daily(p, 161, nil); every(p, "v1.%d.0", 8, 10) }, "release_cadence", "few There were 8 releases on 8 days in 5 months. | there are only 8 release days; 11 would be enough"},
		{"silence of three long gaps", func(p *past) { daily(p, 361, nil); every(p, "v1.%d.0", 6, 40) }, "release_cadence", "none Nothing is concluded about how often something is released. | the last release was 160 days ago: releases seem to have stopped"},
		{"dates by a job", func(p *past) { daily(p, 190, nil); months(p, "") }, "release_cadence", "none Nothing is concluded about how often something is released. | versions are dates that come on one day of each month, as a scheduled job makes them"},
		{"dates by a program", func(p *past) { daily(p, 190, nil); months(p, "Release Bot <r@x>") }, "release_cadence", "none Nothing is concluded about how often something is released. | versions are dates that come on one day of each month, as a scheduled job makes them"},
		{"dates by a person", func(p *past) { daily(p, 190, nil); months(p, "Rhea <r@x>") }, "release_cadence", "few There were 7 releases on 7 days in 6 months. | there are only 7 release days; 11 would be enough"},
		{"dates have no x.y.0", func(p *past) { daily(p, 190, nil); months(p, "Rhea <r@x>") }, "minor_cadence", "none Nothing is concluded about how often a minor version is released. | versions are dates, so there are no minor versions"},
		{"a lead time", func(p *past) { daily(p, 60, nil); every(p, "v1.%d.0", 6, 10) }, "lead_time", "usable A change on the main branch waits 5 days for its release (median of 45 changes, half of them between 3 and 7 days)."},
		{"29 changes", func(p *past) { daily(p, 60, nil); p.light("v1.0.0", "c1"); p.light("v1.1.0", "c31") }, "lead_time", "none Nothing is concluded about how long changes wait for their release. | there are only 29 released changes; it takes 30 at least"},
		{"30 changes", func(p *past) { daily(p, 60, nil); p.light("v1.0.0", "c1"); p.light("v1.1.0", "c32") }, "lead_time", "few A change on the main branch waits 16 days for its release (median of 30 changes, half of them between 8.3 and 23 days). | there are only 2 releases; 6 would be enough"},
		{"components", func(p *past) {
			daily(p, 80, nil)
			for i := range 8 {
				p.light(fmt.Sprintf("%s/v1.%d.0", []string{"api", "sdk"}[i%2], i), fmt.Sprint("c", 1+10*i))
			}
		}, "lead_time", "none Nothing is concluded about how long changes wait for their release. | components are released separately, and a tag of one contains the commits of the others"},
		{"a new name", func(p *past) {
			daily(p, 80, nil)
			for i := range 8 {
				p.light(fmt.Sprintf("%s1.%d.0", []string{"v", "shop-v"}[i/4], i), fmt.Sprint("c", 1+10*i))
			}
		}, "lead_time", "usable A change on the main branch waits 5 days for its release (median of 63 changes, half of them between 3 and 7 days)."},
		{"dates made again", func(p *past) {
			daily(p, 1, nil)
			for i := range 40 {
				p.add(step{name: fmt.Sprint("r", i), at: "2025-03-01", written: "2025-02-01"})
			}
			p.light("v1.0.0", "c1")
			p.light("v1.1.0", "r39")
		}, "lead_time", "none Nothing is concluded about how long changes wait for their release. | many changes were committed again at their release, so their dates say nothing"},
		{"patches that are merged back are no copies", func(p *past) {
			daily(p, 60, nil)
			p.light("v1.0.0", "c1")
			p.light("v2.0.0", "c40")
			for i := range 3 {
				p.add(step{name: fmt.Sprint("fix", i), on: "stable", from: []string{"c1", "fix0", "fix1"}[i], at: fmt.Sprintf("2025-02-2%d", i)})
				p.light(fmt.Sprintf("v1.0.%d", i+1), fmt.Sprint("fix", i))
			}
			p.add(step{name: "back", merge: []string{"fix2"}, at: "2025-03-02"})
		}, "lead_time", "few A change on the main branch waits 20 days for its release (median of 38 changes, half of them between 10 and 29 days). | there are only 5 releases; 6 would be enough"},
		{"releases on commits of their own are no copies", func(p *past) {
			daily(p, 60, nil)
			for i := range 8 {
				bump := fmt.Sprint("bump", i)
				p.add(step{name: bump, on: bump, from: fmt.Sprint("c", 1+7*i), at: fmt.Sprintf("2025-0%d-%02d", 1+(7*i)/31, 1+(7*i)%31)})
				p.light(fmt.Sprintf("v1.0.%d", i), bump)
			}
		}, "lead_time", "usable A change on the main branch waits 3 days for its release (median of 49 changes, half of them between 1 and 5 days)."},
		{"the newest line lives on a branch too", func(p *past) {
			daily(p, 60, nil)
			p.light("v1.0.0", "c1")
			p.light("v2.0.0", "c40")
			for i := range 3 {
				p.add(step{name: fmt.Sprint("fix", i), on: "stable", from: []string{"c40", "fix0", "fix1"}[i], at: fmt.Sprintf("2025-02-2%d", i)})
				p.light(fmt.Sprintf("v2.0.%d", i+1), fmt.Sprint("fix", i))
			}
		}, "lead_time", "none Nothing is concluded about how long changes wait for their release. | most releases come from maintenance branches, and it is not known which changes they hold as copies"},
		{"copies", func(p *past) {
			daily(p, 60, nil)
			p.light("v1.0.0", "c1")
			p.light("v2.0.0", "c40")
			for i := range 3 {
				p.add(step{name: fmt.Sprint("fix", i), on: "stable", from: "c1", at: fmt.Sprintf("2025-02-2%d", i)})
				p.light(fmt.Sprintf("v1.0.%d", i+1), fmt.Sprint("fix", i))
			}
		}, "lead_time", "none Nothing is concluded about how long changes wait for their release. | most releases come from maintenance branches, and it is not known which changes they hold as copies"},
		{"mostly programs, people too", func(p *past) {
			daily(p, 101, func(i int) string { return []string{"renovate[bot] <r@x>", "renovate[bot] <r@x>", "Ada <a@x>"}[i%3] })
			every(p, "v1.%d.0", 11, 10)
		}, "lead_time", "usable A change on the main branch waits 5 days for its release (median of 30 changes, those of programs left out, half of them between 3 and 7 days)."},
		{"mostly programs", func(p *past) {
			daily(p, 60, func(i int) string { return []string{"renovate[bot] <r@x>", "renovate[bot] <r@x>", "Ada <a@x>"}[i%3] })
			every(p, "v1.%d.0", 6, 10)
		}, "lead_time", "none Nothing is concluded about how long changes wait for their release. | bots wrote a third of the commits or more, and people wrote too few to tell"},
		{"dense releases", func(p *past) { daily(p, 120, nil); every(p, "v1.%d.0", 10, 10) }, "hotfix", "none Nothing is concluded about patches soon after a release. | releases come so often that the next one is always close"},
		{"patches", func(p *past) {
			daily(p, 180, nil)
			every(p, "v1.%d.0", 6, 30)
			p.light("v1.2.1", "c66")
		}, "hotfix", "usable Of 6 minor releases, 1 had a patch within 14 days, 1 of them within 7 days; some patches may have been planned."},
		{"a patch after each", func(p *past) {
			daily(p, 180, nil)
			every(p, "v1.%d.0", 6, 30)
			for i := range 6 {
				p.light(fmt.Sprintf("v1.%d.1", i), fmt.Sprint("c", 30*i+6))
			}
		}, "hotfix", "usable Of 6 minor releases, 6 had a patch within 14 days, 6 of them within 7 days; some patches may have been planned."},
		{"199 commits", func(p *past) { daily(p, 199, nil) }, "reverts", "none Nothing is concluded about how much is reverted. | there are only 199 commits in the window; it takes 200 at least"},
		{"200 commits", func(p *past) { daily(p, 200, nil) }, "reverts", "usable None of the 200 commits on the main branch is a revert. There is too little history to compare with."},
		{"one person", func(p *past) { daily(p, 60, func(int) string { return "Ada <a@x>" }) }, "people", "usable 1 person made all commits on the main branch that are not by bots."},
		{"nobody", func(p *past) { daily(p, 60, func(int) string { return "renovate[bot] <r@x>" }) }, "people", "none Nothing is concluded about how many people share the work. | no person's commit lies in the window"},
		{"batches", func(p *past) { daily(p, 60, nil); every(p, "v1.%d.0", 6, 10) }, "batch_size", "usable A release holds 9 commits (median)."},
		{"taggers", func(p *past) { date := daily(p, 60, nil); tagged(p, date, "Rhea <r@x>", 6) }, "taggers", "usable One person made all 6 release tags."},
		{"automatic tags", func(p *past) { date := daily(p, 60, nil); tagged(p, date, "Gitbot <r@x>", 6) }, "taggers", "usable Programs made all 6 release tags: releasing is automated."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			p := newPast(t)
			test.make(p)
			c := p.scan().conclusion(t, test.id)
			got := string(c.Trust) + " " + c.Text
			if c.Reason != nil {
				got += " | " + *c.Reason
			}
			same(t, test.id, got, test.want)
		})
	}
}

// every tags each so many commits, from the first on.
func every(p *past, name string, count, apart int) {
	for i := range count {
		p.light(fmt.Sprintf(name, i), fmt.Sprint("c", 1+apart*i))
	}
}

// months makes a version that is a date on the first of seven months; by nobody for lightweight tags.
func months(p *past, by string) {
	for i, day := range []int{1, 32, 60, 91, 121, 152, 182} {
		name, commit := fmt.Sprintf("2025.%d.0", i+1), fmt.Sprint("c", day)
		if by == "" {
			p.light(name, commit)
		} else {
			p.tagBy(name, commit, fmt.Sprintf("2025-%02d-01", i+1), by)
		}
	}
}

func tagged(p *past, date func(int) string, by string, count int) {
	for i := range count {
		p.tagBy(fmt.Sprintf("v1.%d.0", i), fmt.Sprint("c", 1+9*i), date(1+9*i), by)
	}
}

// TestConclusionsAreSentences holds their form: a capital, a stop, and a reason that goes on in lower case.
func TestConclusionsAreSentences(t *testing.T) {
	t.Parallel()
	for _, c := range released(t).scan().Conclusions {
		if !strings.HasSuffix(c.Text, ".") || c.Text[:1] != strings.ToUpper(c.Text[:1]) {
			t.Errorf("%s: %q", c.ID, c.Text)
		}
		if (c.Trust == Usable) != (c.Reason == nil) {
			t.Errorf("%s is %s because %s", c.ID, c.Trust, told(c.Reason))
		}
		if c.Reason != nil && strings.HasSuffix(*c.Reason, ".") {
			t.Errorf("%s: the reason %q ends in a stop", c.ID, *c.Reason)
		}
	}
}

func TestWords(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ got, want string }{
		{formatCount(1, "person"), "1 person"},
		{formatCount(3, "person"), "3 people"},
		{formatCount(2, "revert whose commit is known"), "2 reverts whose commit is known"},
		{formatCount(2, "minor release that is 14 days old"), "2 minor releases that are 14 days old"},
		{formatCount(2, "day with a minor release"), "2 days with a minor release"},
	} {
		same(t, "words", test.got, test.want)
	}
}

func TestReversals(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		reverts, released int
		want              string
	}{
		{1, 0, "The one revert whose commit is known undid a change that was not released yet."},
		{1, 1, "The one revert whose commit is known undid a released change."},
		{8, 0, "None of the 8 reverts whose commit is known undid a released change."},
		{31, 19, "Of 31 reverts whose commit is known, 19 undid released changes."},
	} {
		same(t, "reversals", describeReversals(test.reverts, test.released), test.want)
	}
}
