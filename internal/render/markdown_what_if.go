package render

import "github.com/opsfit/opsfit/internal/report"

func afterCell(effect report.Effect) markup {
	if effect.IsNone() {
		return "unchanged"
	}
	return escape(effect.After)
}
