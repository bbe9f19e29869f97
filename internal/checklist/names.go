package checklist

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/opsfit/opsfit/internal/yamltree"
)

// byPlace returns leftovers in the order of the source.
func byPlace(left []Leftover) []Leftover {
	slices.SortStableFunc(left, func(a, b Leftover) int {
		return cmp.Or(cmp.Compare(a.Pos.Line, b.Pos.Line), cmp.Compare(a.Pos.Column, b.Pos.Column))
	})
	return left
}

// wordsOf returns the words of a text in lower case: texts with the same words read the same.
func wordsOf(text string) string { return strings.Join(split(strings.ToLower(text)), " ") }

// reads reports a text that reads like one of the given ones, which are in lower case.
func reads(text string, like ...string) bool { return slices.Contains(like, wordsOf(text)) }

func split(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r) })
}

// asked are words that say nothing of what a text is about, at its beginning or its end.
func asked() []string {
	return []string{
		"a", "an", "and", "any", "are", "been", "can", "did", "do", "does", "ensure", "for", "happens", "has", "have", "how", "i", "in", "is",
		"it", "its", "know", "make", "of", "on", "or", "our", "proves", "should", "sure", "team", "that", "the", "their", "there", "these",
		"they", "this", "to", "was", "we", "were", "what", "when", "where", "which", "who", "will", "with", "you", "your",
	}
}

// subject returns the words of a text that say what it is about, at most five with so many code points.
func subject(text string, most int) []string {
	const mostWords = 5
	text, _, _ = strings.Cut(text, "(")
	words := strings.Fields(text)
	isAsked := func(word string) bool { return slices.Contains(asked(), strings.ToLower(strings.Trim(word, ".,:;?!"))) }
	for len(words) > 1 && isAsked(words[0]) {
		words = words[1:]
	}
	kept := 0
	for width := 0; kept < min(len(words), mostWords); kept++ {
		width += 1 + utf8.RuneCountInString(words[kept])
		if kept > 0 && width > most+1 {
			break
		}
	}
	words = words[:kept]
	for len(words) > 1 && (isAsked(words[len(words)-1]) || isLoose(words[len(words)-1])) {
		words = words[:len(words)-1]
	}
	return words
}

// isLoose reports a word that hardly ends a title in any language of the Latin alphabet: a mark, or one or two small letters.
func isLoose(word string) bool {
	return len(word) <= 2 && strings.Trim(word, "abcdefghijklmnopqrstuvwxyz+-/&") == "" || len(split(word)) == 0
}

// shortTitle makes a title of a few words of a text.
func shortTitle(text string) string {
	const most, longestWord = 36, 40
	title := []rune(strings.TrimRight(strings.Join(subject(text, most), " "), ".,:;?!"))
	if len(title) == 0 {
		return oneLine(text)
	}
	if len(title) > longestWord {
		title = append(title[:longestWord-1], '…')
	}
	title[0] = unicode.ToUpper(title[0])
	return string(title)
}

// ids gives out ids that are not taken.
type ids map[string]bool

// newIDs returns ids that leave out what has a meaning of its own, and the words that other readers of YAML take for
// something else than a text.
func newIDs(reserved ...string) ids {
	taken := ids{}
	for _, id := range append(reserved, "null", "true", "false") {
		taken[id] = true
	}
	return taken
}

// take returns an id: the source's own where it is one, else made of the text, behind the lead where another has that already.
func (taken ids) take(own, text, lead string) string {
	id := own
	if !yamltree.IsID(id) {
		id = slug(join(" ", own, text))
		if own != "" && slug(own) != "" {
			id = slug(own)
		}
	}
	if taken[id] && lead != "" && !strings.HasPrefix(id, lead) {
		id = cut(lead+"_"+id, longestID)
	}
	for n, base := 2, id; taken[id]; n++ {
		end := "_" + strconv.Itoa(n)
		id = cut(base, longestID-len(end)) + end
	}
	taken[id] = true
	return id
}

const longestID = 64

func cut(id string, most int) string { return strings.TrimRight(id[:min(len(id), most)], "_.-") }

// slug makes an id of what a text is about. One that has no letter of the Latin alphabet gets some digits that depend on
// nothing but the text, so that it stays the same when others are added.
func slug(text string) string {
	const most = 28
	id := strings.Trim(strings.Map(idLetter, strings.ToLower(strings.Join(subject(text, most), " "))), "_")
	for strings.Contains(id, "__") {
		id = strings.ReplaceAll(id, "__", "_")
	}
	if id != "" && len(id) >= utf8.RuneCountInString(strings.Join(subject(text, most), ""))/3 {
		return cut(id, most+most/2)
	}
	if strings.TrimSpace(text) == "" {
		return ""
	}
	sum := sha256.Sum256([]byte(text))
	return "p" + hex.EncodeToString(sum[:4])
}

func idLetter(r rune) rune {
	const accented, plain = "àáâãäåçèéêëìíîïñòóôõöøùúûüýÿß", "aaaaaaceeeeiiiinoooooouuuuyys"
	switch {
	case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
		return r
	case r == '\'' || r == '’':
		return -1
	}
	if i := strings.IndexRune(accented, r); i >= 0 {
		return rune(plain[utf8.RuneCountInString(accented[:i])])
	}
	return '_'
}

// ID returns an id that the title of a checklist gives its questionnaire.
func (c *Checklist) ID() string {
	return strings.ReplaceAll(firstOf(slug(c.Title), "checklist"), "_", "-")
}
