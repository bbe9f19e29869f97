package score

// judgedWords are what is published beside a judged value.
type judgedWords struct {
	unit, decides, reason string
}

// judgedBecause is the other half of the table of judged values: what each decides and why it is this one. It stands
// apart because the values are needed thousands of times in a run, and the words hardly ever.
func judgedBecause() [limitCount]judgedWords {
	return [limitCount]judgedWords{
		axisCoverage: {
			"of the weight that applies",
			"least coverage of an axis that is scored", "below half, more would be unknown than known",
		},
		overallCoverage: {
			"of the weight that applies",
			"least coverage of a practice that is scored overall", "clearly more known than unknown",
		},
		overallAxes: {
			"of the axis weight",
			"least share of the axes that are scored, for a practice that is scored overall",
			"of five axes, three must speak",
		},
		leaningEdge: {
			"on the line",
			"distance from the middle at which hybrid ends and a side begins",
			"with the next edge, it cuts the line into five bands of equal width",
		},
		strongEdge: {
			"on the line",
			"distance from the middle at which a leaning is called strong",
			"with the edge before, it cuts the line into five bands of equal width",
		},
		speedFloor: {
			"of 4",
			"readiness on stability that the fastest delivery calls for; slower delivery calls for its share",
			"pace without a net can bring instability, says the founding article; level 3 is a net that has been tried",
		},
		alignedGap: {
			"on the line",
			"a gap on an axis smaller than this counts as none",
			"it is what one answer one option further changes on an axis of two questions",
		},
		combineTension: {
			"of 1",
			"tension from which the advice is to combine both models",
			"the weaker of the opposed needs is then worth 0.15 on the line, too much to be lost in a mean",
		},
		goodFit: {
			"of 100", "least fit that is called good",
			"a mean gap of 0.3 on the line, little more than half an option",
		},
		workableFit: {
			"of 100", "least fit that is called workable", "a mean gap of 0.6, little more than one option",
		},
		strainedFit: {
			"of 100", "least fit that is called strained; below it is a misfit",
			"a mean gap of 0.9, nearly two options",
		},
		highCoverage: {
			"of the weight that applies", "least coverage for high confidence",
			"of twelve style questions, at most one is open",
		},
		highSteps: {
			"option steps", "least distance to another side for high confidence",
			"an answer is easily read one option off, but hardly four of them the same way",
		},
		highAnswers: {
			"answers", "least number of changed answers to another side for high confidence",
			"no single answer may decide the side",
		},
		highAnswersPerAxis: {
			"answers", "least number of style answers on each scored axis for high confidence",
			"options are ordered rather than measured; a mean of several can bear that, a single answer cannot " +
				"(Norman 2010, read second hand)",
		},
		mediumCoverage: {
			"of the weight that applies", "least coverage for medium confidence",
			"the same as for a practice that is scored overall",
		},
		mediumSteps: {
			"option steps", "least distance to another side for medium confidence",
			"one answer read one option off must not change the side",
		},
		averageDistance: {
			"of 10", "a result this near to a published mean is also called about average",
			"a quarter of the published standard deviations, which are about 2",
		},
		manyNotApplicable: {
			"of the questions of an axis",
			"share marked not applicable above which a report asks for a second look",
			"work that another group does still applies (experience of the OWASP SAMM team, read second hand)",
		},
	}
}
