package page

import (
	"iter"
	"slices"
	"strings"
)

// Ordered returns the sections that have blocks, in the order of their parts.
func (p *Page) Ordered() []Section {
	sections := slices.DeleteFunc(slices.Clone(p.Sections), func(s Section) bool { return len(s.Blocks) == 0 })
	slices.SortStableFunc(sections, func(a, b Section) int { return int(a.Part) - int(b.Part) })
	return sections
}

// ExplainedBy introduces ExplainCommand.
const ExplainedBy = "How these come about:"

// ExplainCommand returns the command that explains the numbers of a section; empty where it shows none.
func (s *Section) ExplainCommand() string {
	if len(s.Explain) == 0 {
		return ""
	}
	return "opsfit methodology " + strings.Join(s.Explain, " ")
}

// Blocks yields every block of a page, with those inside of others, in the order of the page; the screen is left out.
func (p *Page) Blocks() iter.Seq[Block] {
	return func(yield func(Block) bool) {
		for _, section := range p.Ordered() {
			if !visit(section.Blocks, yield) {
				return
			}
		}
	}
}

func visit(blocks []Block, yield func(Block) bool) bool {
	for _, block := range blocks {
		if !yield(block) {
			return false
		}
		for _, inner := range inside(block) {
			if !visit(inner, yield) {
				return false
			}
		}
	}
	return true
}

// inside returns the lists of blocks that a block holds.
func inside(block Block) [][]Block {
	switch b := block.(type) {
	case Columns:
		return b
	case Fold:
		return [][]Block{b.Blocks}
	case Cards:
		var lists [][]Block
		for _, card := range b.Items {
			lists = append(lists, card.Blocks)
		}
		return lists
	}
	return nil
}

// Picture returns the first picture of a page, which stands for the whole of it in a picture alone; nil for
// none. A ruler shows one figure only and is not it.
func (p *Page) Picture() Block {
	for block := range p.Blocks() {
		switch b := block.(type) {
		case Chart:
			if b.Scale.Kind != Ruler {
				return block
			}
		case Plot, History, Course, Matrix:
			return block
		}
	}
	return nil
}
