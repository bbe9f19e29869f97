package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/config"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/gate"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/pages"
	"github.com/opsfit/opsfit/internal/report"
)

// gateFlags are the flags of every command with gates. Their values go through the settings.
func gateFlags(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringArray("gate", nil, "fail unless `CONDITION` holds, for example \"fit >= 70\"; repeatable")
	flags.String("fail-on", "", "fail on a warning of this `SEVERITY` or above: critical, high, medium")
	flags.String("require-confidence", "", "fail below this `LEVEL` of confidence: medium, high")
	flags.Bool("require-ready", false, "fail unless a readiness review says ready")
	flags.String("baseline", "", "`FILE` with an earlier result or answers, to compare with")
	flags.String("no-regression", "", "fail when a figure is worse than in --baseline; `METRICS` with commas, "+
		"alone: "+strings.Join(condition.Names(condition.KeptMetrics()), ", "))
	flags.Lookup("no-regression").NoOptDefVal = "true"
	flags.Bool("fail-on-contradiction", false, "fail when the repository of --evidence contradicts an answer")
	flags.Bool("no-overdue", false, "fail when a commitment of --commitments is overdue")
	flags.String("max-age", "", "fail when an answer is older than `AGE`: 180d, 6m, 1y")
	groupFlags(flags, gatesGroup)
	completeWords(cmd, "fail-on", "critical", "high", "medium")
	completeWords(cmd, "require-confidence", "medium", "high")
	completeWords(cmd, "no-regression", condition.Names(condition.GateMetrics())...)
	completeWords(cmd, "gate", condition.Names(condition.GateMetrics())...)
	completeWords(cmd, "max-age", "90d", "6m", "1y")
	completeFiles(cmd, "baseline", "json", "yaml", "yml")
}

// acrossFlag allows comparisons that would mislead unless somebody wants just them.
func acrossFlag(cmd *cobra.Command, across *bool) {
	cmd.Flags().BoolVar(across, "across", false, "compare what is not alike: another service, a later baseline, a rejected record")
	groupFlags(cmd.Flags(), inputGroup)
}

// gateFlagNames returns the flags of gateFlags in documentation order.
func gateFlagNames() []string {
	return []string{
		"gate", "fail-on", "require-confidence", "require-ready", "baseline", "no-regression", "max-age", "fail-on-contradiction",
		"no-overdue",
	}
}

// readGates parses the gates of the settings before any other work.
func (r *runner) readGates(asked config.Gates) (gate.Set, error) {
	set, found := gate.Read(wantedGates(asked))
	return set, r.gateFaults(asked, append(found, checkBaseline(asked)...))
}

func wantedGates(asked config.Gates) gate.Wanted {
	return gate.Wanted{
		Conditions: asked.Conditions, FailOn: asked.FailOn, Confidence: asked.RequireConfidence, Ready: asked.Ready,
		NoRegression: asked.NoRegression, MaxAge: asked.MaxAge, Contradiction: asked.Contradiction,
		NoOverdue: asked.NoOverdue,
	}
}

// checkBaseline reports a baseline without a use, and a missing baseline.
func checkBaseline(gates config.Gates) diag.List {
	baseline := gates.Baseline
	switch {
	case wantedGates(gates).NeedsBaseline() && !baseline.IsGiven():
		return gates.NoRegression[0].Errorf("no-baseline", "name an earlier result with --baseline, or with baseline: in the configuration",
			"there is nothing to compare with")
	case baseline.IsGiven() && (baseline.Text == "" || baseline.Text == "-"):
		return baseline.Errorf("bad-value", "name a saved result or an answers file", "the baseline must be a file")
	case baseline.IsGiven() && len(gates.NoRegression) == 0:
		return baseline.Errorf("no-regression", "add --no-regression, or no_regression: true in the configuration",
			"nothing is compared with the baseline")
	}
	return nil
}

// gateFaults turns diagnostics about gates into an error, a usage error if only the command line is at fault.
func (r *runner) gateFaults(gates config.Gates, found diag.List) error {
	if len(found) == 0 {
		return nil
	}
	r.keepSources(gates, found)
	if slices.ContainsFunc(found, func(d diag.Diagnostic) bool { return !isFlag(d.File) }) {
		return found
	}
	return usageErr(found)
}

// settingFault is an error about a value of the configuration, or of the command line.
func (r *runner) settingFault(err error) error {
	if found, ok := err.(diag.List); ok { //nolint:errorlint // these are returned bare.
		r.keepSources(config.Gates{}, found)
	}
	return err
}

// keepSources stores the texts that diagnostics about the configuration and gates refer to.
func (r *runner) keepSources(gates config.Gates, found diag.List) {
	for _, d := range found {
		text, ok := gates.Texts[d.File]
		switch {
		case d.File == "--no-regression" && string(text) == "true": // Nobody typed that.
		case ok:
			r.sources[d.File] = text
		default:
			r.sources[d.File] = r.configText
		}
	}
}

func isFlag(file string) bool { return strings.HasPrefix(file, "--") }

// fromFlags returns the gates of the command line, the only ones that count for a saved result.
func fromFlags(gates config.Gates) config.Gates {
	keep := func(text diag.Placed) diag.Placed {
		if isFlag(text.File) {
			return text
		}
		return diag.Placed{}
	}
	list := func(texts []diag.Placed) []diag.Placed {
		return slices.DeleteFunc(slices.Clone(texts), func(text diag.Placed) bool { return !isFlag(text.File) })
	}
	return config.Gates{
		Conditions: list(gates.Conditions), NoRegression: list(gates.NoRegression), Baseline: keep(gates.Baseline),
		FailOn: keep(gates.FailOn), RequireConfidence: keep(gates.RequireConfidence), Ready: keep(gates.Ready), MaxAge: keep(gates.MaxAge),
		Contradiction: keep(gates.Contradiction), NoOverdue: keep(gates.NoOverdue), Texts: gates.Texts,
	}
}

// dayFor returns the day that exemptions and the age of answers are judged on; "" when none is needed.
func dayFor[E any](r *runner, exemptions []E, gates gate.Set) (string, error) {
	if len(exemptions) == 0 && !gates.NeedsDay() {
		return "", nil
	}
	return r.dayOfRun()
}

// gatesError ends a run whose gates are not all met. It is returned after everything has been written.
type gatesError struct {
	text string
}

func (e gatesError) Error() string { return e.text }

// gateError returns an error for a document with a gate that is not met, else nil.
func gateError(doc *report.Document) error {
	if len(report.Failed(doc)) == 0 {
		return nil
	}
	return gatesError{english.Lower(strings.TrimSuffix(page.Plain(pages.GatesInShort(doc)), "."))}
}
