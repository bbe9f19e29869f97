package delivery

import (
	"fmt"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
)

// field is what a column holds.
type field int

const (
	timeField field = iota
	resolvedField
	serviceField
	environmentField
	commitField
	outcomeField
	idField
	kindField
	severityField
	causeField
	fieldCount
	noField field = -1
)

// fieldNames are a field, its key in a configuration, and the usual names of its column, the best first.
type fieldNames struct {
	field field
	key   string
	names []string
}

func deploymentFields() []fieldNames {
	return []fieldNames{
		{timeField, "time", []string{
			"deployed_at", "deployment_time", "deploy_time", "finished_at", "completed_at", "ended_at", "time", "timestamp", "date", "datetime",
			"created_at", "started_at",
		}},
		{serviceField, "service", serviceNames()},
		{environmentField, "environment", []string{"environment", "env", "environment_name", "stage", "target"}},
		{commitField, "commit", []string{
			"commit", "commit_sha", "commit_hash", "commit_id", "sha", "git_sha", "git_commit",
			"head_sha", "revision",
		}},
		{outcomeField, "outcome", []string{"outcome", "status", "result", "state", "conclusion"}},
		{idField, "id", []string{"id", "deployment_id", "deploy_id", "deployment", "version", "release", "tag"}},
		{kindField, "kind", []string{"kind", "type", "deployment_type", "deploy_type", "change_type"}},
	}
}

func incidentFields() []fieldNames {
	return []fieldNames{
		{timeField, "opened", []string{
			"opened", "opened_at", "created", "created_at", "started", "started_at", "start", "start_time", "detected_at", "triggered_at",
			"time", "timestamp",
		}},
		{resolvedField, "resolved", []string{
			"resolved", "resolved_at", "closed", "closed_at", "ended", "ended_at", "end", "end_time", "restored_at", "recovered_at",
		}},
		{serviceField, "service", serviceNames()},
		{severityField, "severity", []string{"severity", "sev", "priority", "urgency", "impact"}},
		{causeField, "caused_by", []string{
			"caused_by", "cause", "root_cause", "caused_by_deployment", "deployment_id", "deployment", "commit", "commit_sha", "sha",
		}},
	}
}

func serviceNames() []string {
	return []string{"service", "service_name", "application", "app", "component", "project", "repository", "repo"}
}

func fieldsOf(kind Kind) []fieldNames {
	if kind == OfIncidents {
		return incidentFields()
	}
	return deploymentFields()
}

// Keys are the keys by which a configuration names the columns of an export, in the order of the documentation.
func Keys(kind Kind) []string {
	var keys []string
	for _, f := range fieldsOf(kind) {
		keys = append(keys, f.key)
	}
	return keys
}

// place is the field that a column holds, and how well its name says so: 0 is best.
type place struct {
	field field
	rank  int
}

// placeOf finds the field of a column. Columns that were named in the configuration are found by exactly that name.
func (r *reader) placeOf(column []byte) place {
	if found, known := r.places[string(column)]; known {
		return found
	}
	found := r.findPlace(string(column))
	if len(r.places) < mostNames {
		r.places[string(column)] = found
	}
	return found
}

func (r *reader) findPlace(column string) place {
	for _, f := range r.fields {
		given, named := r.export.Columns[f.key]
		switch {
		case named && given == column:
			return place{f.field, 0}
		case named:
		default:
			if rank := slices.Index(f.names, wordOf(column)); rank >= 0 {
				return place{f.field, rank}
			}
		}
	}
	return place{noField, 0}
}

// wordOf is a name or a word as it is compared: without case, and with one sign between its parts.
func wordOf(text string) string {
	return strings.NewReplacer(" ", "_", "-", "_", ".", "_").Replace(strings.ToLower(strings.TrimSpace(text)))
}

// chooseColumns finds the column of each field in a header.
func (r *reader) chooseColumns(names []string) error {
	best := [fieldCount]int{}
	for i := range best {
		best[i] = -1
	}
	for i, name := range names {
		at := r.placeOf([]byte(name))
		if at.field == noField {
			continue
		}
		before := best[at.field]
		if before < 0 {
			best[at.field] = i
			continue
		}
		switch rank := r.placeOf([]byte(names[before])).rank; {
		case at.rank < rank:
			best[at.field] = i
		case at.rank == rank:
			return r.fatal(r.in.line, 1, "duplicate-column", "", "two columns are called "+diag.Quote(name))
		}
	}
	r.columns = slices.Repeat([]field{noField}, len(names))
	for _, f := range r.fields {
		if at := best[f.field]; at >= 0 {
			r.columns[at] = f.field
			r.summary.Columns = append(r.summary.Columns, Column{f.key, names[at]})
			continue
		}
		if given, named := r.export.Columns[f.key]; named {
			return r.noColumn(f.key, given, names)
		}
		if f.field == timeField {
			return r.fatal(r.in.line, 1, "missing-column",
				fmt.Sprintf("name it in .opsfit.yaml, as evidence: {%s: {%s: COLUMN}}; there are %s", r.kind, f.key, quoteSome(names)),
				fmt.Sprintf("no column has a name for the time (%s)", strings.Join(f.names, ", ")))
		}
	}
	return nil
}

// noColumn is the error about a column that the configuration names and the file does not have.
func (r *reader) noColumn(key, given string, names []string) error {
	hint := diag.DidYouMean(given, names)
	if hint == "" {
		hint = "there are " + quoteSome(names)
	}
	return r.fatal(r.in.line, 1, "missing-column", hint,
		fmt.Sprintf("there is no column %s, which the configuration names (evidence: %s: %s)", diag.Quote(given), r.kind, key))
}

// quoteSome quotes the first of some names.
func quoteSome(names []string) string {
	const shown = 12
	var quoted []string
	for _, name := range names[:min(len(names), shown)] {
		quoted = append(quoted, diag.Quote(name))
	}
	text := strings.Join(quoted, ", ")
	if more := len(names) - len(quoted); more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}
