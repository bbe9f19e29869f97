package export

import (
	"cmp"
	"encoding/xml"
	"io"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/report"
)

// JUnit writes a document as test results. Gates are test cases, and they alone fail: a failed gate is a failed case. A
// warning is a skipped case, which test reports show with its text but do not count against a run, so that a met gate beside
// critical warnings stays green; that of an exempted one says why. So is an answer that a repository contradicts. One case
// that always passes holds the verdict, so that no file is without a case. An error is one of the writer.
func JUnit(w io.Writer, doc *report.Document) error {
	suites := junitSuites{Name: "opsfit"}
	class := "opsfit." + cmp.Or(string(doc.Subject), doc.Questionnaire.ID)
	suites.add(junitVerdict(class, doc))
	suites.add(junitGates(class, doc))
	suites.add(junitWarnings(class, doc))
	if doc.Evidence != nil {
		suites.add(junitContradictions(class, doc))
	}
	text, err := xml.MarshalIndent(suites, "", "  ")
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, xml.Header+string(text)+"\n")
	return err
}

func junitVerdict(class string, doc *report.Document) junitSuite {
	properties := junitProperties{}
	facts := slices.Concat(doc.Head().Facts(report.AsIs), report.Figures(doc.Verdict))
	if doc.WhatIf != nil {
		facts = slices.Insert(facts, 0, report.Fact{Label: "What if", Value: doc.WhatIf.Intro()})
	}
	for _, fact := range facts {
		properties.List = append(properties.List, junitProperty{diag.Visible(fact.Label), diag.Visible(fact.Value)})
	}
	said := append(inShort(doc), report.Exempted(doc, report.AsIs)...)
	return junitSuite{Name: "assessment", Properties: &properties, Cases: []junitCase{{
		Class: diag.Visible(class + ".assessment"), Name: "the answers are assessed", Output: diag.VisibleLines(strings.Join(said, "\n")),
	}}}
}

func junitGates(class string, doc *report.Document) junitSuite {
	suite := junitSuite{Name: "gates"}
	for _, gate := range report.GateLines(doc) {
		test := junitCase{Class: diag.Visible(class + ".gates"), Name: diag.Visible(gate.Name)}
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
		suite.Cases = append(suite.Cases, junitCase{
			Class: diag.Visible(class + ".warnings"), Name: diag.Visible(warning.ID),
			Skipped: &junitRemark{Message: diag.Visible(severityOf(doc, warning) + ": " + warning.Text)},
			Output:  diag.VisibleLines(explained(doc, warning)),
		})
	}
	return suite
}

func junitContradictions(class string, doc *report.Document) junitSuite {
	suite := junitSuite{Name: "contradictions"}
	for _, f := range contradictions(doc) {
		suite.Cases = append(suite.Cases, junitCase{
			Class: diag.Visible(class + ".contradictions"), Name: diag.Visible(f.Question),
			Skipped: &junitRemark{Message: diag.Visible(strings.ToUpper(string(f.Verdict)) + ": " + promptOf(doc, f))},
			Output:  diag.VisibleLines(told(f.Facts(doc, report.AsIs))),
		})
	}
	return suite
}
