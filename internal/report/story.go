package report

// Story is what every human-readable report says, in its order. Renderers lay it out, escape its texts, and add
// charts and tables from the document; they write no sentences about a result themselves.
type Story struct {
	// Title names the subject, or the questionnaire when there is none.
	Title string
	// Asked says what was assessed, by whom and when.
	Asked []Fact
	// WhatIf is what sets a hypothetical report apart; nil for one on the answers that were given.
	WhatIf *Hypothesis
	// Headline is the verdict in one plain sentence, which says of a what-if that it is one.
	Headline string
	// Brief is the verdict in one line, with its figures.
	Brief string
	// Why are the sentences that explain the headline.
	Why []string
	// Figures are the overall numbers with their words.
	Figures []Fact
	// Advises tells whether the questionnaire has advice to give; without it a report has no place for steps and warnings.
	Advises bool
	// First are the first three things to do now, Then the other ones for now, Later those that must wait.
	First, Then, Later []Recommendation
	// Exempted are sentences about warnings that were accepted for a while, Ages about answers that may be too old.
	Exempted, Ages []string
	// Gates are the conditions of a pipeline, GatesInShort a sentence about all of them; empty when there is none.
	Gates        []GateLine
	GatesInShort string
	// Talk is what a repository shows beside the answers; nil where none was looked at.
	Talk *Talk
	// Unknown are sentences about what is not known and how far it could move the verdict; never empty.
	Unknown []string
	// Tips are sentences about what would tip the verdict; never empty.
	Tips []string
	// Notes are remarks about the input and about what the result is.
	Notes []string
}

// Fact is a label and its value.
type Fact struct {
	Label, Value string
}

// firstSteps is how many recommendations a report puts in front: more than three is a list nobody starts.
const firstSteps = 3

// The two statuses of a recommendation. A result that was not written by this program may hold others.
const (
	StatusNow   = "now"
	StatusLater = "later"
)

// Tell derives the story from the document alone, so that a saved result tells the same as the run that wrote it.
func Tell(doc *Document) Story {
	story := Story{
		Title:    doc.Head().Title(),
		Brief:    brief(doc),
		Asked:    doc.Head().Facts(),
		Headline: Headline(doc.Verdict),
		Figures:  Figures(doc.Verdict),
		Advises:  Advises(doc),
		Talk:     talk(doc),
		Unknown:  unknown(doc),
		Exempted: exempted(doc), Ages: aged(doc),
		Gates: GateLines(doc), GatesInShort: GatesInShort(doc),
		Notes: doc.Notes,
	}
	story.First, story.Then, story.Later = steps(doc.Recommendations)
	if doc.Verdict.Quadrant != nil {
		tellQuadrant(doc, &story)
	} else {
		tellLeaning(doc, &story)
	}
	if doc.WhatIf != nil {
		story.WhatIf = hypothesis(doc, story.Advises)
		story.Headline = "What if: " + story.Headline
	}
	return story
}

// Advises reports that the questionnaire has advice to give, so that no warning and no step mean something.
func Advises(doc *Document) bool {
	return doc.Questionnaire.Advice || len(doc.Warnings)+len(doc.Recommendations) > 0
}

// IsNow reports an item that nothing holds back.
func (r *Recommendation) IsNow() bool { return r.Status != StatusLater }

func steps(all []Recommendation) (first, then, later []Recommendation) {
	for _, item := range all {
		switch {
		case !item.IsNow():
			later = append(later, item)
		case len(first) < firstSteps:
			first = append(first, item)
		default:
			then = append(then, item)
		}
	}
	return first, then, later
}
