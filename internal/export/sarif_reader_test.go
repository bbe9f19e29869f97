package export_test

import (
	"encoding/json"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/export"
)

// scannedLog is what code scanning of GitHub reads of a log.
type scannedLog struct {
	Schema  string `json:"$schema"`
	Version string
	Runs    []scannedRun
}

type scannedRun struct {
	Tool struct {
		Driver struct {
			Name, InformationURI string
			Rules                []scannedRule
		}
	}
	AutomationDetails struct{ ID string }
	Invocations       []struct {
		ToolExecutionNotifications []struct{ Message scannedText }
	}
	Results []scannedResult
}

type scannedText struct{ Text string }

type scannedRule struct {
	ID, Name                                string
	ShortDescription, FullDescription, Help scannedText
	DefaultConfiguration                    struct{ Level string }
	Properties                              struct{ Tags []string }
}

type scannedResult struct {
	RuleID, Level string
	RuleIndex     int
	Message       scannedText
	Locations     []struct {
		PhysicalLocation struct {
			ArtifactLocation struct{ URI string }
			Region           *struct{ StartLine, StartColumn, EndLine, EndColumn int }
		}
	}
	PartialFingerprints map[string]string
}

// scanningRule is a rule by which code scanning takes a log in: docs.github.com, "SARIF support for code scanning", and the rules GH1001
// to GH2012 of the SARIF multitool.
type scanningRule struct {
	name  string
	holds func(log *scannedLog, run *scannedRun) bool
}

func scanningRules() []scanningRule { return slices.Concat(logRules(), ruleRules(), resultRules()) }

func logRules() []scanningRule {
	return []scanningRule{
		{"version and schema", func(log *scannedLog, _ *scannedRun) bool {
			return log.Version == "2.1.0" && strings.HasSuffix(log.Schema, "sarif-schema-2.1.0.json")
		}},
		{"at most 20 runs", func(log *scannedLog, _ *scannedRun) bool { return len(log.Runs) > 0 && len(log.Runs) <= 20 }},
		{"the name of the tool, and where to read about it", func(_ *scannedLog, run *scannedRun) bool {
			where, err := url.Parse(run.Tool.Driver.InformationURI)
			return run.Tool.Driver.Name != "" && err == nil && where.Scheme == "https"
		}},
		{"a category, which ends in a slash", func(_ *scannedLog, run *scannedRun) bool {
			return strings.HasSuffix(run.AutomationDetails.ID, "/") && strings.Count(run.AutomationDetails.ID, "/") > 1
		}},
		{"at most 25,000 rules", func(_ *scannedLog, run *scannedRun) bool { return len(run.Tool.Driver.Rules) <= 25000 }},
		{"at most 5,000 results", func(_ *scannedLog, run *scannedRun) bool { return run.Results != nil && len(run.Results) <= 5000 }},
	}
}

func ruleRules() []scanningRule {
	return []scanningRule{
		{"an id and a name for each rule", eachRule(func(r *scannedRule) bool {
			return r.ID != "" && r.Name != "" && !strings.EqualFold(r.ID, r.Name) && utf8.RuneCountInString(r.Name) <= 255 && !strings.ContainsAny(r.Name, " -_")
		})},
		{"descriptions of at most 1,024 characters", eachRule(func(r *scannedRule) bool {
			short, full := utf8.RuneCountInString(r.ShortDescription.Text), utf8.RuneCountInString(r.FullDescription.Text)
			return short > 0 && short <= 1024 && full > 0 && full <= 1024
		})},
		{"help for each rule", eachRule(func(r *scannedRule) bool { return r.Help.Text != "" })},
		{"at most 10 tags", eachRule(func(r *scannedRule) bool { return len(r.Properties.Tags) <= 10 })},
		{"a level for each rule", eachRule(func(r *scannedRule) bool { return isScanningLevel(r.DefaultConfiguration.Level) })},
	}
}

func resultRules() []scanningRule {
	return []scanningRule{
		{"a level for each result", eachResult(func(r *scannedResult) bool { return isScanningLevel(r.Level) })},
		{"a message for each result", eachResult(func(r *scannedResult) bool { return r.Message.Text != "" })},
		{"a rule for each result", func(_ *scannedLog, run *scannedRun) bool {
			for _, result := range run.Results {
				if rules := run.Tool.Driver.Rules; result.RuleIndex >= len(rules) || rules[result.RuleIndex].ID != result.RuleID {
					return false
				}
			}
			return true
		}},
		{"one place for each result", eachResult(func(r *scannedResult) bool { return len(r.Locations) == 1 })},
		{"a path for each result", eachResult(func(r *scannedResult) bool {
			where, err := url.Parse(r.Locations[0].PhysicalLocation.ArtifactLocation.URI)
			return err == nil && where.String() != "" && (where.Scheme == "" || where.Scheme == "file")
		})},
		{"a region for each result", eachResult(func(r *scannedResult) bool {
			region := r.Locations[0].PhysicalLocation.Region
			return region != nil && region.StartLine > 0 && region.StartColumn > 0 && region.EndLine == region.StartLine &&
				region.EndColumn > region.StartColumn
		})},
		{"a fingerprint for each result", eachResult(func(r *scannedResult) bool { return r.PartialFingerprints["primaryLocationLineHash"] != "" })},
		{"no fingerprint twice for one rule", func(_ *scannedLog, run *scannedRun) bool {
			seen := map[string]bool{}
			for _, result := range run.Results {
				seen[result.RuleID+" "+result.PartialFingerprints["primaryLocationLineHash"]] = true
			}
			return len(seen) == len(run.Results)
		}},
	}
}

func eachRule(holds func(*scannedRule) bool) func(*scannedLog, *scannedRun) bool {
	return func(_ *scannedLog, run *scannedRun) bool {
		for i := range run.Tool.Driver.Rules {
			if !holds(&run.Tool.Driver.Rules[i]) {
				return false
			}
		}
		return true
	}
}

func eachResult(holds func(*scannedResult) bool) func(*scannedLog, *scannedRun) bool {
	return func(_ *scannedLog, run *scannedRun) bool {
		for i := range run.Results {
			if !holds(&run.Results[i]) {
				return false
			}
		}
		return true
	}
}

func isScanningLevel(level string) bool {
	return level == "error" || level == "warning" || level == "note"
}

func scanned(t rapid.TB, text string) *scannedLog {
	t.Helper()
	var log scannedLog
	if err := json.Unmarshal([]byte(text), &log); err != nil {
		t.Fatal(err)
	}
	return &log
}

// isTakenIn holds that a log keeps every rule of code scanning.
func isTakenIn(t rapid.TB, text string) {
	t.Helper()
	log := scanned(t, text)
	for _, rule := range scanningRules() {
		if !rule.holds(log, &log.Runs[0]) {
			t.Fatalf("%s: not so in\n%s", rule.name, text)
		}
	}
}

// TestSARIFIsTakenIn breaks each rule in turn, so that each is known to notice.
func TestSARIFIsTakenIn(t *testing.T) {
	t.Parallel()
	text := written(t, export.SARIF{
		Tool: "opsfit", Version: "1.2.3", Category: "a.yaml", Rules: rules(), Results: []export.SARIFResult{
			{Rule: "a", Level: export.SARIFError, Message: "m", File: "a.yaml", Fingerprint: "f"},
			{Rule: "a", Level: export.SARIFNote, Message: "m", File: "a.yaml", Fingerprint: "g"},
		},
	})
	isTakenIn(t, text)
	breaches := map[string]func(*scannedLog, *scannedRun){
		"version and schema": func(log *scannedLog, _ *scannedRun) { log.Version = "2.0.0" },
		"at most 20 runs":    func(log *scannedLog, _ *scannedRun) { log.Runs = make([]scannedRun, 21) },
		"the name of the tool, and where to read about it": func(_ *scannedLog, run *scannedRun) { run.Tool.Driver.InformationURI = "" },
		"a category, which ends in a slash":                func(_ *scannedLog, run *scannedRun) { run.AutomationDetails.ID = "opsfit" },
		"at most 25,000 rules":                             func(_ *scannedLog, run *scannedRun) { run.Tool.Driver.Rules = make([]scannedRule, 25001) },
		"at most 5,000 results":                            func(_ *scannedLog, run *scannedRun) { run.Results = make([]scannedResult, 5001) },
		"an id and a name for each rule":                   func(_ *scannedLog, run *scannedRun) { run.Tool.Driver.Rules[1].Name = "" },
		"descriptions of at most 1,024 characters": func(_ *scannedLog, run *scannedRun) {
			run.Tool.Driver.Rules[1].FullDescription.Text = strings.Repeat("x", 1025)
		},
		"help for each rule":        func(_ *scannedLog, run *scannedRun) { run.Tool.Driver.Rules[1].Help.Text = "" },
		"at most 10 tags":           func(_ *scannedLog, run *scannedRun) { run.Tool.Driver.Rules[1].Properties.Tags = make([]string, 11) },
		"a level for each rule":     func(_ *scannedLog, run *scannedRun) { run.Tool.Driver.Rules[1].DefaultConfiguration.Level = "fatal" },
		"a level for each result":   func(_ *scannedLog, run *scannedRun) { run.Results[1].Level = "" },
		"a message for each result": func(_ *scannedLog, run *scannedRun) { run.Results[1].Message.Text = "" },
		"a rule for each result":    func(_ *scannedLog, run *scannedRun) { run.Results[1].RuleIndex = 1 },
		"one place for each result": func(_ *scannedLog, run *scannedRun) { run.Results[1].Locations = nil },
		"a path for each result": func(_ *scannedLog, run *scannedRun) {
			run.Results[1].Locations[0].PhysicalLocation.ArtifactLocation.URI = "https://example.com/a.yaml"
		},
		"a region for each result":      func(_ *scannedLog, run *scannedRun) { run.Results[1].Locations[0].PhysicalLocation.Region = nil },
		"a fingerprint for each result": func(_ *scannedLog, run *scannedRun) { run.Results[1].PartialFingerprints = nil },
		"no fingerprint twice for one rule": func(_ *scannedLog, run *scannedRun) {
			run.Results[1].PartialFingerprints = run.Results[0].PartialFingerprints
		},
	}
	for _, rule := range scanningRules() {
		breach := breaches[rule.name]
		if breach == nil {
			t.Fatalf("nothing breaks the rule %q", rule.name)
		}
		log := scanned(t, text)
		breach(log, &log.Runs[0])
		if len(log.Runs) == 1 && rule.holds(log, &log.Runs[0]) || len(log.Runs) > 1 && rule.holds(log, nil) {
			t.Errorf("%s: not noticed", rule.name)
		}
	}
}

// TestSARIFKeepsTheMostSevere writes more results than code scanning shows.
func TestSARIFKeepsTheMostSevere(t *testing.T) {
	t.Parallel()
	log := export.SARIF{Tool: "opsfit", Category: "a.yaml", Rules: rules()}
	for i := range 5003 {
		result := export.SARIFResult{Rule: "a", Level: export.SARIFWarning, Message: "m", File: "a.yaml", Fingerprint: fmt.Sprint(i)}
		if i%1000 == 0 {
			result.Level = export.SARIFNote
		}
		if i > 5000 {
			result.Level = export.SARIFError
		}
		log.Results = append(log.Results, result)
	}
	text := written(t, log)
	isTakenIn(t, text)
	run, levels := scanned(t, text).Runs[0], map[string]int{}
	for _, result := range run.Results {
		levels[result.Level]++
	}
	if levels["error"] != 2 || levels["warning"] != 4995 || levels["note"] != 3 {
		t.Errorf("kept %v", levels)
	}
	if got := run.Invocations[0].ToolExecutionNotifications[0].Message.Text; !strings.HasPrefix(got, "3 more results are left out") {
		t.Errorf("it says %q", got)
	}
}
