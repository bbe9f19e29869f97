package lint

// check looks for violations of one rule and reports them.
type check func(*subject)

// allChecks returns the checks of one questionnaire or catalogue, by the code of the rule. rules.yaml explains each.
func allChecks() map[string]check {
	return map[string]check{
		"lean-span":               checkLeanSpan,
		"same-score":              checkSameScore,
		"readiness-order":         checkReadinessOrder,
		"dominant-question":       checkDominantQuestion,
		"dominant-option":         checkDominantOption,
		"idle-option":             checkIdleOption,
		"no-none-option":          checkNoNoneOption,
		"dead-question":           checkDeadQuestion,
		"na-everywhere":           checkNaEverywhere,
		"axis-without-style":      checkAxisWithoutStyle,
		"axis-one-style":          checkAxisOneStyle,
		"axis-without-need":       checkAxisWithoutNeed,
		"context-without-style":   checkContextWithoutStyle,
		"limits-clash":            checkLimitsClash,
		"axis-without-readiness":  checkAxisWithoutReadiness,
		"no-floor":                checkNoFloor,
		"asked-never":             checkAskedNever,
		"asked-always":            checkAskedAlways,
		"unknown-drops-point":     checkUnknownDropsPoint,
		"floor-without-readiness": checkFloorWithoutReadiness,
		"floor-out-of-reach":      checkFloorOutOfReach,
		"range-overlap":           checkRangeOverlap,
		"range-gap":               checkRangeGap,
		"range-never":             checkRangeNever,
		"range-order":             checkRangeOrder,
		"contradicts-never":       checkContradictsNever,
		"same-pole-first":         checkSamePoleFirst,
		"loaded-word":             checkLoadedWord,
		"duplicate-text":          checkDuplicateText,
		"similar-text":            checkSimilarText,
		"no-why":                  checkNoWhy,
		"no-sources":              checkNoSources,
		"minutes-off":             checkMinutesOff,
		"unknown-name":            checkUnknownName,
		"never-fires":             checkNeverFires,
		"dead-test":               checkDeadTest,
		"always-fires":            checkAlwaysFires,
		"grade-never":             checkGradeNever,
		"grade-gap":               checkGradeGap,
		"requires-never":          checkRequiresNever,
		"requires-always":         checkRequiresAlways,
		"remedy-apart":            checkRemedyApart,
		"remedy-gap":              checkRemedyGap,
		"rank-inversion":          checkRankInversion,
		"nothing-to-lift":         checkNothingToLift,
		"already-done":            checkAlreadyDone,
		"no-remedy":               checkNoRemedy,
		"duplicate-rule":          checkDuplicateRule,
		"replaced-rules":          checkReplacedRules,
		"undecided":               checkUndecided,
	}
}

// comparisonChecks returns the checks of a questionnaire against another one that it should score like.
func comparisonChecks() map[string]check {
	return map[string]check{
		"drift":        checkDrift,
		"untranslated": checkUntranslated,
	}
}
