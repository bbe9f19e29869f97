package export

import (
	"encoding/xml"
	"io"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/report"
)

// The types below are the part of the JUnit XML format that is written: what Jenkins, GitLab and their kin agree on.

// junitSuites has no count of what was skipped: the schema of the xUnit plugin of Jenkins has that for each suite only.
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

// junitCase passed when it has no Failure, Error or Skipped. File and Line are no part of that schema: GitLab and the reporters of
// GitHub link a case to them, the JUnit step of Jenkins passes them over.
type junitCase struct {
	Class   string       `xml:"classname,attr"`
	Name    string       `xml:"name,attr"`
	File    string       `xml:"file,attr,omitempty"`
	Line    int          `xml:"line,attr,omitempty"`
	Failure *junitRemark `xml:"failure"`
	Error   *junitRemark `xml:"error"`
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
		if suite.Cases[i].Error != nil {
			suite.Errors++
		}
		if suite.Cases[i].Skipped != nil {
			suite.Skipped++
		}
	}
	s.Tests += suite.Tests
	s.Failures += suite.Failures
	s.Errors += suite.Errors
	s.Suites = append(s.Suites, suite)
}

// at says where a case is; nowhere for what is in no file.
func (c *junitCase) at(place report.Place) {
	if place.File != "" {
		c.File, c.Line = diag.Visible(place.File), place.Pos.Line
	}
}

func (s *junitSuites) write(w io.Writer) error {
	text, err := xml.MarshalIndent(s, "", "  ")
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, xml.Header+string(text)+"\n")
	return err
}
