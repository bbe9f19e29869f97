package evidence

import (
	"fmt"
	"testing"

	"github.com/opsfit/opsfit/internal/gitrepo"
)

// TestIsBot holds who is taken for a program, and above all who is not.
func TestIsBot(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, email string
		want        bool
	}{
		{"dependabot[bot]", "x@y", true},
		{"Someone", "49699333+dependabot[bot]@users.noreply.github.com", true},
		{"Release Bot", "x@y", true},
		{"k8s-ci-robot", "x@y", true},
		{"ansible_bot", "x@y", true},
		{"Deployer", "deploy-bot@example.com", true},
		{"Deployer", "deploy.bot@example.com", true},
		{"Deployer", "wikirobot@example.com", true},
		{"PrometheusBot", "x@y", true},
		{"CodecovBot runner", "x@y", true},
		{"mergifybot", "x@y", true},
		{"Gitbot", "x@y", true},
		{"govuk-ci", "x@y", true},
		{"GitHub Actions", "x@y", true},
		{"Sylvain Rabot", "sylvain@example.com", false},
		{"Talbot", "talbot@example.com", false},
		{"Anna Botto", "anna@example.com", false},
		{"Jo Abbot", "abbot@example.com", false},
		{"fluxth", "flux@example.com", false},
		{"ROBOT", "x@y", true},
		{"Robbie Otto", "robotto@example.com", false},
		{"GordonTheTurtle", "gordon@example.com", false},
		{"", "", false},
		{"", "release-bot@example.com", true},
		{"Claude Monet", "claude@example.com", false},
		{"Claude", "noreply@anthropic.com", true},
		{"Mend Renovate", "bot@renovateapp.com", true},
		{"Renovate", "renovate@whitesourcesoftware.com", true},
		{"GitHub Action", "action@github.com", true},
		{"actions-user", "actions@github.com", true},
		{"Copilot", "198982749+Copilot@users.noreply.github.com", true},
		{"Cursor Agent", "cursoragent@cursor.com", true},
		{"Auto Runner Releaser", "auto-runner-releaser@gitlab.com", true},
		{"GitLab CI/CD", "ci@gitlab.example.com", true},
		{"Azure Pipelines", "azuredevops@microsoft.com", true},
		{"Jenkins CI", "jenkins@example.com", true},
		{"google-labs-jules", "jules@google.com", true},
		{"Flux", "fluxcd@users.noreply.github.com", true},
		{"argocd-image-updater", "noreply@argoproj.io", true},
		{"Maven Release", "build@example.com", true},
		{"deploy", "project_12_bot_0a1b@noreply.gitlab.example.com", true},
		{"Projekt Botschaft", "project_botany@example.com", false},
		{"Ada Jenkins", "ada.jenkins@example.com", false},
	}
	known := newPrograms()
	for _, test := range tests {
		if got := known.isProgram(gitrepo.Identity{Name: test.name, Email: test.email}); got != test.want {
			t.Errorf("%s <%s>: %v", test.name, test.email, got)
		}
	}
}

// TestPeople merges identities of one person, by address or full name, and as a lower bound by what stands before the @.
func TestPeople(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	authors := []struct {
		by      string
		commits int
	}{
		{"Ada Lovelace <ada@example.com>", 3},
		{"ada lovelace <ada@home.example>", 2}, // the same full name
		{"ada <ADA@example.com>", 1},           // the same address
		{"djm <djm@openbsd.example>", 4},       // perhaps the next one
		{"Damien <djm@mindrot.example>", 1},
		{"Alex <alex@a.example>", 1}, // two people of one first name
		{"Alex <al@b.example>", 1},
		{"Old Name <1234+bob@users.noreply.github.com>", 1}, // perhaps the next one
		{"Bob <bob@example.com>", 1},
		{"renovate[bot] <r@example.com>", 9},
	}
	day := 0
	for _, a := range authors {
		for range a.commits {
			day++
			p.add(step{name: fmt.Sprint("c", day), at: fmt.Sprintf("2026-01-%02d", day), by: a.by})
		}
	}
	s := p.scan()
	// Ada, djm, Damien, Alex, Alex, Old Name, Bob.
	same(t, "people", told(s.People.Authors, s.People.AuthorsLow), "7 5")
	// Of 15 commits Ada has 6 and djm 4: two people wrote half.
	same(t, "bus factor", told(s.People.BusFactor50), "2")
	same(t, "bots", told(s.People.BotShare, s.People.Bots), "0.375 [renovate[bot]]")
}

// TestBusFactor takes half for enough.
func TestBusFactor(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		commits map[int32]int
		want    string
	}{
		{nil, "-"},
		{map[int32]int{1: 5}, "1"},
		{map[int32]int{1: 5, 2: 5}, "1"},
		{map[int32]int{1: 5, 2: 3, 3: 3}, "2"},
		{map[int32]int{1: 1, 2: 1, 3: 1, 4: 1, 5: 1}, "3"},
	} {
		same(t, fmt.Sprint(test.commits), told(busFactor(test.commits)), test.want)
	}
}

// TestMailmap takes the identities that the repository's own mailmap gives.
func TestMailmap(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	p.add(
		step{name: "c1", at: "2026-01-01", by: "A <a1@example.com>"},
		step{name: "c2", at: "2026-01-02", by: "B <a2@example.com>", files: map[string]string{
			".mailmap": "Ada <ada@example.com> <a1@example.com>\nAda <ada@example.com> <a2@example.com>\nCI [bot] <ci@x> <a3@example.com>\n",
		}},
		step{name: "c3", at: "2026-01-03", by: "C <a3@example.com>"},
	)
	s := p.scan()
	same(t, "people", told(s.People.Authors, s.People.Bots), "1 [CI [bot]]")
}

// TestRoutine counts commits that are all the same sentence with another number as those of a program, but calls nobody
// by name: a person's name may stand there.
func TestRoutine(t *testing.T) {
	t.Parallel()
	numbered := func(i int) string { return fmt.Sprintf("Deploy v%d of shop at %040x", i, i+1<<30) }
	for _, test := range []struct {
		name         string
		message      func(i int) string
		alike, other int
		want         string
	}{
		{"enough", numbered, 40, 10, "1 0 []"},
		{"too many others", numbered, 39, 11, "0 1 []"},
		{"too few", numbered, 39, 1, "0 1 []"},
		{"equal subjects of a person", func(int) string { return "update" }, 100, 20, "0 1 []"},
		{"equal sentences of a person", func(int) string { return "update the list of printers" }, 100, 20, "0 1 []"},
		{"short subjects", func(i int) string { return fmt.Sprint("update ", i) }, 100, 0, "0 1 []"},
		{"numbers of reviews", func(i int) string { return fmt.Sprintf("Update the list (#%d)", i) }, 100, 0, "0 1 []"},
	} {
		p := newPast(t)
		for i := range test.alike + test.other {
			message := test.message(i)
			if i >= test.alike {
				message = fmt.Sprintf("Something %c", 'a'+i)
			}
			p.add(step{name: fmt.Sprint("c", i), at: fmt.Sprintf("2026-01-01 %02d:%02d", i/60, i%60), by: "Ada Berg <d@example.com>", message: message})
		}
		p.tagBy("v1.0.0", "c1", "2026-01-02", "Ada Berg <d@example.com>")
		s := p.scan()
		same(t, test.name, told(s.People.BotShare, s.People.Authors, s.People.Bots), test.want)
		same(t, test.name+": taggers", told(s.People.Taggers.ByBots), "0")
	}
}

// TestSharedRoutine takes a sentence that several people keep to for their convention, and that of one identity beside a known
// program for a program.
func TestSharedRoutine(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ name, second, want string }{
		{"two people", "Bo Chen <b@example.com>", "0 2 []"},
		{"one of them twice", "Ada Berg <ada@other.example>", "1 0 []"},
		{"a program", "deploy-bot <b@example.com>", "1 0 [deploy-bot]"},
	} {
		p := newPast(t)
		for i := range 120 {
			by := []string{"Ada Berg <d@example.com>", test.second}[i%2]
			p.add(step{
				name: fmt.Sprint("c", i), at: fmt.Sprintf("2026-01-01 %02d:%02d", i/60, i%60), by: by,
				message: fmt.Sprintf("Changes for the ticket %d of the desk", 1000+i),
			})
		}
		s := p.scan()
		same(t, test.name, told(s.People.BotShare, s.People.Authors, s.People.Bots), test.want)
	}
}

// TestTaggers tells one pair of hands from a program.
func TestTaggers(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	p.line("c", "2026-01-01", 20)
	p.tag("v1.0.0", "c1", "2026-01-01")
	p.tag("v1.1.0", "c3", "2026-01-03")
	p.tagBy("v1.2.0", "c5", "2026-01-05", "Gitbot <g@example.com>")
	p.tagBy("v1.3.0", "c7", "2026-01-07", "rhea <rhea@example.com>")
	p.light("v1.4.0", "c9")
	s := p.scan()
	g := s.People.Taggers
	same(t, "taggers", told(g.Tags, g.People, g.ByBots, g.TopShare), "4 1 1 0.75")
}

// TestNamelessIdentities: git takes commits without a name or an address. Nothing is ever told of an empty name, and a program without
// one is called by its address.
func TestNamelessIdentities(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	for i, by := range []string{
		"<>", "<>", "<ada@example.com>", "Ada L <>", "Ada L <ada@example.com>", "<49699333+dependabot[bot]@users.noreply.github.com>",
		"<bot@example.com>", "[bot] <x@example.com>", "  <renovate-bot@example.com>",
	} {
		p.add(step{name: fmt.Sprint("c", i), at: fmt.Sprintf("2026-01-%02d", i+1), by: by})
	}
	p.tagBy("v1.0.0", "c1", "2026-01-05", "<>")
	p.tagBy("v1.1.0", "c3", "2026-01-06", "<bot@example.com>")
	s := p.scan()
	// Who wrote as <> is one person, and Ada another by her address and her full name.
	same(t, "people", told(s.People.Authors, s.People.AuthorsLow, s.People.BusFactor50), "2 2 1")
	same(t, "bots", fmt.Sprintf("%q", s.People.Bots), `["[bot]" "bot" "dependabot[bot]" "renovate-bot"]`)
	same(t, "taggers", told(s.People.Taggers.Tags, s.People.Taggers.People, s.People.Taggers.ByBots), "1 0 1")
}
