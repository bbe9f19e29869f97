package render

import (
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
)

func axisTable(axes []report.Axis) grid {
	table := grid{
		head: []markup{"Axis", "How you work", "Possible", "The situation", "Direction", "Readiness", "Called for", "Style answered"},
	}
	for _, axis := range axes {
		table.rows = append(table.rows, []markup{
			strong(escape(axis.Title)),
			practiceCell(axis.Practice),
			rangeCell(axis.Practice),
			escape(report.Placed(axis.Situation.Value, axis.Situation.Band)),
			escape(report.DirectionWord(axis.Direction)),
			levelCell(axis.Readiness.Value),
			figureOr(dash, axis.Floor),
			coverageCell(axis.Coverage),
		})
	}
	return table
}

func practiceCell(practice report.Practice) markup {
	if !practice.Scored {
		return notScored
	}
	return escape(report.Placed(practice.Value, practice.Band))
}

// rangeCell gives the range that the open answers leave; none where nothing is open.
func rangeCell(practice report.Practice) markup {
	if span := report.Span(practice); span != "" {
		return escape(span)
	}
	return dash
}

// coverageCell is a dash on an axis where no question of style applies: there is nothing to answer.
func coverageCell(share *float64) markup {
	if share == nil {
		return dash
	}
	return escape(english.Percent(share))
}
