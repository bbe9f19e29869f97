package commitments

import (
	"cmp"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// Check holds the file against a questionnaire and the answers of the service, and returns every fault of it. A draft may lack what
// people add: who does it, and until when.
func (f *File) Check(q *questionnaire.Questionnaire, sheet *answers.Sheet, draft bool) diag.List {
	if f.isFor(q, sheet) {
		lines := map[[2]string]int{}
		for i := range f.entries {
			entry := &f.entries[i]
			if entry.node.Kind != yamltree.Mapping {
				continue
			}
			f.checkIDs(q, entry)
			f.checkTwice(entry, lines)
			f.checkTerms(entry, draft)
		}
	}
	found := slices.Concat(f.form, f.reader.Diagnostics())
	if found.HasErrors() {
		return found
	}
	f.checkAdvised(q, sheet)
	return slices.Concat(f.form, f.reader.Diagnostics())
}

// isFor reports whether the file is about the service and the questionnaire of the answers, as far as both say.
func (f *File) isFor(q *questionnaire.Questionnaire, sheet *answers.Sheet) bool {
	switch {
	case f.Subject != "" && sheet.Subject != "" && !english.SameName(f.Subject, sheet.Subject):
		f.fields.Errorf("subject", "other-subject", "name the file of this service with --commitments",
			"these commitments are about %s, the answers are about %s", diag.Quote(f.Subject), diag.Quote(sheet.Subject))
		return false
	case f.Questionnaire != "" && f.Questionnaire != q.ID:
		f.fields.Errorf("questionnaire", "other-questionnaire", "keep one file for each questionnaire",
			"these commitments are about questionnaire %s, the one in use is %s", diag.Quote(f.Questionnaire), diag.Quote(q.ID))
		return false
	}
	return true
}

func (f *File) checkIDs(q *questionnaire.Questionnaire, entry *placedEntry) {
	if entry.Item != "" && itemOf(q, entry.Item) == nil {
		f.unknown(entry.fields.Node("item"), "unknown-item", entry.Item, itemIDs(q), "is not a recommendation of "+diag.Quote(q.ID))
	}
	if entry.Question == "" {
		return
	}
	question := cmp.Or(q.Question(entry.Question), q.Renamed(entry.Question))
	node := entry.fields.Node("question")
	switch {
	case question == nil:
		f.unknown(node, "unknown-question", entry.Question, questionIDs(q), "is not a question of "+diag.Quote(q.ID))
	case !canPromise(question):
		f.reader.Errorf(node.Pos, node.Length(), "not-promised", "name the answer that the work changes",
			"%s is about what the service calls for, which no work changes", diag.Quote(entry.Question))
	default:
		entry.Question = question.ID
		f.checkWords(question, entry)
	}
}

// canPromise reports a question about how a team works: what a service calls for is nobody's to promise.
func canPromise(question *questionnaire.Question) bool {
	return question.Measures == questionnaire.Lean || question.Measures == questionnaire.Readiness
}

// checkWords holds both answers against the question, and refuses a promise of what is there already.
func (f *File) checkWords(question *questionnaire.Question, entry *placedEntry) {
	from, fromOK := f.checkWord(question, entry, "from", &entry.From)
	to, toOK := f.checkWord(question, entry, "to", &entry.To)
	switch {
	case !toOK || !fromOK:
	case to.Status != answers.Answered:
		entry.fields.Errorf("to", "no-change", "name the option to reach", "%s is not an answer to reach", diag.Quote(entry.To))
	case reaches(question, from, to, from):
		entry.fields.Errorf("to", "no-change", "name the option to reach", "%s is reached already with %s, from which it starts",
			diag.Quote(entry.To), diag.Quote(entry.From))
	}
}

// checkWord reads one answer, and puts today's ids of options in the place of earlier ones.
func (f *File) checkWord(question *questionnaire.Question, entry *placedEntry, key string, word *string) (answers.Answer, bool) {
	node := entry.fields.Node(key)
	if node == nil || *word == "" {
		return answers.Answer{}, false
	}
	*word = present(question, *word)
	answer, err := answers.OfWord(question, *word, answers.Answer{})
	if err != nil {
		f.reader.Errorf(node.Pos, node.Length(), "unknown-option", "", "%s: %s", entry.fields.Label(), err)
		return answers.Answer{}, false
	}
	*word = answer.Word()
	return answer, true
}

func present(question *questionnaire.Question, word string) string {
	parts := []string{word}
	if question.Many {
		parts = strings.Split(word, "+")
	}
	for i, id := range parts {
		if option := question.Renamed(id); option != nil && question.Option(id) == nil {
			parts[i] = option.ID
		}
	}
	return strings.Join(parts, "+")
}

func (f *File) checkTwice(entry *placedEntry, lines map[[2]string]int) {
	key := [2]string{entry.Item, entry.Question}
	if line := lines[key]; line > 0 {
		node := entry.fields.Node("item")
		f.reader.Errorf(node.Pos, node.Length(), "duplicate-commitment", "keep one of the two",
			"%s is promised for %s in line %d already", diag.Quote(entry.Item), diag.Quote(entry.Question), line)
	} else if entry.Item != "" && entry.Question != "" {
		lines[key] = entry.fields.Node("item").Pos.Line
	}
}

// checkTerms requires who does it and until when, and a last day that was still to come when it was written down.
func (f *File) checkTerms(entry *placedEntry, draft bool) {
	if entry.Withdrawn == "" && !draft {
		if strings.TrimSpace(entry.Owner) == "" {
			f.lacks(entry, "owner", "name who does it, for example owner: Ada")
		}
		if entry.Due == "" && !hasText(entry.fields.Node("due")) {
			f.lacks(entry, "due", "name the last day, for example due: 2027-03-31")
		}
	}
	// Days in this form are ordered as texts are.
	if entry.Due != "" && entry.Added != "" && entry.Due < entry.Added {
		entry.fields.Errorf("due", "late-at-writing", "name a day that was still to come",
			"the last day %s had passed when it was written down, on %s", entry.Due, entry.Added)
	}
}

func hasText(node *yamltree.Node) bool {
	return node != nil && node.Kind != yamltree.Null && node.Text != ""
}

// lacks reports a key without a value, at the key where it stands.
func (f *File) lacks(entry *placedEntry, key, hint string) {
	pos, length := entry.node.Pos, 1
	for _, member := range entry.node.Entries {
		if member.Key == key {
			pos, length = member.KeyPos, member.KeyLength()
		}
	}
	f.reader.Errorf(pos, length, "missing", hint, "%s: %s has no value", entry.fields.Label(), diag.Quote(key))
}

func (f *File) unknown(node *yamltree.Node, code, name string, known []string, is string) {
	f.reader.Errorf(node.Pos, node.Length(), code, f.reader.DidYouMean(name, known), "%s %s", diag.Quote(name), is)
}

// checkAdvised warns of an item that follows neither from today's answers nor from those of when it was promised, as far as the file
// knows these.
func (f *File) checkAdvised(q *questionnaire.Questionnaire, sheet *answers.Sheet) {
	known, earlier := advisedItems(q, sheet), sheet
	for i := range f.entries {
		earlier = f.entries[i].before(q, earlier)
	}
	for id := range advisedItems(q, earlier) {
		known[id] = true
	}
	for i := range f.entries {
		entry := &f.entries[i]
		if known[entry.Item] || advisedItems(q, entry.before(q, sheet))[entry.Item] {
			continue
		}
		node := entry.fields.Node("item")
		f.reader.Warnf(node.Pos, node.Length(), "not-advised", "opsfit plan shows what is advised",
			"the answers do not lead to %s, neither today's nor those that it starts from", diag.Quote(entry.Item))
	}
}

// before is a sheet with the answer that an entry starts from.
func (e Entry) before(q *questionnaire.Questionnaire, sheet *answers.Sheet) *answers.Sheet {
	question := q.Question(e.Question)
	if question == nil {
		return sheet
	}
	from, err := answers.OfWord(question, e.From, sheet.Get(e.Question))
	if err != nil {
		return sheet
	}
	return sheet.With(q, e.Question, from)
}

func advisedItems(q *questionnaire.Questionnaire, sheet *answers.Sheet) map[string]bool {
	advised := map[string]bool{}
	for _, item := range advice.Advise(q, sheet, score.Score(q, sheet)).Recommendations {
		advised[item.Rule.ID] = true
	}
	return advised
}

func itemOf(q *questionnaire.Questionnaire, id string) *questionnaire.Recommendation {
	if q.Catalogue == nil {
		return nil
	}
	for i := range q.Catalogue.Recommendations {
		if item := &q.Catalogue.Recommendations[i]; item.ID == id {
			return item
		}
	}
	return nil
}

func itemIDs(q *questionnaire.Questionnaire) []string {
	var ids []string
	if q.Catalogue != nil {
		for i := range q.Catalogue.Recommendations {
			ids = append(ids, q.Catalogue.Recommendations[i].ID)
		}
	}
	return ids
}

func questionIDs(q *questionnaire.Questionnaire) []string {
	var ids []string
	for i := range q.Questions {
		if canPromise(&q.Questions[i]) {
			ids = append(ids, q.Questions[i].ID)
		}
	}
	return ids
}
