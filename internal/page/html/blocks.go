package html

import (
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/page"
)

// section is a section as the templates see it.
type section struct {
	ID, Title, Class string
	Blocks           []block
	// Explain is the command that explains the numbers; empty for none.
	Explain string
}

// block is a block as the templates see it: one member is set.
type block struct {
	Headline, Text, Quiet string
	Preformatted          page.Said
	List                  page.List
	Facts, Tiles          []fact
	Table                 *table
	Chart                 *chart
	Figure                *figure
	Course                *course
	Matrix                *matrix
	Counts                []count
	Cards                 *cards
	Entries               page.Entries
	Formulas              page.Formulas
	Columns               *columns
	Fold                  *fold
}

type fact struct {
	Label  string
	Values []string
	// Number is the figure that a tile with one value begins with, and Rest what is said of it; empty where it begins with a word.
	Number, Rest string
}

type cards struct {
	From   int
	Layout page.Layout
	Items  []card
}

type card struct {
	// Number is 0 where cards have none.
	Number     int
	Weight     page.Weight
	Tag, Title string
	Blocks     []block
}

// columns are even where all hold charts that need room; otherwise the first has words and is narrower.
type columns struct {
	Even  bool
	Items [][]block
}

type fold struct {
	// Of is the card that the fold is in; it tells folds with the same title apart for those who hear them.
	Title, Of string
	Blocks    []block
}

func sectionOf(s *page.Section) section {
	made := section{ID: s.ID, Title: s.Title, Blocks: blocksOf(s.Blocks, ""), Explain: s.ExplainCommand()}
	switch {
	case s.Notice:
		made.Class = "notice"
	case s.Part == page.Lead:
		made.Class = "lead"
	case s.Beside:
		made.Class = "beside"
	}
	return made
}

// blocksOf prepares blocks inside of a card, or of none.
func blocksOf(blocks []page.Block, of string) []block {
	made := make([]block, 0, len(blocks))
	for _, b := range blocks {
		made = append(made, blockOf(b, of))
	}
	return made
}

func blockOf(b page.Block, of string) block {
	switch b := b.(type) {
	case page.Facts:
		if b.Tiles {
			return block{Tiles: keyFigures(b.Items)}
		}
		return block{Facts: factsOf(b.Items)}
	case page.Changes:
		changes := b.Table()
		return block{Table: tableOf(&changes)}
	case page.Table:
		return block{Table: tableOf(&b)}
	case page.Chart:
		return block{Chart: chartOf(&b)}
	case page.History:
		return block{Chart: historyChart(&b)}
	case page.Plot:
		return block{Figure: figureOf(&b)}
	case page.Course:
		return block{Course: courseOf(&b)}
	case page.Matrix:
		return block{Matrix: matrixOf(&b)}
	case page.Counts:
		return block{Counts: countsOf(b)}
	case page.Cards:
		return block{Cards: cardsOf(&b)}
	case page.Columns:
		return block{Columns: columnsOf(b, of)}
	case page.Fold:
		return block{Fold: foldOf(b, of)}
	}
	return wordBlock(b)
}

// wordBlock is a block that the templates take as it is.
func wordBlock(b page.Block) block {
	switch b := b.(type) {
	case page.Headline:
		return block{Headline: string(b)}
	case page.Text:
		return block{Text: string(b)}
	case page.Quiet:
		return block{Quiet: string(b)}
	case page.Preformatted:
		return block{Preformatted: page.Said(b)}
	case page.Commands:
		return block{Preformatted: page.Said(strings.Join(b.Lines(), "\n"))}
	case page.List:
		return block{List: b}
	case page.Entries:
		return block{Entries: b}
	case page.Formulas:
		return block{Formulas: b}
	}
	// Hidden is for programs that read Markdown again.
	return block{}
}

// factsOf puts the values of facts in a row that share a label below it.
func factsOf(items []page.Fact) []fact {
	var facts []fact
	for _, item := range items {
		if last := len(facts) - 1; last >= 0 && facts[last].Label == item.Label {
			facts[last].Values = append(facts[last].Values, item.Value)
			continue
		}
		facts = append(facts, fact{Label: item.Label, Values: []string{item.Value}})
	}
	return facts
}

// keyFigures sets the figures apart with which facts begin, such as the 93 of "93 out of 100, close".
func keyFigures(items []page.Fact) []fact {
	facts := factsOf(items)
	for i := range facts {
		f := &facts[i]
		number, rest, _ := strings.Cut(f.Values[0], " ")
		if percent, isPercent := strings.CutPrefix(rest, "% "); isPercent {
			number, rest = number+" %", percent
		}
		if number = strings.TrimSuffix(number, ","); len(f.Values) == 1 && isFigure(number) && len(rest) <= longestRest {
			f.Number, f.Rest = number, rest
		}
	}
	return facts
}

// longestRest is how many letters stand beside a large figure at most: a longer text is a sentence and reads as one.
const longestRest = 50

func isFigure(word string) bool {
	digits := strings.TrimLeft(word, "+-")
	return digits != "" && digits[0] >= '0' && digits[0] <= '9'
}

func cardsOf(b *page.Cards) *cards {
	made := &cards{From: b.From, Layout: b.Layout}
	for i, item := range b.Items {
		one := card{Weight: item.Weight, Tag: item.Tag, Title: item.Title, Blocks: blocksOf(item.Blocks, item.Title)}
		if b.From > 0 {
			one.Number = b.From + i
		}
		made.Items = append(made.Items, one)
	}
	return made
}

// foldOf says of which card a fold is to those who do not see the card; a title that names it is not said twice.
func foldOf(b page.Fold, of string) *fold {
	title, _ := strings.CutSuffix(b.Title, ": "+of)
	return &fold{Title: title, Of: of, Blocks: blocksOf(b.Blocks, of)}
}

func columnsOf(b page.Columns, of string) *columns {
	made := &columns{Even: true}
	for _, column := range b {
		made.Even = made.Even && slices.ContainsFunc(column, isDrawn)
		made.Items = append(made.Items, blocksOf(column, of))
	}
	return made
}

func isDrawn(b page.Block) bool {
	switch b := b.(type) {
	case page.Chart:
		return b.Scale.Kind != page.Ruler
	case page.Plot, page.History, page.Course, page.Matrix:
		return true
	}
	return false
}
