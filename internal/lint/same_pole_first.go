package lint

import (
	"github.com/opsfit/opsfit/internal/questionnaire"
)

const (
	// From this number of questions on, an order can be called one-sided.
	fewForAnOrder = 2
	// Of five questions, one in the other order is not yet a balance.
	oneSided = 4.0 / 5
)

func checkSamePoleFirst(s *subject) {
	var sysOps, devOps int
	at, own := place{file: s.File}, false
	for i := range s.Questions {
		q := &s.Questions[i]
		if q.Measures != questionnaire.Lean {
			continue
		}
		if !own && s.isOwn(q.File) {
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
		s.addFinding(at, `write "display: reverse" in about half of them`,
			"%d of %d questions that measure lean show the %s pole first", max(sysOps, devOps), total, pole)
	}
}
