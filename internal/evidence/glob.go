package evidence

import (
	"path"
	"slices"
	"strings"
)

// globs finds which of many patterns a path matches. In a pattern * stands for any characters but a slash, [0-9] for one of
// them, {a,b} for either, and ** for any number of folders; at the end ** stands for everything below.
//
// Patterns are grouped by the folders that they need, and within those by the last part of the path, so that a path is
// compared with few of the hundreds of patterns.
type globs struct {
	folders []folderGlobs
	// active are the groups that match the folder of the last path: paths come sorted, so this seldom changes.
	active []int
	folder string
	fresh  bool
}

// folderGlobs are the patterns that need the same folders.
type folderGlobs struct {
	pattern []namePattern
	// exact and endings are looked up, by the whole name and by what follows its last dot; others are tried one by one.
	exact, endings map[string][]nameGlob
	others         []nameGlob
}

// nameGlob is the last part of a pattern and the number of its owner.
type nameGlob struct {
	namePattern

	owner int
}

// addPattern adds a pattern of an owner.
func (g *globs) addPattern(pattern string, owner int) {
	for _, plain := range expandBraces(pattern) {
		folder, name := path.Split(plain)
		parts := strings.FieldsFunc(folder, func(r rune) bool { return r == '/' })
		if name == "**" {
			parts, name = append(parts, name), "*"
		}
		g.folderFor(parts).addGlob(nameGlob{namePattern: newNamePattern(name), owner: owner})
	}
}

func (g *globs) folderFor(parts []string) *folderGlobs {
	at := slices.IndexFunc(g.folders, func(f folderGlobs) bool {
		return slices.EqualFunc(f.pattern, parts, func(p namePattern, part string) bool { return p.text == part })
	})
	if at < 0 {
		at = len(g.folders)
		pattern := make([]namePattern, len(parts))
		for i, part := range parts {
			pattern[i] = newNamePattern(part)
		}
		g.folders = append(g.folders, folderGlobs{pattern: pattern, exact: map[string][]nameGlob{}, endings: map[string][]nameGlob{}})
	}
	return &g.folders[at]
}

func (f *folderGlobs) addGlob(glob nameGlob) {
	ending := path.Ext(glob.text)
	switch {
	case !strings.ContainsAny(glob.text, "*["):
		f.exact[glob.text] = append(f.exact[glob.text], glob)
	case ending != "" && !strings.ContainsAny(ending, "*["):
		f.endings[ending] = append(f.endings[ending], glob)
	default:
		f.others = append(f.others, glob)
	}
}

// matchPath calls found with the owner of each pattern that a path matches, possibly several times with the same owner.
func (g *globs) matchPath(file string, found func(owner int)) {
	folder, name := path.Split(file)
	if !g.fresh || folder != g.folder {
		g.enterFolder(folder)
	}
	ending := path.Ext(name)
	for _, i := range g.active {
		f := &g.folders[i]
		for _, glob := range f.exact[name] {
			found(glob.owner)
		}
		for _, list := range [][]nameGlob{f.endings[ending], f.others} {
			for k := range list {
				if list[k].matchName(name) {
					found(list[k].owner)
				}
			}
		}
	}
}

func (g *globs) enterFolder(folder string) {
	g.folder, g.fresh = folder, true
	parts := strings.FieldsFunc(folder, func(r rune) bool { return r == '/' })
	g.active = g.active[:0]
	for i := range g.folders {
		if matchFolders(g.folders[i].pattern, parts) {
			g.active = append(g.active, i)
		}
	}
}

// matchFolders compares folders with a pattern. It backtracks to the last ** only, which is enough and takes no more
// steps than the product of the two lengths.
func matchFolders(pattern []namePattern, parts []string) bool {
	p, at, star, retry := 0, 0, -1, 0
	for at < len(parts) {
		switch {
		case p < len(pattern) && pattern[p].text == "**":
			star, retry = p, at
			p++
		case p < len(pattern) && pattern[p].matchName(parts[at]):
			p++
			at++
		case star >= 0:
			retry++
			p, at = star+1, retry
		default:
			return false
		}
	}
	for p < len(pattern) && pattern[p].text == "**" {
		p++
	}
	return p == len(pattern)
}

// namePattern is one part of a pattern.
type namePattern struct {
	text string
	// pieces are what lies between the stars; none for a pattern with brackets, which is compared byte by byte.
	pieces []string
}

func newNamePattern(text string) namePattern {
	p := namePattern{text: text}
	if !strings.Contains(text, "[") {
		p.pieces = strings.Split(text, "*")
	}
	return p
}

// matchName compares one part of a path with a pattern.
func (p *namePattern) matchName(name string) bool {
	last := len(p.pieces) - 1
	switch {
	case last < 0:
		return matchBytes(p.text, name)
	case last == 0:
		return p.text == name
	}
	rest, found := strings.CutPrefix(name, p.pieces[0])
	for _, piece := range p.pieces[1:last] {
		if found {
			_, rest, found = strings.Cut(rest, piece)
		}
	}
	return found && strings.HasSuffix(rest, p.pieces[last])
}

// matchBytes compares one part of a path with a pattern in the way of matchFolders.
func matchBytes(pattern, name string) bool {
	p, at, star, retry := 0, 0, -1, 0
	for at < len(name) {
		size, fits := 0, false
		if p < len(pattern) && pattern[p] != '*' {
			size, fits = matchByte(pattern[p:], name[at])
		}
		switch {
		case p < len(pattern) && pattern[p] == '*':
			star, retry = p, at
			p++
		case fits:
			p += size
			at++
		case star >= 0:
			retry++
			p, at = star+1, retry
		default:
			return false
		}
	}
	return strings.Trim(pattern[p:], "*") == ""
}

// matchByte compares one byte with the start of a pattern, a byte or a range in brackets, and returns the length of
// that pattern.
func matchByte(pattern string, c byte) (size int, fits bool) {
	if pattern[0] != '[' {
		return 1, pattern[0] == c
	}
	set, _, _ := strings.Cut(pattern[1:], "]")
	for i := 0; i < len(set); i++ {
		if i+2 < len(set) && set[i+1] == '-' {
			fits = fits || set[i] <= c && c <= set[i+2]
			i += 2
		} else {
			fits = fits || set[i] == c
		}
	}
	return len(set) + 2, fits
}

// expandBraces expands the alternatives in braces: "{.,}x" is ".x" and "x".
func expandBraces(pattern string) []string {
	before, after, found := strings.Cut(pattern, "{")
	if !found {
		return []string{pattern}
	}
	inside, rest, _ := strings.Cut(after, "}")
	var list []string
	for choice := range strings.SplitSeq(inside, ",") {
		list = append(list, expandBraces(before+choice+rest)...)
	}
	return list
}
