package cli

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"slices"
	"strings"
)

// pageFormatName is the format of a page for a browser.
const pageFormatName = "html"

// checkOpen refuses --open where nobody would see the page, before any work.
func (r *runner) checkOpen(hasPage bool) error {
	switch {
	case !hasPage:
		return usagef("--open needs a page, and there is no format html here; leave it out")
	case isSet(r.Env("CI")):
		return usagef("--open is for a person at a terminal, and CI is set; leave it out and keep the page with --output report.html")
	case !r.Streams.OutIsTerminal && !r.Streams.ErrIsTerminal:
		return usagef("--open is for a person at a terminal; leave it out and write the page with --output report.html")
	}
	return nil
}

// isSet reports whether a variable such as CI says yes.
func isSet(value string) bool {
	return value != "" && value != "0" && !strings.EqualFold(value, "false")
}

// withPage adds a page that --open asks for and --output does not name. Its name follows from the document.
func (o output[D]) withPage(doc D) (output[D], error) {
	if !o.open || o.pageFile() != "" {
		return o, nil
	}
	format, err := o.formats.findFormat(pageFormatName)
	if err != nil {
		return o, err
	}
	page := target[D]{format: format, file: pageName(doc) + ".html"}
	if err := o.run.checkPageFile(page.file); err != nil {
		return o, err
	}
	o.targets = append(slices.Clip(o.targets), page)
	return o, noTwice(o.run, o.targets)
}

// checkPageFile refuses a file for a page whose name nobody typed, unless it replaces an earlier page only.
func (r *runner) checkPageFile(file string) error {
	text, err := os.ReadFile(r.absolutePath(file))
	if err == nil && !bytes.Contains(text, []byte("opsfit")) || err != nil && !errors.Is(err, fs.ErrNotExist) {
		return usagef("%s exists and is not a page of opsfit; name another file for the page with --output", file)
	}
	return nil
}

// pageFile returns the first file with a page for a browser, also one of the interview; "" for none.
func (o output[D]) pageFile() string {
	for _, t := range o.targets {
		if t.file != "" && t.format.name == pageFormatName {
			return t.file
		}
	}
	return o.page
}

// openPage shows a page in a browser. The page is written and the result stands, so a failure is told and changes nothing.
func (r *runner) openPage(ctx context.Context, file string) {
	if err := r.OpenFile(ctx, r.absolutePath(file)); err != nil {
		r.notify("opsfit: the page was not opened: %v; open %s yourself", err, file)
	}
}
