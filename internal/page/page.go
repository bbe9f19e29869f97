// Package page is a document for people, as data: sections of headlines, lists, tables, cards and charts. Builders in
// internal/pages fill it; the writers below it (text, markdown, html) write it. It knows no format, no result and no file.
//
// Every string is plain text that a writer escapes. What a person or a file said is put into it as Said, so that writers can
// set it apart from the program's own words.
package page

// Page is one document.
type Page struct {
	// Kind says in a word or two what the page is: "Assessment", "Plan".
	Kind string
	// Title is what the page is about, mostly the name of a service.
	Title string
	// Date is the day that the page is about, as a file name would say it; empty where there is none.
	Date string
	// Facts say what the page is about, by whom and from when.
	Facts    []Fact
	Sections []Section
	// Screen is what a terminal shows instead of the sections where not all is asked for. It says nothing that they do not say.
	Screen Screen
	// Footer says what made the page and from what.
	Footer string
}

// Fact is a label and its value.
type Fact struct{ Label, Value string }

// Part is where a section belongs. Sections stand in the order of their parts, and within a part in their own order.
type Part int

// The parts: what a reader sees first; what follows; and what a reader looks up, behind a divider in a terminal.
const (
	Lead Part = iota
	Body
	Detail
)

// Section is a part of a page under a heading.
type Section struct {
	// ID is unique in the page and a constant of its builder, never text from a file.
	ID, Title string
	Part      Part
	// Notice sets the section apart from the others, such as one that says that answers were supposed.
	Notice bool
	// Beside puts the title beside the blocks where there is room, for sections of a few words.
	Beside bool
	// Explain are the ids of the methodology's sections that explain the numbers shown here; none where none is shown.
	Explain []string
	// Blocks are what the section says. A section without blocks is left out by every writer.
	Blocks []Block
}

// Block is one thing in a section.
type Block interface{ block() }

// Headline is the one sentence that a reader takes along.
type Headline string

// Text is a paragraph.
type Text string

// Quiet is a paragraph that explains how to read something, or that is less important.
type Quiet string

// List is a list of sentences.
type List []string

// Facts are labels and values below each other; as Tiles they stand side by side where there is room. Facts in a row with one
// label belong together.
type Facts struct {
	Items []Fact
	Tiles bool
}

// Changes are values that were something else before: "a -> b" in a terminal, a table elsewhere.
type Changes struct {
	Caption string
	// What heads the names, Before and After the two values.
	What, Before, After string
	Items               []Change
}

// Change is one value before and after. Where both are equal it has not changed, and writers show it once.
type Change struct{ Label, Before, After string }

// Columns are lists of blocks that stand side by side where there is room, else below each other.
type Columns [][]Block

// Contents lists sections of the page for readers who go straight to one. HTML leaves it out: it lists them on every page.
type Contents []Link

// Link leads to a section of the same page. Section is its ID, which is shown too.
type Link struct{ Section, Title string }

// Fold is what a reader opens on demand: <details> in HTML and Markdown; in a terminal it stands below the divider.
type Fold struct {
	Title  string
	Blocks []Block
}

// Formulas are rules in a notation of their own.
type Formulas []Formula

// Formula is one rule. Where says what its letters stand for, or nothing.
type Formula struct{ Name, Text, Where string }

// Entries are questions with what was answered.
type Entries []Entry

// Entry is one question and its answer.
type Entry struct {
	// ID names the question for links; writers show it where readers need it to edit a file.
	ID, Prompt string
	// Anchor is where references to the question lead, as AnchorOf gives it; empty for none.
	Anchor string
	Answer string
	// Open marks an answer that is none, such as a question that was skipped.
	Open    bool
	Remarks []Remark
	// Worth are the figures that the answer counts.
	Worth []string
}

// Remark is what a person added to an answer, with a label such as "Note". It may have several lines.
type Remark struct {
	Label string
	Text  Said
	// Address makes the text a link: an http or https address, or empty.
	Address string
}

// Preformatted is text whose line breaks and blanks stay as they are, such as an example of a file.
type Preformatted string

// Hidden is text for a program that reads the written file again. Only Markdown has it, as a comment.
type Hidden string

func (Headline) block()     {}
func (Text) block()         {}
func (Quiet) block()        {}
func (List) block()         {}
func (Facts) block()        {}
func (Changes) block()      {}
func (Columns) block()      {}
func (Contents) block()     {}
func (Fold) block()         {}
func (Formulas) block()     {}
func (Entries) block()      {}
func (Preformatted) block() {}
func (Hidden) block()       {}
