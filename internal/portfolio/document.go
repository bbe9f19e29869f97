package portfolio

import (
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/report"
)

// Schema names the form of a portfolio.
const Schema = "opsfit.portfolio/v1"

// Document is many services side by side. Averages never stand for a service: every one is listed, and the worst ones
// are listed first. Conventions are those of Document.
type Document struct {
	Schema string      `json:"schema"`
	Tool   report.Tool `json:"tool"`
	// Filter says that services were left out; nil when all are here.
	Filter *Filter `json:"filter,omitempty"`
	// Services are in path order unless another order was asked for.
	Services []Service `json:"services"`
	Summary  Summary   `json:"summary"`
	// Groups are the summaries of groups, by name; nil unless groups were asked for.
	Groups []Group `json:"groups,omitempty"`
	// Clashes are neighbours that work on opposite sides.
	Clashes []Clash `json:"clashes"`
	// Errors are the files that could not be used, in path order.
	Errors []Unreadable `json:"errors"`
}

// Filter is what services had to meet, and how many did not.
type Filter struct {
	Conditions []string `json:"conditions"`
	LeftOut    int      `json:"left_out"`
}

// Service is one sheet or saved result: the figures of its verdict without their reasons. Figures that need a leaning
// are null for an outcome questionnaire.
type Service struct {
	Path    string      `json:"path"`
	Subject report.Text `json:"subject"`
	// Shared reports that another service of the portfolio has the same subject, so that a name needs the path as well.
	Shared bool        `json:"-"`
	Team   report.Text `json:"team"`
	// DependsOn are the subjects of the services that this one cannot work without.
	DependsOn     []string    `json:"depends_on"`
	Questionnaire string      `json:"questionnaire"`
	Date          report.Text `json:"date"`
	Practice      *float64    `json:"practice"`
	PracticeBand  report.Text `json:"practice_band"`
	Situation     *float64    `json:"situation"`
	SituationBand report.Text `json:"situation_band"`
	Fit           *float64    `json:"fit"`
	FitWord       report.Text `json:"fit_word"`
	Readiness     *float64    `json:"readiness"`
	// Shortfall is the largest of the axes.
	Shortfall  *float64    `json:"shortfall"`
	Advice     report.Text `json:"advice"`
	Confidence report.Text `json:"confidence"`
	Coverage   *float64    `json:"coverage"`
	// Warnings and Recommendations are ids; recommendations are those for now.
	Warnings        []string `json:"warnings"`
	Recommendations []string `json:"recommendations"`
}

// Summary counts; it holds no mean of anything.
type Summary struct {
	Services        int            `json:"services"`
	ByAdvice        map[string]int `json:"by_advice"`
	ByFitWord       map[string]int `json:"by_fit_word"`
	Warnings        map[string]int `json:"warnings"`
	Recommendations map[string]int `json:"recommendations"`
	// Worst are the paths of the services with the lowest fit or the largest shortfall, most pressing first.
	Worst []string `json:"worst"`
}

// Group is the summary of the services that have one value in common; Name is null for those that do not state it.
type Group struct {
	By      string      `json:"by"`
	Name    report.Text `json:"name"`
	Summary Summary     `json:"summary"`
}

// What makes two services neighbours.
const (
	ByTeam       = "team"
	ByDependency = "depends_on"
)

// Clash is a team with services on both sides, or a service that depends on one of the other side. SysOps and DevOps name
// the services by subject, or by path where they have none.
type Clash struct {
	By string `json:"by"`
	// Name is the team, or the service that depends on the other.
	Name   string   `json:"name"`
	SysOps []string `json:"sysops"`
	DevOps []string `json:"devops"`
}

// Name is the subject of a service, with its path where another one has that subject; the path alone where it names none.
func (s *Service) Name() string {
	switch {
	case s.Subject == "":
		return s.Path
	case s.Shared:
		return string(s.Subject) + " (" + s.Path + ")"
	}
	return string(s.Subject)
}

// Unreadable is a file that could not be used, and why.
type Unreadable struct {
	Path        string      `json:"path"`
	Diagnostics []Complaint `json:"diagnostics"`
}

// Complaint is one diagnostic as data.
type Complaint struct {
	Line     int         `json:"line"`
	Column   int         `json:"column"`
	Severity string      `json:"severity"`
	Code     string      `json:"code"`
	Message  string      `json:"message"`
	Hint     report.Text `json:"hint"`
}

// Complaints turns diagnostics into data, in their order.
func Complaints(list diag.List) []Complaint {
	complaints := []Complaint{}
	for _, d := range list {
		complaints = append(complaints, Complaint{
			Line: d.Pos.Line, Column: d.Pos.Column, Severity: d.Severity.String(),
			Code: d.Code, Message: d.Message, Hint: report.Text(d.Hint),
		})
	}
	return complaints
}
