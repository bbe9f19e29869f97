package cli

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/config"
	"github.com/opsfit/opsfit/internal/gate"
	"github.com/opsfit/opsfit/internal/report"
)

// assessFlags are the flags of assess, check and report as they were given.
type assessFlags struct {
	run *runner
	// command is the one that has them.
	command string
	// answers is a file, "-" for standard input, or empty to choose by what standard input is.
	answers string
	// whatIf are changes of answers to suppose; nil for the answers as they are.
	whatIf    []string
	outputs   []string
	interview interviewFlags
	// evidence is a folder in a git repository to set beside the answers; empty for none.
	evidence string
	// prefill writes suggested answers into a draft instead of assessing.
	prefill bool
	// amend is the file of a decision record to hold the result against instead of reporting it; empty for none.
	amend string
}

// request is what a run was asked for. Everything in it has been checked, and nothing in it changes.
type request struct {
	assessFlags

	settings config.Config
	// required tells that the command line names the questionnaire, so that answers to another one are an error.
	required bool
	gates    gate.Set
	// text is what was read of the answers already; nil to read them.
	text *namedText
	// asks tells that a person answers the questions.
	asks bool
	// amends tells that write makes an amendment, which judges nothing.
	amends bool
	// files are those that write makes; none where it writes to standard output alone.
	files []string
	// write delivers the judged document.
	write func(context.Context, *report.Document) error
}

// register gives a command the flags for what is assessed, how it is shown and what it is held against.
func (f *assessFlags) register(cmd *cobra.Command, formats []string, questionnaire string) {
	answersFlags(cmd, f.run, &f.answers, questionnaire)
	outputFlags(cmd, formats, &f.outputs)
	gateFlags(cmd)
	f.registerEvidence(cmd)
}

// request checks what was asked for, as far as that is possible before any work is done.
func (f *assessFlags) request(cmd *cobra.Command) (request, error) {
	req, err := f.prepare(cmd)
	if err == nil {
		err = req.checkEvidence(cmd)
	}
	if err != nil || req.prefill {
		return req, err
	}
	if req.asks, err = req.checkInterview(); err != nil {
		return req, err
	}
	switch {
	case req.asks && req.whatIf != nil:
		err = usagef("--what-if changes answers that were given; name their file with --answers, or pipe them in")
	case req.isCheck() && req.settings.Strict && req.gates.IsEmpty():
		err = usagef("no gate is set, so nothing would be checked; add gates: to .opsfit.yaml, or name one with --gate")
	}
	return req, err
}

// prepare reads the settings, the gates, and where the result goes.
func (f *assessFlags) prepare(cmd *cobra.Command) (request, error) {
	req := request{assessFlags: *f}
	var err error
	if req.settings, err = f.run.settings(cmd); err != nil {
		return req, err
	}
	if cmd.Flags().Changed("amend") {
		err = req.prepareAmendment(cmd)
	} else {
		err = req.prepareReport(cmd)
	}
	if err == nil {
		req.required, err = namesQuestionnaire(cmd, req.settings)
	}
	return req, err
}

// prepareReport finds the targets of a report and reads its gates.
func (req *request) prepareReport(cmd *cobra.Command) error {
	run, formats, settings := req.run, assessmentFormats(), req.settings
	if req.isCheck() {
		formats = checkFormats(req.wholeReport(cmd))
		if !cmd.Flags().Changed("format") {
			settings.Format = formats[0].name // What the configuration names is for reports.
		}
	}
	targets, err := destinations(run, cmd, settings, formats, req.outputs)
	if err != nil {
		return err
	}
	req.files = filesOf(targets)
	req.write = func(ctx context.Context, doc *report.Document) error { return run.publish(ctx, doc, targets) }
	req.gates, err = run.gates(settings.Gates)
	req.gates.FailOnExpired = req.isCheck()
	return err
}

func (req *request) isCheck() bool { return req.command == "check" }

// source is where the answers come from.
func (req *request) source(ctx context.Context) answerSource {
	source := req.run.answersFrom(ctx, req.settings, req.answers, req.required)
	source.text = req.text
	if req.isCheck() {
		source.command = req.command
	}
	return source
}

// answersPath names the file of answers for formats that point into it; empty where there is none, or where an interview has
// changed it since.
func (req *request) answersPath() string {
	if req.answers == "" || req.answers == "-" || req.interview.edit {
		return ""
	}
	return req.run.fromRoot(req.answers)
}

// reportOutputs are those of the outputs in which all of a result can be read: a log is this screen again, and other programs get
// the part that they know.
func reportOutputs(outputs []string) []string {
	var files []string
	for _, output := range outputs {
		named, err := parseOutput(assessmentFormats(), output)
		if err == nil && slices.Contains([]string{"text", "markdown", "json", "html"}, named.format.name) {
			files = append(files, named.file)
		}
	}
	return files
}

// wholeReport says where the whole report is: in the files of this run, or a command away.
func (req *request) wholeReport(cmd *cobra.Command) string {
	if files := reportOutputs(req.outputs); len(files) > 0 {
		return "The whole report: " + strings.Join(files, ", ")
	}
	command := "opsfit assess"
	if cmd.Flags().Changed("questionnaire") {
		command += " -q " + quoted(req.settings.Questionnaire)
	}
	command += " " + req.evidenceOption()
	if req.answers == "" || req.answers == "-" {
		return "The whole report: " + command + "< ANSWERS"
	}
	return "The whole report: " + command + "-a " + quoted(req.answers)
}
