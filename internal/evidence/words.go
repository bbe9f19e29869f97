package evidence

import (
	"strconv"
	"strings"
)

// formatCount writes a number with its noun, "1 release", "3 releases"; of two words with a preposition the first takes the s.
func formatCount(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	if noun == "person" {
		return strconv.Itoa(n) + " people"
	}
	head, rest := noun, ""
	for _, word := range []string{" in ", " on ", " of ", " with ", " whose ", " that "} {
		if before, after, found := strings.Cut(noun, word); found && len(before) < len(head) {
			head, rest = before, word+after
		}
	}
	if rest == " that is 14 days old" {
		rest = " that are 14 days old"
	}
	return strconv.Itoa(n) + " " + head + "s" + rest
}

func isOrAre(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}
