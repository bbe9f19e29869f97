package questionnaire

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// industries reads the published group means by industry.
func (f *file) industries(o *Outcomes) {
	first := ""
	for _, entry := range f.top.node.Entries {
		year := yearOf("industry_", entry.Key)
		if year == 0 || entry.Value.Kind == yamltree.Null {
			continue
		}
		f.top.once("industries", first, entry)
		first, o.IndustryYear = entry.Key, year
		label := diag.Quote(entry.Key)
		f.FieldsMatching(entry.Value, label, func(string) bool { return true })
		for _, industry := range entry.Value.Entries {
			p := newPart(f.Reader, industry.Value, label+", "+diag.Quote(industry.Key), "throughput", "stability")
			p.Require("throughput", "stability")
			o.Industries = append(o.Industries, Industry{
				ID: industry.Key, Throughput: p.score("throughput"), Stability: p.score("stability"),
			})
		}
	}
}

// limits reads what else the words fast and stable need.
func (f *file) limits(o *Outcomes) {
	p := f.section("limits", "fast", "stable")
	if p.node == nil {
		return
	}
	o.FastTests, _ = f.outcomeTests(p, "fast")
	o.StableTests, _ = f.outcomeTests(p, "stable")
}

// sentences reads what is added to the text of a quadrant, each where its tests hold.
func (f *file) sentences(o *Outcomes) {
	p := f.top.Node("sentences")
	if p == nil || p.Kind == yamltree.Null {
		return
	}
	const label = `"sentences"`
	f.FieldsMatching(p, label, func(string) bool { return true })
	for _, entry := range p.Entries {
		item := newPart(f.Reader, entry.Value, label+", "+diag.Quote(entry.Key), "when", "text")
		item.Require("when", "text")
		sentence := OutcomeSentence{ID: entry.Key, Text: item.Text("text")}
		sentence.When, sentence.Quadrant = f.outcomeTests(item, "when", "quadrant")
		o.Sentences = append(o.Sentences, sentence)
	}
}

// outcomeTests reads a mapping from metrics to tests; beside them it may name a quadrant, where that key is allowed.
func (f *file) outcomeTests(p part, key string, besides ...string) (tests []OutcomeTest, quadrant string) {
	node := p.Node(key)
	if node == nil || node.Kind == yamltree.Null {
		return nil, ""
	}
	label := p.label + ", " + diag.Quote(key)
	fields := f.FieldsMatching(node, label, func(string) bool { return true })
	for _, entry := range node.Entries {
		if len(besides) > 0 && entry.Key == besides[0] {
			quadrant = fields.Choice(entry.Key, Quadrants()...)
			continue
		}
		if !f.questions.check(entry.KeyPos, entry.KeyLength(), label, entry.Key) {
			continue
		}
		tests = append(tests, f.outcomeTest(entry, label+", "+diag.Quote(entry.Key)))
	}
	return tests, quadrant
}

func (f *file) outcomeTest(entry yamltree.Entry, label string) OutcomeTest {
	p := newPart(f.Reader, entry.Value, label, "class_at_least", "class_at_most", "percent_at_most")
	test := OutcomeTest{
		Metric: entry.Key, ClassAtLeast: p.whole("class_at_least", 1, 6), ClassAtMost: p.whole("class_at_most", 1, 6),
		PercentAtMost: p.between("percent_at_most", 0, 100),
	}
	if entry.Value.Kind == yamltree.Mapping && len(entry.Value.Entries) == 0 {
		p.fault("", "missing", "for example {class_at_least: 4}", "it tests nothing")
	}
	return test
}

// Holds reports that an answered metric passes the test.
func (t *OutcomeTest) Holds(option *Option) bool {
	switch {
	case t.ClassAtLeast > 0 && option.Class < t.ClassAtLeast:
		return false
	case t.ClassAtMost > 0 && option.Class > t.ClassAtMost:
		return false
	case t.PercentAtMost != nil && (option.Percent == nil || option.Percent.Cmp(t.PercentAtMost) > 0):
		return false
	}
	return true
}

// digestLines are those of the tests that decide a word.
func (t *OutcomeTest) digestLine(word string) string {
	return line("limit", word, t.Metric, big.NewRat(int64(t.ClassAtLeast), 1).RatString(),
		big.NewRat(int64(t.ClassAtMost), 1).RatString(), exact(t.PercentAtMost))
}
