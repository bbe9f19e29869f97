package export

import (
	"io"
	"maps"
	"slices"

	"github.com/opsfit/opsfit/internal/team"
)

// TeamOpenMetrics writes the combined figures of several respondents and how far they agree, for a textfile collector. The label
// combined keeps them apart from the figures of one respondent. No figure is about one person or role. An error is one of the
// writer.
func TeamOpenMetrics(w io.Writer, doc *team.Document) error {
	m := newMetrics(w,
		metricLabel{"service", string(doc.Subject)}, metricLabel{"team", string(doc.Team)},
		metricLabel{"questionnaire", doc.Questionnaire.ID}, metricLabel{"combined", flagged(true)},
	)
	combined := doc.Combined()
	m.write(aboutAnswers(combined)...)
	m.write(agreementFamilies(doc)...)
	m.write(stateFamilies(combined)...)
	m.write(outcomeFamilies(combined)...)
	m.write(figureFamilies(combined)...)
	m.write(warningFamily(combined))
	return m.end()
}

// agreementFamilies say how many answered, where their own answers lead them, and how far they agree.
func agreementFamilies(doc *team.Document) []family {
	respondents := family{name: "opsfit_team_respondents", help: "People whose answers are combined."}
	respondents.add(new(float64(doc.Respondents)))
	withheld := family{name: "opsfit_team_verdict_withheld", help: "1 where people split too far for a verdict; else 0."}
	withheld.add(zeroOrOne(doc.Withheld != nil))
	topics := family{name: "opsfit_team_topics", help: "Questions to talk about first."}
	topics.add(new(float64(len(doc.DiscussFirst))))
	verdicts := family{name: "opsfit_team_verdicts", help: "People by the verdict that their own answers lead to."}
	for _, verdict := range slices.Sorted(maps.Keys(doc.Verdicts)) {
		verdicts.add(new(float64(doc.Verdicts[verdict])), metricLabel{"verdict", verdict})
	}
	consensus := family{name: "opsfit_team_consensus", help: "Agreement on an axis, from 0 (split between the ends) to 1 (unanimous)."}
	gap := family{name: "opsfit_team_role_gap", help: "Widest distance between two roles of enough people, on an axis."}
	for i := range doc.Axes {
		consensus.add(doc.Axes[i].Consensus, metricLabel{"axis", doc.Axes[i].ID})
		gap.add(doc.Axes[i].RoleGap, metricLabel{"axis", doc.Axes[i].ID})
	}
	for i := range doc.Checked {
		consensus.add(doc.Checked[i].Consensus, metricLabel{"axis", doc.Checked[i].ID})
		gap.add(doc.Checked[i].RoleGap, metricLabel{"axis", doc.Checked[i].ID})
	}
	return []family{respondents, withheld, topics, verdicts, consensus, gap}
}
