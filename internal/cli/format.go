package cli

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/page/asciidoc"
	"github.com/opsfit/opsfit/internal/page/html"
	"github.com/opsfit/opsfit/internal/page/markdown"
	"github.com/opsfit/opsfit/internal/page/text"
	"github.com/opsfit/opsfit/internal/report"
)

// format is one way to write a document of type D.
type format[D any] struct {
	// name is what --format accepts.
	name string
	// extensions are the file endings that choose it, with the dot.
	extensions []string
	// write writes the whole document.
	write func(io.Writer, D, text.Options) error
	// screen writes what a terminal shows at once, and ends with the commands to type next; nil for a format without such a form.
	screen func(io.Writer, D, page.Commands, text.Options) error
	// edited: people edit such a file, so another one must never replace it.
	edited bool
	// commands: its lines are commands for a build server, whose texts it escapes itself.
	commands bool
}

// formats are the formats of one kind of document, in documentation order; the first is the default.
type formats[D any] []format[D]

// textFormatName is the format for a terminal.
const textFormatName = "text"

// formatsOf returns the formats of a document that has a page: those of pages, then what only this kind has.
func formatsOf[D any](build func(D) page.Page, more ...format[D]) formats[D] {
	return append(formats[D]{
		{name: textFormatName, extensions: []string{".txt"}, write: func(w io.Writer, doc D, opt text.Options) error {
			return text.Write(w, build(doc), opt)
		}, screen: func(w io.Writer, doc D, next page.Commands, opt text.Options) error {
			p := build(doc)
			p.Screen.Add(page.ScreenPart{ID: page.NextPart, Forms: nextForms(next)})
			return text.WriteScreen(w, p, opt)
		}},
		pageFormat("markdown", build, markdown.Write, ".md", ".markdown"),
		plainFormat("json", encodeJSON[D], ".json"),
		pageFormat("html", build, html.Write, ".html", ".htm"),
		pageFormat("asciidoc", build, asciidoc.Write, ".adoc"),
	}, more...)
}

// chartFormat writes only the chart of a page.
func chartFormat[D any](build func(D) page.Page) format[D] {
	return pageFormat("svg", build, html.Picture, ".svg")
}

// pageFormat is a format of pages that has no options.
func pageFormat[D any](name string, build func(D) page.Page, write func(io.Writer, page.Page) error, extensions ...string) format[D] {
	return plainFormat(name, func(w io.Writer, doc D) error { return write(w, build(doc)) }, extensions...)
}

// plainFormat is a format without options.
func plainFormat[D any](name string, write func(io.Writer, D) error, extensions ...string) format[D] {
	return format[D]{name: name, extensions: extensions, write: func(w io.Writer, doc D, _ text.Options) error {
		return write(w, doc)
	}}
}

// commandFormat is a format of commands for a build server.
func commandFormat[D any](name string, write func(io.Writer, D) error) format[D] {
	f := plainFormat(name, write)
	f.commands = true
	return f
}

// encodeJSON writes a document in its published form.
func encodeJSON[D any](w io.Writer, doc D) error { return report.Encode(w, doc) }

// formatNames returns the names in documentation order.
func (f formats[D]) formatNames() []string {
	var names []string
	for i := range f {
		names = append(names, f[i].name)
	}
	return names
}

// has reports whether there is a format with a name.
func (f formats[D]) has(name string) bool { return slices.Contains(f.formatNames(), name) }

// findFormat returns the format with a name; the error lists the names and the nearest one.
func (f formats[D]) findFormat(name string) (format[D], error) {
	for i := range f {
		if f[i].name == name {
			return f[i], nil
		}
	}
	hint := diag.DidYouMean(name, f.formatNames())
	if hint == "" {
		hint = "choose one of " + strings.Join(f.formatNames(), ", ")
	}
	return format[D]{}, fmt.Errorf("unknown format %s; %s", diag.Quote(name), hint)
}

// ofFile returns the format for a file's extension; the error lists the extensions.
func (f formats[D]) ofFile(path string) (format[D], error) {
	extension := strings.ToLower(filepath.Ext(path))
	var known []string
	for i := range f {
		for _, candidate := range f[i].extensions {
			if candidate == extension {
				return f[i], nil
			}
			known = append(known, candidate)
		}
	}
	return format[D]{}, fmt.Errorf("no format is known for the file %s; end its name in one of %s, or write FORMAT=FILE",
		diag.Quote(path), strings.Join(known, " "))
}
