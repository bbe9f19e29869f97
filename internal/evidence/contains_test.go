package evidence

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/opsfit/opsfit/internal/gitrepo"
)

// TestFirstReleaseAgreesWithGit asks git, for commits of random histories, which tags contain them: the first of those by time
// is the first release.
func TestFirstReleaseAgreesWithGit(t *testing.T) {
	t.Parallel()
	for seed := range uint64(4) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			t.Parallel()
			random := rand.New(rand.NewPCG(seed, 1))
			p, tagged := tangled(t, random)
			p.build()
			line, places := timelineOf(t, p.dir)
			for name := range places {
				if random.IntN(3) > 0 {
					continue
				}
				want := firstOf(p.git("for-each-ref", "--contains", name, "--format=%(refname:short)", "refs/tags"), tagged)
				got := "none"
				if first := line.first[places[name]]; first != none {
					got = line.releases[first].leadTag().name
				}
				if got != want {
					t.Errorf("%s was first released by %s, want %s", name, got, want)
				}
			}
		})
	}
}

// tangled makes a history of branches and merges, with release tags here and there: lightweight ones, and others that were made
// at times of their own, some by clocks that were late.
func tangled(t *testing.T, random *rand.Rand) (*past, map[string]int64) {
	p := newPast(t)
	at := time.Unix(seconds(t, "2026-01-01"), 0).UTC()
	p.add(step{name: "c0", at: "2026-01-01"})
	tagged := map[string]int64{}
	for i := 1; i < 80; i++ {
		at = at.Add(time.Duration(random.IntN(30))*time.Hour + time.Minute)
		s := step{name: fmt.Sprint("c", i), at: at.Format("2006-01-02 15:04"), on: "main", from: fmt.Sprint("c", random.IntN(i))}
		if random.IntN(3) > 0 {
			s.from = fmt.Sprint("c", i-1)
		} else if other := fmt.Sprint("c", random.IntN(i)); other != s.from {
			s.merge = []string{other}
		}
		p.add(s)
		if random.IntN(5) == 0 {
			name := fmt.Sprintf("v1.%d.0", i)
			tagged[name] = at.Unix()
			if random.IntN(3) == 0 {
				p.light(name, s.name)
				continue
			}
			made := at.Add(time.Duration(random.IntN(300)-60)*time.Hour + time.Duration(i)*time.Second)
			p.tag(name, s.name, made.Format("2006-01-02 15:04"))
			tagged[name] = max(at.Unix(), made.Truncate(time.Minute).Unix())
		}
	}
	return p, tagged
}

func firstOf(tags string, made map[string]int64) string {
	first := "none"
	for tag := range strings.FieldsSeq(tags) {
		if first == "none" || made[tag] < made[first] {
			first = tag
		}
	}
	return first
}

// timelineOf puts the history of a repository in order, and tells the place of each commit by its hash.
func timelineOf(t *testing.T, dir string) (*timeline, map[string]int32) {
	t.Helper()
	repo, err := gitrepo.Open(t.Context(), gitrepo.Options{Folder: dir, Env: os.Getenv})
	if err != nil {
		t.Fatal(err)
	}
	// Far in the future, so that all tags count.
	end := seconds(t, "2030-01-01")
	r := &reading{Options: Options{AsOf: &end}, repo: repo}
	for _, step := range []func() error{
		func() error { return r.findRevision(t.Context()) },
		func() error { return r.readStart(t.Context()) },
		func() error { return r.readHistory(t.Context()) },
	} {
		if err := step(); err != nil {
			t.Fatal(err)
		}
	}
	places := map[string]int32{}
	for hash, place := range r.history.places {
		places[hash.String()] = place
	}
	crowd := newIdentities(r.history, r.history.authors.list)
	return newTimeline(r.history, r.history.findCommit(r.revision.Commit), r.tags, crowd, true), places
}
