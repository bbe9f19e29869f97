package evidence

import (
	"fmt"
	"testing"
)

// TestTwinTags counts a version once, however many tags it has.
func TestTwinTags(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	p.line("c", "2026-01-01", 20)
	p.light("v1.0.0", "c1")
	p.light("1.0.0", "c1")
	p.light("release-1.1.0", "c5")
	p.light("v1.1.0", "c9") // the same version on a later commit
	p.light("v1.1", "c12")  // and once more
	p.light("v1.2.0-rc1", "c14")
	p.light("v1.2.0", "c16")
	s := p.scan()
	same(t, "tags", told(s.Tags.Total, s.Tags.Stable, s.Tags.Pre, s.Tags.Counter, s.Tags.Other), "7 6 1 0 0")
	same(t, "releases", told(s.Releases.Events, s.Releases.Days, s.Releases.Backports, s.Releases.GapDays), "3 3 0 n=2(5.75 7.5 9.25 10.3)")
	same(t, "last", told(s.Releases.Last, s.Releases.LastAt, s.Releases.SinceLast), "v1.2.0 2026-01-16T12:00:00Z 4")
}

// TestNestedTags follows a tag of a tag of a tag to its commit.
func TestNestedTags(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	p.line("c", "2026-01-01", 3)
	p.tag("inner", "c2", "2026-01-02")
	p.git("tag", "--annotate", "--message", "m", "between", "inner")
	p.git("tag", "--annotate", "--message", "m", "v1.0.0", "between")
	s := p.scan()
	same(t, "releases", told(s.Releases.Events, s.Releases.LastAt), "1 2026-01-02T12:00:00Z")
}

// TestModuleTags makes one release of tags on one commit, with one of each series.
func TestModuleTags(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	p.line("c", "2026-01-01", 9)
	for _, module := range []string{"", "api/", "sdk/metric/"} {
		p.light(module+"v1.0.0", "c2")
		p.light(module+"v1.1.0", "c8")
	}
	p.light("exporters/v0.1.0", "c5")
	s := p.scan()
	same(t, "releases", told(s.Releases.Events, s.Releases.Last), "3 v1.1.0")
	same(t, "series", fmt.Sprint(s.Releases.Series), "[{ 2} {api 2} {sdk/metric 2} {exporters 1}]")
}

// TestReleaseTime takes the later of tag and commit; a lightweight tag has no time of its own.
func TestReleaseTime(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	p.line("c", "2026-01-01", 30)
	p.light("v1.0.0", "c1")
	p.tag("v1.1.0", "c5", "2026-01-07")  // two days after its commit
	p.tag("v1.2.0", "c10", "2026-01-01") // by a clock that is wrong
	p.tag("v1.3.0", "c15", "2026-01-15")
	s := p.scan()
	same(t, "gaps", told(s.Releases.GapDays), "n=3(4 5 5.5 5.8)")
}

// TestImportedTags believes no time of five tags made within the hour for commits of more than 30 days.
func TestImportedTags(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name     string
		versions int
		apart    int // days between tagged commits
		minutes  int // between tags
		imported string
		gaps     string
	}{
		{"five in an hour over 32 days", 5, 8, 15, "5", "n=4(8 8 8 8)"},
		{"four", 4, 11, 15, "0", "n=0(- - - -)"},
		{"five in more than an hour", 5, 8, 16, "0", "n=0(- - - -)"},
		{"five over 28 days", 5, 7, 15, "0", "n=0(- - - -)"},
		{"six over 30 days, no more", 6, 6, 12, "0", "n=0(- - - -)"},
		{"seven, any five in an hour", 7, 8, 15, "7", "n=6(8 8 8 8)"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			p := newPast(t)
			p.line("c", "2026-01-01", 60)
			for i := range test.versions {
				minute := i * test.minutes
				p.tag(fmt.Sprintf("v1.%d.0", i), fmt.Sprintf("c%d", 1+i*test.apart), fmt.Sprintf("2026-03-01 %02d:%02d", 10+minute/60, minute%60))
			}
			s := p.scan()
			same(t, "imported", told(s.Tags.Imported), test.imported)
			same(t, "gaps", told(s.Releases.GapDays), test.gaps)
		})
	}
}

// TestLateTags are made more than 30 days after their commit.
func TestLateTags(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	p.line("c", "2026-01-01", 60)
	p.tag("v1.0.0", "c1", "2026-01-31")       // 30 days
	p.tag("v1.1.0", "c2", "2026-02-01 12:01") // 30 days and a minute
	s := p.scan()
	same(t, "late", told(s.Tags.Late), "1")
}

// TestForwardAndBackport tells releases that go on from those of older lines.
func TestForwardAndBackport(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	p.line("c", "2026-01-01", 60)
	for _, r := range []struct{ tag, commit string }{
		{"v1.0.0", "c1"},
		{"v1.1.0", "c11"},
		{"v1.0.1", "c16"},
		{"v2.0.0", "c21"},
		{"v1.1.1", "c26"},
		{"v2.0.1", "c31"},
		{"v2.1.0", "c41"},
		{"api/v0.1.0", "c50"},
	} {
		p.light(r.tag, r.commit)
	}
	s := p.scan()
	same(t, "all", told(s.Releases.Events, s.Releases.Backports), "8 2")
	same(t, "forward", told(s.Releases.Forward.Events, s.Releases.Forward.GapDays), "6 n=5(10 10 10 10)")
	same(t, "minor", told(s.Releases.Minor.Events, s.Releases.Minor.GapDays), "5 n=4(9.75 10 12.5 17)")
}

// TestCounters are releases without versions, for a few words only.
func TestCounters(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	p.line("c", "2026-01-01", 10)
	for i := 1; i <= 4; i++ {
		p.light(fmt.Sprintf("release_%d", i), fmt.Sprintf("c%d", 2*i))
		p.light(fmt.Sprintf("build_%d", i), fmt.Sprintf("c%d", 2*i+1))
	}
	p.light("latest", "c9")
	s := p.scan()
	same(t, "tags", told(s.Tags.Stable, s.Tags.Counter, s.Tags.Other), "0 4 5")
	same(t, "left over", fmt.Sprint(s.Tags.LeftOver), "[{build_N 4} {latest 1}]")
	same(t, "releases", told(s.Releases.Events, s.Releases.GapDays, s.Releases.Minor.Events), "4 n=3(2 2 2 2) 0")
}

// TestPattern lets a person decide which tags are releases.
func TestPattern(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	p.line("c", "2026-01-01", 20)
	p.light("v1.0.0", "c1")
	p.light("shop-live-2026-01-05", "c5")
	p.light("shop-live-2026-01-09", "c9")
	p.light("v1.1.0-rc1", "c12")
	s := p.scan()
	same(t, "without", told(s.Releases.Events, s.Releases.Last), "1 v1.0.0")
	s = p.scan(pattern(`^shop-live-`))
	same(t, "with", told(s.Releases.Events, s.Releases.Last, s.Releases.Forward.Events), "2 shop-live-2026-01-09 2")
	same(t, "tags", told(s.Tags.Stable, s.Tags.Pre, s.Tags.Other), "2 1 1")
	s = p.scan(pattern(`rc`))
	same(t, "of what comes before a release", told(s.Releases.Events, s.Releases.Last), "1 v1.1.0-rc1")
}

// TestReleaseDays counts dates in UTC, not tags.
func TestReleaseDays(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	for i, at := range []string{
		"2026-01-05 00:00", "2026-01-05 23:59", "2026-01-06 00:00", "2026-01-12 08:00", "2026-01-12 09:00", "2026-01-19 08:00",
	} {
		p.add(step{name: fmt.Sprint("c", i), at: at})
		p.light(fmt.Sprintf("v1.0.%d", i), fmt.Sprint("c", i))
	}
	s := p.scan()
	same(t, "releases", told(s.Releases.Events, s.Releases.Days, s.Releases.GapDays), "6 4 n=3(3.5 6 6.5 6.8)")
	same(t, "weekday", told(s.Releases.Weekday, s.Releases.WeekdayShare), "Monday 0.75")
}

// TestWindow holds both ends of the window: later than its beginning, not later than its end.
func TestWindow(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	// 730 days before 2026-06-01 12:00 is 2024-06-01 12:00.
	p.add(
		step{name: "a", at: "2024-05-01"}, step{name: "b", at: "2024-06-01 12:00"}, step{name: "c", at: "2024-06-01 12:01"},
		step{name: "d", at: "2025-01-01"}, step{name: "e", at: "2026-06-01 12:00"},
	)
	for i, name := range []string{"a", "b", "c", "d", "e"} {
		p.light(fmt.Sprintf("v%d.0", i+1), name)
	}
	s := p.scan()
	same(t, "window", told(s.Repository.WindowFrom, s.Repository.AsOf), "2024-06-01T12:00:00Z 2026-06-01T12:00:00Z")
	same(t, "in it", told(s.Releases.Events, s.Reverts.Commits, s.Releases.SinceLast), "3 3 0")
	s = p.scan(func(o *Options) { o.Window = 30 })
	same(t, "30 days", told(s.Releases.Events, s.Releases.Days, s.Releases.Last), "1 1 v5.0")
	s = p.scan(asOf(t, "2025-01-01"))
	same(t, "an earlier end", told(s.Releases.Events, s.Releases.Last, s.Releases.Later, s.Skew.AfterAsOf), "4 v4.0 1 1")
	s = p.scan(asOf(t, "2026-08-01"), func(o *Options) { o.Window = 30 })
	same(t, "nothing in the window", told(s.Releases.Events, s.Releases.GapDays, s.Releases.SinceLast), "0 n=0(- - - -) 61")
}

// TestTagOfTheNewestCommit counts the release of the very commit that figures are as of, although its tag is younger.
func TestTagOfTheNewestCommit(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	p.line("c", "2026-01-01", 10)
	p.tag("v1.0.0", "c2", "2026-01-02")
	p.tag("v1.1.0", "c10", "2026-01-11")
	p.tag("v1.0.1", "c3", "2026-01-12")
	s := p.scan()
	same(t, "releases", told(s.Releases.Events, s.Releases.Last, s.Releases.SinceLast, s.Releases.Later), "2 v1.1.0 0 1")
	same(t, "as of", told(s.Repository.AsOf, s.LeadTime.Unreleased.N), "2026-01-10T12:00:00Z 0")
	s = p.scan(asOf(t, "2026-01-10"))
	same(t, "with a chosen end", told(s.Releases.Events, s.Releases.Last, s.Releases.Later), "1 v1.0.0 2")
}
