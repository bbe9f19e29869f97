package config

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/pflag"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// Gates are what a pipeline requires of a result, as text with positions; package gate parses it. Each part comes from
// the flag, else from the variable, else from the file; what was not given is the zero value.
type Gates struct {
	// Conditions are METRIC[.AXIS] OP NUMBER, from the flag --gate or the file.
	Conditions []diag.Placed
	// FailOn is a severity, RequireConfidence a confidence, MaxAge an age such as 180d.
	FailOn, RequireConfidence, MaxAge diag.Placed
	// Ready is true or false: true fails the run unless the state of readiness is ready.
	Ready diag.Placed
	// Contradiction is true or false: true fails the run when a repository contradicts an answer.
	Contradiction diag.Placed
	// NoOverdue is true or false: true fails the run when a commitment is overdue.
	NoOverdue diag.Placed
	// Baseline is the path of an earlier result or answers file; a relative one in the file is relative to the file.
	Baseline diag.Placed
	// NoRegression are METRIC[.AXIS], or a single true or false.
	NoRegression []diag.Placed
	// Texts are the flags and variables as written, by the name that they have as a File.
	Texts map[string][]byte
}

// gateKeys are the keys below gates, in documentation order.
func gateKeys() []string {
	return []string{
		"conditions", "fail_on", "require_confidence", "require_ready", "baseline", "no_regression", "max_age", "fail_on_contradiction",
		"no_overdue",
	}
}

// placedFile reads the parts of the configuration file whose texts are parsed elsewhere.
type placedFile struct {
	place

	path string
}

// readGates reads a mapping of gateKeys, or conditions alone: a list of them, or a single one.
func (f placedFile) readGates(node *yamltree.Node) Gates {
	if node == nil || node.Kind == yamltree.Null {
		return Gates{}
	}
	if node.Kind != yamltree.Mapping {
		return Gates{Conditions: f.readList(node, "gates")}
	}
	fields := f.reader.Fields(node, "gates", gateKeys()...)
	gates := Gates{
		Conditions:        f.readList(fields.Node("conditions"), `gates: "conditions"`),
		FailOn:            f.readScalar(fields, "fail_on"),
		RequireConfidence: f.readScalar(fields, "require_confidence"),
		Ready:             f.readScalar(fields, "require_ready"),
		MaxAge:            f.readScalar(fields, "max_age"),
		Contradiction:     f.readScalar(fields, "fail_on_contradiction"),
		NoOverdue:         f.readScalar(fields, "no_overdue"),
		Baseline:          f.readScalar(fields, "baseline"),
		NoRegression:      f.readList(fields.Node("no_regression"), `gates: "no_regression"`),
	}
	if gates.Baseline.Text != "" {
		gates.Baseline.Text = f.readPath(fields.Node("baseline"), `gates: "baseline"`)
	}
	return gates
}

// readList reads texts; a single one counts as a list of one.
func (f placedFile) readList(node *yamltree.Node, what string) []diag.Placed {
	if node == nil || node.Kind == yamltree.Null {
		return nil
	}
	items := []*yamltree.Node{node}
	if node.Kind != yamltree.Scalar {
		items = f.reader.Items(node, what)
	}
	var list []diag.Placed
	for _, item := range items {
		if item.Kind != yamltree.Scalar {
			f.reader.Errorf(item.Pos, item.Length(), "wrong-type", "write for example fit >= 70", "%s: an item must be a text, not %s",
				what, item.Kind)
			continue
		}
		list = append(list, f.placedText(item))
	}
	return list
}

func (f placedFile) readScalar(fields yamltree.Fields, key string) diag.Placed {
	node := fields.Node(key)
	fields.Text(key)
	if node == nil || node.Kind != yamltree.Scalar {
		return diag.Placed{}
	}
	return f.placedText(node)
}

// placedText returns the text of a scalar with the position of its first character, after the quote if there is one.
func (f placedFile) placedText(node *yamltree.Node) diag.Placed {
	const quotes = 2
	text := diag.Placed{Text: node.Text, File: f.path, Pos: node.Pos}
	if node.Quoted && node.Length() == utf8.RuneCountInString(node.Text)+quotes {
		text.Pos.Column++
	} else {
		text.Encoded = node.Quoted
	}
	return text
}

// noRegression is the flag of the gate that is a list.
const noRegression = "no-regression"

// texts are the gates that are one text each, by their flag.
func (g *Gates) texts() map[string]*diag.Placed {
	return map[string]*diag.Placed{
		"fail-on": &g.FailOn, "require-confidence": &g.RequireConfidence, "require-ready": &g.Ready, "max-age": &g.MaxAge,
		"fail-on-contradiction": &g.Contradiction, "no-overdue": &g.NoOverdue, "baseline": &g.Baseline,
	}
}

// gateVariables names the gates that a variable sets.
func gateVariables() []string {
	return append(slices.Collect(maps.Keys(new(Gates).texts())), noRegression)
}

// applyOverrides applies variables and flags over the file, for each gate separately.
func (g *Gates) applyOverrides(from Sources) {
	for name, to := range g.texts() {
		g.overrideOne(from, name, to)
	}
	var kept diag.Placed
	if g.overrideOne(from, noRegression, &kept); kept.IsGiven() {
		g.NoRegression = splitList(kept)
	}
	if flag := changedFlag(from.Flags, "gate"); flag != nil {
		if list, ok := flag.Value.(pflag.SliceValue); ok {
			g.setConditions("--gate", list.GetSlice())
		}
	}
}

// overrideOne reads the variable and then the flag of one gate.
func (g *Gates) overrideOne(from Sources, name string, to *diag.Placed) {
	variable := variableOf(name)
	if text := from.Env(variable); text != "" {
		g.setText(to, variable, text)
	}
	if flag := changedFlag(from.Flags, name); flag != nil {
		g.setText(to, "--"+name, flag.Value.String())
	}
}

func (g *Gates) setText(to *diag.Placed, file, text string) {
	*to = diag.Placed{Text: text, File: file, Pos: diag.Pos{Line: 1, Column: 1}}
	g.keepText(file, text)
}

// keepText stores what was written; lines are the values of a repeated flag.
func (g *Gates) keepText(file string, lines ...string) {
	if g.Texts == nil {
		g.Texts = map[string][]byte{}
	}
	for i := range lines {
		// Columns stay the same.
		lines[i] = strings.NewReplacer("\n", " ", "\r", " ").Replace(lines[i])
	}
	g.Texts[file] = []byte(strings.Join(lines, "\n"))
}

// setConditions takes the values of a repeated flag: line 2 is the second one.
func (g *Gates) setConditions(file string, texts []string) {
	g.Conditions = nil
	for i, text := range texts {
		g.Conditions = append(g.Conditions, diag.Placed{Text: text, File: file, Pos: diag.Pos{Line: i + 1, Column: 1}})
	}
	g.keepText(file, slices.Clone(texts)...)
}

// splitList splits a list at its commas.
func splitList(list diag.Placed) []diag.Placed {
	var parts []diag.Placed
	at := list.Pos
	for text := range strings.SplitSeq(list.Text, ",") {
		parts = append(parts, diag.Placed{Text: text, File: list.File, Pos: at})
		at.Column += utf8.RuneCountInString(text) + 1
	}
	return parts
}

// changedFlag returns a flag that was set on the command line, else nil.
func changedFlag(flags *pflag.FlagSet, name string) *pflag.Flag {
	if flags == nil {
		return nil
	}
	if flag := flags.Lookup(name); flag != nil && flag.Changed {
		return flag
	}
	return nil
}
