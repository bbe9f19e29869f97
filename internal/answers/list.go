package answers

import (
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// choices read one answer to a question of which several options may apply.
type choices struct {
	file     *File
	question *questionnaire.Question
	// chosen, unknown and left hold the options by id, left with the reason.
	chosen, unknown map[string]bool
	left            map[string]string
	// none is the place where the option that says that nothing applies is chosen; nil where it is not.
	none *yamltree.Node
}

// newChoices returns an answer with nothing chosen.
func (f *File) newChoices(question *questionnaire.Question) *choices {
	return &choices{
		file: f, question: question, chosen: map[string]bool{}, unknown: map[string]bool{}, left: map[string]string{},
	}
}

// readList reads the options that apply, when they stand alone.
func (f *File) readList(question *questionnaire.Question, node *yamltree.Node) *List {
	c := f.newChoices(question)
	c.choose(node)
	return c.list()
}

// readLists reads an answer that may also say which options nobody knows about, and which cannot apply.
func (f *File) readLists(question *questionnaire.Question, fields yamltree.Fields, chosen *yamltree.Node) *List {
	c := f.newChoices(question)
	c.choose(chosen)
	for _, node := range fields.WordOrWords("unknown") {
		if f.reader.Full() {
			break
		}
		if option := c.take(node, node.Text); option != nil && c.mayStandAside(node, option) {
			c.unknown[option.ID] = true
		}
	}
	c.leaveOut(fields.Node("not_applicable"))
	return c.list()
}

func (c *choices) choose(node *yamltree.Node) {
	if node == nil || node.Kind == yamltree.Null {
		return
	}
	items := []*yamltree.Node{node}
	if node.Kind == yamltree.Sequence {
		items = node.Items
	}
	for _, item := range items {
		if c.file.reader.Full() {
			return
		}
		if item.Kind != yamltree.Scalar {
			c.file.reader.Errorf(item.Pos, item.Length(), "wrong-type", "write for example [first, second]",
				"%s: an item of the list must be an option id, not %s", c.question.ID, item.Kind)
			continue
		}
		option := c.take(item, item.Text)
		if option == nil {
			continue
		}
		c.chosen[option.ID] = true
		if option.None {
			c.none = item
		}
	}
}

// leaveOut reads the options that cannot apply, each with the reason.
func (c *choices) leaveOut(node *yamltree.Node) {
	if node == nil || node.Kind == yamltree.Null {
		return
	}
	for _, entry := range node.Entries {
		if c.file.reader.Full() {
			return
		}
		key := &yamltree.Node{Kind: yamltree.Scalar, Text: entry.Key, Pos: entry.KeyPos}
		option := c.take(key, entry.Key)
		reason, isText := c.reason(entry)
		if option == nil || !c.mayStandAside(key, option) {
			continue
		}
		if isText && strings.TrimSpace(reason) == "" &&
			!c.file.mayLackReason(c.question, entry.KeyPos, entry.KeyLength(), c.question.ID+": "+option.ID) {
			continue
		}
		c.left[option.ID] = reason
	}
	if len(c.left) > 0 && !slices.ContainsFunc(c.question.Options, func(o questionnaire.Option) bool { return !o.None && !c.isLeft(o.ID) }) {
		c.file.reader.Errorf(node.Pos, node.Length(), "nothing-applies", `write {not_applicable: "the reason"} for the whole question`,
			"%s: no option is left that could apply", c.question.ID)
		clear(c.left)
	}
}

func (c *choices) isLeft(option string) bool {
	_, left := c.left[option]
	return left
}

// reason is why an option cannot apply; a bare true says that it cannot, but not why. What is no text is reported.
func (c *choices) reason(entry yamltree.Entry) (reason string, isText bool) {
	switch value := entry.Value; {
	case value.Kind == yamltree.Null || value.Kind == yamltree.Scalar && value.Text == "true" && !value.Quoted:
		return "", true
	case value.Kind == yamltree.Scalar:
		return value.Text, true
	default:
		c.file.reader.Errorf(value.Pos, value.Length(), "wrong-type", "write the reason as a text",
			"%s: the reason for %s must be a text, not %s", c.question.ID, diag.Quote(entry.Key), value.Kind)
		return "", false
	}
}

// take finds an option and reports one that there is not, or that stands in the answer already.
func (c *choices) take(node *yamltree.Node, id string) *questionnaire.Option {
	option := c.question.Option(id)
	if option == nil && (id == string(DontKnow) || id == string(NotApplicable) || id == string(Skipped)) {
		const hint = "write {options: [...], unknown: [...]} for options that nobody knows about"
		c.file.reader.Errorf(node.Pos, node.Length(), "word-in-list", hint,
			"%s: %s stands for the whole answer, not for an option in a list", c.question.ID, id)
		return nil
	}
	if option == nil {
		option = c.file.renamedOption(c.question, node)
	}
	if option != nil && (c.chosen[option.ID] || c.unknown[option.ID] || c.isLeft(option.ID)) {
		c.file.reader.Errorf(node.Pos, node.Length(), "option-twice", "keep one of the two",
			"%s: the option %s is named twice", c.question.ID, diag.Quote(option.ID))
		return nil
	}
	return option
}

// noneID is the id of the option that says that nothing applies.
func (c *choices) noneID() string {
	return c.question.NoneOption().ID
}

// mayStandAside reports whether an option can be unknown or left out: the one that says that nothing applies follows from the
// others.
func (c *choices) mayStandAside(node *yamltree.Node, option *questionnaire.Option) bool {
	if option.None {
		c.file.reader.Errorf(node.Pos, node.Length(), "none-and-others", "leave it out",
			"%s: %s says that nothing applies; that is chosen, or follows from the others", c.question.ID, diag.Quote(option.ID))
	}
	return !option.None
}

// list puts the options into the order of the questionnaire.
func (c *choices) list() *List {
	if c.none != nil && len(c.chosen)+len(c.unknown) > 1 {
		c.file.reader.Errorf(c.none.Pos, c.none.Length(), "none-and-others", "keep it alone, or leave it out",
			"%s: %s says that nothing applies, and stands beside others", c.question.ID, diag.Quote(c.none.Text))
		delete(c.chosen, c.noneID())
	}
	list := &List{}
	for i := range c.question.Options {
		switch id := c.question.Options[i].ID; {
		case c.chosen[id]:
			list.Options = append(list.Options, id)
		case c.unknown[id]:
			list.Unknown = append(list.Unknown, id)
		case c.isLeft(id):
			list.NotApplicable = append(list.NotApplicable, LeftOut{id, c.left[id]})
		}
	}
	return list
}
