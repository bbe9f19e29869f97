package ui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// TestColoursSayNothingAlone: the words and symbols of a screen are the same with and without colours.
func TestColoursSayNothingAlone(t *testing.T) {
	t.Parallel()
	for _, keys := range []string{"", begun + " 1 2 d s", begun + " 1 2 d o", begun + " full 1", begun + " 1 o end enter"} {
		plain, drafts := faced(t, 80, 24)
		typeKeys(plain, drafts, keys)
		for _, terminal := range []Terminal{{Color: true}, {Color: true, Hues: true}} {
			f, drafts := faced(t, 80, 24)
			f.styler = newStyler(terminal)
			typeKeys(f, drafts, keys)
			text := onScreen(f)
			if !strings.Contains(text, "\x1b[") || ansi.Strip(text) != onScreen(plain) {
				t.Errorf("%+v: another screen:\n%s", terminal, text)
			}
		}
	}
}
