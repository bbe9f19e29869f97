package report

import "github.com/opsfit/opsfit/internal/score"

// Working puts a band behind "you work".
func Working(band Text) string {
	switch score.Band(band) {
	case score.StrongSysOps:
		return "firmly the SysOps way"
	case score.LeaningSysOps:
		return "mostly the SysOps way"
	case score.LeaningDevOps:
		return "mostly the DevOps way"
	case score.StrongDevOps:
		return "firmly the DevOps way"
	default:
		return "in a mix of both ways"
	}
}

// Calling puts a band behind "the situation calls".
func Calling(band Text) string {
	switch score.Band(band) {
	case score.StrongSysOps:
		return "clearly for the SysOps way"
	case score.LeaningSysOps:
		return "rather for the SysOps way"
	case score.LeaningDevOps:
		return "rather for the DevOps way"
	case score.StrongDevOps:
		return "clearly for the DevOps way"
	default:
		return "for a mix of both ways"
	}
}
