package render

import (
	"github.com/opsfit/opsfit/internal/report"
)

func practiceCell(practice report.Practice) markup {
	if !practice.Scored {
		return notScored
	}
	return escape(report.Placed(practice.Value, practice.Band))
}
