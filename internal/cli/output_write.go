package cli

import (
	"bytes"
	"context"
	"fmt"
	"io"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/files"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/page/text"
)

// after returns the output of a run whose answers come from an interview; nil for none.
func (o output[D]) after(done *finishedInterview) output[D] {
	if done == nil {
		return o
	}
	o.page = done.page.file
	if answers := done.answersFile(); answers != "" {
		o.command = o.command.withAnswers(answers, done.drafts.named == "")
	}
	return o
}

// write renders every report before it writes the first one, so that a failure leaves nothing half done. Then it tells the
// person at the terminal what was written and what to type next.
func (o output[D]) write(ctx context.Context, doc D) error {
	o, err := o.withPage(doc)
	if err != nil {
		return err
	}
	rendered, err := o.render(doc)
	if err != nil {
		return err
	}
	for i, t := range o.targets {
		if err := o.writeTarget(ctx, t, rendered[i]); err != nil {
			return err
		}
	}
	o.finish(ctx, doc)
	return nil
}

// render returns the bytes of each target, once it is clear that each may be written.
func (o output[D]) render(doc D) ([][]byte, error) {
	rendered := make([][]byte, len(o.targets))
	for i, t := range o.targets {
		var buffer bytes.Buffer
		if err := o.writeReport(&buffer, t, doc); err != nil {
			return nil, fmt.Errorf("render %s: %w", t.format.name, err)
		}
		rendered[i] = buffer.Bytes()
	}
	for i, t := range o.targets {
		err := o.run.refuseInputs(t.file, rendered[i])
		if err == nil {
			err = o.run.refuseReplacing(t.format.name, t.format.edited, t.file, rendered[i])
		}
		if err != nil {
			return nil, err
		}
	}
	return rendered, nil
}

// writeTarget lets the commands of a format for build servers pass as they are, and shows all of a report in a pager.
func (o output[D]) writeTarget(ctx context.Context, t target[D], data []byte) error {
	switch {
	case t.file != "" || ctx.Err() != nil:
	case t.format.commands:
		return writeTo(o.run.commands, data)
	case o.full && o.run.needsPager(data) && o.run.Pager(ctx, data):
		return context.Cause(ctx)
	}
	return o.run.writeOutput(ctx, t.file, data)
}

// needsPager reports whether a text is longer than the terminal on which a person reads it.
func (r *runner) needsPager(data []byte) bool {
	return r.Pager != nil && r.Streams.OutIsTerminal && !r.outOptions().Spoken &&
		r.Streams.Rows > 0 && bytes.Count(data, []byte("\n")) >= r.Streams.Rows
}

// writeReport writes a report as its target shows it.
func (o output[D]) writeReport(w io.Writer, t target[D], doc D) error {
	switch {
	case t.file != "":
		return t.format.write(w, doc, o.run.fileOptions())
	case o.showsScreen(t):
		return t.format.screen(w, doc, append(o.next(doc), allOfIt(o.command)), o.run.outOptions())
	}
	if err := t.format.write(w, doc, o.run.outOptions()); err != nil {
		return err
	}
	return o.writeNext(w, t, doc)
}

// showsScreen reports whether a target is a terminal that shows one screen.
func (o output[D]) showsScreen(t target[D]) bool {
	return t.file == "" && o.oneScreen && t.format.screen != nil
}

// next are the commands to type after a report; none where a page was written already.
func (o output[D]) next(doc D) page.Commands {
	if o.pageFile() != "" {
		return nil
	}
	return nextSteps(doc, o.command)
}

// writeOutput writes to the file, or to standard output for "".
func (r *runner) writeOutput(ctx context.Context, file string, data []byte) error {
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	if file == "" {
		return r.printBytes(data)
	}
	if err := writeFile(r.absolutePath(file), data); err != nil {
		return fmt.Errorf("write %s: %w", file, err)
	}
	r.sayWritten(file)
	return nil
}

// sayWritten names a file that was written to a person; a log would only repeat its own command line.
func (r *runner) sayWritten(file string) {
	if r.Streams.ErrIsTerminal {
		r.notify("wrote %s", file)
	}
}

// finish tells a person what the result is, where it is not on the screen already, and what to type next, and opens the page.
func (o output[D]) finish(ctx context.Context, doc D) {
	r, shown := o.run, o.shownFormat()
	if shown == "" && r.Streams.ErrIsTerminal {
		for _, line := range briefLines(doc) {
			for _, row := range english.Wrap(page.Plain(line), r.errOptions().Width) {
				r.notify("%s", row)
			}
		}
	}
	if o.open {
		r.openPage(ctx, o.pageFile())
	}
}

// writeNext writes what to type next below all of a report on a terminal.
func (o output[D]) writeNext(w io.Writer, t target[D], doc D) error {
	steps := o.next(doc)
	if len(steps) == 0 || !o.run.Streams.OutIsTerminal || t.format.name != textFormatName {
		return nil
	}
	if _, err := io.WriteString(w, "\n"); err != nil {
		return err
	}
	next := page.Section{ID: page.NextPart, Title: "Next", Blocks: []page.Block{steps}}
	return text.Write(w, page.Page{Sections: []page.Section{next}}, o.run.outOptions())
}

// shownFormat is the format on standard output; "" where all reports go to files.
func (o output[D]) shownFormat() string {
	for _, t := range o.targets {
		if t.file == "" {
			return t.format.name
		}
	}
	return ""
}

// printText writes to standard output.
func (r *runner) printText(text string) error { return r.printBytes([]byte(text)) }

func (r *runner) printBytes(data []byte) error { return writeTo(r.Streams.Out, data) }

func writeTo(out io.Writer, data []byte) error {
	if _, err := out.Write(data); err != nil {
		return fmt.Errorf("write to standard output: %w", files.Cause(err))
	}
	return nil
}
