package render

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/report"
)

// Options say what the place that the output goes to can show.
type Options struct {
	// Width is the number of columns, 40 to 200; 0 counts as 80.
	Width int
	// Color permits ANSI colours; meaning never depends on it.
	Color bool
	// ASCII replaces box, bar and marker characters beyond ASCII. Texts of a person stay as they are.
	ASCII bool
}

// columns returns the usable width.
func (o Options) columns() int {
	if o.Width == 0 {
		return 80
	}
	return min(max(o.Width, 40), 200)
}

// Format is one way to write a document.
type Format struct {
	// Name is what --format accepts.
	Name string
	// Extensions are the file endings that choose it, with the dot.
	Extensions []string
	// Write writes the whole document; an error is one of the writer.
	Write func(io.Writer, *report.Document, Options) error
}

// Formats returns the formats in documentation order.
func Formats() []Format {
	return []Format{
		{Name: "text", Extensions: []string{".txt"}, Write: Text},
		{Name: "markdown", Extensions: []string{".md", ".markdown"}, Write: Markdown},
		{Name: "json", Extensions: []string{".json"}, Write: JSON},
	}
}

// FormatNames returns the names of all formats in documentation order.
func FormatNames() []string {
	var names []string
	for _, format := range Formats() {
		names = append(names, format.Name)
	}
	return names
}

// FormatNamed returns the format of that name; the error lists the names and the nearest one.
func FormatNamed(name string) (Format, error) {
	for _, format := range Formats() {
		if format.Name == name {
			return format, nil
		}
	}
	hint := diag.DidYouMean(name, FormatNames())
	if hint == "" {
		hint = "choose one of " + strings.Join(FormatNames(), ", ")
	}
	return Format{}, fmt.Errorf("unknown format %s; %s", diag.Quote(name), hint)
}

// FormatOfFile returns the format that a file's extension stands for; the error lists the extensions.
func FormatOfFile(path string) (Format, error) {
	extension := strings.ToLower(filepath.Ext(path))
	var known []string
	for _, format := range Formats() {
		for _, candidate := range format.Extensions {
			if candidate == extension {
				return format, nil
			}
			known = append(known, candidate)
		}
	}
	return Format{}, fmt.Errorf("no format is known for the file %s; end its name in one of %s, or write FORMAT=FILE",
		diag.Quote(path), strings.Join(known, " "))
}
