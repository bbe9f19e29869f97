package cli

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/config"
	"github.com/opsfit/opsfit/internal/gate"
	"github.com/opsfit/opsfit/internal/pages"
	"github.com/opsfit/opsfit/internal/report"
)

// assessFlags are the flags of assess, check and report, as given.
type assessFlags struct {
	run *runner
	// command is the command that has them.
	command string
	// answers is a file, "-" for standard input, or "" to decide by what standard input is.
	answers string
	// from is a file with answers to another questionnaire to start with; "" for none.
	from string
	// whatIf are the changes of answers to assume; nil for the answers as they are.
	whatIf  []string
	outputs outputOptions
	// format is that of the settings, once they were read.
	format    string
	interview interviewFlags
	// evidence is a folder in a git repository to compare with the answers; "" for none.
	evidence   string
	repository evidenceFlags
	// prefill writes suggested answers into a draft instead of assessing.
	prefill bool
	// amend is the file of a decision record to compare the result with instead of reporting it; "" for none.
	amend string
	// across allows a comparison of what is not alike.
	across bool
}

// request is a validated command line. It is never changed.
type request struct {
	assessFlags

	settings config.Config
	// required: the command line names the questionnaire, so answers to another one are an error.
	required bool
	gates    gate.Set
	// reading is what of the repository is read.
	reading repositoryOptions
	// readingWords are the flags that say so, as they were typed.
	readingWords []string
	// text is the content of the answers if read already, else nil.
	text *namedText
	// asks: a person answers the questions.
	asks bool
	// amends: write makes an amendment, which evaluates no gates.
	amends bool
	// showsScreen: the report is one screen of the terminal.
	showsScreen bool
	// write writes the judged document, of which the answers come from an interview; nil without one.
	write func(ctx context.Context, doc *report.Document, done *finishedInterview) error
}

// addFlags adds the flags for what is assessed, how it is shown and what it is compared with.
func (f *assessFlags) addFlags(cmd *cobra.Command, formats []string, questionnaire string) {
	answersFlags(cmd, f.run, &f.answers, questionnaire)
	f.outputs.addFlags(cmd, formats)
	f.outputs.addNamesFlag(cmd)
	gateFlags(cmd)
	acrossFlag(cmd, &f.across)
	commitmentsFlag(cmd)
	f.registerEvidence(cmd)
}

// newRequest validates the command line, as far as that is possible before any work.
func (f *assessFlags) newRequest(cmd *cobra.Command) (request, error) {
	req, err := f.prepareRequest(cmd)
	if err == nil {
		err = req.checkEvidence(cmd)
	}
	if err != nil || req.prefill {
		return req, err
	}
	if err := req.checkFrom(); err != nil {
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

// prepareRequest reads the settings, the gates, and where the result goes.
func (f *assessFlags) prepareRequest(cmd *cobra.Command) (request, error) {
	req := request{assessFlags: *f, readingWords: evidenceWords(cmd)}
	req.interview.plain = req.outputs.plain
	var err error
	if req.settings, err = f.run.readSettings(cmd); err != nil {
		return req, err
	}
	f.format = req.settings.Format
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

// prepareReport finds the targets of a report and parses its gates.
func (req *request) prepareReport(cmd *cobra.Command) error {
	run, formats, settings := req.run, assessmentFormats(), req.settings
	if req.isCheck() {
		formats = checkFormats(req.wholeReport(cmd))
		if !cmd.Flags().Changed("format") {
			settings.Format = formats[0].name // What the configuration names is for reports.
		}
	}
	out, err := parseOutputs(run, cmd, settings, formats, req.outputs)
	if err != nil {
		return err
	}
	req.showsScreen = slices.ContainsFunc(out.targets, out.showsScreen)
	req.write = func(ctx context.Context, doc *report.Document, done *finishedInterview) error {
		if err := out.after(done).write(ctx, doc); err != nil {
			return err
		}
		return appendStepSummary(run, pages.Assessment(doc), out.targets)
	}
	req.gates, err = run.readGates(settings.Gates)
	req.gates.FailOnExpired = req.isCheck()
	return err
}

func (req *request) isCheck() bool { return req.command == "check" }

// answersSource returns where the answers come from.
func (req *request) answersSource(ctx context.Context) answerSource {
	source := req.run.answersFrom(ctx, req.settings, req.answers, req.required)
	source.text = req.text
	if req.isCheck() {
		source.command = req.command
	}
	return source
}

// answersPath returns the answers file for formats that point into it; "" if there is none, or if an interview has
// changed it since.
func (req *request) answersPath() string {
	if req.answers == "" || req.answers == "-" || req.interview.edit {
		return ""
	}
	return req.run.fromRoot(req.answers)
}

// reportOutputs are the outputs that contain the whole result: a log repeats what is on the screen, and other programs
// get only the part that they know.
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

// wholeReport says where the whole report is: in the files of this run, or which command shows it.
func (req *request) wholeReport(cmd *cobra.Command) string {
	if files := reportOutputs(req.outputs.files); len(files) > 0 {
		return "The whole report: " + strings.Join(files, ", ")
	}
	options := req.evidenceOption() + "--full"
	if cmd.Flags().Changed("commitments") && req.settings.Commitments != "" {
		options = "--commitments " + req.run.shell().quote(req.settings.Commitments) + " " + options
	}
	if cmd.Flags().Changed("questionnaire") {
		options = "-q " + req.run.shell().quote(req.settings.Questionnaire) + " " + options
	}
	return "The whole report: " + req.onAnswers(options)
}

// onAnswers is the command that reports on the same answers, with options; what came through a pipe has no name.
func (req *request) onAnswers(options string) string {
	switch {
	case req.command == "report":
		return "opsfit report " + req.run.shell().quote(req.answers) + " " + options
	case req.answers != "" && req.answers != "-":
		return "opsfit assess -a " + req.run.shell().quote(req.answers) + " " + options
	case req.run.shell().canRedirect():
		return "opsfit assess " + options + " < ANSWERS"
	}
	return "opsfit assess -a ANSWERS " + options
}
