package evidence

import (
	"fmt"
	"slices"
	"strings"
)

// Story is what every form of a scan tells, in words.
type Story struct {
	Title string
	// Asked says what was looked at.
	Asked []Fact
	// Concluded are the conclusions that hold, limits included; Open says about what nothing is concluded, and why.
	Concluded []string
	Open      []string
	// Sections hold the figures; those that were not computed are left out.
	Sections []Section
	// Families hold the signals; Absent names the families without one.
	Families []Family
	Absent   string
	Notes    []string
}

// Fact is a label and what it stands for.
type Fact struct {
	Label, Value string
}

// Section is a group of figures.
type Section struct {
	Title string
	Facts []Fact
}

// Family is a group of signals.
type Family struct {
	Title string
	Signs []Sign
}

// Sign is one signal in words.
type Sign struct {
	Title string
	// Leaning says what it speaks for; Weak why that counts for little, empty where it does not.
	Leaning, Weak string
	// Files are the first paths, and how many more there are.
	Files string
	// Caution says what else such a file may mean; it may be empty.
	Caution string
}

// Titles of the parts of a story.
const (
	TitleConcluded = "What the repository shows"
	TitleOpen      = "Where nothing is concluded"
	TitleSignals   = "Files that speak of a way of working"
	TitleNotes     = "Notes"
)

// nothingAbout begins the sentence of a conclusion that is none.
const nothingAbout = "Nothing is concluded about "

// Tell puts findings into words.
func Tell(scan *Scan) Story {
	return Story{
		Title:     "What a repository shows of delivery",
		Asked:     asked(scan.Repository),
		Concluded: concluded(scan.Conclusions),
		Open:      open(scan.Conclusions),
		Sections:  sections(scan),
		Families:  grouped(scan.Signals),
		Absent:    absent(scan.Signals),
		Notes:     scan.Notes,
	}
}

func asked(r Repository) []Fact {
	if r.Head == nil {
		return []Fact{{"Commits", "none yet"}}
	}
	const short = 12
	facts := []Fact{
		{"Looked at", *r.Ref + ", commit " + (*r.Head)[:min(len(*r.Head), short)]},
		{"From", dateOf(*r.WindowFrom) + " to " + dateOf(*r.AsOf)},
	}
	if r.Shallow {
		facts = append(facts, Fact{"Clone", "shallow"})
	}
	if r.Partial {
		facts = append(facts, Fact{"Clone", "partial"})
	}
	return facts
}

// dateOf is the date of a timestamp.
func dateOf(timestamp string) string {
	text, _, _ := strings.Cut(timestamp, "T")
	return text
}

func concluded(list []Conclusion) []string {
	var texts []string
	for _, c := range list {
		switch c.Trust {
		case Usable:
			texts = append(texts, c.Text)
		case Few:
			texts = append(texts, c.Text+" This rests on little: "+c.because()+".")
		case None:
		}
	}
	return texts
}

// because returns the reason; it may be empty.
func (c *Conclusion) because() string {
	if c.Reason == nil {
		return ""
	}
	return *c.Reason
}

// open tells once what several conclusions lack for the same reason; where that is all of them, it does not list them.
func open(list []Conclusion) []string {
	var reasons []string
	matters := map[string][]string{}
	for _, c := range list {
		if c.Trust != None {
			continue
		}
		reason := c.because()
		if !slices.Contains(reasons, reason) {
			reasons = append(reasons, reason)
		}
		matters[reason] = append(matters[reason], strings.TrimSuffix(strings.TrimPrefix(c.Text, nothingAbout), "."))
	}
	var texts []string
	for _, reason := range reasons {
		if len(matters[reason]) == len(list) {
			return []string{"The history tells nothing: " + reason + "."}
		}
		texts = append(texts, upper(listed(matters[reason], "or"))+": "+reason+".")
	}
	return texts
}

// listed joins texts with commas and a word before the last.
func listed(texts []string, last string) string {
	if len(texts) < 2 {
		return strings.Join(texts, "")
	}
	return strings.Join(texts[:len(texts)-1], ", ") + " " + last + " " + texts[len(texts)-1]
}

// grouped puts signals together by family, in the order that families have.
func grouped(signals []Signal) []Family {
	var list []Family
	for _, name := range familyOrder() {
		family := Family{Title: families()[name]}
		for i := range signals {
			if signals[i].Family == name {
				family.Signs = append(family.Signs, signOf(&signals[i]))
			}
		}
		if family.Signs != nil {
			list = append(list, family)
		}
	}
	return list
}

func signOf(s *Signal) Sign {
	sign := Sign{Title: s.Title, Leaning: leaningWord(s.Lean) + ", " + s.Axis, Files: pathsOf(s)}
	if s.Why != nil {
		sign.Weak = *s.Why
	}
	if s.Caution != nil {
		sign.Caution = *s.Caution
	}
	return sign
}

// leaningWord says what a signal speaks for; readiness is good under either model.
func leaningWord(lean string) string {
	switch lean {
	case "devops":
		return "DevOps"
	case "sysops":
		return "SysOps"
	}
	return "either model"
}

// pathsOf writes the first paths, and how many more there are.
func pathsOf(s *Signal) string {
	const shown = 3
	text := strings.Join(s.Paths[:min(len(s.Paths), shown)], ", ")
	if more := s.Files - min(len(s.Paths), shown); more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}

// absent names the families that nothing was found of. It is no finding: they may be elsewhere. Signs of work by hand are not
// missed.
func absent(signals []Signal) string {
	if signals == nil {
		return ""
	}
	var titles []string
	for _, name := range familyOrder() {
		if name != "manual" && !slices.ContainsFunc(signals, func(s Signal) bool { return s.Family == name }) {
			titles = append(titles, lower(families()[name]))
		}
	}
	if len(titles) == 0 {
		return ""
	}
	return "Not in this repository, though perhaps elsewhere: " + listed(titles, "and") + "."
}
