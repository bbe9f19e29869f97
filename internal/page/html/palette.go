package html

import (
	"fmt"
	"strings"
)

// colour is a named colour in the light and in the dark theme.
type colour struct {
	name, light, dark string
}

// palette is every colour that pages and pictures use. Blue is the SysOps hue and orange the DevOps hue: people with any
// common colour blindness tell the two apart, and neither is read as good or bad. Hybrid is the colour of the text. A test
// holds the contrasts of WCAG 2.2, level AA.
func palette() []colour {
	return []colour{
		{"paper", "#fbfaf7", "#15181c"},
		{"card", "#ffffff", "#1c2026"},
		{"ink", "#1e242b", "#e7e9ec"},
		{"faint", "#57606b", "#a2acb7"},
		{"rule", "#dedcd5", "#343b44"},
		{"mark", "#747b85", "#828c98"},
		{"blue", "#1d64a5", "#7fb7ea"},
		{"orange", "#b1510c", "#eea35c"},
		{"blue-far", "#d3e4f3", "#1d3a54"},
		{"blue-near", "#e6eff7", "#1c2b3a"},
		{"middle", "#f1efe9", "#23282e"},
		{"orange-near", "#faeee1", "#33291f"},
		{"orange-far", "#f6ddc3", "#4c3420"},
		{"alarm", "#7a1f5c", "#e59ac6"},
		{"part-low", "#dedcd5", "#343b44"},
		{"part-near", "#aeb3b8", "#4f5761"},
		{"part-high", "#747b85", "#828c98"},
	}
}

// Colours are the palette as declarations of a style sheet, for every page that a browser shows.
func Colours() string {
	var b strings.Builder
	b.WriteString(":root {\n")
	for _, c := range palette() {
		fmt.Fprintf(&b, "  --%s: %s;\n", c.name, c.light)
	}
	// Paper is light whatever the screen is.
	b.WriteString("}\n@media screen and (prefers-color-scheme: dark) {\n  :root {\n")
	for _, c := range palette() {
		fmt.Fprintf(&b, "    --%s: %s;\n", c.name, c.dark)
	}
	b.WriteString("  }\n}\n")
	return b.String()
}

// pageStyle is the style sheet of a page; foot stands at the foot of each sheet of paper, with its number.
func pageStyle(foot string) (string, error) {
	drawing, err := assets.ReadFile("assets/drawing.css")
	if err != nil {
		return "", fmt.Errorf("read style: %w", err)
	}
	page, err := assets.ReadFile("assets/page.css")
	if err != nil {
		return "", fmt.Errorf("read style: %w", err)
	}
	var b strings.Builder
	b.WriteString("\n" + Colours())
	b.Write(drawing)
	b.Write(page)
	fmt.Fprintf(&b, `@page {
  margin: 14mm 14mm 17mm;
  @bottom-left { content: %s; %s }
  @bottom-right { content: counter(page) " / " counter(pages); %[2]s }
}
`, cssString(foot), "font: 8pt sans-serif; color: #57606b; vertical-align: top; padding-top: 3mm;")
	return b.String(), nil
}

// cssString writes a text as a string of CSS. All but letters, digits and blanks of ASCII are escaped, so that nothing ends it.
func cssString(text string) string {
	var b strings.Builder
	for _, r := range text {
		if r == ' ' || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, `\%x `, r)
		}
	}
	return `"` + b.String() + `"`
}

// pictureStyle is the style sheet of a picture that stands alone. It holds plain colours, because many programs that show
// pictures know neither variables nor themes.
func pictureStyle() (string, error) {
	drawing, err := assets.ReadFile("assets/drawing.css")
	if err != nil {
		return "", fmt.Errorf("read style: %w", err)
	}
	light, dark := []string{}, []string{}
	for _, c := range palette() {
		variable := "var(--" + c.name + ")"
		light, dark = append(light, variable, c.light), append(dark, variable, c.dark)
	}
	return "\n" + strings.NewReplacer(light...).Replace(string(drawing)) +
		"@media (prefers-color-scheme: dark) {\n" + strings.NewReplacer(dark...).Replace(string(drawing)) + "}\n", nil
}
