package methodology

import (
	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// Shipped are the questionnaires that come with the program, whose judged values the page publishes.
type Shipped struct {
	// Full leads to a leaning and has a catalogue; Metrics leads to a quadrant.
	Full, Metrics *questionnaire.Questionnaire
}

// Build makes the whole document. It adds no number of its own. An error means that the program was built from faulty
// files.
func Build(tool report.Tool, shipped Shipped) (*Document, error) {
	b, err := newBuilder(shipped)
	if err != nil {
		return nil, err
	}
	doc := &Document{
		Schema: Schema, Tool: tool,
		Title: "How the numbers of opsfit come about",
		Lead: []string{
			"opsfit turns answers into numbers and numbers into words. This page states every formula, every limit, and every " +
				"value that somebody had to judge. Its tables are those that the program uses, and its examples are computed by " +
				"the program, so that the page cannot say one thing and a report another.",
			"Values in a table marked as judged are judgements of the authors: no study gives them. Where a source speaks for " +
				"one, it is named.",
			"DevOps and SysOps are the two ends of a line, not the top and the bottom of a scale. Both are respectable. No mark " +
				"on this page improves because a team moves towards one of them.",
		},
		Sections: []Section{},
	}
	for _, write := range sections() {
		section := write(b)
		section.fill()
		doc.Sections = append(doc.Sections, section)
	}
	return doc, nil
}

// sections write all sections, in the order of the page. A command with numbers of its own adds its section
// here, before the limits.
func sections() []func(*builder) Section {
	return []func(*builder) Section{
		(*builder).example, (*builder).answers,
		(*builder).coverage, (*builder).practice, (*builder).possible, (*builder).situation, (*builder).bands,
		(*builder).fit, (*builder).tension, (*builder).direction, (*builder).advice,
		(*builder).readiness, (*builder).floors,
		(*builder).robustness, (*builder).confidence,
		(*builder).warnings, (*builder).ranking,
		(*builder).team, (*builder).quadrant, (*builder).record, (*builder).evidence,
		(*builder).limits, (*builder).positions, (*builder).sources,
	}
}

// builder holds what sections are made of.
type builder struct {
	shipped Shipped
	// shop is the example of the page; library lies just beside an edge; metrics are some delivery metrics.
	shop, library, metrics worked
	// judgedLimits are the judged values of the scoring by name, ranks those of the ranking.
	judgedLimits map[string]score.Threshold
	ranks        advice.Judgement
}

func newBuilder(shipped Shipped) (*builder, error) {
	b := &builder{shipped: shipped, judgedLimits: map[string]score.Threshold{}, ranks: advice.Judged()}
	for _, limit := range score.Thresholds() {
		b.judgedLimits[limit.Name] = limit
	}
	q, err := loadExample()
	if err != nil {
		return nil, err
	}
	for _, example := range []struct {
		into *worked
		q    *questionnaire.Questionnaire
		name string
	}{
		{&b.shop, q, "example_answers.yaml"},
		{&b.library, q, "example_edge.yaml"},
		{&b.metrics, shipped.Metrics, "example_dora.yaml"},
	} {
		if *example.into, err = work(example.q, example.name); err != nil {
			return nil, err
		}
	}
	return b, nil
}
