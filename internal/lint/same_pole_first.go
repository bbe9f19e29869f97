package lint

import (
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

func samePoleFirst() Rule {
	return Rule{
		Code: "same-pole-first", Severity: diag.Warning,
		Summary: "Nearly all questions about style show the same pole first.",
		Why: "Some people choose the first line that is not wrong, or the last. Where that is always the same pole, such answers add up to a " +
			"leaning that the team does not have. Show about half of the questions that measure lean the other way round, with " +
			"\"display: reverse\": then they cancel out.",
		Good: `
id: batch
display: reverse
options:
  - id: quarter
    position: -1
  - id: change
    position: 1`,
		check: checkFirstPole,
	}
}

const (
	// From this number of questions on, an order can be called one-sided.
	fewForAnOrder = 2
	// Of five questions, one the other way round is not yet a balance.
	oneSided = 4.0 / 5
)

func checkFirstPole(s *subject) {
	var sysOps, devOps int
	at, own := place{file: s.File}, false
	for i := range s.Questions {
		q := &s.Questions[i]
		if q.Measures != questionnaire.Lean {
			continue
		}
		if !own && s.own(q.File) {
			at, own = s.placeOf(q), true
		}
		shown := q.Shown()
		switch shown[0].Position.Cmp(shown[len(shown)-1].Position) {
		case -1:
			sysOps++
		case 1:
			devOps++
		}
	}
	if total := sysOps + devOps; total >= fewForAnOrder && float64(max(sysOps, devOps)) >= oneSided*float64(total) {
		pole := "SysOps"
		if devOps > sysOps {
			pole = "DevOps"
		}
		s.report(at, `write "display: reverse" in about half of them`,
			"%d of %d questions that measure lean show the %s pole first", max(sysOps, devOps), total, pole)
	}
}
