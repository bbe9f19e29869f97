package lint

import "github.com/opsfit/opsfit/internal/diag"

// formRules explain what is found while a file is read, before anything can be said of its meaning. Each stops a run.
func formRules() []Rule {
	texts := [][3]string{ // Code, summary, and why it matters or what to do.
		{
			"alias", "An alias stands for a value that is written elsewhere; files are written out, and \"extends\" reuses questions.",
			"A reader sees the value where it counts, nothing changes at a distance, and a small file cannot grow into a " +
				"huge one. Write the value out; to reuse whole questions, use \"extends\" and \"only\".",
		},
		{
			"anchor", "An anchor marks a value for reuse; files are written out, and \"extends\" reuses questions.",
			"What it marks is taken up by an alias, and aliases are refused. Remove the anchor; to reuse whole questions, " +
				"use \"extends\" and \"only\".",
		},
		{
			"bad-id", "An id is made of 1 to 64 letters, digits, \"_\", \".\" and \"-\", the first a letter or digit; this one is not.",
			"Ids stand in answers files, in conditions and on the command line, where a blank or an accent would need " +
				"quotes. Write for example release_rhythm, and put the words for people into \"text\" or \"title\".",
		},
		{
			"bad-value", "A value is none of the words, or not the number, that its key takes.",
			"The finding names the words that are known, or the form that is wanted. A misspelt word is never replaced by a guess.",
		},
		{
			"complex-key", "A key is not a plain text.",
			"Only a text can name a setting. A list or a mapping in front of a colon is mostly a slip with brackets or a " +
				"missing quote.",
		},
		{
			"control-character", "The file holds a character that is none of a text.",
			"It would be invisible in an editor and could change what a terminal shows. Remove it; a line end or a tab " +
				"inside a quoted text is written \\n or \\t.",
		},
		{
			"duplicate-id", "An id is given twice, and answers could mean either.",
			"Answers and conditions refer to ids. Rename one of the two, or remove the copy.",
		},
		{
			"duplicate-key", "A key is given twice in one mapping.",
			"Only one of the two could count, and readers would disagree on which. Keep one of them.",
		},
		{
			"empty", "The file is empty, or holds nothing but comments.",
			"Begin with \"opsfit questionnaire new FILE\", which writes a commented example.",
		},
		{
			"empty-condition", "A condition, or one of its lists, says nothing.",
			"An empty list would always hold or never, depending on the word above it. Name what has to hold, or remove the part.",
		},
		{
			"extends-chain", "Too many questionnaires extend one another.",
			"At most eight may follow one another, so that a reader can still find where a question comes from. Extend the " +
				"first of them directly.",
		},
		{
			"extends-cycle", "A questionnaire extends itself, directly or through others.",
			"There is then no first one to begin with. Remove one \"extends\" from the circle that the finding names.",
		},
		{
			"merge-key", "A merge key takes over another mapping; files are written out, and \"extends\" reuses questions.",
			"Write out what it takes over; to reuse whole questions, use \"extends\" and \"only\".",
		},
		{
			"misplaced-key", "A key belongs to another kind of question or questionnaire, such as \"critical\" to readiness.",
			"It would change nothing where it stands, and its author expects that it does. Remove it, or mend \"measures\" " +
				"or \"verdict\".",
		},
		{
			"missing", "Something that a questionnaire cannot do without is missing.",
			"The finding names the key. A questionnaire has id, version, title and axes; a question has id, measures and " +
				"text; an option has id, text and the value that its question measures.",
		},
		{
			"mixed-condition", "Two tests stand in one mapping; put both into a list under \"all\" or \"any\".",
			"Whether both have to hold or one of them would be a guess.",
		},
		{
			"no-bounds", "A range of a mapping has no bounds, so that every value would agree with the option.",
			"Give \"from\", \"to\" or both. A range holds the values above \"from\" and up to \"to\".",
		},
		{
			"no-questions", "The questionnaire asks nothing.",
			"Add questions, or take some over with \"extends\". Where \"only\" names the ones to keep, it has to name at least one.",
		},
		{
			"no-such-option", "A mapping to a repository names an option that its question does not have.",
			"An answer that nobody can give cannot agree with a repository. Name one of the options of the same question.",
		},
		{
			"not-a-catalogue", "The file that is named as a catalogue is a questionnaire.",
			"A catalogue has warnings and recommendations, and no questions. To take over the questions of the file, name it " +
				"under \"extends\".",
		},
		{
			"not-a-questionnaire", "The file is a catalogue of warnings and recommendations, or holds answers, and asks nothing.",
			"Name a catalogue under \"catalogue\" in a questionnaire; \"opsfit questionnaire lint\" checks it on its own too. " +
				"Answers are read by \"opsfit assess -a FILE\".",
		},
		{
			"not-found", "A file that another one names cannot be found.",
			"A relative name is looked for beside the file that names it; a name without a folder and an ending may also be " +
				"the id of a questionnaire.",
		},
		{
			"not-utf8", "The file is not written in UTF-8.",
			"Letters beyond English would come out wrong. Save the file as UTF-8 in your editor, or convert it with iconv.",
		},
		{
			"odd-range", "A range of a mapping ends before it begins, or goes beyond what its figure can be.",
			"No value of the figure would ever agree with that option. The finding names the bounds that are possible.",
		},
		{
			"out-of-range", "A number is not in its range: positions -1 to 1, readiness and floors 0 to 4, weights above 0.",
			"The formulas rest on these scales: \"opsfit methodology\" shows them.",
		},
		{
			"reserved-id", "An id has a meaning of its own, such as \"dont_know\" or \"overall\".",
			"An answer \"dont_know\" says that somebody does not know, and a metric of \"overall\" is about all axes. Choose " +
				"another id.",
		},
		{
			"second-document", "The file holds a second document, which would be ignored.",
			"A line of three dashes begins another document. Remove it, or keep each document in a file of its own.",
		},
		{
			"syntax", "The file is not written as YAML or JSON is.",
			"The finding shows the first place that cannot be read; the cause is often just before it: a quote that is not " +
				"closed, a colon or a comma in a text without quotes, or a wrong indent.",
		},
		{
			"tag", "A tag changes what a value is; values are read as they are written.",
			"A tag begins with an exclamation mark. Remove it; where the mark belongs to a text, put the text into quotes.",
		},
		{
			"too-deep", "Values are nested deeper than any questionnaire needs.",
			"More than 64 levels are a slip or an attack, and would cost memory. Close the brackets where they belong.",
		},
		{
			"too-few-options", "A question has fewer than two options to choose from.",
			"With a single option there is nothing to choose, and the answer says nothing. Add the other ways it may be.",
		},
		{
			"too-large", "The file is larger than any questionnaire needs to be.",
			"At most 1 MiB is read, so that a wrong or hostile file cannot fill the memory. Shorten texts, or move the rules " +
				"into a catalogue of their own.",
		},
		{
			"too-many-axes", "There are more axes than a questionnaire may have.",
			"At most 64 are read. A report that people follow has about five.",
		},
		{
			"too-many-measures", "There are more mappings to a repository than a question may have.",
			"At most 20 are read for a question. The first that allows a conclusion decides, so keep those that say most.",
		},
		{
			"too-many-options", "There are more options than a question may have.",
			"At most 50 are read for a question. People choose well among three to five.",
		},
		{
			"too-many-questions", "There are more questions than a questionnaire may have.",
			"At most 500 are read. People answer about thirty with care; take a short selection with \"extends\" and \"only\".",
		},
		{
			"too-many-rules", "There are more warnings and recommendations than a catalogue may have.",
			"At most 1000 are read, warnings and recommendations together. A report shows the first few.",
		},
		{
			"two-catalogues", "A catalogue is named beside rules that stand in the file itself.",
			"Which of the two counts would be a guess. Move the rules of the file into the catalogue, or take \"catalogue\" away.",
		},
		{
			"two-measures", "A mapping is about a figure of a repository and about files; write two.",
			"The figure and the files are judged one after the other, and the order of the mappings decides which comes first.",
		},
		{
			"two-values", "An option has both a class and a percentage.",
			"A question about outcomes is measured by classes or by percentages, and each has a formula of its own. Keep the " +
				"one that the question asks for.",
		},
		{
			"two-years", "Published figures of two years stand side by side.",
			"A result is set beside the figures of one year. Keep those of the newer one.",
		},
		{
			"unknown-axis", "An axis is named that does not exist.",
			"The finding names the nearest axis. An axis has to stand under \"axes\", or come with \"extends\".",
		},
		{
			"unknown-condition", "A mapping begins no condition.",
			"The finding names the words that a condition can begin with: among them all, any, none, answer, level, unknown, " +
				"metric and shift.",
		},
		{
			"unknown-key", "A key means nothing here; it may be misspelt.",
			"It would be passed over in silence, and its author expects that it counts. The finding names the nearest known " +
				"key. In a text with a comma, what follows the comma becomes a key: put such a text into quotes.",
		},
		{
			"unknown-measure", "A mapping names a figure that no scan of a repository gives.",
			"The finding names the nearest figure. \"opsfit scan -f json\" shows all of them under the names that are used here.",
		},
		{
			"unknown-metric", "A condition names a figure that does not exist.",
			"The finding names the nearest one. The figures are practice, situation, gap, readiness, shortfall, tension, " +
				"coverage, fit, steps_to_other_side and dont_know_count.",
		},
		{
			"unknown-question", "A question is named that does not exist.",
			"The finding names the nearest question. What \"only\" names has to come with \"extends\".",
		},
		{
			"unknown-signal", "A mapping names a kind of files that no scan of a repository looks for.",
			"The finding names the nearest one. \"opsfit scan -f json\" lists those that it found in a repository.",
		},
		{
			"unknown-warning", "A recommendation answers a warning that does not exist.",
			"The finding names the nearest one. Warnings and the recommendations that answer them stand in the same catalogue.",
		},
		{
			"wrong-measure", "A question about outcomes stands among questions about leaning, or the other way round.",
			"Outcomes are set beside published figures and yield no leaning; the others yield one. Put questions about " +
				"outcomes into a questionnaire with \"verdict: quadrant\".",
		},
		{
			"wrong-type", "A value is of another kind than its key takes, such as a list where a text is wanted.",
			"The finding says what is wanted. Mostly a dash, an indent or a quote is missing.",
		},
	}
	rules := make([]Rule, 0, len(texts))
	for _, row := range texts {
		rules = append(rules, Rule{Code: row[0], Severity: diag.Error, Summary: row[1], Why: row[2]})
	}
	return rules
}
