package evidencecheck

import (
	"slices"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/evidence"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// compareList compares an answer with all that apply. Files speak for single options: where one of those is chosen they agree, where
// none is, although there are such files, they differ. A figure says nothing of a list. The first mapping that differs decides, or
// else the first that agrees.
func (c answerCheck) compareList() report.Finding {
	found := silence()
	for i := range c.question.Evidence.Mappings {
		m := &c.question.Evidence.Mappings[i]
		verdict := c.judgeList(m)
		if verdict == report.Silent || found.Verdict == verdict {
			continue
		}
		seen := c.describeFiles(m.Signals)
		if seen.Trust == report.Text(evidence.None) {
			continue
		}
		seen.Verdict = verdict
		if found = seen; verdict == report.Differs {
			return found
		}
	}
	return found
}

// judgeList says what the files of a mapping would mean for the answer.
func (c answerCheck) judgeList(m *questionnaire.Mapping) report.FindingVerdict {
	list := c.answer.List
	names := func(options, wanted []string) bool {
		return slices.ContainsFunc(options, func(option string) bool { return slices.Contains(wanted, option) })
	}
	isOpen := func(option string) bool {
		return slices.Contains(list.Unknown, option) ||
			slices.ContainsFunc(list.NotApplicable, func(left answers.LeftOut) bool { return left.Option == option })
	}
	switch {
	case m.Measure != "":
	case names(m.Differs, list.Options):
		return report.Differs
	case names(m.Agrees, list.Options):
		return report.Agrees
	case len(m.Agrees) > 0 && !slices.ContainsFunc(m.Agrees, isOpen):
		return report.Differs
	}
	return report.Silent
}
