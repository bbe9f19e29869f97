package lint

import "github.com/opsfit/opsfit/internal/diag"

// Rule is one thing that the lint looks for.
type Rule struct {
	// Code is the stable name of its findings, in kebab case.
	Code string
	// Severity is that of every finding: Error where the file cannot do what it says or a figure would mislead, Warning for
	// what is most likely a mistake, Note for what is worth knowing.
	Severity diag.Severity
	// Summary is one sentence about what was found.
	Summary string
	// Why says why it matters and what to do, in whole sentences.
	Why string
	// Bad and Good are parts of a file, without and with the remedy; empty where no example says more than the summary.
	Bad, Good string

	// check is nil for what is found while the file is read.
	check func(*subject)
}

// Rules returns everything that is checked about meaning, in the order of the documentation.
func Rules() []Rule {
	return []Rule{
		leanSpan(), sameScore(), readinessOrder(), mixedOption(), dominantQuestion(), deadQuestion(), notApplicableEverywhere(),
		axisWithoutStyle(), axisOneStyle(), axisWithoutContext(), contextWithoutStyle(), floorWithoutReadiness(), floorOutOfReach(),
		rangeOverlap(), rangeGap(), rangeNever(), rangeOrder(), contradictsNever(),
		samePoleFirst(), loadedWord(), duplicateText(), similarText(), noWhy(), noSources(),
		unknownName(), unknownOption(), neverFires(), deadTest(), alwaysFires(), gradeNever(), requiresNever(), requiresAlways(),
		remedyApart(), noRemedy(), duplicateRule(), replacedRules(), undecided(),
		drift(), untranslated(),
	}
}
