package survey

import (
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// Columns says what columns hold that the headers alone do not tell, and which texts stand for which options. Nil says nothing.
type Columns struct {
	name string
	// dates is the order of day, month and year: one of dateOrders, or empty.
	dates   string
	columns []givenColumn
	// options are the ids of options, or the words for none, by the plain text that stands for them, for each question id.
	options map[string]map[string]string
}

// givenColumn is what one column holds.
type givenColumn struct {
	header   string
	pos      diag.Pos
	length   int
	use      use
	question *questionnaire.Question
	option   *questionnaire.Option
	// found: the table has such a column.
	found bool
}

func dateOrders() []string { return []string{"dmy", "mdy", "ymd"} }

// personUses are the words for columns that are about no question.
func personUses() map[string]use {
	return map[string]use{
		"name": nameUse, "first_name": firstNameUse, "last_name": lastNameUse, "email": emailUse, "role": roleUse, "team": teamUse,
		"service": serviceUse, "date": dateUse, "ignore": ignoredUse,
	}
}

// sideUses are the words for columns that say more about a question.
func sideUses() map[string]use {
	return map[string]use{"answer": answerUse, "note": noteUse, "evidence": evidenceUse, "reason": reasonUse}
}

// ReadColumns reads a file of columns for a questionnaire. Columns are nil if and only if the list, sorted by position, holds an
// error.
func ReadColumns(name string, source []byte, q *questionnaire.Questionnaire) (*Columns, diag.List) {
	root, found := yamltree.Parse(name, source)
	if root == nil {
		return nil, found
	}
	c := &columnsReader{
		Reader: yamltree.NewReader(name), q: q, questions: questionsBy(q),
		columns: &Columns{name: name, options: map[string]map[string]string{}},
	}
	fields := c.Fields(root, "columns file", "columns", "options", "dates")
	c.columns.dates = fields.Choice("dates", dateOrders()...)
	if node := fields.Node("columns"); node != nil {
		for _, entry := range c.entries(node, "columns") {
			c.readColumn(entry)
		}
	}
	if node := fields.Node("options"); node != nil {
		for _, entry := range c.entries(node, "options") {
			c.readOptions(entry)
		}
	}
	found = append(found, c.Diagnostics()...).Sorted()
	if found.HasErrors() {
		return nil, found
	}
	return c.columns, found
}

type columnsReader struct {
	*yamltree.Reader
	q         *questionnaire.Questionnaire
	questions lookup[*questionnaire.Question]
	columns   *Columns
}

func (c *columnsReader) entries(node *yamltree.Node, what string) []yamltree.Entry {
	if node.Kind != yamltree.Mapping && node.Kind != yamltree.Null {
		c.Errorf(node.Pos, node.Length(), "wrong-type", "write one line each, for example Function: role", "%s must be a mapping, not %s",
			what, node.Kind)
	}
	return node.Entries
}

// readColumn reads what one column holds: a word for what is about the person, a question, or {note: QUESTION} and the like.
func (c *columnsReader) readColumn(entry yamltree.Entry) {
	given := givenColumn{header: entry.Key, pos: entry.KeyPos, length: entry.KeyLength()}
	value := entry.Value
	switch value.Kind {
	case yamltree.Scalar:
		if use, found := personUses()[value.Text]; found {
			given.use = use
		} else {
			given.use, given.question = answerUse, c.question(value)
		}
	case yamltree.Mapping:
		c.readSide(value, &given)
	default:
		c.Errorf(value.Pos, value.Length(), "wrong-type", "write a question, or one of "+strings.Join(sorted(personUses()), ", "),
			"%s: a column holds a question or something about the person, not %s", diag.Quote(entry.Key), value.Kind)
	}
	c.columns.columns = append(c.columns.columns, given)
}

func (c *columnsReader) readSide(value *yamltree.Node, given *givenColumn) {
	fields := c.Fields(value, "column", append(sorted(sideUses()), "option")...)
	for _, word := range sorted(sideUses()) {
		node := fields.Node(word)
		switch {
		case node == nil:
		case given.use != noUse:
			c.Errorf(node.Pos, node.Length(), "two-uses", "keep one", "a column holds one thing")
		default:
			given.use, given.question = sideUses()[word], c.question(node)
		}
	}
	option := fields.Node("option")
	switch {
	case given.use == noUse && option == nil:
		c.Errorf(value.Pos, 1, "missing", "write for example {note: "+c.q.Questions[0].ID+"}", "this says nothing of the column")
	case option != nil && given.use != answerUse:
		c.Errorf(option.Pos, option.Length(), "missing", "write {answer: QUESTION, option: OPTION}", "an option needs its question")
	case option != nil && given.question != nil:
		given.use = optionUse
		if given.option = given.question.Option(option.Text); given.option == nil {
			c.unknownOption(given.question, option)
		}
	}
}

func (c *columnsReader) question(node *yamltree.Node) *questionnaire.Question {
	if node.Kind != yamltree.Scalar {
		c.Errorf(node.Pos, node.Length(), "wrong-type", "write its title or its id", "a column is about one question, not %s", node.Kind)
		return nil
	}
	if question := c.q.Question(node.Text); question != nil {
		return question
	}
	if question, found := c.questions.find(node.Text); found {
		return question
	}
	hint := "opsfit questionnaire show lists the questions"
	near := c.q.Nearest(node.Text)
	if near == "" {
		near = diag.Nearest(node.Text, sorted(personUses()))
	}
	if near != "" {
		hint = "did you mean " + diag.Quote(near) + "?"
	}
	c.Errorf(node.Pos, node.Length(), "unknown-question", hint, "%s is not a question of %s", diag.Quote(node.Text), diag.Quote(c.q.ID))
	return nil
}

func (c *columnsReader) unknownOption(question *questionnaire.Question, node *yamltree.Node) {
	hint := "opsfit questionnaire show lists them"
	if near := question.Nearest(node.Text, string(answers.DontKnow), string(answers.NotApplicable), string(answers.Skipped)); near != "" {
		hint = "did you mean " + diag.Quote(near) + "?"
	}
	c.Errorf(node.Pos, node.Length(), "unknown-option", hint, "%s has no option %s", question.ID, diag.Quote(node.Text))
}

// readOptions reads which texts stand for the options of one question.
func (c *columnsReader) readOptions(entry yamltree.Entry) {
	question := c.question(&yamltree.Node{Kind: yamltree.Scalar, Text: entry.Key, Pos: entry.KeyPos})
	if question == nil {
		return
	}
	texts := c.columns.options[question.ID] // of an entry that names the question otherwise
	if texts == nil {
		texts = map[string]string{}
	}
	for _, option := range c.entries(entry.Value, "options: "+entry.Key) {
		word := option.Value.Text
		switch answers.Status(word) {
		case answers.DontKnow, answers.Skipped:
		case answers.NotApplicable:
			if !question.AllowNA {
				c.Errorf(option.Value.Pos, option.Value.Length(), "not-applicable", "choose an option, or dont_know",
					"%s always applies and cannot be answered not_applicable", question.ID)
			}
		default:
			if question.Option(word) == nil {
				c.unknownOption(question, option.Value)
			}
		}
		texts[plain(option.Key)] = word
	}
	c.columns.options[question.ID] = texts
}

func sorted(words map[string]use) []string {
	var list []string
	for word := range words {
		list = append(list, word)
	}
	slices.Sort(list)
	return list
}

// optionsOf are the texts that stand for options of a question.
func (c *Columns) optionsOf(question string) map[string]string {
	if c == nil {
		return nil
	}
	return c.options[question]
}

// place finds a column by one of its headers, or by its letter: "column G".
func (c *Columns) place(at *column) bool {
	if c == nil {
		return false
	}
	for i := range c.columns {
		given := &c.columns[i]
		name := plain(given.header)
		if !slices.ContainsFunc(at.labels, func(label string) bool { return plain(label) == name }) &&
			name != "column "+strings.ToLower(columnName(at.index)) {
			continue
		}
		given.found = true
		at.use, at.question, at.option = given.use, given.question, given.option
		return true
	}
	return false
}

// missing reports the columns that the table does not have.
func (c *Columns) missing(columns []column) diag.List {
	if c == nil {
		return nil
	}
	var titles []string
	for i := range columns {
		titles = append(titles, columns[i].labels...)
	}
	var found diag.List
	for _, given := range c.columns {
		if !given.found {
			found = append(found, diag.Diagnostic{
				Severity: diag.Error, Code: "unknown-column", File: c.name, Pos: given.pos, Length: given.length,
				Message: "the survey has no column " + diag.Quote(given.header), Hint: diag.DidYouMean(given.header, titles),
			})
		}
	}
	return found
}
