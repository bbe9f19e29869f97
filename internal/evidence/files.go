package evidence

import (
	"bytes"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/gitrepo"
)

const (
	// pathsShown is how many paths of a signal are listed; the others are counted. More are kept while it is not known
	// which count.
	pathsShown = 10
	pathsKept  = 400
	// largestContent is the size of the largest file that is opened, allContents the maximum read in total.
	largestContent = 1 << 20
	allContents    = 256 << 20
	// keptPipelines is how much text of pipelines is kept.
	keptPipelines = 4 << 20
)

// files looks for signals among the files of one commit. It sees every path first, then the contents that it asked for.
type files struct {
	catalogue *catalogue
	total     int
	found     []tally
	// asked are the files whose content decides; rules are the numbers of the rules that wait for it.
	asked   []askedFile
	pending []int
	// mailmap and changelogs are files that other findings need.
	mailmap    gitrepo.Hash
	changelogs []gitrepo.Hash
	// pipelines is the text of all build configuration, to see what it calls.
	pipelines bytes.Buffer
	// places is a buffer for where the texts stand that checks look for.
	places []places
	// claims are what documents and schedules say about how often something is released; policies counts those documents.
	claims   []Documented
	policies int
	rhythms  *rhythms
}

// tally counts the files for one signal.
type tally struct {
	// strong files count; weak ones lie below examples and the like; shipped ones lie where charts and mixins are
	// shipped from.
	strong, weak, shipped matchedFiles
}

// matchedFiles counts files and keeps the first paths.
type matchedFiles struct {
	files int
	paths []string
}

func (p *matchedFiles) addFile(file string) {
	p.files++
	if len(p.paths) < pathsKept {
		p.paths = append(p.paths, file)
	}
}

type askedFile struct {
	content gitrepo.Hash
	path    string
	rules   []int
	// keep is for pipelines, policy for documents that may say how often something is released.
	keep, policy bool
}

func newFiles(c *catalogue) *files {
	return &files{catalogue: c, found: make([]tally, len(c.rules)), pending: make([]int, len(c.rules))}
}

// addPath adds a path, unless it is other people's code. One that was not asked for shows nothing, but may tell who people are.
func (f *files) addPath(file *gitrepo.File, wanted bool) {
	f.total++
	name := string(file.Path)
	f.rememberFile(name, file)
	if !wanted || isVendored(name) {
		return
	}
	var asked askedFile
	seen := func(rule int) { f.addMatch(rule, name, file.Link, &asked) }
	f.catalogue.exact.matchPath(name, seen)
	f.catalogue.folded.matchPath(strings.ToLower(name), seen)
	if !file.Link && !isTestData(name) && f.policies < policiesRead && isReleasePolicy(name) {
		f.policies++
		asked.policy = true
	}
	if len(asked.rules) > 0 || asked.keep || asked.policy {
		asked.content, asked.path = file.Content, name
		f.asked = append(f.asked, asked)
	}
}

// rememberFile keeps files that other findings need.
func (f *files) rememberFile(name string, file *gitrepo.File) {
	const changelogsRead = 3
	switch {
	case file.Link:
	case name == ".mailmap":
		f.mailmap = file.Content
	case len(f.changelogs) < changelogsRead && isChangelog(name):
		f.changelogs = append(f.changelogs, file.Content)
	}
}

func isChangelog(name string) bool {
	base := strings.ToUpper(strings.TrimSuffix(name, path.Ext(name)))
	return slices.Contains([]string{"CHANGELOG", "CHANGES", "HISTORY", "NEWS", "RELEASES"}, base)
}

// addMatch records that a path matches a rule. If the rule is about content, the file is asked for; a link has no
// content of its own.
func (f *files) addMatch(number int, name string, link bool, asked *askedFile) {
	rule := f.catalogue.rules[number]
	if slices.Contains(asked.rules, number) || rule.exclude != nil && rule.exclude.MatchString(name) {
		return
	}
	if rule.Family == "ci" && !link {
		asked.keep = true
	}
	switch {
	case len(rule.Checks) == 0:
		f.countPath(number, name)
	case !link && f.pending[number] < rule.Cap:
		f.pending[number]++
		asked.rules = append(asked.rules, number)
	}
}

// countPath counts a path for a rule, once even if it matches several globs of the rule.
func (f *files) countPath(number int, name string) {
	rule, t := f.catalogue.rules[number], &f.found[number]
	to := &t.strong
	switch {
	case isTestData(name), !rule.LivesAnywhere && isExample(name):
		to = &t.weak
	case rule.Ships != nil && isShipped(name):
		to = &t.shipped
	}
	if n := len(to.paths); n > 0 && to.paths[n-1] == name {
		return
	}
	to.addFile(name)
}

// addContent processes the content of a file that was asked for, and changes it.
func (f *files) addContent(i int, text []byte) {
	asked := &f.asked[i]
	if ending := path.Ext(asked.path); ending == ".yml" || ending == ".yaml" {
		text = cutComments(text)
	}
	if asked.keep && f.pipelines.Len()+len(text) <= keptPipelines {
		f.pipelines.Write(text)
		f.pipelines.WriteByte('\n')
	}
	if asked.keep || asked.policy {
		f.addClaim(asked.path, text)
	}
	f.places = f.catalogue.sweepFor(asked.rules).findAll(text, f.places)
	read := content{text: text, places: f.places}
	for _, number := range asked.rules {
		if f.catalogue.rules[number].matchesContent(asked.path, &read) {
			f.countPath(number, asked.path)
		}
	}
}

// listsVersions reports whether a text has versions as headings, like a change log.
func listsVersions(content []byte) bool {
	const enough = 2
	heading := regexp.MustCompile(`(?m)^(#+\s*|=+\s*)?\[?[vV]?(ersion\s+)?\d+\.\d+(\.\d+)*\b`)
	return len(heading.FindAllIndex(content, enough)) == enough
}
