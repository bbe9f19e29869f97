package report

import "github.com/opsfit/opsfit/internal/score"

// Working puts a band behind "you work".
func Working(band Text) string {
	switch score.Band(band) {
	case score.StrongSysOps:
		return "very much the SysOps way"
	case score.LeaningSysOps:
		return "mostly the SysOps way"
	case score.LeaningDevOps:
		return "mostly the DevOps way"
	case score.StrongDevOps:
		return "very much the DevOps way"
	default:
		return "in a mix of both ways"
	}
}

// Pointing says to which way something points, with the verb.
func Pointing(band Text) string {
	switch score.Band(band) {
	case score.StrongSysOps:
		return "clearly points to the SysOps way"
	case score.LeaningSysOps:
		return "leans towards the SysOps way"
	case score.LeaningDevOps:
		return "leans towards the DevOps way"
	case score.StrongDevOps:
		return "clearly points to the DevOps way"
	default:
		return "calls for a mix of both ways"
	}
}
