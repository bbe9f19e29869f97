package evidence

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// causes are the texts by which incidents name what caused them, and the deployments that they name.
type causes struct {
	// texts are in order, in lower case. order tells where a text is that was the n-th to be read.
	texts  []string
	places map[string]int32
	order  []int32
	// lengths are those of the texts that look like the beginning of a hash.
	lengths []int
	// named holds for each text the deployments that have it as their commit or name, by service and then by time; inTime holds them by
	// time alone.
	named, inTime [][]namedDeployment
}

type namedDeployment struct {
	at      int64
	service int32
}

// causeOf numbers what an incident says about its cause.
func causeOf(text []byte, texts map[string]int32) int32 {
	if len(text) == 0 {
		return noCause
	}
	lower := strings.ToLower(string(text))
	if slices.Contains([]string{"deployment", "deploy", "release", "change", "rollout", "yes", "true"}, lower) {
		return someDeployment
	}
	if slices.Contains([]string{"none", "no", "false", "unknown", "n/a", "-"}, lower) {
		return noCause
	}
	if _, known := texts[lower]; !known {
		texts[lower] = int32(len(texts))
	}
	return texts[lower]
}

func newCauses(texts map[string]int32) causes {
	c := causes{places: map[string]int32{}, order: make([]int32, len(texts)), named: make([][]namedDeployment, len(texts))}
	for text := range texts {
		c.texts = append(c.texts, text)
	}
	slices.Sort(c.texts)
	for i, text := range c.texts {
		c.order[texts[text]], c.places[text] = int32(i), int32(i)
		if len(text) >= shortestHash && areHexDigits([]byte(text)) && !slices.Contains(c.lengths, len(text)) {
			c.lengths = append(c.lengths, len(text))
		}
	}
	return c
}

// match notes a deployment that a cause names in full.
func (c *causes) match(text []byte, entry deployed) {
	if len(text) > 0 && len(c.texts) > 0 {
		c.matchWord(lowered(text), entry)
	}
}

func (c *causes) matchWord(word []byte, entry deployed) {
	if at, found := c.places[string(word)]; found {
		c.named[at] = append(c.named[at], namedDeployment{entry.at(), entry.service()})
	}
}

// matchCommit notes a deployment whose commit a cause names, where either may be abbreviated.
func (c *causes) matchCommit(commit []byte, entry deployed) {
	if len(commit) == 0 || len(c.texts) == 0 {
		return
	}
	word, longest := lowered(commit), 0
	c.matchWord(word, entry)
	for _, length := range c.lengths {
		longest = max(longest, length)
		if length < len(word) && areHexDigits(word) {
			c.matchWord(word[:length], entry)
		}
	}
	if len(word) < shortestHash || len(word) >= longest || !areHexDigits(word) {
		return
	}
	// A longer cause that begins with the commit counts if it is the only one.
	at, _ := slices.BinarySearch(c.texts, string(word)+"\x00")
	begins := func(i int) bool { return i < len(c.texts) && strings.HasPrefix(c.texts[i], string(word)) }
	if begins(at) && !begins(at+1) && areHexDigits([]byte(c.texts[at])) {
		c.matchWord([]byte(c.texts[at]), entry)
	}
}

// lowered is a text in lower case; it is the text itself where that is so already, as in most files of millions of rows.
func lowered(text []byte) []byte {
	if slices.ContainsFunc(text, func(c byte) bool { return 'A' <= c && c <= 'Z' || c >= utf8.RuneSelf }) {
		return bytes.ToLower(text)
	}
	return text
}

// sort orders the deployments of each cause.
func (c *causes) sort() {
	for _, list := range c.named {
		byTime := slices.Clone(list)
		slices.SortFunc(byTime, func(a, b namedDeployment) int {
			return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.service, b.service))
		})
		c.inTime = append(c.inTime, byTime)
		slices.SortFunc(list, compareNamed)
	}
}

func compareNamed(a, b namedDeployment) int {
	return cmp.Or(cmp.Compare(a.service, b.service), cmp.Compare(a.at, b.at))
}

// lastNamed returns the last deployment that a cause names which is of a service and not later than a time. A service that is not
// known, on either side, may be any.
func (c *causes) lastNamed(cause, service int32, at int64) (found namedDeployment, ok bool) {
	if service == 0 {
		list := c.inTime[cause]
		n, _ := slices.BinarySearchFunc(list, at, func(d namedDeployment, at int64) int { return compareAfter(d.at, at) })
		if n == 0 {
			return namedDeployment{}, false
		}
		return list[n-1], true
	}
	list := c.named[cause]
	for _, of := range []int32{0, service} {
		n, exact := slices.BinarySearchFunc(list, namedDeployment{at, of}, compareNamed)
		if exact {
			return list[n], true
		}
		if n > 0 && list[n-1].service == of && (!ok || list[n-1].at > found.at) {
			found, ok = list[n-1], true
		}
	}
	return found, ok
}
