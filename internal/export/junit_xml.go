package export

import "encoding/xml"

// The types below are the part of the JUnit XML format that is written: what Jenkins, GitLab and their kin agree on.

// junitSuites has no count of what was skipped: the schema of the xUnit plugin of Jenkins, which refuses a whole file for one
// attribute that it does not know, has that for each suite only.
type junitSuites struct {
	XMLName  xml.Name     `xml:"testsuites"`
	Name     string       `xml:"name,attr"`
	Tests    int          `xml:"tests,attr"`
	Failures int          `xml:"failures,attr"`
	Errors   int          `xml:"errors,attr"`
	Suites   []junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name       string           `xml:"name,attr"`
	Tests      int              `xml:"tests,attr"`
	Failures   int              `xml:"failures,attr"`
	Errors     int              `xml:"errors,attr"`
	Skipped    int              `xml:"skipped,attr"`
	Properties *junitProperties `xml:"properties"`
	Cases      []junitCase      `xml:"testcase"`
}

type junitProperties struct {
	List []junitProperty `xml:"property"`
}

type junitProperty struct {
	Name  string `xml:"name,attr"`
	Value string `xml:"value,attr"`
}

// junitCase passed when it has neither Failure nor Skipped.
type junitCase struct {
	Class   string       `xml:"classname,attr"`
	Name    string       `xml:"name,attr"`
	Failure *junitRemark `xml:"failure"`
	Skipped *junitRemark `xml:"skipped"`
	Output  string       `xml:"system-out,omitempty"`
}

type junitRemark struct {
	Type    string `xml:"type,attr,omitempty"`
	Message string `xml:"message,attr"`
	Text    string `xml:",chardata"`
}

// add counts the cases of a suite; one without cases is left out.
func (s *junitSuites) add(suite junitSuite) {
	if len(suite.Cases) == 0 {
		return
	}
	for i := range suite.Cases {
		suite.Tests++
		if suite.Cases[i].Failure != nil {
			suite.Failures++
		}
		if suite.Cases[i].Skipped != nil {
			suite.Skipped++
		}
	}
	s.Tests += suite.Tests
	s.Failures += suite.Failures
	s.Suites = append(s.Suites, suite)
}
