package html

import (
	"bufio"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"strings"

	"github.com/opsfit/opsfit/internal/page"
)

// assets are the templates, styles and icon of every page.
//
//go:embed assets
var assets embed.FS

// document is what the templates see: the page and what every page has.
type document struct {
	// Name is what browsers call the page.
	Name, Kind, Title string
	Facts             []page.Fact
	Lead, Sections    []section
	Footer            string

	Style template.CSS
	// StyleHash is the source expression that permits this style and no other.
	StyleHash string
	Icon      template.URL
}

// Write writes a page as one HTML file; the same page gives the same bytes. Rows of tables are written as they are made. It
// fails when w does; what is written then is of no use.
func Write(w io.Writer, p page.Page) error {
	out := newWriter(&p)
	templates, err := out.templates()
	if err != nil {
		return err
	}
	style, err := pageStyle(footOf(&p))
	if err != nil {
		return err
	}
	icon, err := assets.ReadFile("assets/icon.svg")
	if err != nil {
		return fmt.Errorf("read the icon: %w", err)
	}
	doc := document{
		Name: nameOf(&p), Kind: p.Kind, Title: p.Title, Facts: p.Facts, Footer: p.Footer,
		Style: template.CSS(style), StyleHash: hashOf(style),
		Icon: template.URL("data:image/svg+xml;base64," + base64.StdEncoding.EncodeToString(icon)),
	}
	if p.Title == "" {
		doc.Title = p.Kind
	}
	for _, s := range p.Ordered() {
		if s.Part == page.Lead {
			doc.Lead = append(doc.Lead, sectionOf(&s))
		} else {
			doc.Sections = append(doc.Sections, sectionOf(&s))
		}
	}
	buffer := bufio.NewWriter(w)
	if err := templates.ExecuteTemplate(buffer, "page", doc); err != nil {
		return fmt.Errorf("write the page: %w", err)
	}
	return buffer.Flush()
}

func (w *writer) templates() (*template.Template, error) {
	functions := template.FuncMap{
		"text": w.text, "anchor": w.anchor, "rows": w.rows, "plain": page.Isolated, "lines": lines, "auto": isSaidRightToLeft,
		"explainedBy": func() string { return page.ExplainedBy },
	}
	templates, err := template.New("").Funcs(functions).ParseFS(assets, "assets/*.gohtml")
	if err != nil {
		return nil, fmt.Errorf("read the templates: %w", err)
	}
	return templates, nil
}

// programName ends the name of each page.
const programName = " · opsfit"

// nameOf is what browsers call a page, so that those of one service differ: "payments-api: plan, 2026-10-14 · opsfit".
func nameOf(p *page.Page) string {
	name := p.Kind
	if p.Title != "" {
		name = p.Title + ": " + strings.ToLower(p.Kind)
	}
	if p.Date != "" {
		name += ", " + p.Date
	}
	return name + programName
}

// footOf names a page on paper: the name that browsers know without that of the program, cut to what has room there.
func footOf(p *page.Page) string {
	const width, size = 480, 11
	return page.Isolated(cut(strings.TrimSuffix(nameOf(p), programName), width, size))
}

func hashOf(style string) string {
	sum := sha256.Sum256([]byte(style))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}
