package lint

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// Rule is something that can be wrong with a questionnaire or a catalogue.
type Rule struct {
	// Code is the stable name of its findings, in kebab case.
	Code string
	// Severity is the severity of every finding: Error if the file cannot do what it says or a figure would mislead,
	// Warning for a likely mistake, Note for what is worth knowing.
	Severity diag.Severity
	// Summary is one sentence about what was found.
	Summary string
	// Why says why it matters and what to do, in full sentences.
	Why string
	// Bad and Good are parts of a file, with the defect and without it; empty if an example adds nothing to the
	// summary.
	Bad, Good string
}

//go:embed rules.yaml
var rulesFile []byte

// Linter checks what questionnaires and catalogues mean, and explains its findings. It is immutable and safe for
// concurrent use.
type Linter struct {
	// meaning are the rules that are checked here, in the order of the documentation; form those that are checked when
	// a file is read, and input those that are checked when other files than questionnaires are.
	meaning, form, input []Rule
}

// New reads the rules. An error means that the program was built from a faulty file.
func New() (*Linter, error) {
	const name = "rules.yaml"
	root, found := yamltree.Parse(name, rulesFile)
	reader := yamltree.NewReader(name)
	top := reader.Fields(root, "rules", "meaning", "form", "input")
	l := &Linter{
		meaning: readRules(reader, top.Items("meaning")), form: readRules(reader, top.Items("form")),
		input: readRules(reader, top.Items("input")),
	}
	if found = append(found, reader.Diagnostics()...); found.HasErrors() {
		return nil, fmt.Errorf("the rules of the lint: %w", found)
	}
	return l, nil
}

func readRules(reader *yamltree.Reader, nodes []*yamltree.Node) []Rule {
	var rules []Rule
	for _, node := range nodes {
		fields := reader.Fields(node, "rule", "code", "severity", "summary", "why", "bad", "good")
		fields.Require("code", "severity", "summary", "why")
		rules = append(rules, Rule{
			Code:     fields.ID("code"),
			Severity: severityOf(fields.Choice("severity", "error", "warning", "note")),
			Summary:  fields.Text("summary"),
			Why:      fields.Text("why"),
			Bad:      fields.Text("bad"),
			Good:     fields.Text("good"),
		})
	}
	return rules
}

func severityOf(word string) diag.Severity {
	switch word {
	case "error":
		return diag.Error
	case "warning":
		return diag.Warning
	default:
		return diag.Note
	}
}

// Rules returns all rules sorted by code: those about meaning, and those about form, which are checked when a file is
// read.
func (l *Linter) Rules() []Rule { return sortRules(slices.Concat(l.meaning, l.form)) }

// InputRules returns the rules about the form of everything that is read, sorted by code. Where a code also stands for a rule about
// questionnaires, it is explained for answers.
func (l *Linter) InputRules() []Rule {
	rules := slices.Clone(l.input)
	for _, rule := range l.form {
		if !slices.ContainsFunc(l.input, func(r Rule) bool { return r.Code == rule.Code }) {
			rules = append(rules, rule)
		}
	}
	return sortRules(rules)
}

func sortRules(rules []Rule) []Rule {
	slices.SortFunc(rules, func(a, b Rule) int { return strings.Compare(a.Code, b.Code) })
	return rules
}

// Rule returns the rule of a code, of one about questionnaires first; found is false when there is none.
func (l *Linter) Rule(code string) (rule Rule, found bool) {
	all := slices.Concat(l.meaning, l.form, l.input)
	if at := slices.IndexFunc(all, func(r Rule) bool { return r.Code == code }); at >= 0 {
		return all[at], true
	}
	return Rule{}, false
}
