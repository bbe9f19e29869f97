package export

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/english"
)

// SARIF is what one run of the program found, for a log in the Static Analysis Results Interchange Format (SARIF), version
// 2.1.0: the form in which code hosts and editors take findings about files. A log keeps the rules by which code scanning of
// GitHub takes one in (TestSARIFIsTakenIn lists them).
type SARIF struct {
	// Tool and Version name the program.
	Tool, Version string
	// Category is the same in each log about the same subject: a later log with it takes the place of the earlier one. Empty for what
	// came from a pipe.
	Category string
	// Rules are all that the program may have to say; every result names one of them.
	Rules []SARIFRule
	// Results are written in the order given; of more than a code host takes, the most severe.
	Results []SARIFResult
	// Properties is written as JSON beside the results, for what the format has no place for; nil for nothing.
	Properties any
}

// SARIFRule explains one kind of result. Texts are plain.
type SARIFRule struct {
	// ID is stable; two rules never share one.
	ID string
	// Summary is one sentence.
	Summary string
	// Text says more of what was found, in a few sentences; empty to say the summary again.
	Text string
	// Help says in any number of lines what the finding means and what to do.
	Help  string
	Level SARIFLevel
}

// SARIFResult is one finding.
type SARIFResult struct {
	// Rule is the ID of its rule.
	Rule    string
	Level   SARIFLevel
	Message string
	// File is a path, relative to the folder that the reader has in mind; empty for what came from a pipe.
	File string
	// Pos is the zero place when the result is about the file as a whole, which is then shown at its beginning.
	Pos diag.Pos
	// Length is the number of code points from Pos on, all in one line; 0 counts as 1.
	Length int
	// Fingerprint is the same for the same finding in another version of the file, and no other has it.
	Fingerprint string
	// Suppressed says why the finding is accepted; empty for one that is not.
	Suppressed string
}

// SARIFLevel is how much a result matters.
type SARIFLevel string

// Levels of results.
const (
	SARIFError   SARIFLevel = "error"
	SARIFWarning SARIFLevel = "warning"
	SARIFNote    SARIFLevel = "note"
)

// What code scanning takes: more results are refused or not shown, and longer texts cut.
const (
	sarifResults = 5000
	// In code points.
	sarifDescription, sarifName = 1024, 255
)

// informationPage is where the module of the program is.
const informationPage = "https://github.com/opsfit/opsfit"

// WriteSARIF writes the log as indented JSON with a final line feed. Rules are written sorted by ID, so that the order in
// which the program lists them changes nothing. It fails when a result names no rule, and with the writer.
func WriteSARIF(w io.Writer, found SARIF) error {
	rules := slices.SortedFunc(slices.Values(found.Rules), func(a, b SARIFRule) int { return strings.Compare(a.ID, b.ID) })
	run := sarifRun{ColumnKind: "unicodeCodePoints", Results: []sarifResult{}, Properties: found.Properties}
	run.Tool.Driver = sarifDriver{Name: found.Tool, Version: found.Version, Information: informationPage, Rules: []sarifRule{}}
	run.Automation.ID = found.Tool + "/" + diag.Visible(cmp.Or(found.Category, pipeName)) + "/"
	for _, rule := range rules {
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, rule.encoded())
	}
	results := mostSevere(found.Results, sarifResults)
	run.Invocations = sarifOmission(len(found.Results) - len(results))
	for i := range results {
		index := slices.IndexFunc(rules, func(r SARIFRule) bool { return r.ID == results[i].Rule })
		if index < 0 {
			return fmt.Errorf("no SARIF rule explains %s; add it to the rules", diag.Quote(results[i].Rule))
		}
		run.Results = append(run.Results, results[i].encoded(index))
	}
	return writeJSON(w, sarifLog{Schema: sarifSchema, Version: "2.1.0", Runs: []sarifRun{run}})
}

// mostSevere returns at most so many results, in the order given.
func mostSevere(results []SARIFResult, most int) []SARIFResult {
	if len(results) <= most {
		return results
	}
	levels := []SARIFLevel{SARIFError, SARIFWarning, SARIFNote}
	order := make([]int, len(results))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(slices.Index(levels, results[a].Level), slices.Index(levels, results[b].Level))
	})
	var kept []SARIFResult
	for _, i := range slices.Sorted(slices.Values(order[:most])) {
		kept = append(kept, results[i])
	}
	return kept
}

// sarifOmission says how many results are left out; nothing for none.
func sarifOmission(n int) []sarifInvocation {
	if n <= 0 {
		return nil
	}
	message := fmt.Sprintf("%d more results are left out, because code scanning shows %d at most.", n, sarifResults)
	return []sarifInvocation{{Successful: true, Notifications: []sarifNotification{{SARIFNote, sarifText{message}}}}}
}

func (r SARIFRule) encoded() sarifRule {
	summary, text, id := diag.VisibleLines(r.Summary), diag.VisibleLines(r.Text), diag.Visible(r.ID)
	rule := sarifRule{
		ID: r.ID, Name: pascal(r.ID), Short: description(cmp.Or(summary, text, id)), Full: description(cmp.Or(text, summary, id)),
	}
	rule.Help.Text = cmp.Or(sarifMessage(r.Help), rule.Full.Text)
	rule.Default.Level = r.Level
	return rule
}

// description is a text of a rule, as long as one may be, also where its braces are doubled.
func description(text string) sarifText {
	most := sarifDescription
	if strings.ContainsAny(text, "{}") {
		most /= 2
	}
	return sarifText{sarifMessage(diag.Cut(text, most))}
}

// pascal is an id as a name: "UnknownOption" for "unknown-option", and "AliasRule" for "alias", since a name is no second id.
func pascal(id string) string {
	var b strings.Builder
	for word := range strings.FieldsFuncSeq(id, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		b.WriteString(english.Capital(word))
	}
	if b.Len() == 0 || strings.EqualFold(b.String(), id) {
		b.WriteString("Rule")
	}
	return diag.Cut(b.String(), sarifName)
}

func (r *SARIFResult) encoded(rule int) sarifResult {
	result := sarifResult{
		RuleID: r.Rule, RuleIndex: rule, Level: r.Level, Message: sarifText{cmp.Or(sarifMessage(r.Message), diag.Visible(r.Rule))},
		Fingerprints: sarifFingerprints{Opsfit: r.Fingerprint, Line: r.Fingerprint},
	}
	if r.Suppressed != "" {
		result.Suppressions = []sarifSuppression{{Kind: "external", Status: "accepted", Justification: diag.VisibleLines(r.Suppressed)}}
	}
	var at sarifLocation
	at.Physical.Artifact.URI = sarifURI(cmp.Or(r.File, pipeName))
	line, column := max(r.Pos.Line, 1), max(r.Pos.Column, 1)
	at.Physical.Region = sarifRegion{Line: line, Column: column, EndLine: line, EndColumn: column + max(r.Length, 1)}
	result.Locations = []sarifLocation{at}
	return result
}

// pipeName is the file of what came from a pipe, in formats where everything needs one.
const pipeName = "stdin"

// sarifMessage doubles braces, which otherwise stand for an argument (SARIF 2.1.0, section 3.11.5).
func sarifMessage(text string) string {
	return strings.NewReplacer("{", "{{", "}", "}}").Replace(diag.VisibleLines(text))
}

// sarifURI keeps relative paths relative, so that the log means the same on every machine.
func sarifURI(file string) string {
	path := filepath.ToSlash(file)
	if !filepath.IsAbs(file) {
		return (&url.URL{Path: path}).String()
	}
	return (&url.URL{Scheme: "file", Path: "/" + strings.TrimPrefix(path, "/")}).String()
}

// writeJSON writes indented JSON in which nothing acts on a terminal.
func writeJSON(w io.Writer, value any) error {
	var plain bytes.Buffer
	encoder := json.NewEncoder(&plain)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(value); err != nil {
		return fmt.Errorf("encode JSON: %w", err)
	}
	_, err := w.Write(diag.VisibleJSON(plain.Bytes()))
	return err
}
