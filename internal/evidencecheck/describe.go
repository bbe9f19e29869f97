package evidencecheck

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/evidence"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// describeMapping returns what a scan shows through a mapping, without a verdict.
func (c answerCheck) describeMapping(m *questionnaire.Mapping) report.Finding {
	if m.Measure == "" {
		return c.describeFiles(m.Signals)
	}
	figure, err := c.scan.Figure(m.Measure)
	if err != nil {
		return report.Finding{Measure: report.Text(m.Measure), Trust: report.Text(evidence.None), Reason: report.Text(err.Error())}
	}
	finding := report.Finding{
		Measure: report.Text(m.Measure), Value: figure.Value, N: figure.N,
		Trust: report.Text(figure.Trust), Text: report.Text(figure.Text),
	}
	if figure.Reason != nil {
		finding.Reason = report.Text(*figure.Reason)
	}
	if figure.Trust == evidence.None {
		finding.Value, finding.N = nil, nil
		finding.Reason = cmp.Or(finding.Reason, "this was not measured")
		return finding
	}
	for _, p := range figure.Proof {
		finding.Proof = append(finding.Proof, report.Proof{Kind: string(p.Kind), Name: p.Name, Text: report.Text(p.Text)})
	}
	return finding
}

// onlyFiles is the reason why files are always weak evidence.
const onlyFiles = "a file shows that something exists, not how much it is used"

// describeFiles lists the signals that were found and are not weak.
func (c answerCheck) describeFiles(ids []string) report.Finding {
	finding := report.Finding{
		Measure: report.Text(strings.Join(ids, ", ")), Trust: report.Text(evidence.None),
		Reason: "there are no such files in this repository, which proves little: they may be elsewhere",
	}
	var titles []string
	files := 0
	for _, id := range ids {
		signal := c.scan.FindSignal(id)
		if signal == nil || signal.Weak {
			continue
		}
		titles = append(titles, signal.Title)
		files += signal.Files
		for _, path := range signal.Paths {
			if len(finding.Proof) < evidence.ProofsShown {
				finding.Proof = append(finding.Proof, report.Proof{Kind: string(evidence.PathProof), Name: path})
			}
		}
	}
	if len(titles) == 0 {
		return finding
	}
	finding.Trust, finding.N, finding.Reason = report.Text(evidence.Few), &files, onlyFiles
	finding.Text = report.Text(fmt.Sprintf("There are files for this: %s (%s).", strings.Join(titles, "; "), english.Count(files, "file")))
	return finding
}

func (c answerCheck) throughFiles(m *questionnaire.Mapping) (finding report.Finding, speaks bool) {
	agrees, differs := slices.Contains(m.Agrees, c.answer.Option), slices.Contains(m.Differs, c.answer.Option)
	if !agrees && !differs {
		return report.Finding{}, false
	}
	finding = c.describeFiles(m.Signals)
	switch {
	case finding.Trust == report.Text(evidence.None):
		finding.Verdict = report.Silent
	case agrees:
		finding.Verdict = report.Agrees
	default:
		finding.Verdict = report.Differs
	}
	return finding, true
}
