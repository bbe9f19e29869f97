package delivery

import (
	"io"
	"time"

	"github.com/opsfit/opsfit/internal/diag"
)

// Export is a file to read and what its columns and words mean. The zero value of all but Name and Open stands for the usual
// names and words.
type Export struct {
	// Name is how messages call the file.
	Name string
	Open func() (io.ReadCloser, error)
	// Columns name the columns of some fields, by the keys that Keys returns; the others are found by their usual names.
	Columns map[string]string
	// Zone is that of times which name none; nil for UTC.
	Zone *time.Location
	// Services are those whose rows count; none for all.
	Services []string
	// Words say what the words in a column mean.
	Words Words
	// Latest is the last time that a row may have, in seconds since 1970; 0 for no such limit.
	Latest int64
}

// Words are the words in columns that mean something. A list that is empty stands for the usual words.
type Words struct {
	// Production are the environments whose rows count.
	Production []string
	// Succeeded, Failed and NotDeployed are outcomes: it runs in production; it ran there and needed repair; it never ran there.
	Succeeded, Failed, NotDeployed []string
	// Rework are kinds of deployments that repair something.
	Rework []string
	// Severities are those of incidents that count; none for all.
	Severities []string
}

// usualProduction and the lists below are what the words mean where nobody says otherwise. Words are compared without case.
func usualProduction() []string { return []string{"production", "prod", "prd", "live"} }

func usualSuccess() []string {
	return []string{
		"succeeded", "success", "successful", "ok", "passed", "pass", "done", "completed", "complete", "finished", "deployed", "healthy",
		"active", "inactive", "true",
	}
}

func usualFailure() []string {
	return []string{
		"failed", "failure", "fail", "error", "errored", "unsuccessful", "unhealthy", "degraded", "broken", "false",
		"rolled_back", "reverted",
	}
}

func usualNotDeployed() []string {
	return []string{
		"cancelled", "canceled", "aborted", "skipped", "rejected", "pending", "queued", "waiting", "in_progress", "started",
		"superseded", "timed_out",
	}
}

func usualRework() []string {
	return []string{"hotfix", "fix", "bugfix", "rollback", "revert", "repair", "rework", "unplanned", "emergency"}
}

// Kind is what an export is about.
type Kind string

// The kinds of exports.
const (
	OfDeployments Kind = "deployments"
	OfIncidents   Kind = "incidents"
)

// Summary says what became of the rows of an export.
type Summary struct {
	File string `json:"file"`
	// Format is csv or json_lines.
	Format Format `json:"format"`
	// Rows are all but the header and blank lines: those used, passed over, and not usable.
	Rows       int        `json:"rows"`
	Used       int        `json:"used"`
	PassedOver PassedOver `json:"passed_over"`
	Unusable   int        `json:"unusable"`
	// Reasons say why rows were not usable, the commonest first.
	Reasons []Reason `json:"reasons"`
	// First are the first of these rows, at most FaultsShown.
	First []Fault `json:"first"`
	// Columns are those that were read.
	Columns []Column `json:"columns"`
	// Services and Environments are the names in the file, the commonest first; none where they are very many.
	Services     []Name `json:"services"`
	Environments []Name `json:"environments"`
	// WithoutZone counts times that name no zone, Repeated those among them that a clock showed twice, when it was set back.
	WithoutZone int `json:"times_without_zone"`
	Repeated    int `json:"times_repeated"`
}

// PassedOver counts rows that are about something else.
type PassedOver struct {
	Services     int `json:"services"`
	Environments int `json:"environments"`
	NotDeployed  int `json:"not_deployed"`
	Severities   int `json:"severities"`
}

// Reason is why rows could not be used.
type Reason struct {
	Reason string `json:"reason"`
	Rows   int    `json:"rows"`
}

// Fault is one row that could not be used. Text is what stands there, as the file has it: untrusted, and cut if it is long.
type Fault struct {
	Line   int    `json:"line"`
	Column int    `json:"column"`
	Reason string `json:"reason"`
	Text   string `json:"text"`
}

// Column is a column that holds a field.
type Column struct {
	Field  string `json:"field"`
	Column string `json:"column"`
}

// Name is a name in a file, and in how many rows it stands.
type Name struct {
	Name string `json:"name"`
	Rows int    `json:"rows"`
}

// FaultsShown is how many rows that could not be used are named one by one.
const FaultsShown = 20

// Limits of what is read. No export of a person or a program comes near them.
const (
	longestRow   = 64 << 10
	mostColumns  = 500
	longestName  = 200
	mostNames    = 1000
	longestFault = 60
)

// fatal is an error about a whole file.
func (e *Export) fatal(line, column int, code, hint, message string) error {
	return diag.List{{
		Severity: diag.Error, Code: code, File: e.Name, Pos: diag.Pos{Line: line, Column: column}, Message: message, Hint: hint,
	}}
}
