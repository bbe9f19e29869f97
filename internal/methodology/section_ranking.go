package methodology

import (
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

func (b *builder) warnings() Section {
	example := Example{Text: "In the ticket shop nobody has restored a backup; whatever else is strong there cannot make up for that."}
	for _, warning := range b.shop.advice.Warnings {
		example.Steps = append(example.Steps, Step{warning.Rule.ID, "", string(warning.Severity)})
	}
	return Section{
		ID: "warnings", Title: "Warnings: dangers that a mean would hide",
		Text: []string{
			"A warning is a rule on single answers and values and never a score. It appears when its condition holds, with the most " +
				"severe grade whose condition holds too. A condition on something that is not asked or not known does not hold.",
		},
		Tables:   []Table{b.warningTable()},
		Examples: []Example{example},
		Reasons: []string{
			"AWS Well-Architected does likewise: what a missing practice risks is graded practice by practice and never averaged. The " +
				"reason for each warning, with its source, stands in the report beside it.",
		},
	}
}

func (b *builder) warningTable() Table {
	table := Table{
		Title: "Warnings in " + b.shipped.Full.ID + " (judged)", Judged: true,
		Columns: []Column{{Title: "Warning"}, {Title: "Severity"}, {Title: "Appears when"}},
	}
	if b.shipped.Full.Catalogue == nil {
		return table
	}
	for i := range b.shipped.Full.Catalogue.Warnings {
		warning := &b.shipped.Full.Catalogue.Warnings[i]
		table.Rows = append(table.Rows, []string{warning.ID, gradeWords(warning.Grades), conditionWords(&warning.When)})
	}
	return table
}

func gradeWords(grades []questionnaire.Grade) string {
	var parts []string
	for i := range grades {
		grade := &grades[i]
		text := string(grade.Severity)
		if grade.When.Kind != questionnaire.Always {
			text += " if " + conditionWords(&grade.When)
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, "; ")
}

func (b *builder) ranking() Section {
	return Section{
		ID: "ranking", Title: "Ranking: which step comes first",
		Text: []string{
			"A recommendation applies when its condition holds. Those that apply are ordered by a score made of how urgent their trigger " +
				"is, how much they are judged to bring, what they cost, and whether they answer a danger.",
		},
		Points: []string{
			"Equal scores go by less effort, then by name.",
			fmt.Sprintf("Among the first %d at most %d belong to one axis. Remedies of an active warning that is %s or worse are not counted.",
				b.ranks.First, b.ranks.PerAxis, b.ranks.Exempt),
			"What has to wait for something else stands behind all others, with what must come first.",
		},
		Formulas: []Formula{{
			"Score",
			fmt.Sprintf("score = %s * U * impact / %s - %s * (effort - 1) + bonus",
				figure(b.ranks.Full), figure(b.ranks.TopImpact), figure(b.ranks.EffortCost)),
			"U is the urgency, 0 to 1: the largest that the triggers measure. Impact is 1 to 5 and effort 1 to 3, both judged in the " +
				"catalogue. The bonus is that of the most severe active warning that the item answers.",
		}},
		Tables:   []Table{b.urgencyTable(), published(b.ranks.Publish())},
		Examples: []Example{b.rankExample()},
	}
}

func (b *builder) urgencyTable() Table {
	return Table{
		Title:   "How urgent a trigger is",
		Columns: []Column{{Title: "Trigger"}, {Title: "Urgency U"}},
		Rows: [][]string{
			{"a direction towards another side", "|G| / " + figure(b.ranks.FullGap) + ", at most 1"},
			{"a shortfall", "S / " + figure(b.ranks.FullShortfall) + ", at most 1"},
			{"a level of readiness", fmt.Sprintf("(%[1]s - level) / %[1]s", figure(b.ranks.TopLevel))},
			{"an answer \"don't know\"", figure(b.ranks.Unknown)},
			{"a tension", "T"},
			{"anything else", "the urgency that the catalogue gives, or " + figure(b.ranks.Urgency)},
		},
	}
}

func (b *builder) rankExample() Example {
	example := Example{
		Text: "The remedy of the critical warning comes first. The last item scores, but has to wait until a restore has been tried.",
	}
	for _, item := range b.shop.advice.Recommendations {
		outcome := result(item.Score)
		if len(item.Blockers) > 0 {
			outcome += ", later"
		}
		example.Steps = append(example.Steps, Step{item.Rule.ID, b.rankWorking(item), outcome})
	}
	return example
}

// rankWorking writes the score of an item in figures.
func (b *builder) rankWorking(item advice.Recommendation) string {
	bonus := "0"
	if item.Danger != "" {
		bonus = figure(b.ranks.Bonus[item.Danger])
	}
	return fmt.Sprintf("%s * %s * %d / %s - %s * (%d - 1) + %s", figure(b.ranks.Full), figure(item.Urgency), item.Rule.Impact,
		figure(b.ranks.TopImpact), figure(b.ranks.EffortCost), item.Rule.Effort, bonus)
}
