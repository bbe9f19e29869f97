package evidence

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// TestClaims holds which prose says how often something is released, and how often that is.
func TestClaims(t *testing.T) {
	t.Parallel()
	r := newRhythms()
	for text, want := range map[string]string{
		"We normally do releases every 8 weeks on Wednesdays.":                                "56",
		"Each 8 week (56 days) release cycle is divided into three periods.":                  "56",
		"Release cadence of first pre-releases being cut is 6 weeks.":                         "42",
		"It follows a **time-based release cycle** and ships every nine\nweeks. A cycle ends": "63",
		"Every other week we release.":                                                        "14",
		"Every month a new minor release is made.":                                            "30.4167",
		"There is a release each quarter.":                                                    "91.25",
		"We follow a 6-week release train.":                                                   "42",
		"The release schedule is about three months long.":                                    "91.25",
		"Monthly releases keep changes small.":                                                "30.4167",
		"A yearly major release cycle.":                                                       "365",
		"We release it quarterly.":                                                            "91.25",
		"The release team meets monthly.":                                                     "",
		"It is released quarterly.":                                                           "91.25",
		"## Releases\n\nThey come often.\n\n- Released weekly.":                               "7",
		"Everything is released daily by hand every day.":                                     "1",
		"See v1.2. We release every 2.5 weeks.":                                               "",
		"Rotate the password at least once every 3 months, as the release team says.":         "",
		"Every week the release manager asks around.":                                         "",
		"Every week a release manager is named.":                                              "",
		"There is a weekly release meeting.":                                                  "",
		"Write the monthly release notes.":                                                    "",
		"The first six weeks of the cycle are for features.":                                  "",
		"```\nreleased weekly\n```":                                                           "",
		"| released weekly |":                                                                 "",
		"We meet every two weeks.":                                                            "",
		"":                                                                                    "",
	} {
		got := ""
		if _, days, found := r.findClaim(text); found {
			got = figured(days)
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestClaimIsTheFirst sentence that says it, whole.
func TestClaimIsTheFirst(t *testing.T) {
	t.Parallel()
	sentence, days, found := newRhythms().findClaim("Read on. We *release* every\ntwo weeks, on a Monday. Before v2 we released monthly.")
	same(t, "claim", told(sentence, days, found), "We release every two weeks, on a Monday. 14 true")
}

// TestCron holds the mean days between the days on which a schedule runs.
func TestCron(t *testing.T) {
	t.Parallel()
	for schedule, want := range map[string]string{
		"0 0 1 * *":       "30.4375", // 48 days in 1461
		"0 0 1,15 * *":    "15.2188",
		"0 9 * * 1":       "6.9904", // 209 Mondays from Monday, 1 January 2024, to the last day of 2027
		"0 9 * * MON":     "6.9904",
		"0 9 * * 0":       "7.024",
		"TZ=0 0 1 * *":    "",
		"0 9 * * 1-5":     "1.3981", // 208 whole weeks and a Monday to a Friday: 1045 workdays
		"20 * * * *":      "1",
		"0 0 1 */3 *":     "91.3125",
		"0 0 1 jan,jul *": "182.625",
		"0 0 29 2 *":      "1461",
		"0 0 1 * 1":       "5.8911", // 209 Mondays and 48 firsts, of which 9 are Mondays
		"0 0 30 2 *":      "",
		"0 0 32 * *":      "",
		"0 0 1 * FUN":     "",
		"0 0 1-x * *":     "",
		"0 0 5-1 * *":     "",
		"0 0 */0 * *":     "",
		"@monthly":        "",
		"0 0 1 *":         "",
		"0 0 1 * * *":     "",
	} {
		got := ""
		if days, found := cronDays(schedule); found {
			got = figured(days)
		}
		if got != want {
			t.Errorf("%s: %q, want %q", schedule, got, want)
		}
	}
}

// TestReleaseSchedules are of workflows that make releases by themselves.
func TestReleaseSchedules(t *testing.T) {
	t.Parallel()
	const monthly = "on:\n  schedule:\n    - cron: '0 0 1 * *'\n"
	for _, test := range []struct{ file, text, want string }{
		{".github/workflows/tag.yaml", monthly + "run: git tag v1", "0 0 1 * * 30.4375"},
		{".github/workflows/tag.yaml", "on:\n  schedule:\n    -   cron:  0  0 1 * *\nrun: gh release create", "0 0 1 * * 30.4375"},
		{".github/workflows/tag.yaml", monthly + "run: make test", ""},
		{".github/workflows/tag.yaml", "on:\n  push:\n    tags: [v*]\n" + monthly + "run: gh release create", ""},
		{".github/workflows/nightly-release.yml", monthly + "run: git tag v1", ""},
		{"examples/.github/workflows/tag.yaml", monthly + "run: git tag v1", ""},
		{".github/workflows/tag.yaml", "run: git tag v1", ""},
	} {
		got := ""
		if schedule, days, found := releaseSchedule(test.file, []byte(test.text)); found {
			got = told(schedule, new(days))
		}
		same(t, test.file+" "+test.text, got, test.want)
	}
}

// weekly is a repository with a release every seven days, nine of them.
func weekly(t testing.TB, version func(i int) string, files map[string]string) *past {
	p := newPast(t)
	p.add(step{name: "c0", at: "2026-01-01", files: files})
	for i := range 9 {
		name := fmt.Sprint("r", i)
		p.add(step{name: name, at: time.Unix(seconds(t, "2026-01-02"), 0).UTC().AddDate(0, 0, 7*i).Format("2006-01-02 15:04")})
		p.light(version(i), name)
	}
	return p
}

// TestDocumentedCadence sets what a repository says of its releases beside them.
func TestDocumentedCadence(t *testing.T) {
	t.Parallel()
	minor := func(i int) string { return fmt.Sprintf("v1.%d.0", i) }
	patch := func(i int) string { return fmt.Sprintf("v1.0.%d", i) }
	tests := []struct {
		name    string
		version func(int) string
		files   map[string]string
		want    string
	}{
		{"nothing is said", minor, map[string]string{"RELEASE.md": "We release when it is ready."}, "-"},
		{
			"it fits", minor,
			map[string]string{"docs/RELEASE_PROCESS.md": "We release every week."},
			"usable A document here says that a release comes every 7 days; minor versions come every 7 days " +
				"(median of 8 gaps, half of them 7 days), which fits.",
		},
		{
			"patches, and it differs", patch,
			map[string]string{"RELEASING.rst": "We release every two weeks."},
			"usable A document here says that a release comes every 14 days; releases come every 7 days " +
				"(median of 8 gaps, half of them 7 days), which differs.",
		},
		{
			"long ago", minor,
			map[string]string{"RELEASE.md": "We release monthly.", "a/RELEASE.md": "We release weekly."},
			"usable A document here says that a release comes every 30 days; minor versions come every 7 days " +
				"(median of 8 gaps, half of them 7 days), which is so far from it that what is documented may be out of date.",
		},
		{
			"a schedule", minor,
			map[string]string{".github/workflows/tag.yml": "on:\n  schedule:\n  - cron: 0 6 * * 5\njobs:\n  a:\n    run: git tag x\n"},
			"usable A scheduled job here says that a release comes every 7 days; minor versions come every 7 days " +
				"(median of 8 gaps, half of them 7 days), which fits.",
		},
		{"of others", minor, map[string]string{"vendor/x/RELEASE.md": "We release monthly.", "testdata/RELEASE.md": "We release monthly."}, "-"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			s := weekly(t, test.version, test.files).scan()
			got := "-"
			for _, c := range s.Conclusions {
				if c.ID == "documented_cadence" {
					got = string(c.Trust) + " " + c.Text
					same(t, "proofs", told(len(c.Proof), c.Proof[0].Kind, c.Proof[0].Name, c.Proof[0].Text),
						told(1, PathProof, s.Documented[0].Path, s.Documented[0].Text))
				}
			}
			same(t, "conclusion", got, test.want)
			if s.Documented == nil {
				t.Error("nothing documented is null, as if nobody had looked")
			}
		})
	}
}

// TestDocumentedIsBounded: a repository chooses how long its sentences are, and how many documents it has.
func TestDocumentedIsBounded(t *testing.T) {
	t.Parallel()
	files := map[string]string{"RELEASE.md": "We release weekly, " + strings.Repeat("é", 1000)}
	for i := range 2 * policiesRead {
		files[fmt.Sprintf("x/%02d/RELEASE.md", i)] = "We release monthly."
	}
	s := weekly(t, func(i int) string { return fmt.Sprintf("v1.%d.0", i) }, files).scan()
	same(t, "claims", told(len(s.Documented), s.Documented[0].Path, len([]rune(s.Documented[0].Text))), fmt.Sprintf("%d RELEASE.md 200", policiesRead))
}

// TestDocumentedIsComparedWithMinors even when there are two of them: patches come in clusters and are not what it is about.
func TestDocumentedIsComparedWithMinors(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	p.add(step{name: "c0", at: "2024-01-01", files: map[string]string{
		"RELEASES.md": "Once every three months, a new stable release is created from the master branch.",
	}})
	p.light("v1.0.0", "c0")
	for i, day := range []string{"2025-01-01", "2025-01-08", "2025-01-15", "2025-12-18", "2025-12-25", "2026-01-02"} {
		name := fmt.Sprint("c", i+1)
		p.add(step{name: name, at: day})
		p.light(fmt.Sprintf("v1.%d.%d", 1+i/3, i%3), name)
	}
	c := p.scan().conclusion(t, "documented_cadence")
	// In the 730 days up to the last commit there are v1.1.0 and v1.2.0, 351 days apart.
	same(t, "documented", told(c.Trust, c.Text, c.Reason), "few A document here says that a release comes every 91 days; minor versions "+
		"come every 351 days (median of 1 gap), which is so far from it that what is documented may be out of date. "+
		"there are only 2 days with a minor release; 6 would be enough")
}
