package text

import (
	"testing"

	"github.com/charmbracelet/lipgloss"
)

// TestStylesHaveColoursOfTheirOwn holds that no colour stands for two things.
func TestStylesHaveColoursOfTheirOwn(t *testing.T) {
	t.Parallel()
	seen := map[lipgloss.ANSIColor]style{}
	for of, hue := range hues() {
		if other, ok := seen[hue]; ok {
			t.Errorf("the styles %d and %d have one colour", of, other)
		}
		seen[hue] = of
	}
}
