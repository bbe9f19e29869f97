package evidence

import (
	"fmt"
	"strings"
	"testing"
)

// TestReadRollout holds which merges say what they bring where.
func TestReadRollout(t *testing.T) {
	t.Parallel()
	for subject, want := range map[string]string{
		"Merge update-image-tag/shop/production/v12 into main":  "shop production v12",
		"Merge pull request #3 from org/update/shop/prod/1.2.0": "shop prod 1.2.0",
		"Merge branch 'shop/Live/v1/b' into 'main'":             "shop live v1/b",
		"Merge branch 'main' into update/shop/staging/v3":       "shop staging v3",
		"Merge branch 'production' into main":                   "",
		"Merge branch 'production/shop' into main":              "",
		"Merge branch 'shop/production' into main":              "",
		"Merge branch 'feature/tests/v1' into main":             "",
		"Update shop/production/v12":                            "",
		"Merge":                                                 "",
	} {
		got := ""
		if r := readRollout([]byte(subject)); r != nil {
			got = r.application + " " + r.environment + " " + r.version
		}
		same(t, subject, got, want)
	}
}

// gitops is a repository that brings versions to environments, each by a merge: "TIME APPLICATION ENVIRONMENT VERSION".
func gitops(t testing.TB, rollouts ...string) *past {
	p := newPast(t)
	p.add(step{name: "c0", at: "2026-01-01", files: map[string]string{"image-tags/production/shop": "v0"}})
	for i, text := range rollouts {
		at, rest := text[:len("2026-01-01 12:00")], strings.ReplaceAll(strings.TrimSpace(text[len("2026-01-01 12:00"):]), " ", "/")
		branch := fmt.Sprint("b", i)
		p.add(
			step{name: branch, on: branch, from: fmt.Sprint("c", i), at: at},
			step{name: fmt.Sprint("c", i+1), merge: []string{branch}, at: at, message: "Merge update-image-tag/" + rest + " into main"},
		)
	}
	return p
}

// TestDeploymentFigures has six rollouts to production in the three weeks up to the 22nd of January, 12:00.
func TestDeploymentFigures(t *testing.T) {
	t.Parallel()
	p := gitops(t,
		"2026-01-05 12:00 shop integration v1",
		"2026-01-05 18:00 shop production v1", // 6 hours later
		"2026-01-06 12:00 shop integration v2",
		"2026-01-07 12:00 shop production v2", // a day later
		"2026-01-12 12:00 shop integration v3",
		"2026-01-12 13:00 shop production v3", // an hour later
		"2026-01-13 12:00 shop production v3", // once more: a version is promoted once
		"2026-01-14 12:00 till production v1", // of another application, which was nowhere before
		"2026-01-20 12:00 shop production v4",
		"2026-01-21 12:00 shop integration v4", // too late to come before
		"2026-01-22 12:00 shop staging v5",
	)
	p.light("v1.0.0", "c2")
	s := p.scan()
	d := s.Deployments
	same(t, "deployments", told(d.By, d.Named, d.Events, d.Days, d.GapDays),
		"image tags are kept for each environment true 6 6 n=5(1 2 5 5.6)")
	// 2 from the 1st to the 8th, 3 up to the 15th, 1 up to the 22nd.
	same(t, "weeks", told(d.PerWeek), "n=3(1.5 2 2.5 2.8)")
	same(t, "environments", fmt.Sprint(d.Environments), "[{production 6} {integration 4} {staging 1}]")
	same(t, "promotion", told(d.Promotion.From, d.Promotion.To, d.Promotion.N, d.Promotion.Median, d.Promotion.P90),
		"integration production 3 0.25 0.85")
	c := s.conclusion(t, "deployments")
	same(t, "conclusion", string(c.Trust)+" "+told(c.Reason), "none there are only 6 deployments; it takes 10 at least")
	figure, err := s.Figure("deployments.gap_days.median")
	if err != nil {
		t.Fatal(err)
	}
	same(t, "figure", told(figure.Value, figure.N, figure.Trust), "2 5 none")
}

// TestDeploymentsInWords has one rollout a day for five weeks, each two hours after it came to staging; nothing on the last day.
func TestDeploymentsInWords(t *testing.T) {
	t.Parallel()
	var rollouts []string
	for i := range 35 {
		month, day := 1+(i+1)/31, 1+(i+1)%31
		rollouts = append(rollouts,
			fmt.Sprintf("2026-%02d-%02d 10:00 shop staging v%d", month, day, i), fmt.Sprintf("2026-%02d-%02d 12:00 shop prod v%d", month, day, i))
	}
	s := gitops(t, rollouts...).scan()
	c := s.conclusion(t, "deployments")
	same(t, "conclusion", string(c.Trust)+" "+c.Text, "usable Commits here look like deployments (image tags are kept for each environment): "+
		"35 merges of a version for production on 35 days, 7 a week (median of 5 weeks); "+
		"a version goes from staging to prod in 2 hours (median of 35).")
	same(t, "proofs", told(len(c.Proof), c.Proof[0].Kind, c.Proof[0].Text), "5 commit 2026-02-05")
	figure, err := s.Figure("deployments.gap_days.median")
	if err != nil {
		t.Fatal(err)
	}
	same(t, "figure", told(figure.Value, figure.N, figure.Trust), "1 34 usable")
}

// TestDeploymentsElsewhere: a repository of source code tells nothing of what goes live.
func TestDeploymentsElsewhere(t *testing.T) {
	t.Parallel()
	s := released(t).scan()
	same(t, "deployments", told(s.Deployments.By, s.Deployments.Events, s.Deployments.PerWeek, s.Deployments.Promotion.N), "- - n=-(- - - -) -")
	if s.Deployments.Environments != nil {
		t.Errorf("%v was not computed", s.Deployments.Environments)
	}
	figure, err := s.Figure("deployments.gap_days.median")
	if err != nil {
		t.Fatal(err)
	}
	same(t, "figure", told(figure.Value, figure.Trust, figure.Reason), "- none commits here do not look like deployments")
}
