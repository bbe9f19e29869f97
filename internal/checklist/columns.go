package checklist

import (
	"slices"
	"strings"
)

// column is what a column of a table holds.
type column int

const (
	// otherColumn has no place in a questionnaire.
	otherColumn column = iota
	sectionColumn
	questionColumn
	idColumn
	titleColumn
	whyColumn
	// optionsColumn holds all options of a point, optionColumn one of them.
	optionsColumn
	optionColumn
	levelColumn
	worthColumn
	chooseColumn
	criticalColumn
	sourceColumn
	remedyColumn
)

// namesOf returns the titles by which a column is known, in lower case and without marks.
func namesOf(kind column) []string {
	switch kind {
	case sectionColumn:
		return []string{"section", "category", "area", "axis", "pillar", "domain", "topic", "group", "chapter"}
	case questionColumn:
		return []string{
			"question", "item", "check", "point", "criterion", "criteria", "requirement", "control", "task", "checklist item", "check name",
			"item name",
		}
	case idColumn:
		return []string{"id", "key", "no", "nr", "number", "ref"}
	case titleColumn:
		return []string{"title", "name", "short title", "short name"}
	case whyColumn:
		return []string{"why", "rationale", "reason", "description", "short description", "details", "guidance", "help", "explanation"}
	case optionsColumn:
		return []string{"options", "answers", "choices", "possible answers", "allowed values", "values"}
	case optionColumn:
		return []string{"option", "choice"}
	case levelColumn:
		return []string{"level", "levels", "readiness", "score", "scores"}
	case worthColumn:
		return []string{"worth", "weight", "weights", "points"}
	case chooseColumn:
		return []string{"choose", "type", "question type", "select"}
	case criticalColumn:
		return []string{"critical", "must", "mandatory", "blocker", "blocking"}
	case sourceColumn:
		return []string{"source", "sources", "reference", "references", "link", "links", "url"}
	case remedyColumn:
		return []string{"remedy", "remediation", "recommendation", "improvement", "improvement plan", "how to fix", "fix", "action"}
	case otherColumn:
	}
	return nil
}

// columnsOf returns what each column holds. Of two with the same kind the first counts, but for options and sources.
func columnsOf(heads []string) []column {
	columns := make([]column, len(heads))
	seen := map[column]bool{}
	for i, head := range heads {
		kind := columnOf(head)
		if seen[kind] && kind != optionColumn && kind != sourceColumn {
			kind = otherColumn
		}
		columns[i], seen[kind] = kind, true
	}
	if !slices.Contains(columns, questionColumn) {
		for _, kind := range []column{titleColumn, whyColumn} {
			if i := slices.Index(columns, kind); i >= 0 {
				columns[i] = questionColumn
				break
			}
		}
	}
	return columns
}

func columnOf(head string) column {
	name := wordsOf(head)
	for kind := sectionColumn; kind <= remedyColumn; kind++ {
		if slices.Contains(namesOf(kind), name) {
			return kind
		}
	}
	// "option 1", "answer b" and so on.
	words := strings.Fields(name)
	if len(words) == 2 && len(words[1]) <= 2 && reads(words[0], "option", "choice", "answer") {
		return optionColumn
	}
	return otherColumn
}
