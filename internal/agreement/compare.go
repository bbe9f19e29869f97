package agreement

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
		if finding, ok := Look(&q.Questions[i], sheet.Get(q.Questions[i].ID), scan); ok {
			findings = append(findings, finding)
		}
	}
	return findings
}

// Look returns the finding about one question; ok is false where a repository cannot speak to it. The first mapping that
// allows a conclusion about the answer decides.
func Look(question *questionnaire.Question, answer answers.Answer, scan *evidence.Scan) (finding report.Finding, ok bool) {
	if len(question.Evidence.Mappings) == 0 {
		return report.Finding{}, false
	}
	l := look{question: question, answer: answer, scan: scan, judged: Judged()}
	finding = l.finding()
	finding.Question, finding.Suggests = question.ID, report.Text(l.suggestion().option)
	if answer.Status == answers.Answered {
		finding.Answer = report.Text(answer.Option)
	}
	if finding.Proof == nil {
		finding.Proof = []report.Proof{}
	}
	return finding, true
}

// SourceOf says which state of a repository a scan is about.
func SourceOf(scan *evidence.Scan) *report.Source {
	text := func(s *string) report.Text {
		if s == nil {
			return ""
		}
		return report.Text(*s)
	}
	r := scan.Repository
	return &report.Source{Head: text(r.Head), AsOf: text(r.AsOf), WindowFrom: text(r.WindowFrom), Ref: text(r.Ref)}
}

// look sets a scan beside one answer.
type look struct {
	question *questionnaire.Question
	answer   answers.Answer
	scan     *evidence.Scan
	judged   Judgement
}

func (l look) finding() report.Finding {
	if reason := l.unsaid(); reason != "" {
		finding := l.shown()
		finding.Reason = report.Text(reason)
		return finding
	}
	var first *report.Finding
	for i := range l.question.Evidence.Mappings {
		finding, speaks := l.through(&l.question.Evidence.Mappings[i])
		if speaks && finding.Verdict != report.Silent {
			return finding
		}
		if speaks && first == nil {
			first = &finding
		}
	}
	if first == nil {
		return report.Finding{Verdict: report.Silent, Reason: "nothing that a repository holds speaks for or against this answer"}
	}
	return *first
}

// unsaid says why there is no answer that could agree or differ; empty where there is one.
func (l look) unsaid() string {
	switch l.answer.Status {
	case answers.DontKnow:
		return "the answer is \"don't know\""
	case answers.NotApplicable:
		return "the question was answered as not applicable"
	case answers.Skipped:
		return "the question was not answered"
	case answers.Answered:
	}
	switch l.answer.Source {
	case answers.Repository:
		return "the answer was suggested by a repository, and nobody has confirmed it yet"
	case answers.Supposed:
		return "the answer is only supposed"
	case answers.Person:
	}
	return ""
}

// shown is what the repository shows by itself: the first mapping from which anything can be seen.
func (l look) shown() report.Finding {
	first := report.Finding{}
	for i := range l.question.Evidence.Mappings {
		seen := l.seen(&l.question.Evidence.Mappings[i])
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

// through looks through one mapping; speaks is false where it does not name the option.
func (l look) through(m *questionnaire.Mapping) (finding report.Finding, speaks bool) {
	if m.Measure == "" {
		return l.throughFiles(m)
	}
	r := m.RangeOf(l.answer.Option)
	if r == nil {
		return report.Finding{}, false
	}
	finding = l.seen(m)
	if finding.Trust == report.Text(evidence.None) {
		finding.Verdict = report.Silent
		return finding, true
	}
	l.weigh(m, r, &finding)
	return finding, true
}
