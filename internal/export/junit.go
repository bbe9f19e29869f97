package export

import (
	"cmp"
	"io"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/report"
)

// JUnit writes a document as test results. Gates are test cases, and they alone fail: a failed gate is a failed case. A
// warning is a skipped case, which test reports show with its text but do not count against a run, so that a met gate beside
// critical warnings stays green; that of an exempted one says why. So is an answer that a repository contradicts. One case
// that always passes holds the verdict, so that no file is without a case. An error is what the writer returned.
func JUnit(w io.Writer, doc *report.Document) error {
	suites := junitSuites{Name: "opsfit"}
	class := "opsfit." + cmp.Or(string(doc.Subject), doc.Questionnaire.ID)
	suites.add(junitVerdict(class, doc))
	suites.add(junitGates(class, doc))
	suites.add(junitPoints(class, doc))
	suites.add(junitWarnings(class, doc))
	suites.add(junitContradictions(class, contradicted(doc)))
	return suites.write(w)
}

func junitVerdict(class string, doc *report.Document) junitSuite {
	said, properties := verdictLines(doc), junitProperties{}
	facts := slices.Concat(doc.Head().Facts(report.AsIs), knownFigures(doc))
	if doc.WhatIf != nil {
		facts = append([]report.Fact{{Label: "What if", Value: doc.WhatIf.Intro()}}, facts...)
	}
	for _, fact := range facts {
		properties.List = append(properties.List, junitProperty{diag.Visible(fact.Label), diag.Visible(fact.Value)})
	}
	said = append(said, exemptions(doc)...)
	test := junitCase{
		Class: diag.Visible(class + ".assessment"), Name: "the answers are assessed", Output: diag.VisibleLines(strings.Join(said, "\n")),
	}
	test.at(doc.PlaceOfAnswers())
	return junitSuite{Name: "assessment", Properties: &properties, Cases: []junitCase{test}}
}

// knownFigures are the words and the overall numbers of a verdict under the names that gates and tables use; what is not known has
// none.
func knownFigures(doc *report.Document) []report.Fact {
	var facts []report.Fact
	add := func(name, value string) {
		if value != "" {
			facts = append(facts, report.Fact{Label: name, Value: value})
		}
	}
	switch v := doc.Verdict; {
	case v.Readiness != nil:
		add("state", string(v.Readiness.State))
	case v.Quadrant != nil:
		add("quadrant", string(v.Quadrant.Quadrant))
		add("throughput", exact(v.Quadrant.Throughput.Value))
		add("stability", exact(v.Quadrant.Stability.Value))
	default:
		add("advice", string(v.Leaning.Advice))
		add("advice_without_limits", string(wantedAdvice(v.Leaning)))
		add("confidence", string(v.Leaning.Confidence))
	}
	for _, f := range figuresOf(doc.Verdict) {
		if f.whole != nil {
			add(f.name, exact(f.whole(doc)))
		}
	}
	return facts
}

func junitGates(class string, doc *report.Document) junitSuite {
	suite := junitSuite{Name: "gates"}
	for i, gate := range report.GateLines(doc) {
		test := junitCase{Class: diag.Visible(class + ".gates"), Name: diag.Visible(gate.Name)}
		test.at(doc.PlaceOfGate(&doc.Gates[i]))
		if gate.Met {
			test.Output = diag.VisibleLines(sentences(gate.Figures(), gate.Reason))
		} else {
			test.Failure = &junitRemark{
				Type: diag.Visible(string(gate.Kind)), Message: diag.Visible(gate.Figures()),
				Text: diag.VisibleLines(sentences(gate.Figures(), gate.Reason)),
			}
		}
		suite.Cases = append(suite.Cases, test)
	}
	return suite
}

func junitWarnings(class string, doc *report.Document) junitSuite {
	suite := junitSuite{Name: "warnings"}
	for i := range doc.Warnings {
		warning := &doc.Warnings[i]
		test := junitCase{
			Class: diag.Visible(class + ".warnings"), Name: diag.Visible(report.Named(warning.Title, warning.ID)),
			Skipped: &junitRemark{Message: diag.Visible(severityOf(doc, warning) + ": " + warning.Text)},
			Output:  diag.VisibleLines(explained(doc, warning)),
		}
		test.at(doc.PlaceOfWarning(warning))
		suite.Cases = append(suite.Cases, test)
	}
	return suite
}

func junitContradictions(class string, found []finding) junitSuite {
	suite := junitSuite{Name: "contradictions"}
	for i := range found {
		test := junitCase{
			Class: diag.Visible(class + ".contradictions"), Name: diag.Visible(found[i].title),
			Skipped: &junitRemark{Message: diag.Visible(found[i].summary)}, Output: diag.VisibleLines(found[i].details),
		}
		test.at(found[i].place)
		suite.Cases = append(suite.Cases, test)
	}
	return suite
}
