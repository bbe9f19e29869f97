package html

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// rgb is a colour in linear light, 0..1.
type rgb [3]float64

func parseColour(t *testing.T, hex string) rgb {
	t.Helper()
	var c rgb
	for i := range c {
		value, err := strconv.ParseUint(hex[1+2*i:3+2*i], 16, 8)
		if err != nil || len(hex) != 7 {
			t.Fatalf("%q is no colour", hex)
		}
		c[i] = linear(float64(value) / 255)
	}
	return c
}

func linear(v float64) float64 {
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}

// encoded is the inverse of linear: browsers blend colours as they are written.
func encoded(v float64) float64 {
	if v <= 0.0031308 {
		return v * 12.92
	}
	return 1.055*math.Pow(v, 1/2.4) - 0.055
}

// luminance and contrast are those of WCAG 2.2.
func (c rgb) luminance() float64 { return 0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2] }

func contrast(a, b rgb) float64 {
	light, dark := max(a.luminance(), b.luminance()), min(a.luminance(), b.luminance())
	return (light + 0.05) / (dark + 0.05)
}

// themes gives the palette by name, light and dark.
func themes(t *testing.T) map[string]map[string]rgb {
	t.Helper()
	found := map[string]map[string]rgb{"light": {}, "dark": {}}
	for _, c := range palette() {
		found["light"][c.name], found["dark"][c.name] = parseColour(t, c.light), parseColour(t, c.dark)
	}
	return found
}

// TestContrast holds level AA of WCAG 2.2: 4.5 for text, 3 for what a picture is read by.
func TestContrast(t *testing.T) {
	t.Parallel()
	const text, shape = 4.5, 3.0
	grounds := []string{"paper", "card"}
	bands := []string{"blue-far", "blue-near", "middle", "orange-near", "orange-far"}
	tests := []struct {
		least float64
		front []string
		back  []string
	}{
		{text, []string{"ink", "faint", "blue", "orange"}, grounds},
		{text, []string{"alarm"}, grounds},
		{text, []string{"paper"}, []string{"ink", "alarm"}},
		{text, []string{"ink"}, bands},
		{shape, []string{"mark"}, append(grounds, bands...)},
		{shape, []string{"blue", "orange"}, bands},
	}
	for theme, colours := range themes(t) {
		// Where the spreads of both groups in the quadrant lie over each other.
		spread := blended(colours["mark"], blended(colours["mark"], colours["card"]))
		if got := contrast(colours["faint"], spread); got < text {
			t.Errorf("%s: the names of the quadrants have a contrast of %.2f, less than %.1f", theme, got, text)
		}
		for _, test := range tests {
			for _, front := range test.front {
				for _, back := range test.back {
					if got := contrast(colours[front], colours[back]); got < test.least {
						t.Errorf("%s: %s on %s has a contrast of %.2f, less than %.1f", theme, front, back, got, test.least)
					}
				}
			}
		}
	}
}

// blended lays one colour over another as thinly as drawing.css lays a spread.
func blended(over, under rgb) rgb {
	const share = 0.13
	for i := range under {
		under[i] = linear((1-share)*encoded(under[i]) + share*encoded(over[i]))
	}
	return under
}

// TestPolesDifferToEveryEye simulates the three kinds of dichromacy with the matrices of Machado, Oliveira and Fernandes
// (2009, severity 1.0) and asks for a distance in CIELAB that nobody overlooks; 2.3 is just noticeable.
func TestPolesDifferToEveryEye(t *testing.T) {
	t.Parallel()
	const plain = 30
	eyes := map[string][3]rgb{
		"trichromacy":  {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
		"protanopia":   {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
		"deuteranopia": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
		"tritanopia":   {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
	}
	for theme, colours := range themes(t) {
		for name, eye := range eyes {
			if got := distance(seen(eye, colours["blue"]), seen(eye, colours["orange"])); got < plain {
				t.Errorf("%s, %s: the poles are only %.0f apart", theme, name, got)
			}
		}
	}
}

func seen(eye [3]rgb, c rgb) rgb {
	var got rgb
	for i, row := range eye {
		got[i] = min(max(row[0]*c[0]+row[1]*c[1]+row[2]*c[2], 0), 1)
	}
	return got
}

// distance is the Euclidean one in CIELAB under D65.
func distance(a, b rgb) float64 {
	la, lb := lab(a), lab(b)
	return math.Hypot(math.Hypot(la[0]-lb[0], la[1]-lb[1]), la[2]-lb[2])
}

func lab(c rgb) [3]float64 {
	f := func(t float64) float64 {
		if t > 216.0/24389 {
			return math.Cbrt(t)
		}
		return (24389.0/27*t + 16) / 116
	}
	x := f((0.4124*c[0] + 0.3576*c[1] + 0.1805*c[2]) / 0.95047)
	y := f(0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2])
	z := f((0.0193*c[0] + 0.1192*c[1] + 0.9505*c[2]) / 1.08883)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

// TestStylesKnowEveryColour holds that no style asks for a colour that the palette lacks.
func TestStylesKnowEveryColour(t *testing.T) {
	t.Parallel()
	style, err := pageStyle("payments-api")
	if err != nil {
		t.Fatal(err)
	}
	var colours []string
	for _, c := range palette() {
		colours = append(colours, c.name)
	}
	for _, name := range regexp.MustCompile(`var\(--([a-z-]+)\)`).FindAllStringSubmatch(style, -1) {
		if !slices.Contains(colours, name[1]) {
			t.Errorf("the palette has no %s", name[1])
		}
	}
	alone, err := pictureStyle()
	if err != nil || strings.Contains(alone, "var(") {
		t.Errorf("a picture alone must name its colours itself: %v\n%s", err, alone)
	}
}

// TestSixSizesOfLetters holds that no style brings a size of its own; what is printed is smaller as a whole.
func TestSixSizesOfLetters(t *testing.T) {
	t.Parallel()
	style, err := pageStyle("payments-api")
	if err != nil {
		t.Fatal(err)
	}
	sizes := []string{".8125rem", ".9375rem", "1rem", "1.25rem", "1.625rem", "2.125rem", "13px", "15px", "16px", "20px", "26px", "34px"}
	screen, _, _ := strings.Cut(style, "@media print")
	for _, size := range regexp.MustCompile(`font(?:-size)?:[^;{}]*?([\d.]+(?:r?em|px|pt|%))`).FindAllStringSubmatch(screen, -1) {
		if !slices.Contains(sizes, size[1]) {
			t.Errorf("a size of %s: %s", size[1], size[0])
		}
	}
}

// TestFootCannotEndItsString holds that no name of a service becomes a rule of the style.
func TestFootCannotEndItsString(t *testing.T) {
	t.Parallel()
	got := cssString("a\"b\\</style>\n é 漢")
	if want := `"a\22 b\5c \3c \2f style\3e \a  \e9  \6f22 "`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
