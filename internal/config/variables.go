package config

import (
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
)

// variablePrefix begins the names of all variables of this program.
const variablePrefix = "OPSFIT_"

// variableOf returns the variable of a setting or a gate: its name in capitals with underscores.
func variableOf(name string) string {
	return variablePrefix + strings.ToUpper(strings.ReplaceAll(name, "-", "_"))
}

// Variables returns the environment variables that are read, sorted.
func Variables() []string {
	names := []string{variablePrefix + "CONFIG", variablePrefix + "PAGER"}
	for _, k := range settingKeys(nil) {
		names = append(names, variableOf(k.name))
	}
	for _, name := range gateVariables() {
		names = append(names, variableOf(name))
	}
	return slices.Sorted(slices.Values(names))
}

// unreadVariables warns of variables that look like ours and are not read: a misspelt one would silently set nothing, such as a
// gate of a pipeline.
func unreadVariables(all []string) diag.List {
	known := Variables()
	var found diag.List
	for _, name := range slices.Sorted(slices.Values(all)) {
		if !strings.HasPrefix(strings.ToUpper(name), variablePrefix) || slices.Contains(known, name) {
			continue
		}
		hint := diag.DidYouMean(name, known)
		if hint == "" {
			hint = "known: " + strings.Join(known, ", ")
		}
		found = append(found, diag.Diagnostic{
			Severity: diag.Warning, Code: "unknown-variable", Hint: hint,
			Message: "no setting reads the environment variable " + diag.Quote(name),
		})
	}
	return found
}
