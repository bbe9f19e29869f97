package lint

import (
	"math"

	"github.com/opsfit/opsfit/internal/english"
)

// Readers plan with an estimate; a minute, or a third of the time, makes no difference to that.
const (
	minutesToSpare = 1
	shareToSpare   = 1.0 / 3
)

func checkMinutesOff(s *subject) {
	if s.Minutes == nil || len(s.Questions) == 0 {
		return
	}
	hint, _ := s.Minutes.Float64()
	needed := s.MinutesToAnswer()
	if math.Abs(hint-float64(needed)) > max(minutesToSpare, shareToSpare*float64(needed)) {
		s.addFinding(place{file: s.File}, "correct it, or leave it out",
			`"minutes" is %s, and the questions take about %s`, english.Exact(s.Minutes), english.Count(needed, "minute"))
	}
}
