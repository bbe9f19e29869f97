package cli

import (
	"path/filepath"
	"slices"
	"strings"
)

// refuseDocuments says how to come to a PDF or to a document of a word processor, which no format writes.
func (o output[D]) refuseDocuments(files []string, format string) error {
	for i, file := range files {
		name, named, found := strings.Cut(file, "=")
		switch {
		case found && o.formats.has(name):
			continue
		case found && !strings.ContainsAny(name, `./\`):
			file = strings.TrimSuffix(named, filepath.Ext(named)) + "." + name
		}
		if err := o.refuseDocument(file, files[:i], files[i+1:]); err != nil {
			return err
		}
	}
	return o.refuseDocument("report."+format, files, nil)
}

// refuseDocument says what to do in place of writing one file, among the others that were named before and after it.
func (o output[D]) refuseDocument(file string, before, after []string) error {
	ending := strings.ToLower(filepath.Ext(file))
	stem := strings.TrimSuffix(file, filepath.Ext(file))
	instead := func(file string) string {
		return o.command.writing(slices.Concat(before, []string{file}, after)...)
	}
	open := ""
	if o.run.checkOpen(true) == nil {
		open = " --open"
	}
	switch {
	case ending == ".pdf" && o.formats.has(pageFormatName):
		return usagef("there is no format pdf; write a page and print it to a PDF from the browser:\n  %s%s", instead(stem+".html"), open)
	case slices.Contains([]string{".docx", ".odt"}, ending) && o.formats.has("markdown"):
		return usagef("there is no format %s; write Markdown and convert it, for example with pandoc:\n  %s\n  pandoc %s -o %s",
			ending[1:], instead(stem+".md"), o.command.shell.quote(stem+".md"), o.command.shell.quote(file))
	}
	return nil
}
