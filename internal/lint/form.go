package lint

import "github.com/opsfit/opsfit/internal/diag"

// formRules explain what is found while a file is read, before anything can be said of its meaning. Each stops a run.
func formRules() []Rule {
	summaries := [][2]string{
		{"alias", "An alias stands for a value that is written elsewhere; files are written out, and \"extends\" reuses questions."},
		{"anchor", "An anchor marks a value for reuse; files are written out, and \"extends\" reuses questions."},
		{"bad-id", "An id is made of 1 to 64 letters, digits, \"_\", \".\" and \"-\", the first a letter or digit; this one is not."},
		{"bad-value", "A value is none of the words, or not the number, that its key takes."},
		{"complex-key", "A key is not a plain text."},
		{"control-character", "The file holds a character that is none of a text."},
		{"duplicate-id", "An id is given twice, and answers could mean either."},
		{"duplicate-key", "A key is given twice in one mapping."},
		{"empty", "The file is empty, or holds nothing but comments."},
		{"empty-condition", "A condition, or one of its lists, says nothing."},
		{"extends-chain", "Too many questionnaires extend one another."},
		{"extends-cycle", "A questionnaire extends itself, directly or through others."},
		{"merge-key", "A merge key takes over another mapping; files are written out, and \"extends\" reuses questions."},
		{"misplaced-key", "A key belongs to another kind of question or questionnaire, such as \"critical\" to readiness."},
		{"missing", "Something that a questionnaire cannot do without is missing."},
		{"mixed-condition", "Two tests stand in one mapping; put both into a list under \"all\" or \"any\"."},
		{"no-bounds", "A range of a mapping has no bounds, so that every value would agree with the option."},
		{"no-questions", "The questionnaire asks nothing."},
		{"no-such-option", "A mapping to a repository names an option that its question does not have."},
		{"not-a-catalogue", "The file that is named as a catalogue is a questionnaire."},
		{"not-a-questionnaire", "The file is a catalogue of warnings and recommendations, and asks nothing."},
		{"not-found", "A file that another one names cannot be found."},
		{"not-utf8", "The file is not written in UTF-8."},
		{"odd-range", "A range of a mapping ends before it begins, or goes beyond what its figure can be."},
		{"out-of-range", "A number is not in its range: positions -1 to 1, readiness and floors 0 to 4, weights above 0."},
		{"reserved-id", "An id has a meaning of its own, such as \"dont_know\" or \"overall\"."},
		{"second-document", "The file holds a second document, which would be ignored."},
		{"syntax", "The file is not written as YAML or JSON is."},
		{"tag", "A tag changes what a value is; values are read as they are written."},
		{"too-deep", "Values are nested deeper than any questionnaire needs."},
		{"too-few-options", "A question has fewer than two options to choose from."},
		{"too-large", "The file is larger than any questionnaire needs to be."},
		{"too-many-axes", "There are more axes than a questionnaire may have."},
		{"too-many-measures", "There are more mappings to a repository than a question may have."},
		{"too-many-options", "There are more options than a question may have."},
		{"too-many-questions", "There are more questions than a questionnaire may have."},
		{"too-many-rules", "There are more warnings and recommendations than a catalogue may have."},
		{"two-catalogues", "A catalogue is named beside rules that stand in the file itself."},
		{"two-measures", "A mapping is about a figure of a repository and about files; write two."},
		{"two-values", "An option has both a class and a percentage."},
		{"two-years", "Published figures of two years stand side by side."},
		{"unknown-axis", "An axis is named that does not exist."},
		{"unknown-condition", "A mapping begins no condition."},
		{"unknown-key", "A key means nothing here; it may be misspelt."},
		{"unknown-measure", "A mapping names a figure that no scan of a repository gives."},
		{"unknown-metric", "A condition names a figure that does not exist."},
		{"unknown-question", "A question is named that does not exist."},
		{"unknown-signal", "A mapping names a kind of files that no scan of a repository looks for."},
		{"unknown-warning", "A recommendation answers a warning that does not exist."},
		{"wrong-measure", "A question about outcomes stands among questions about leaning, or the other way round."},
		{"wrong-type", "A value is of another kind than its key takes, such as a list where a text is wanted."},
	}
	rules := make([]Rule, 0, len(summaries))
	for _, row := range summaries {
		rules = append(rules, Rule{Code: row[0], Severity: diag.Error, Summary: row[1]})
	}
	return rules
}
