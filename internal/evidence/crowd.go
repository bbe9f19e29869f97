package evidence

import (
	"maps"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/gitrepo"
)

// crowd tells bots from people, and which identities are one person.
type crowd struct {
	list []gitrepo.Identity
	bot  []bool
	// person and nearly give identities of one person the same number: by the same address or full name, and nearly also by
	// the same name before the @.
	person, nearly []int32
}

const (
	// routine is the share of subjects that are alike but for numbers, and routineCommits how many commits there are at least,
	// before an author who writes little else counts as a program. Both are judgements.
	routine        = 0.8
	routineCommits = 50
)

// newCrowd judges the authors of a history; list holds their identities after the mailmap.
func newCrowd(h *history, list []gitrepo.Identity) crowd {
	c := crowd{list: list, bot: make([]bool, len(list))}
	for i, id := range list {
		c.bot[i] = isBot(id)
	}
	c.person = c.merged(addressKey, fullNameKey)
	for person := range h.routinePeople(c.person) {
		for i := range list {
			c.bot[i] = c.bot[i] || c.person[i] == person
		}
	}
	c.nearly = c.merged(addressKey, fullNameKey, localKey)
	return c
}

func (c *crowd) isBot(author int32) bool { return c.bot[author] }

// merged gives identities the same number that have a key in common. Bots are merged with nobody.
func (c *crowd) merged(keys ...func(gitrepo.Identity) string) []int32 {
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

// fullNameKey is the name where it has two words at least: many people are called Alex.
func fullNameKey(id gitrepo.Identity) string {
	parts := strings.Fields(strings.ToLower(id.Name))
	if len(parts) < 2 {
		return ""
	}
	return strings.Join(parts, " ")
}

// localKey is what stands before the @, without the number that GitHub puts there; names that many share are left out.
func localKey(id gitrepo.Identity) string {
	local, _, _ := strings.Cut(strings.ToLower(id.Email), "@")
	if at := strings.IndexByte(local, '+'); at >= 0 && isNumber(local[:at]) {
		local = local[at+1:]
	}
	shared := []string{
		"admin", "contact", "dev", "developer", "email", "git", "github", "hello", "home", "info", "mail", "me", "noreply", "no-reply",
		"oss", "root", "support", "user", "work",
	}
	if len(local) < 3 || slices.Contains(shared, local) {
		return ""
	}
	return local
}

// routinePeople are the people whose commits in the window are nearly all alike.
func (h *history) routinePeople(person []int32) map[int32]bool {
	type line struct {
		person int32
		shape  uint64
	}
	commits, alike := map[int32]int{}, map[line]int{}
	for i := range h.commits {
		if c := &h.commits[i]; c.note != none && !c.isMerge() {
			commits[person[c.author]]++
			alike[line{person[c.author], h.notes[c.note].shape}]++
		}
	}
	found := map[int32]bool{}
	for l, n := range alike {
		if all := commits[l.person]; all >= routineCommits && float64(n) >= routine*float64(all) {
			found[l.person] = true
		}
	}
	return found
}

// peopleFigures tells how many share the work of the main branch in the window, merges left out.
func (t *timeline) peopleFigures() People {
	byPerson, nearly, byBot := map[int32]int{}, map[int32]int{}, map[string]int{}
	all, bots := 0, 0
	t.eachOnMain(func(_ int32, c *commit) {
		all++
		if t.crowd.isBot(c.author) {
			bots++
			byBot[t.crowd.list[c.author].Name]++
			return
		}
		byPerson[t.crowd.person[c.author]]++
		nearly[t.crowd.nearly[c.author]]++
	})
	return People{
		Authors: new(len(byPerson)), AuthorsLow: new(len(nearly)), BusFactor50: busFactor(byPerson),
		BotShare: share(bots, all), Bots: append([]string{}, byCount(byBot)...), Taggers: t.taggerFigures(),
	}
}

// busFactor is the smallest number of people who wrote half of the commits; nil without any.
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

// taggerFigures tells who made the annotated release tags of the window. One pair of hands, or a program, says whether
// releasing is somebody's task.
func (t *timeline) taggerFigures() Taggers {
	tags, bots := 0, 0
	byTagger := map[int32]int{}
	people := map[int32]bool{}
	for _, r := range t.counted() {
		for _, tag := range r.tags {
			if tag.tagger == none {
				continue
			}
			tags++
			byTagger[t.crowd.person[tag.tagger]]++
			if t.crowd.isBot(tag.tagger) {
				bots++
			} else {
				people[t.crowd.person[tag.tagger]] = true
			}
		}
	}
	figures := Taggers{Tags: new(tags), People: new(len(people)), ByBots: new(bots)}
	if tags > 0 {
		figures.TopShare = share(slices.Max(slices.Collect(maps.Values(byTagger))), tags)
	}
	return figures
}
