package challenge

import (
	"cmp"
	"slices"

	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// settle says what would settle each answer that nobody else confirmed or that somebody differs on, the cheapest first: what a
// repository shows, a record that exists, an example from the last months, a trial.
func (b *builder) settle(doc *Document) []Settling {
	list := []Settling{}
	for i := range b.hearing.Points {
		point := &b.hearing.Points[i]
		if point.Differs() || doc.Deciding[i].Confirmed == 0 {
			list = append(list, b.settleAnswer(point, doc.Deciding[i].Repository)...)
		}
	}
	isTrial := func(s Settling) bool { return s.Kind == ByTrial }
	if c := doc.OtherSide; c != nil && len(c.Items) > 0 && b.isDisputed() && !slices.ContainsFunc(list, isTrial) {
		list = append(list, Settling{Title: c.Items[0].Title, Kind: ByTrial, Texts: []string{c.Items[0].FirstStep}})
	}
	slices.SortStableFunc(list, func(a, b Settling) int { return cmp.Compare(a.Kind.cost(), b.Kind.cost()) })
	return list
}

func (b *builder) isDisputed() bool {
	return slices.ContainsFunc(b.hearing.Points, func(p Point) bool { return p.Differs() })
}

func (k SettlingKind) cost() int {
	return slices.Index([]SettlingKind{ByRepository, ByRecord, ByExample, ByTrial}, k)
}

func (b *builder) settleAnswer(point *Point, shown *report.Finding) []Settling {
	question := point.Question
	var list []Settling
	add := func(kind SettlingKind, texts ...string) {
		list = append(list, Settling{Question: report.Text(question.ID), Title: question.Title, Kind: kind, Texts: append([]string{}, texts...)})
	}
	if len(question.Evidence.Mappings) > 0 && (shown == nil || shown.Verdict == report.Silent) {
		add(ByRepository)
	}
	if records := recordsOf(question); len(records) > 0 || question.IsLimit() {
		add(ByRecord, records...)
	}
	if point.Differs() || len(list) == 0 {
		add(ByExample)
	}
	if step := b.trialOf(question); step != "" && point.Differs() {
		add(ByTrial, step)
	}
	return list
}

// recordsOf are what a reader can look for: the first that speaks for the one side and the first that speaks for the other.
func recordsOf(question *questionnaire.Question) []string {
	var records []string
	for _, side := range [][]string{question.Evidence.High, question.Evidence.Low} {
		if len(side) > 0 {
			records = append(records, side[0])
		}
	}
	if len(records) == 0 && question.Evidence.Note != "" {
		records = append(records, question.Evidence.Note)
	}
	return records
}

// trialOf is the first step of the first item advised that changes the answer to a question; empty for none.
func (b *builder) trialOf(question *questionnaire.Question) string {
	if b.Questionnaire.Catalogue == nil {
		return ""
	}
	for i := range b.Result.Recommendations {
		advised := &b.Result.Recommendations[i]
		if rule := ruleOf(b.Questionnaire.Catalogue, advised.ID); rule != nil &&
			(slices.Contains(rule.Lifts, question.ID) || slices.Contains(rule.Moves, question.ID)) {
			return advised.FirstStep
		}
	}
	return ""
}

func ruleOf(catalogue *questionnaire.Catalogue, id string) *questionnaire.Recommendation {
	for i := range catalogue.Recommendations {
		if catalogue.Recommendations[i].ID == id {
			return &catalogue.Recommendations[i]
		}
	}
	return nil
}
