package evidence

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/delivery"
)

// exports are files that hold these texts; "" for no incidents.
func exports(deployments, incidents string) *Exports {
	open := func(text string) func() (io.ReadCloser, error) {
		return func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }
	}
	e := &Exports{Deployments: &delivery.Export{Name: "deployments.csv", Open: open(deployments)}}
	if incidents != "" {
		e.Incidents = &delivery.Export{Name: "incidents.csv", Open: open(incidents)}
	}
	return e
}

// deliver scans exports without a repository.
func deliver(t interface{ Fatal(args ...any) }, e *Exports, change ...func(*Options)) *Scan {
	opt := Options{Exports: e}
	for _, c := range change {
		c(&opt)
	}
	scan, err := CollectExports(context.Background(), opt)
	if err != nil {
		t.Fatal(err)
	}
	return scan
}

// hashOf returns the hash of a commit by its name.
func (p *past) hashOf(name string) string {
	p.t.Helper()
	for line := range strings.SplitSeq(p.git("log", "--all", "--format=%H %s"), "\n") {
		if hash, subject, _ := strings.Cut(line, " "); subject == name {
			return hash
		}
	}
	p.t.Fatalf("no commit is called %s", name)
	return ""
}

// TestChangeLeadTime follows commits to the first deployment that contains them and did not fail. Days of January 2026:
//
//	main  c1(1) - c2(5) - c3(8) ------ m(10) - c4(12) - c5(20)
//	                  \               /
//	side               ------- b1(9) -
func TestChangeLeadTime(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	p.add(
		step{name: "c1", at: "2026-01-01"},
		step{name: "c2", at: "2026-01-05"},
		step{name: "b1", on: "side", from: "c2", at: "2026-01-09"},
		step{name: "c3", at: "2026-01-08"},
		step{name: "m", merge: []string{"b1"}, at: "2026-01-10", message: "m"},
		step{name: "c4", at: "2026-01-12"},
		step{name: "c5", at: "2026-01-20"},
	)
	p.light("v1.4", "c4")
	p.light("v1.5", "c5")
	text := "time,commit,outcome,version\n" +
		"2026-01-06T12:00:00Z," + p.hashOf("c2") + ",ok\n" + // the first: c1 and c2 are left out
		"2026-01-11T12:00:00Z," + p.hashOf("m")[:10] + ",ok\n" + // c3 after 3 days, b1 after 2
		"2026-01-13T12:00:00Z," + strings.ToUpper(p.hashOf("c4")) + ",failed\n" + // not there to stay
		"2026-01-14T12:00:00Z,v1.4,ok\n" + // c4 after 2 days
		"2026-01-15T12:00:00Z,deadbeefdeadbeef,ok\n" + // who knows what
		"2026-01-21T12:00:00Z,,ok,v1.5\n" + // so c5 is left out
		"2026-01-22T12:00:00Z,,ok\n"
	withExports := func(o *Options) { o.Exports = exports(text, "") }
	s := p.scan(withExports)
	lead := s.Delivery.ChangeLeadTime
	same(t, "lead time", told(lead.Spread, lead.Clamped), "n=3(2 2 2.5 2.8) 0")
	same(t, "deployments", told(lead.Known, lead.Unknown, lead.Unnamed, lead.LeftOut), "5 1 1 3")
	same(t, "proof", p.proved(s.Delivery.leadProof), "commit c3: deployed after 3 days; commit b1: deployed after 2 days; commit c4: deployed after 2 days")
	same(t, "window", told(s.Delivery.AsOf, s.Delivery.WindowFrom), "2026-01-22T12:00:00Z 2024-01-23T12:00:00Z")
	// Two days up to the 14th: of the deployments only the last of c4 and the failed one.
	s = p.scan(withExports, asOf(t, "2026-01-14"), func(o *Options) { o.Window = 2 })
	lead = s.Delivery.ChangeLeadTime
	same(t, "in a window", told(lead.Spread, lead.Known, lead.LeftOut, s.Delivery.Later), "n=1(2 2 2 2) 2 0 3")
}

// TestChangeLeadTimeOfOneService: of the commits that a deployment brings only those count that touch the path.
func TestChangeLeadTimeOfOneService(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	for i, file := range []string{"a/x", "b/x", "a/y", "b/y", "b/z", "a/z"} {
		p.add(step{name: fmt.Sprint("c", i+1), at: fmt.Sprintf("2026-01-%02d", i+1), files: map[string]string{file: "x"}})
	}
	text := "time,commit\n" +
		"2026-01-02T12:00:00Z," + p.hashOf("c2") + "\n" +
		"2026-01-05T12:00:00Z," + p.hashOf("c5") + "\n" + // c3 after 2 days
		"2026-01-10T12:00:00Z," + p.hashOf("c6") + "\n" // c6 after 4 days
	s := p.scan(func(o *Options) { o.Exports, o.Paths = exports(text, ""), []string{"a"} })
	lead := s.Delivery.ChangeLeadTime
	same(t, "lead time", told(lead.Spread, lead.LeftOut), "n=2(2.5 3 3.5 3.8) 1")
	same(t, "deployments", told(lead.Known, lead.Unknown, lead.Unnamed), "3 0 0")
}

// TestFailures has ten deployments at noon, from the 1st to the 10th of January.
func TestFailures(t *testing.T) {
	t.Parallel()
	text := "time,id,outcome,kind\n"
	for i := 1; i <= 10; i++ {
		outcome, kind := "ok", ""
		switch i {
		case 3:
			outcome = "failed" // repaired by the next after 24 hours
		case 10:
			kind = "hotfix"
		}
		text += fmt.Sprintf("2026-01-%02dT12:00:00Z,d%d,%s,%s\n", i, i, outcome, kind)
	}
	incidents := "opened,resolved,caused by\n" +
		"2026-01-05T13:00:00Z,2026-01-06T14:00:00Z,D5\n" + // 25 hours, ended by the deployment of the 6th
		"2026-01-08T18:00:00Z,2026-01-08T20:00:00Z,\n" + // 2 hours, after the deployment of the 8th
		"2026-01-09T18:00:00Z,2026-01-09T20:00:00Z,hardware\n" +
		"2025-12-20T18:00:00Z,2025-12-20T20:00:00Z,\n" +
		"2026-01-10T18:00:00Z,,deployment\n" // of the 10th, still open
	s := deliver(t, exports(text, incidents))
	d := s.Delivery
	fails := d.ChangeFailRate
	same(t, "failures", told(fails.Failed, fails.Deployments, fails.Share, fails.ByOutcome, fails.ByCause, fails.ByTime), "4 10 0.4 1 2 1")
	same(t, "incidents", told(fails.Incidents.ByCause, fails.Incidents.ByTime, fails.Incidents.Elsewhere, fails.Incidents.Unlinked), "2 1 1 1")
	r := d.RecoveryTime
	same(t, "recovery", told(r.Spread, r.ByIncident, r.ByDeployment, r.Open), "n=3(0.5417 1 1.0208 1.0333) 2 1 1")
	w := d.ReworkRate
	same(t, "rework", told(w.Rework, w.Deployments, w.Share, w.ByKind, w.ByIncident, w.ByFailure), "3 10 0.3 1 1 1")
	// 29 hours open in 9 days, one deployment a day.
	same(t, "chance", told(w.ByChance), figured(10*29.0/24/9))
	same(t, "lead time", told(d.ChangeLeadTime.N), "-")
	// As of the 6th, 13:30, the first incident was still open and the others had not begun.
	s = deliver(t, exports(text, incidents), asOf(t, "2026-01-06 13:30"))
	fails, r = s.Delivery.ChangeFailRate, s.Delivery.RecoveryTime
	same(t, "earlier", told(fails.Failed, fails.Deployments, r.N, r.Open, s.Delivery.ReworkRate.Rework), "2 6 1 1 1")
}

// TestCauses: an incident may name a commit, a beginning of it, or a commit that a deployment brought.
func TestCauses(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	p.line("c", "2026-01-01", 9)
	text := fmt.Sprintf("time,service,commit\n2026-01-04T00:00:00Z,a,%s\n2026-01-07T00:00:00Z,a,%s\n2026-01-10T00:00:00Z,a,%s\n",
		p.hashOf("c3"), p.hashOf("c6")[:8], p.hashOf("c9"))
	for name, test := range map[string]struct{ cause, want string }{
		"the commit":                {p.hashOf("c3"), "1 0 0 0"},
		"its beginning":             {p.hashOf("c3")[:7], "1 0 0 0"},
		"a longer one":              {p.hashOf("c6"), "1 0 0 0"},
		"a commit that was brought": {p.hashOf("c5"), "1 0 0 0"},
		"too short":                 {p.hashOf("c3")[:6], "0 0 1 0"},
		"later than the incident":   {p.hashOf("c9"), "0 0 1 0"},
		"nothing":                   {"", "0 1 0 0"},
		"no":                        {"unknown", "0 1 0 0"},
		"something else":            {"disk full", "0 0 1 0"},
	} {
		incidents := "opened,service,caused_by\n2026-01-08T00:00:00Z,A," + test.cause + "\n"
		links := p.scan(func(o *Options) { o.Exports = exports(text, incidents) }).Delivery.ChangeFailRate.Incidents
		same(t, name, told(links.ByCause, links.ByTime, links.Elsewhere, links.Unlinked), test.want)
	}
	incidents := "opened,service,caused_by\n2026-01-08T00:00:00Z,b," + p.hashOf("c3") + "\n2026-01-18T00:00:00Z,a,\n"
	links := p.scan(func(o *Options) { o.Exports = exports(text, incidents) }).Delivery.ChangeFailRate.Incidents
	same(t, "another service, and too late", told(links.ByCause, links.ByTime, links.Elsewhere, links.Unlinked), "0 0 1 1")
}

// TestFrequency counts by the dates of a time zone: a working day of Sydney is two dates in UTC.
func TestFrequency(t *testing.T) {
	t.Parallel()
	// Mondays at 09:30 and at 15:00 in Sydney, where clocks were put back on the 5th of April.
	text := "time\n2026-03-23 09:30\n2026-03-23 15:00\n2026-03-30 09:30\n2026-03-30 15:00\n2026-04-06 09:30\n2026-04-06 15:00\n"
	e := exports(text, "")
	zone, err := delivery.LoadZone("Australia/Sydney")
	if err != nil {
		t.Fatal(err)
	}
	e.Deployments.Zone = zone
	s := deliver(t, e)
	f := s.Delivery.Frequency
	same(t, "in Sydney", told(f.Events, f.Days, f.GapDays, f.PerDay, f.Interval), "6 3 n=2(7 7 7 7) 2 7")
	// The last was at 15:00 of the 6th, which is 05:00 in UTC: 11 hours behind it before the change, 10 after it.
	same(t, "as of", told(s.Delivery.AsOf), "2026-04-06T05:00:00Z")
	same(t, "weeks", told(f.PerWeek), "n=2(2 2 2 2)")
	daily := "time\n"
	for i := range 12 {
		daily += fmt.Sprintf("2026-01-%02dT09:00:00Z\n2026-01-%02dT12:00:00Z\n2026-01-%02dT15:00:00Z\n2026-01-%02dT15:00:00Z\n", i+1, i+1, i+1, i+1)
	}
	s = deliver(t, exports(daily, ""))
	f = s.Delivery.Frequency
	same(t, "three a day", told(f.Events, f.Days, f.Interval, s.Delivery.Merged), "36 12 0.3333 12")
	c := s.conclusion(t, "deployment_frequency")
	same(t, "conclusion", string(c.Trust)+" "+c.Text,
		"usable There were 36 deployments on 12 days in 12 days, one every day (median of 11 gaps, half of them 1 day), with 3 deployments on such a day (median).")
}

// TestWhatExportsDoNotShow is said.
func TestWhatExportsDoNotShow(t *testing.T) {
	t.Parallel()
	one := "2026-01-05T12:00:00Z"
	for name, test := range map[string]struct{ deployments, incidents, id, want string }{
		"no rows":            {"time\n", "", "deployment_frequency", "the export of deployments has no rows"},
		"no production":      {"time,env\n" + one + ",p1\n", "", "deployment_frequency", `no deployment to production is in the export; it names "p1"`},
		"no usable row":      {"time\nx\n", "", "change_fail_rate", "no row of the export could be used"},
		"one deployment":     {"time\n" + one + "\n", "", "deployment_frequency", "there is only one day with a deployment"},
		"no history":         {"time,commit\n" + one + ",abcdefabc\n", "", "change_lead_time", "there is no history to find the commits in"},
		"nothing of failure": {"time\n" + one + "\n", "", "change_fail_rate", "the deployments have no outcome, and there is no file of incidents; --incidents names one"},
		"no failure":         {"time\n" + one + "\n", "opened\n", "recovery_time", "no deployment failed, as far as the files say"},
		"few":                {"time\n" + one + "\n", "opened\n", "rework_rate", "there is only 1 deployment; it takes 10 at least"},
	} {
		c := deliver(t, exports(test.deployments, test.incidents)).conclusion(t, test.id)
		same(t, name, told(c.Reason), test.want)
		if c.Trust != None || !strings.HasPrefix(c.Text, nothingAbout) {
			t.Errorf("%s: %s %s", name, c.Trust, c.Text)
		}
	}
}

// TestTrustInFailures: an incident that was only opened soon after a deployment is no proof against it.
func TestTrustInFailures(t *testing.T) {
	t.Parallel()
	text, incidents := "time,service,outcome\n", "opened,resolved,caused_by\n"
	for i := range 40 {
		text += fmt.Sprintf("2026-%02d-%02dT12:00:00Z,a,\n", i/20+1, i%20+1)
	}
	near := incidents + "2026-01-05T13:00:00Z,2026-01-05T14:00:00Z,\n"
	said := incidents + "2026-01-05T13:00:00Z,2026-01-05T14:00:00Z,release\n"
	late := incidents
	for i := range 6 {
		late += fmt.Sprintf("2026-02-%02dT13:00:00Z,2026-02-%02dT14:00:00Z,release\n", i+1, i+1)
	}
	for name, test := range map[string]struct{ deployments, incidents, want string }{
		"late":          {text, late, "few the incidents begin only in the second half"},
		"not so late":   {text, late + strings.TrimPrefix(said, incidents), "usable -"},
		"near in time":  {text, near, "few most failures are known only from an incident"},
		"said":          {text, said, "usable -"},
		"none":          {text, incidents, "few there is no incident in the file to count"},
		"two services":  {strings.Replace(text, ",a,", ",b,", 1), said, "few 2 services are counted together"},
		"unusable rows": {text + strings.Repeat("x,a,\n", 14), said, "few 14 of 54 rows of the deployments could not be used"},
	} {
		c := deliver(t, exports(test.deployments, test.incidents)).conclusion(t, "change_fail_rate")
		if got := string(c.Trust) + " " + told(c.Reason); !strings.HasPrefix(got, test.want) {
			t.Errorf("%s: %s, want %s", name, got, test.want)
		}
	}
	// 1 of 40 could be 1 of 200 by chance: (0.025 + 3.8416/80 - 1.96*sqrt(0.025*0.975/40 + 3.8416/6400)) / (1 + 3.8416/40).
	f, err := deliver(t, exports(text, said)).Figure("delivery.change_fail_rate.share")
	if err != nil {
		t.Fatal(err)
	}
	same(t, "figure", told(f.Value, f.N, f.Least), "0.025 40 0.0044")
}

// TestUnusableRows change nothing but what is said of them.
func TestUnusableRows(t *testing.T) {
	t.Parallel()
	header, other := "time,service,env,outcome,id\n", "opened,resolved,service,caused_by\n"
	var rows, incidents []string
	for i := range 12 {
		rows = append(rows, fmt.Sprintf("2026-01-%02d 12:00,a,prod,%s,d%d\n", 2*i+1, []string{"ok", "failed"}[i%5/4], i))
		incidents = append(incidents, fmt.Sprintf("2026-01-%02d 14:00,2026-01-%02d 13:00,a,d%d\n", 2*i+1, 2*i+2, i))
	}
	figures := func(deployments, incidents []string) *Delivery {
		d := deliver(t, exports(header+strings.Join(deployments, ""), other+strings.Join(incidents, ""))).Delivery
		for _, s := range []*delivery.Summary{&d.Deployments, d.Incidents} {
			s.Rows, s.Unusable, s.Reasons, s.First = s.Rows-s.Unusable, 0, nil, nil
		}
		return d
	}
	want := figures(rows, incidents)
	for _, bad := range []string{
		"soon,a,prod,ok,d1\n", "2026-01-05,a,prod,ok,d1\n", "2026-01-05 12:00,,prod,ok,d1\n", "2026-01-05 12:00,b,,ok,d1\n",
		"2026-01-05 12:00,b,prod,odd,d1\n", "2026-01-05 12:00,a,prod,ok,d1,more\n", "2026-01-05 12:00,\"a,prod\n", "1,a,prod,ok,d1\n",
	} {
		for _, at := range []int{0, 5, 12} {
			if diff := cmp.Diff(want, figures(slices.Insert(slices.Clone(rows), at, bad), incidents), cmp.AllowUnexported(Delivery{})); diff != "" {
				t.Errorf("%q at %d: %s", bad, at, diff)
			}
		}
	}
	for _, bad := range []string{
		"soon,,a,d1\n", "2026-01-05 12:00,2026-01-04 12:00,a,d1\n", "2026-01-05 12:00,later,a,\n", "2026-01-05 12:00,,,d1\n",
	} {
		if diff := cmp.Diff(want, figures(rows, slices.Insert(slices.Clone(incidents), 5, bad)), cmp.AllowUnexported(Delivery{})); diff != "" {
			t.Errorf("%q: %s", bad, diff)
		}
	}
}

// TestOrderOfRows: the order of the rows of a file changes no figure.
func TestOrderOfRows(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		hour := func(rt *rapid.T, name string) string {
			return fmt.Sprintf("2026-01-%02dT%02d:00:00Z", rapid.IntRange(1, 28).Draw(rt, name), rapid.IntRange(0, 23).Draw(rt, name))
		}
		deployment := rapid.Custom(func(rt *rapid.T) string {
			return fmt.Sprintf("%s,%s,%s,%s,%s", hour(rt, "time"), rapid.SampledFrom([]string{"a", "b"}).Draw(rt, "service"),
				rapid.SampledFrom([]string{"d1", "d2", "abcdef1", "abcdef12"}).Draw(rt, "id"),
				rapid.SampledFrom([]string{"ok", "failed", "", "blue"}).Draw(rt, "outcome"), rapid.SampledFrom([]string{"", "hotfix"}).Draw(rt, "kind"))
		})
		incident := rapid.Custom(func(rt *rapid.T) string {
			return fmt.Sprintf("%s,%s,%s,%s", hour(rt, "opened"), rapid.SampledFrom([]string{"", "2026-02-01T00:00:00Z", "2026-01-20T00:00:00Z"}).Draw(rt, "resolved"),
				rapid.SampledFrom([]string{"a", "b", "c"}).Draw(rt, "service"), rapid.SampledFrom([]string{"", "d1", "abcdef1", "x", "release"}).Draw(rt, "cause"))
		})
		rows, other := rapid.SliceOfN(deployment, 1, 30).Draw(rt, "deployments"), rapid.SliceOfN(incident, 0, 10).Draw(rt, "incidents")
		scan := func(rows, other []string) *Delivery {
			d := deliver(rt, exports("time,service,id,outcome,kind\n"+strings.Join(rows, "\n"), "opened,resolved,service,caused_by\n"+strings.Join(other, "\n"))).Delivery
			d.Deployments.First, d.Incidents.First = nil, nil // which name lines
			return d
		}
		want := scan(rows, other)
		got := scan(rapid.Permutation(rows).Draw(rt, "order"), rapid.Permutation(other).Draw(rt, "order of incidents"))
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(Delivery{})); diff != "" {
			rt.Fatal(diff)
		}
		if w, f := want.ReworkRate, want.ChangeFailRate; w.Rework != nil && *w.Rework > *w.Deployments || f.Failed != nil && *f.Failed > *f.Deployments {
			rt.Fatalf("%+v", want)
		}
	})
}
