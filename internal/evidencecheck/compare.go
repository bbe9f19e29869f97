package evidencecheck

import (
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/evidence"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// Compare returns a finding for each question with a mapping, in the order of the questionnaire; never nil.
func Compare(q *questionnaire.Questionnaire, sheet *answers.Sheet, scan *evidence.Scan) []report.Finding {
	findings := []report.Finding{}
	for i := range q.Questions {
		if finding, ok := CompareAnswer(&q.Questions[i], sheet.Get(q.Questions[i].ID), scan); ok {
			findings = append(findings, finding)
		}
	}
	return findings
}

// CompareAnswer returns the finding about one question; ok is false when a repository shows nothing about it. The first
// mapping that allows a conclusion about the answer decides.
func CompareAnswer(question *questionnaire.Question, answer answers.Answer, scan *evidence.Scan) (finding report.Finding, ok bool) {
	if len(question.Evidence.Mappings) == 0 {
		return report.Finding{}, false
	}
	c := answerCheck{question: question, answer: answer, scan: scan, judged: DefaultJudgement()}
	finding = c.compareAnswer()
	finding.Question, finding.Suggests = question.ID, report.Text(c.suggestOption().option)
	if answer.Status == answers.Answered {
		finding.Answer = report.Text(answer.Option)
	}
	if finding.Proof == nil {
		finding.Proof = []report.Proof{}
	}
	return finding, true
}

// SourceOf returns which state of a repository a scan describes.
func SourceOf(scan *evidence.Scan) *report.Source {
	text := func(s *string) report.Text {
		if s == nil {
			return ""
		}
		return report.Text(*s)
	}
	r := scan.Repository
	source := &report.Source{Head: text(r.Head), AsOf: text(r.AsOf), WindowFrom: text(r.WindowFrom), Ref: text(r.Ref)}
	if d := scan.Delivery; d != nil {
		source.Exports = append(source.Exports, report.Text(d.Deployments.File))
		if d.Incidents != nil {
			source.Exports = append(source.Exports, report.Text(d.Incidents.File))
		}
	}
	return source
}

// answerCheck compares one answer with a scan.
type answerCheck struct {
	question *questionnaire.Question
	answer   answers.Answer
	scan     *evidence.Scan
	judged   Judgement
}

func (c answerCheck) compareAnswer() report.Finding {
	if reason := c.whyNoAnswer(); reason != "" {
		finding := c.firstShown()
		finding.Reason = report.Text(reason)
		return finding
	}
	if c.answer.List != nil {
		return c.compareList()
	}
	var first *report.Finding
	for _, m := range c.mappings() {
		finding, speaks := c.checkMapping(m)
		if speaks && finding.Verdict != report.Silent {
			return finding
		}
		if speaks && first == nil {
			first = &finding
		}
	}
	if first == nil {
		return silence()
	}
	return *first
}

func silence() report.Finding {
	return report.Finding{Verdict: report.Silent, Reason: "nothing in the repository supports or contradicts this answer"}
}

// mappings are those of the question. Where no export was given those about exports are left out, unless there is no other.
func (c answerCheck) mappings() []*questionnaire.Mapping {
	var all, others []*questionnaire.Mapping
	for i := range c.question.Evidence.Mappings {
		m := &c.question.Evidence.Mappings[i]
		all = append(all, m)
		if !questionnaire.IsOfExports(m.Measure) {
			others = append(others, m)
		}
	}
	if c.scan.Delivery == nil && len(others) > 0 {
		return others
	}
	return all
}

// whyNoAnswer says why there is no answer to compare; "" when there is one.
func (c answerCheck) whyNoAnswer() string {
	switch c.answer.Status {
	case answers.DontKnow:
		return "the answer is \"don't know\""
	case answers.NotApplicable:
		return "the question was answered as not applicable"
	case answers.Skipped:
		return "the question was not answered"
	case answers.Answered:
	}
	switch c.answer.Source {
	case answers.Repository:
		return "the answer was suggested by a repository, and nobody has confirmed it yet"
	case answers.Supposed:
		return "the answer is only supposed"
	case answers.Person:
	}
	return ""
}

// firstShown is what the repository shows regardless of the answer: the first mapping that anything can be seen
// through.
func (c answerCheck) firstShown() report.Finding {
	first := report.Finding{}
	for i, m := range c.mappings() {
		seen := c.describeMapping(m)
		if seen.Trust != report.Text(evidence.None) {
			seen.Verdict = report.Silent
			return seen
		}
		if i == 0 {
			first = seen
		}
	}
	first.Verdict = report.Silent
	return first
}

// checkMapping compares the answer through one mapping; speaks is false when the mapping does not name the option.
func (c answerCheck) checkMapping(m *questionnaire.Mapping) (finding report.Finding, speaks bool) {
	if m.Measure == "" {
		return c.throughFiles(m)
	}
	r := m.RangeOf(c.answer.Option)
	if r == nil {
		return report.Finding{}, false
	}
	finding = c.describeMapping(m)
	if finding.Trust == report.Text(evidence.None) {
		finding.Verdict = report.Silent
		return finding, true
	}
	c.compareValue(m, r, &finding)
	return finding, true
}
