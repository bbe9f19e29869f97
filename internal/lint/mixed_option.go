package lint

import "github.com/opsfit/opsfit/internal/diag"

func mixedOption() Rule {
	return Rule{
		Code: "mixed-option", Severity: diag.Warning,
		Summary: "An option about style also carries readiness, or the other way round.",
		Why: "Style and readiness are asked apart, so that a team of either style can be ready and a ready team be of either style. An " +
			"option that mixes them lets more of one pole look like better work. The value that the question does not measure is left " +
			"aside; ask for it in a question of its own.",
		Bad: `
id: rhythm
options:
  - id: daily
    position: 1
    readiness: 4`,
		Good: `
id: rhythm
options:
  - id: daily
    position: 1`,
	}
}
