package methodology

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/score"
)

const judgedTitle = "Judged values"

func judgedColumns() []Column {
	return []Column{{Title: "Name"}, {Title: "Value"}, {Title: "Decides"}, {Title: "Why"}}
}

// judged is the table of the judged values of those names. Each name belongs in one section, which a test holds.
func (b *builder) judged(names ...string) Table {
	table := Table{Title: judgedTitle, Judged: true, Columns: judgedColumns()}
	for _, name := range names {
		limit := b.limit(name)
		table.Rows = append(table.Rows, []string{name, figure(limit.Value) + " " + limit.Unit, limit.Decides, limit.Reason})
	}
	return table
}

// limit returns a judged value of the scoring; an unknown name is 0, which no test lets pass.
func (b *builder) limit(name string) score.Threshold {
	if limit, found := b.judgedLimits[name]; found {
		return limit
	}
	return score.Threshold{Name: name, Value: new(big.Rat)}
}

// at writes a judged value in a sentence.
func (b *builder) at(name string) string { return figure(b.limit(name).Value) }

// published is the table of the judged values of another room.
func published(rows []advice.Published) Table {
	table := Table{Title: judgedTitle, Judged: true, Columns: judgedColumns()}
	for _, row := range rows {
		value := row.Word
		if row.Value != nil {
			value = figure(row.Value) + " " + row.Unit
		}
		table.Rows = append(table.Rows, []string{row.Name, value, row.Decides, row.Reason})
	}
	return table
}
