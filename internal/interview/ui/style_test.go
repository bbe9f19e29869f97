package ui

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// TestColoursCanBeRead computes the contrasts that WCAG 2 defines; 4.5 is what it asks for.
func TestColoursCanBeRead(t *testing.T) {
	t.Parallel()
	for of, code := range hues() {
		_, hue, ok := strings.Cut(code, "38;5;")
		if !ok {
			continue
		}
		number, err := strconv.Atoi(hue)
		if err != nil || number < 16 {
			t.Errorf("style %d has the colour %q, which follows a theme", of, hue)
			continue
		}
		light := luminance(number)
		if white, black := 1.05/(light+0.05), (light+0.05)/0.05; min(white, black) < 4.5 {
			t.Errorf("style %d has a contrast of %.2f with white and of %.2f with black", of, white, black)
		}
	}
}

// luminance is that of a colour of xterm from 16 on: a cube of six steps a side, then greys.
func luminance(number int) float64 {
	grey := 8 + 10*(number-232)
	rgb := [3]int{grey, grey, grey}
	if number < 232 {
		steps, at := [6]int{0, 95, 135, 175, 215, 255}, number-16
		rgb = [3]int{steps[at/36], steps[at/6%6], steps[at%6]}
	}
	sum := 0.0
	for i, weight := range [3]float64{0.2126, 0.7152, 0.0722} {
		share := float64(rgb[i]) / 255
		if share <= 0.03928 {
			share /= 12.92
		} else {
			share = math.Pow((share+0.055)/1.055, 2.4)
		}
		sum += weight * share
	}
	return sum
}

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
