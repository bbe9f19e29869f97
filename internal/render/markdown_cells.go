package render

import "github.com/opsfit/opsfit/internal/english"

const (
	// dash stands in a table for what there is nothing to say about.
	dash      markup = "–"
	notScored markup = "not scored"
)

// figureOr writes a figure, or what is said instead where there is none.
func figureOr(missing markup, figure *float64) markup {
	if figure == nil {
		return missing
	}
	return escape(english.Fixed(figure, 1))
}
