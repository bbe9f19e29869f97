package evidence

import (
	"maps"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/gitrepo"
)

// identities tells bots from people, and which identities are the same person.
type identities struct {
	list []gitrepo.Identity
	// program: the identity is that of a program. bot: so are its commits, though a person may have made some of them.
	program, bot []bool
	// named is what to call a program; empty for one that works in the name of a person, who is never named.
	named []string
	// person and nearly hold the same number for identities of one person: person by address or full name, nearly also
	// by the name before the @.
	person, nearly []int32
}

const (
	// routine is the share of subjects that differ only in numbers, and routineCommits the number of commits, from
	// which on those of an author count as those of a program. From conventionCommits such commits on, a person keeps
	// to a sentence that others write too. All three are judgements.
	routine           = 0.8
	routineCommits    = 50
	conventionCommits = 10
)

// newIdentities classifies the authors of a history; list holds their identities after the mailmap.
func newIdentities(h *history, list []gitrepo.Identity) identities {
	n, known := len(list), newPrograms()
	c := identities{list: list, program: make([]bool, n), bot: make([]bool, n), named: make([]string, n)}
	for i, id := range list {
		c.program[i] = known.isProgram(id)
		c.bot[i] = c.program[i]
		if c.program[i] {
			c.named[i] = known.nameOf(id)
		}
	}
	for _, author := range c.routineAuthors(h) {
		c.bot[author] = true
	}
	c.person = c.mergeIdentities(addressKey, fullNameKey)
	c.nearly = c.mergeIdentities(addressKey, fullNameKey, localKey)
	return c
}

func (c *identities) isBot(author int32) bool { return c.bot[author] }

// mergeIdentities gives identities with a key in common the same number. Bots are merged with nobody.
func (c *identities) mergeIdentities(keys ...func(gitrepo.Identity) string) []int32 {
	number := make([]int32, len(c.list))
	for i := range number {
		number[i] = int32(i)
	}
	find := func(i int32) int32 {
		for number[i] != i {
			number[i] = number[number[i]]
			i = number[i]
		}
		return i
	}
	first := map[string]int32{}
	for i, id := range c.list {
		for k, key := range keys {
			text := key(id)
			if text == "" || c.bot[i] {
				continue
			}
			text = string(rune('a'+k)) + text
			if other, known := first[text]; known {
				a, b := find(int32(i)), find(other)
				number[max(a, b)] = min(a, b)
			} else {
				first[text] = int32(i)
			}
		}
	}
	for i := range number {
		number[i] = find(int32(i))
	}
	return number
}

func addressKey(id gitrepo.Identity) string { return strings.ToLower(id.Email) }

// fullNameKey is the name if it has at least two words: many people are called Alex.
func fullNameKey(id gitrepo.Identity) string {
	parts := strings.Fields(strings.ToLower(id.Name))
	if len(parts) < 2 {
		return ""
	}
	return strings.Join(parts, " ")
}

// localKey is the part before the @ without the number that GitHub puts there; names that many share are left out.
func localKey(id gitrepo.Identity) string {
	local, _, _ := strings.Cut(withoutNumber(strings.ToLower(id.Email)), "@")
	shared := []string{
		"admin", "contact", "dev", "developer", "email", "git", "github", "hello", "home", "info", "mail", "me", "noreply", "no-reply",
		"oss", "root", "support", "user", "work",
	}
	if len(local) < 3 || slices.Contains(shared, local) {
		return ""
	}
	return local
}

// routineAuthors returns the identities whose commits in the window are nearly all the same sentence with another
// number. People write short or equal subjects by the hundred too, so those say nothing, and a sentence that several
// people keep to is a convention, such as "Changes for ticket 1234".
func (c *identities) routineAuthors(h *history) []int32 {
	type line struct {
		author int32
		shape  uint64
	}
	commits, alike := map[int32]int{}, map[line]int{}
	for i := range h.commits {
		if c := &h.commits[i]; c.note != none && !c.isMerge() {
			commits[c.author]++
			if n := &h.notes[c.note]; n.numbered {
				alike[line{c.author, n.shape}]++
			}
		}
	}
	keepers := map[uint64]map[string]bool{}
	for l, n := range alike {
		if n >= conventionCommits && !c.program[l.author] {
			if keepers[l.shape] == nil {
				keepers[l.shape] = map[string]bool{}
			}
			keepers[l.shape][strings.ToLower(c.list[l.author].Name)] = true
		}
	}
	var found []int32
	for l, n := range alike {
		all := commits[l.author]
		if all >= routineCommits && float64(n) >= routine*float64(all) && len(keepers[l.shape]) < 2 {
			found = append(found, l.author)
		}
	}
	return found
}

// peopleFigures counts who shares the work on the main branch in the window, without merges.
func (t *timeline) peopleFigures() People {
	byPerson, nearly, byBot := map[int32]int{}, map[int32]int{}, map[string]int{}
	all, bots := 0, 0
	t.eachOnMain(func(_ int32, c *commit) {
		all++
		if t.identities.isBot(c.author) {
			bots++
			if name := t.identities.named[c.author]; name != "" {
				byBot[name]++
			}
			return
		}
		byPerson[t.identities.person[c.author]]++
		nearly[t.identities.nearly[c.author]]++
	})
	return People{
		Authors: new(len(byPerson)), AuthorsLow: new(len(nearly)), BusFactor50: busFactor(byPerson),
		BotShare: shareOf(bots, all), Bots: append([]string{}, byCount(byBot)...), Taggers: t.taggerFigures(),
	}
}

// busFactor is the smallest number of people who wrote half of the commits; nil without commits.
func busFactor(commits map[int32]int) *int {
	counts := slices.Sorted(maps.Values(commits))
	all, sum := 0, 0
	for _, n := range counts {
		all += n
	}
	for i, n := range slices.Backward(counts) {
		sum += n
		if 2*sum >= all {
			return new(len(counts) - i)
		}
	}
	return nil
}

// taggerFigures counts who made the annotated release tags of the window. One person, or a program, shows that
// releasing is somebody's task.
func (t *timeline) taggerFigures() Taggers {
	tags, bots := 0, 0
	byTagger := map[int32]int{}
	people := map[int32]bool{}
	for _, r := range t.releasesInWindow() {
		for _, tag := range r.tags {
			if tag.tagger == none {
				continue
			}
			tags++
			byTagger[t.identities.person[tag.tagger]]++
			if t.identities.program[tag.tagger] {
				bots++
			} else {
				people[t.identities.person[tag.tagger]] = true
			}
		}
	}
	figures := Taggers{Tags: new(tags), People: new(len(people)), ByBots: new(bots)}
	if tags > 0 {
		figures.TopShare = shareOf(slices.Max(slices.Collect(maps.Values(byTagger))), tags)
	}
	return figures
}
