package methodology

import (
	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// Shipped are the questionnaires that come with the program, whose judged values the document publishes.
type Shipped struct {
	// Full leads to a leaning and has a catalogue, Metrics leads to a quadrant, and Launch is a checklist.
	Full, Metrics, Launch *questionnaire.Questionnaire
}

// Build builds the whole document. It adds no number of its own. An error means that the program was built from faulty
// files.
func Build(tool report.Tool, shipped Shipped) (*Document, error) {
	b, err := newBuilder(shipped)
	if err != nil {
		return nil, err
	}
	doc := &Document{Schema: Schema, Tool: tool}
	p := &parser{doc: doc, values: b.values(), tables: b.tables(), steps: b.steps()}
	if err := p.parse(source); err != nil {
		return nil, err
	}
	for i := range doc.Sections {
		doc.Sections[i].fillLists()
	}
	return doc, nil
}

// builder holds what tables and examples are built from.
type builder struct {
	shipped Shipped
	// shop is the example of the page; library lies just beside an edge and is held by a limit; the limits of archive clash;
	// metrics are some delivery metrics, checklist is the launch of the shop.
	shop, library, archive, metrics, checklist scoredExample
	ranks                                      advice.Judgement
}

func newBuilder(shipped Shipped) (*builder, error) {
	b := &builder{shipped: shipped, ranks: advice.Judged()}
	q, err := loadExample("example.yaml")
	if err != nil {
		return nil, err
	}
	checklist, err := loadExample("example_checklist.yaml")
	if err != nil {
		return nil, err
	}
	for _, example := range []struct {
		into *scoredExample
		q    *questionnaire.Questionnaire
		name string
	}{
		{&b.shop, q, "example_answers.yaml"},
		{&b.library, q, "example_edge.yaml"},
		{&b.archive, q, "example_clash.yaml"},
		{&b.metrics, shipped.Metrics, "example_dora.yaml"},
		{&b.checklist, checklist, "example_checklist_answers.yaml"},
	} {
		if *example.into, err = scoreExample(example.q, example.name); err != nil {
			return nil, err
		}
	}
	return b, nil
}

// tables returns the functions that build the tables, by name.
func (b *builder) tables() map[string]func() Table {
	return map[string]func() Table{
		"answers":         b.answerTable,
		"bands":           bandTable,
		"floors":          b.floorTable,
		"tiers":           b.tierTable,
		"points":          b.pointTable,
		"limits":          b.limitTable,
		"outcome_limits":  b.outcomeLimitTable,
		"sentences":       b.sentenceTable,
		"warnings":        b.warningTable,
		"benchmarks":      b.benchmarkTable,
		"style":           b.styleTable,
		"situation":       b.situationTable,
		"readiness":       b.readinessTable,
		"recommendations": b.recommendationTable,

		"launch_warnings":        b.launchWarningTable,
		"launch_recommendations": b.launchRecommendationTable,
	}
}

// steps returns the functions that work out the examples, by name.
func (b *builder) steps() map[string]func() []Step {
	return map[string]func() []Step{
		"coverage":   b.coverageSteps,
		"practice":   b.practiceSteps,
		"range":      b.rangeSteps,
		"wanted":     b.wantedSteps,
		"needs":      b.needCoverageSteps,
		"allowed":    b.allowedSteps,
		"clash":      b.clashSteps,
		"situation":  b.situationSteps,
		"unknown":    b.situationRangeSteps,
		"bands":      b.bandSteps,
		"fit":        b.fitSteps,
		"tension":    b.tensionSteps,
		"direction":  b.directionSteps,
		"advice":     b.adviceSteps,
		"held":       b.heldSteps,
		"readiness":  b.readinessSteps,
		"floors":     b.floorSteps,
		"weakest":    b.weakestSteps,
		"unmet":      b.unmetSteps,
		"turns":      b.turnSteps,
		"far":        b.farSteps,
		"near":       b.nearSteps,
		"confidence": b.confidenceSteps,
		"warnings":   b.warningSteps,
		"ranking":    b.rankingSteps,
		"settled":    b.settledSteps,
		"team":       b.teamSteps,
		"quadrant":   b.quadrantSteps,
		"state":      b.stateSteps,
	}
}
