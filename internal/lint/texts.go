package lint

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// reading is a question with its words.
type reading struct {
	question *questionnaire.Question
	text     string
	// words are sorted and unique.
	words []string
}

// questionTexts returns the questions sorted by id, so that findings name the same one of two regardless of their order
// in the file.
func (s *subject) questionTexts() []reading {
	var list []reading
	for i := range s.Questions {
		q := &s.Questions[i]
		spelled := splitWords(q.Text)
		text := strings.Join(spelled, " ")
		slices.Sort(spelled)
		list = append(list, reading{q, text, slices.Compact(spelled)})
	}
	slices.SortFunc(list, func(a, b reading) int { return strings.Compare(a.question.ID, b.question.ID) })
	return list
}

// splitWords returns the words of a text in lower case, without punctuation.
func splitWords(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r)
	})
}

func checkDuplicateText(s *subject) {
	first := map[string]*questionnaire.Question{}
	for _, r := range s.questionTexts() {
		earlier := first[r.text]
		switch {
		case r.text == "":
		case earlier == nil:
			first[r.text] = r.question
		default:
			s.reportPair(r.question, earlier, "ask about something else, or leave it out", "question %s asks the same as question %s")
		}
	}
	for _, q := range s.ownQuestions() {
		s.duplicateOptions(q)
	}
}

// reportPair reports at the question in the file itself; if both are, at the one that is later by id.
func (s *subject) reportPair(later, earlier *questionnaire.Question, hint, format string) {
	if !s.isOwn(later.File) {
		later, earlier = earlier, later
	}
	if s.isOwn(later.File) {
		s.addFinding(s.placeOf(later), hint, format, diag.Quote(later.ID), diag.Quote(earlier.ID))
	}
}

func (s *subject) duplicateOptions(q *questionnaire.Question) {
	first := map[string]*questionnaire.Option{}
	for _, o := range q.OptionsByID() {
		text := strings.Join(splitWords(o.Text), " ")
		switch earlier := first[text]; {
		case text == "":
		case earlier == nil:
			first[text] = o
		default:
			s.addFinding(s.placeOfOption(q, o), "say how they differ", "question %s: option %s reads like option %s",
				diag.Quote(q.ID), diag.Quote(o.ID), diag.Quote(earlier.ID))
		}
	}
}

const (
	// Texts of fewer different words are alike by chance.
	fewWords = 6
	// From this share of common words on, two questions are hard to tell apart.
	alike = 4.0 / 5
)

func checkSimilarText(s *subject) {
	list := s.questionTexts()
	for i, later := range list {
		if len(later.words) < fewWords {
			continue
		}
		for _, earlier := range list[:i] {
			if len(earlier.words) >= fewWords && earlier.text != later.text && isAlike(later.words, earlier.words) {
				s.reportPair(later.question, earlier.question, "ask about two things, or make one question of them",
					"question %s asks almost the same as question %s")
				break
			}
		}
	}
}

// isAlike compares the size of the intersection of two sorted lists with that of their union.
func isAlike(a, b []string) bool {
	// If one is much longer nothing needs to be counted.
	if float64(min(len(a), len(b))) < alike*float64(max(len(a), len(b))) {
		return false
	}
	common := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch order := cmp.Compare(a[i], b[j]); {
		case order < 0:
			i++
		case order > 0:
			j++
		default:
			common, i, j = common+1, i+1, j+1
		}
	}
	return float64(common) >= alike*float64(len(a)+len(b)-common)
}
