package evidence

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/gitrepo"
)

// tagFigures counts tags by the kinds of their names.
func tagFigures(tags []namedTag) Tags {
	counts := map[class]int{}
	shapes := map[string]int{}
	for i := range tags {
		counts[tags[i].class]++
		if tags[i].class == otherTag {
			shapes[shapeOfName(tags[i].Name)]++
		}
	}
	return Tags{
		Total: new(len(tags)), Stable: new(counts[stableTag]), Pre: new(counts[preTag]), Counter: new(counts[counterTag]),
		Other: new(counts[otherTag]), LeftOver: commonestShapes(shapes),
	}
}

// parseNames parses the names of tags. A given pattern alone decides what is a release; a tag that does not point to a
// commit is never one.
func parseNames(tags []gitrepo.Tag, pattern *regexp.Regexp) []namedTag {
	list := make([]namedTag, len(tags))
	for i, tag := range tags {
		list[i] = namedTag{Tag: tag, tagName: readTagName(tag.Name), tagger: none}
		name := &list[i].tagName
		switch {
		case tag.Commit.IsZero():
			*name = tagName{}
		case pattern == nil:
		case !pattern.MatchString(tag.Name):
			if name.isRelease() {
				*name = tagName{}
			}
		case len(name.version) == 0:
			*name = tagName{class: stableTag}
		default:
			name.class = stableTag
		}
	}
	if pattern == nil {
		countSingleNumbers(list)
	}
	return list
}

// lateTags counts release tags made long after their commit, without imported ones.
func lateTags(tags []releaseTag, h *history) int {
	late := 0
	for _, t := range tags {
		if t.at-h.commits[t.commit].committed > lateTag {
			late++
		}
	}
	return late
}

// shapeOfName replaces each run of digits by N.
func shapeOfName(name string) string {
	var shape strings.Builder
	for at := 0; at < len(name); {
		if !isDigit(name[at]) {
			shape.WriteByte(name[at])
			at++
			continue
		}
		for at < len(name) && isDigit(name[at]) {
			at++
		}
		shape.WriteByte('N')
	}
	return shape.String()
}

// shapesShown is how many shapes of names are listed.
const shapesShown = 10

func commonestShapes(shapes map[string]int) []Shape {
	list := []Shape{}
	for pattern, count := range shapes {
		list = append(list, Shape{Pattern: pattern, Count: count})
	}
	slices.SortFunc(list, func(a, b Shape) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), strings.Compare(a.Pattern, b.Pattern))
	})
	return list[:min(len(list), shapesShown)]
}
