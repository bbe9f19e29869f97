package evidence

import (
	"regexp"
	"testing"
)

// TestHotfix counts minor releases that a patch of the same x.y followed within 7 and 14 days.
func TestHotfix(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	p.line("c", "2026-01-01", 120)
	for _, r := range []struct{ tag, commit string }{
		{"v1.0.0", "c1"}, {"v1.0.1", "c8"}, // 7 days
		{"v1.1.0", "c20"}, {"v1.1.1", "c28"}, // 8 days
		{"v1.2.0", "c40"}, {"v1.2.1", "c55"}, // 15 days
		{"v1.3.0", "c60"}, {"v1.2.2", "c62"}, // a patch of another
		{"v2.0.0", "c80"}, {"v1.0.2", "c82"}, {"v2.0.0-2", "c83"}, // a revision is a patch
		{"v0.9.0", "c90"}, {"v0.9.1", "c91"}, // no forward release
		{"v2.1.0", "c110"}, {"v2.1.1", "c111"}, // too young to tell
	} {
		p.light(r.tag, r.commit)
	}
	s := p.scan()
	same(t, "hotfix", told(s.Hotfix.MinorReleases, s.Hotfix.Within7d, s.Hotfix.Within14d), "5 2 3")
	same(t, "minor", told(s.Releases.Minor.Events), "6")
}

// TestHotfixKeepsSeriesApart takes no patch of another component for one.
func TestHotfixKeepsSeriesApart(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	p.line("c", "2026-01-01", 60)
	p.light("api/v1.0.0", "c1")
	p.light("sdk/v1.0.1", "c3")
	p.light("sdk/v1.1.0", "c20")
	p.light("sdk/v1.1.1", "c22")
	s := p.scan()
	same(t, "hotfix", told(s.Hotfix.MinorReleases, s.Hotfix.Within7d), "2 1")
}

// TestHotfixWithoutVersions takes tags for releases that only a pattern makes some, before and behind a minor version.
func TestHotfixWithoutVersions(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	p.line("c", "2026-01-01", 60)
	for _, r := range []struct{ tag, commit string }{
		{"live", "c1"}, {"v1.0.0", "c2"}, {"again", "c3"}, {"v1.0.1", "c5"}, {"deploy/1.1.0", "c10"}, {"deploy-7", "c11"},
	} {
		p.light(r.tag, r.commit)
	}
	s := p.scan(func(opt *Options) { opt.Pattern = regexp.MustCompile(".") })
	same(t, "hotfix", told(s.Hotfix.MinorReleases, s.Hotfix.Within7d), "2 1")
}
