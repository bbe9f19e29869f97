package terminal

import (
	"math"
	"testing"
)

// TestColoursCanBeReadOnWhiteAndOnBlack computes the contrasts that WCAG 2 defines; 4.5 is what it asks for.
func TestColoursCanBeReadOnWhiteAndOnBlack(t *testing.T) {
	t.Parallel()
	for name, colour := range map[string]int{"blue": Blue, "purple": Purple, "brown": Brown, "plum": Plum, "grey": Grey} {
		if colour < 16 {
			t.Errorf("%s is %d, which follows a theme", name, colour)
			continue
		}
		light := luminance(colour)
		if white, black := 1.05/(light+0.05), (light+0.05)/0.05; min(white, black) < 4.5 {
			t.Errorf("%s has a contrast of %.2f with white and of %.2f with black", name, white, black)
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
