package web

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
)

// files are the templates, styles and icon of every page.
//
//go:embed page
var files embed.FS

// shell is what the templates see: the page and what every page has.
type shell struct {
	Page

	Style template.CSS
	// StyleHash is the source expression that permits this style and no other.
	StyleHash string
	Icon      template.URL
}

// Write writes a page. The same page gives the same bytes. An error is one of the writer, or a fault in the templates.
func Write(w io.Writer, page Page) error {
	// Every call reads the templates: it is done once in a run, and costs a tenth of what the program may take for a page.
	templates, err := template.ParseFS(files, "page/*.gohtml")
	if err != nil {
		return fmt.Errorf("read templates: %w", err)
	}
	style, err := pageStyle()
	if err != nil {
		return err
	}
	icon, err := files.ReadFile("page/icon.svg")
	if err != nil {
		return fmt.Errorf("read icon: %w", err)
	}
	var out bytes.Buffer
	err = templates.ExecuteTemplate(&out, "page", shell{
		Page: page, Style: template.CSS(style), StyleHash: hashOf(style),
		Icon: template.URL("data:image/svg+xml;base64," + base64.StdEncoding.EncodeToString(icon)),
	})
	if err != nil {
		return fmt.Errorf("fill templates: %w", err)
	}
	_, err = w.Write(visible(out.Bytes()))
	return err
}

func hashOf(style string) string {
	sum := sha256.Sum256([]byte(style))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}
