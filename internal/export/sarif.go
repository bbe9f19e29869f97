package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
)

// SARIF is what one run of the program found, for a log in the Static Analysis Results Interchange Format (SARIF), version
// 2.1.0: the form in which code hosts and editors take findings about files.
type SARIF struct {
	// Tool and Version name the program.
	Tool, Version string
	// Rules are all that the program may have to say; every result names one of them.
	Rules []SARIFRule
	// Results are written in the order given.
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
	// File is a path, relative to the folder that the reader has in mind; empty when the result is about no file.
	File string
	// Pos is the zero place when the result is about the file as a whole.
	Pos diag.Pos
	// Length is the number of code points from Pos on, all in one line; 0 counts as 1.
	Length int
	// Fingerprint is the same for the same finding in another version of the file; empty for none.
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

// WriteSARIF writes the log as indented JSON with a final line feed. Rules are written sorted by ID, so that the order in
// which the program lists them changes nothing. It fails when a result names no rule, and with the writer.
func WriteSARIF(w io.Writer, found SARIF) error {
	rules := slices.SortedFunc(slices.Values(found.Rules), func(a, b SARIFRule) int { return strings.Compare(a.ID, b.ID) })
	run := sarifRun{ColumnKind: "unicodeCodePoints", Results: []sarifResult{}, Properties: found.Properties}
	run.Tool.Driver = sarifDriver{Name: found.Tool, Version: found.Version, Rules: []sarifRule{}}
	for _, rule := range rules {
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, rule.encoded())
	}
	for _, result := range found.Results {
		index := slices.IndexFunc(rules, func(r SARIFRule) bool { return r.ID == result.Rule })
		if index < 0 {
			return fmt.Errorf("no SARIF rule explains %s; add it to the rules", diag.Quote(result.Rule))
		}
		run.Results = append(run.Results, result.encoded(index))
	}
	return writeJSON(w, sarifLog{Schema: sarifSchema, Version: "2.1.0", Runs: []sarifRun{run}})
}

func (r SARIFRule) encoded() sarifRule {
	rule := sarifRule{ID: r.ID, Short: sarifText{sarifMessage(r.Summary)}, Help: sarifText{sarifMessage(r.Help)}}
	rule.Default.Level = r.Level
	return rule
}

func (r SARIFResult) encoded(rule int) sarifResult {
	result := sarifResult{RuleID: r.Rule, RuleIndex: rule, Level: r.Level, Message: sarifText{sarifMessage(r.Message)}}
	if r.Fingerprint != "" {
		result.Fingerprints = &sarifFingerprints{Opsfit: r.Fingerprint}
	}
	if r.Suppressed != "" {
		result.Suppressions = []sarifSuppression{{Kind: "external", Status: "accepted", Justification: diag.VisibleLines(r.Suppressed)}}
	}
	if r.File == "" {
		return result
	}
	var at sarifLocation
	at.Physical.Artifact.URI = sarifURI(r.File)
	if r.Pos.Line > 0 {
		column := max(r.Pos.Column, 1)
		at.Physical.Region = &sarifRegion{Line: r.Pos.Line, Column: column, EndColumn: column + max(r.Length, 1)}
	}
	result.Locations = []sarifLocation{at}
	return result
}

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
