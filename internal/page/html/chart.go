package html

import (
	"html/template"
	"strings"

	"github.com/opsfit/opsfit/internal/page"
)

// chart is a list of small pictures with their names before and their figures behind them, as the templates see it.
type chart struct {
	ID, Caption string
	// Scale is drawn above the pictures; empty for none.
	Scale template.HTML
	// Ground lies under the pictures of all rows; empty for none.
	Ground    template.HTML
	Heads     []string
	Rows      []row
	Legend    []key
	Note      string
	Behind    *table
	WideNames bool
	// Time gives marks as much room as there is: names on it are short.
	Time bool
	// Ruler tells that the one row needs no column for its name.
	Ruler bool
}

type row struct {
	Name, Note, Low, High string
	Strong                bool
	Picture               template.HTML
	// Figures bear labels where there is no room for columns with heads.
	Figures []page.Fact
	Word    string
	Fits    bool
}

type key struct {
	Mark template.HTML
	Text string
	// AtMark tells that a wide page has the text beside the mark.
	AtMark bool
}

func chartOf(b *page.Chart) *chart {
	labels, keys := labelsOf(b)
	made := &chart{
		ID: b.ID, Caption: b.Caption, Scale: headPicture(&b.Scale, labels), Heads: b.Heads, Note: b.Note, Behind: tableOf(b.Behind),
		WideNames: b.WideNames, Ground: groundPicture(&b.Scale), Ruler: b.Scale.Kind == page.Ruler, Time: b.Scale.Kind == page.Time,
	}
	drawn := map[page.MarkKind]bool{}
	for i := range b.Rows {
		r := &b.Rows[i]
		made.Rows = append(made.Rows, row{
			Name: r.Name, Note: r.Note, Low: r.Low, High: r.High, Strong: r.Strong, Picture: rowPicture(&b.Scale, r, b.Heads),
			Figures: figuresOf(b.Heads, r.Figures), Word: r.Word, Fits: r.Fits,
		})
		for _, mark := range r.Marks {
			drawn[mark.Kind] = true
		}
	}
	made.Legend = legend(keysOf(keys, drawn), glyph)
	return made
}

func figuresOf(heads, figures []string) []page.Fact {
	made := make([]page.Fact, len(figures))
	for i, figure := range figures {
		made[i] = page.Fact{Label: heads[i], Value: figure}
	}
	return made
}

// keysOf keeps the keys of what is drawn.
func keysOf(keys []page.Key, drawn map[page.MarkKind]bool) []page.Key {
	var kept []page.Key
	for _, key := range keys {
		if drawn[key.Kind] {
			kept = append(kept, key)
		}
	}
	return kept
}

func headPicture(s *page.Scale, labels []markLabel) template.HTML {
	height := headHeight(s, len(labels))
	if height == 0 {
		return ""
	}
	c := canvas{scale: fluid(endsOf(s))}
	c.head(s, labels, 0)
	return c.picture(height, page.Plain(s.Spoken))
}

// groundPicture is what lies under each row from its top to its bottom, however high its name makes it.
func groundPicture(s *page.Scale) template.HTML {
	if !hasBands(s) {
		return ""
	}
	c := canvas{scale: fluid(endsOf(s))}
	c.bands(s, "0", "100%", "100%")
	return c.backdrop()
}

func rowPicture(s *page.Scale, r *page.Row, heads []string) template.HTML {
	c := canvas{scale: fluid(endsOf(s))}
	c.row(s, r, 0)
	return c.picture(rowHeight(s, r.Marks), heard(r.Name)+": "+spokenRow(r, heads))
}

// spokenRow says what a row shows and its word; where the builder did not, its figures do.
func spokenRow(r *page.Row, heads []string) string {
	var parts []string
	if r.Spoken != "" {
		parts = append(parts, page.Plain(r.Spoken))
	}
	for i, figure := range r.Figures {
		if r.Spoken == "" {
			parts = append(parts, strings.TrimSpace(page.Plain(heads[i]+" "+figure)))
		}
	}
	if r.Word != "" {
		parts = append(parts, page.Plain(r.Word))
	}
	return strings.Join(parts, ", ")
}

func legend(keys []page.Key, glyph func(*canvas, page.MarkKind, float64, int)) []key {
	made := make([]key, len(keys))
	for i, k := range keys {
		c := canvas{scale: scale{low: -1, high: 1, to: glyphWidth}}
		glyph(&c, k.Kind, 0, glyphHeight/2)
		made[i] = key{Mark: c.decoration(glyphWidth, glyphHeight), Text: k.Text}
	}
	return made
}

// The size of a mark in a legend.
const glyphWidth, glyphHeight = 22, 20

// glyph draws a mark as a legend shows it: at a place, or from one unit before it to one behind it.
func glyph(c *canvas, kind page.MarkKind, at float64, y int) {
	mark := page.Mark{Kind: kind, At: at, Count: 1}
	switch {
	case kind == page.Role:
		c.dot("role", at, y, roleRadius)
		return
	case kind == page.Limit:
		mark.To = at + 1
		c.wall(&mark, y, glyphHeight/2)
		return
	case layer(kind) < layer(page.Floor):
		mark.At, mark.To = at-1, at+1
	}
	c.mark(&page.Scale{}, &mark, y)
}
