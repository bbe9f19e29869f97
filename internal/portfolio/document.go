package portfolio

import "github.com/opsfit/opsfit/internal/report"

// Schema names the form of a portfolio.
const Schema = "opsfit.portfolio/v2"

// Document is many services side by side. No average stands for services: each one is listed, and the ones to look at
// first are named. Its JSON is one object with the members of Header, then "services", then the members of Totals, so
// that it can be written while services are still being read. Conventions are those of report.Document.
type Document struct {
	Header
	// Services are in path order unless another order was asked for.
	Services *Services `json:"services"`
	Totals
}

// Header is the part before the services.
type Header struct {
	Schema string      `json:"schema"`
	Tool   report.Tool `json:"tool"`
	// Filter says that services were left out; nil when all are here.
	Filter *Filter `json:"filter,omitempty"`
}

// Totals is the part that is known after all services.
type Totals struct {
	Summary Summary `json:"summary"`
	// Groups are the summaries of groups, by name; nil unless groups were asked for.
	Groups []Group `json:"groups,omitempty"`
	// Clashes are neighbours that work on opposite sides.
	Clashes []Clash `json:"clashes"`
	// Titles are the short titles of warnings and recommendations by their ids.
	Titles map[string]string `json:"titles"`
	// Errors are the files that could not be used, in path order.
	Errors []Unreadable `json:"errors"`
}

// Filter is what services had to meet, and how many did not.
type Filter struct {
	Conditions []string `json:"conditions"`
	LeftOut    int      `json:"left_out"`
}

// Summary counts; it holds no mean of anything.
type Summary struct {
	Services  int            `json:"services"`
	ByAdvice  map[string]int `json:"by_advice"`
	ByFitWord map[string]int `json:"by_fit_word"`
	// ByState counts the services whose verdict is a state of readiness; the other two counts leave these out.
	ByState         map[string]int `json:"by_state"`
	Warnings        map[string]int `json:"warnings"`
	Recommendations map[string]int `json:"recommendations"`
	// Worst are the paths of the services that are not ready, and of those with the lowest fit or the largest shortfall, most pressing
	// first of each.
	Worst []string `json:"worst"`
}

// Group is the summary of the services that have one value in common; Name is null for those that do not state it.
type Group struct {
	By      string      `json:"by"`
	Name    report.Text `json:"name"`
	Summary Summary     `json:"summary"`
}

// Kinds of clashes.
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
