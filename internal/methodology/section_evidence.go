package methodology

import "github.com/opsfit/opsfit/internal/agreement"

func (b *builder) evidence() Section {
	return Section{
		ID: "evidence", Title: "What a repository shows, beside the answers",
		Text: []string{
			"Self-reports flatter, and repositories leave out a lot. What a scan of a git repository shows is set beside the answers, one by " +
				"one. It never changes an answer, a score or a verdict.",
		},
		Points: []string{
			"The questionnaire says for each answer which values of a figure agree with it, and which kinds of files speak for or against it. " +
				"A question that a repository cannot speak to honestly has nothing of the kind, and of it nothing is said.",
			"The first figure or kind of files that allows a conclusion about the answer decides.",
			"A contradiction takes a figure from enough data, in a direction that the questionnaire allows. Files alone never contradict, and " +
				"their absence says nothing.",
			"Rarer release tags contradict only where something in the repository makes releases and nothing in it deploys: what goes live " +
				"need not have a tag. More tags than were said always count.",
			"Where there is no answer, or a repository suggested it and nobody has confirmed it, nothing agrees or differs.",
		},
		Formulas: []Formula{
			{
				"Distance of a time or a count", "d = value / to above the range, from / value below it",
				"The range of the answer, above from and up to to; 1 inside it.",
			},
			{"Distance of a share", "d = value - to above the range, from - value below it", "0 inside the range."},
		},
		Tables: []Table{published(agreement.Judged().Publish())},
		Reasons: []string{
			"A contradiction is a reason to talk: the answer may be about another service, the work may be done elsewhere, the tags may mean " +
				"something else. It is no verdict on anybody's honesty.",
		},
	}
}
