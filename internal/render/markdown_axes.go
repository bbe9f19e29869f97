package render

import (
	"github.com/opsfit/opsfit/internal/report"
)

const (
	// dash stands in a table for what there is nothing to say about.
	dash      markup = "–"
	notScored markup = "not scored"
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
			placed(axis.Situation.Value, axis.Situation.Band),
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
	return placed(practice.Value, practice.Band)
}

// placed gives a place on the line with its word.
func placed(value *float64, band report.Text) markup {
	if value == nil {
		return notScored
	}
	return escape(report.Signed(value) + " " + report.BandWord(band))
}

// rangeCell gives the range that the open answers leave; none where nothing is open.
func rangeCell(practice report.Practice) markup {
	if practice.Low == nil || practice.High == nil {
		return dash
	}
	low, high := report.Signed(practice.Low), report.Signed(practice.High)
	if low == high {
		return dash
	}
	return escape(low + " to " + high)
}

func levelCell(level *float64) markup {
	if level == nil {
		return notScored
	}
	return escape(report.Plain(level, 1) + " of 4")
}

// coverageCell is a dash on an axis where no question of style applies: there is nothing to answer.
func coverageCell(share *float64) markup {
	if share == nil {
		return dash
	}
	return escape(report.Percent(share))
}
