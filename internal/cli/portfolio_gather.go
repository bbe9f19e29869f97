package cli

import (
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/config"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/portfolio"
	"github.com/opsfit/opsfit/internal/report"
)

// survey is one pass over all files.
type survey struct {
	*inventory

	tables tables
	// builder is nil when no report shows the portfolio as a whole; then nothing of a file is kept.
	builder  *portfolio.Builder
	unusable []portfolio.Unreadable
	// shown, left and unused count the services that meet the conditions, those that do not, and the files that could not
	// be used.
	shown, left, unused int
	// axes are the ids of all axes that were met, which is how a condition on one that nobody has is told from one that
	// nobody meets.
	axes     map[string]bool
	progress *progress
}

func (i *inventory) survey(tables tables, whole []target[*portfolio.Document]) *survey {
	s := &survey{inventory: i, tables: tables, unusable: []portfolio.Unreadable{}, axes: map[string]bool{}}
	if len(whole) > 0 {
		options := i.Options
		options.Brief = isBrief(whole)
		s.builder = portfolio.NewBuilder(options)
	}
	return s
}

// isBrief reports that no report shows which warnings and recommendations a single service has, as those for programs do.
func isBrief(whole []target[*portfolio.Document]) bool {
	return !slices.ContainsFunc(whole, func(t target[*portfolio.Document]) bool {
		return t.format.Rows != nil || t.format.Name == "json"
	})
}

// manyFiles is how many files make a run long and large enough to be sparing with memory.
const manyFiles = 2000

// gather reads every file and keeps of each one only the figures that are shown.
func (s *survey) gather(ctx context.Context, settings config.Config, found []sheetFile) error {
	if len(found) > manyFiles && s.run.Thrift != nil {
		s.run.Thrift()
	}
	reader := &entries{run: s.run, settings: settings, books: s.run.library(ctx, settings)}
	s.progress = s.run.progress("files", len(found))
	if s.run.Streams.OutIsTerminal && s.tables.areShown() {
		// The rows themselves say how far it is.
		s.progress.to = nil
	}
	for entry := range reader.read(ctx, found) {
		s.progress.step()
		if err := s.take(entry); err != nil {
			return err
		}
	}
	s.progress.done()
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	if err := s.knownAxes(); err != nil {
		return err
	}
	return s.tables.end()
}

// take shows or keeps one file.
func (s *survey) take(file entry) error {
	switch {
	case file.unusable != nil:
		s.unused++
		s.refuse(file.unusable)
	case file.doc == nil:
	case !s.meets(file.doc):
		s.left++
	default:
		s.shown++
		service := portfolio.ServiceOf(file.path, file.doc)
		if s.builder != nil {
			s.builder.Add(service)
		}
		return s.tables.row(&service)
	}
	return nil
}

// refuse tells of a file that cannot be used: in the report where that lists such files, else on standard error.
func (s *survey) refuse(file *portfolio.Unreadable) {
	if s.builder != nil {
		s.unusable = append(s.unusable, *file)
		return
	}
	s.progress.done()
	for _, complaint := range file.Diagnostics {
		s.run.say("%s", portfolio.ComplaintLine(file.Path, complaint))
	}
}

// portfolio lays out what was gathered.
func (s *survey) portfolio() *portfolio.Document {
	doc := s.builder.Document(s.run.tool(), s.unusable)
	doc.Filter = s.filter()
	return doc
}

// filter is what a report says about the services that it leaves out.
func (s *survey) filter() *portfolio.Filter {
	if len(s.conditions) == 0 {
		return nil
	}
	filter := &portfolio.Filter{LeftOut: s.left}
	for _, asked := range s.conditions {
		filter.Conditions = append(filter.Conditions, asked.String())
	}
	return filter
}

// knownAxes refuses a condition on an axis that no file has: it would leave every service out and look like good news. Which
// axes there are is not known before, as each file may be about another questionnaire.
func (s *survey) knownAxes() error {
	known := slices.Sorted(maps.Keys(s.axes))
	for n, asked := range s.conditions {
		if len(known) == 0 || asked.Axis == condition.Overall || s.axes[asked.Axis] {
			continue
		}
		hint := diag.DidYouMean(asked.Axis, known)
		if hint == "" {
			hint = "known: " + strings.Join(known, ", ")
		}
		return usagef("--where %s: no file has an axis %s; %s", diag.Quote(s.where[n]), diag.Quote(asked.Axis), hint)
	}
	return nil
}

func (s *survey) meets(doc *report.Document) bool {
	for n := range doc.Axes {
		s.axes[doc.Axes[n].ID] = true
	}
	figures := report.Measured(doc)
	return !slices.ContainsFunc(s.conditions, func(c condition.Condition) bool { return !figures.Meets(&c) })
}

// verdict says on standard error that files could not be used; under strict that fails the run.
func (s *survey) verdict(strict bool) error {
	if s.unused+s.shown+s.left == 0 {
		s.run.say("opsfit: no answers file and no saved result was found; they are .yaml, .yml or .json files")
	}
	if s.unused == 0 {
		return nil
	}
	message := english.Count(s.unused, "file") + " could not be used; the report lists why"
	if s.builder == nil {
		message = english.Count(s.unused, "file") + " could not be used; what is wrong is said above"
	}
	if strict {
		return diag.List{{Severity: diag.Error, Code: "unusable-files", Message: message}}
	}
	s.run.say("opsfit: %s", message)
	return nil
}
