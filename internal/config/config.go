// Package config combines the settings of a run from flags, environment and file into one plain struct.
//
// It is the only package that knows viper; after Load nobody asks viper again. It reads at most one file and writes
// none. Questionnaires and answers never pass through it.
package config

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/pflag"
	"github.com/spf13/viper"

	"github.com/opsfit/opsfit/internal/diag"
)

// FileName is the name of the configuration file.
const FileName = ".opsfit.yaml"

// Config holds the settings of a run. A setting comes from the flag, else from the variable OPSFIT_<KEY>, else from the
// file, else from its default, which is the zero value unless stated otherwise.
type Config struct {
	// File is the configuration file, as a person would name it; "" if there is none.
	File string
	// Questionnaire is the id or path to use where a command needs one and was given none.
	Questionnaire string
	// Questionnaires is a folder with further questionnaires; a relative one in the file is relative to the file.
	Questionnaires string
	// Commitments is a file with commitments; a relative one in the file is relative to the file. "" for none.
	Commitments string
	// Format is the format of the report on standard output; default text.
	Format string
	// Strict makes every warning about the input an error.
	Strict bool
	// Color is auto (default), always or never.
	Color string
	// ASCII keeps charts to ASCII characters.
	ASCII bool
	// Gates are what a pipeline requires of a result.
	Gates Gates
	// Evidence says what of a repository is read.
	Evidence Evidence
	// Warnings are what does not stop a run, such as a variable that nothing reads.
	Warnings diag.List
}

// Sources are where settings come from.
type Sources struct {
	// Dir is the working directory, where the search for the file starts.
	Dir string
	// Path is the file; "" means to search for it.
	Path string
	// Env looks up an environment variable.
	Env func(string) string
	// Variables are the names of all environment variables; those that begin like ours and are not read become warnings.
	Variables []string
	// Formats are the possible values of the setting format.
	Formats []string
	// Flags are the flags of the command; only those set on the command line count.
	Flags *pflag.FlagSet
}

// settingKeys returns the settings with the kind of their values, in documentation order.
func settingKeys(formats []string) []key {
	return []key{
		{name: "questionnaire", path: true},
		{name: "questionnaires", path: true},
		{name: "commitments", path: true},
		{name: "format", choices: formats},
		{name: "strict", boolean: true},
		{name: "color", choices: []string{"auto", "always", "never"}},
		{name: "ascii", boolean: true},
	}
}

type key struct {
	name    string
	boolean bool
	// path: the value may name a file or folder, which in the file is relative to the file.
	path    bool
	choices []string
}

// IsPath reports whether a value is a path and not an id: ids have no separator and no extension of a questionnaire
// file.
func IsPath(reference string) bool {
	return strings.ContainsAny(reference, `/\`) ||
		slices.Contains([]string{".yaml", ".yml", ".json"}, strings.ToLower(filepath.Ext(reference)))
}

// fileKeys returns the keys of the configuration file in documentation order.
func fileKeys() []string {
	var list []string
	for _, k := range settingKeys(nil) {
		list = append(list, k.name)
	}
	return append(list, gatesKey, evidenceKey)
}

// gatesKey is the key of the gates.
const gatesKey = "gates"

// Load combines the settings. A faulty file or variable gives a bare diag.List, together with the gates as far as they
// could be read, so that their faults can be shown as well; a file that cannot be read gives an error of the file
// system. The text of the file (nil without one) is returned for diagnostics.
func Load(from Sources) (Config, []byte, error) {
	v := viper.New()
	v.SetDefault("format", "text")
	v.SetDefault("color", "auto")
	file, err := readUsedFile(from)
	if err != nil {
		return Config{}, nil, err
	}
	var (
		said  parsedFile
		found diag.List
	)
	if file.name != "" {
		said, found = parseFile(file, from.Dir, settingKeys(from.Formats))
	}
	gates := said.gates
	found = append(found, applyOverrides(v, from)...)
	gates.applyOverrides(from)
	if err := found.Err(); err != nil {
		return Config{Gates: gates}, file.text, err
	}
	if err := v.MergeConfigMap(said.values); err != nil {
		return Config{}, file.text, fmt.Errorf("merge %s: %w", file.name, err)
	}
	return Config{
		File:           file.name,
		Questionnaire:  v.GetString("questionnaire"),
		Questionnaires: v.GetString("questionnaires"),
		Commitments:    v.GetString("commitments"),
		Format:         v.GetString("format"),
		Strict:         v.GetBool("strict"),
		Color:          v.GetString("color"),
		ASCII:          v.GetBool("ascii"),
		Gates:          gates,
		Evidence:       said.evidence,
		Warnings:       unreadVariables(from.Variables),
	}, file.text, nil
}

// applyOverrides applies variables and flags over the file, and reports invalid variables.
func applyOverrides(v *viper.Viper, from Sources) diag.List {
	var found diag.List
	for _, k := range settingKeys(from.Formats) {
		name := variableOf(k.name)
		if text := from.Env(name); text != "" {
			found = append(found, k.checkValue(name, text)...)
			v.Set(k.name, text)
		}
		if flag := changedFlag(from.Flags, k.name); flag != nil {
			v.Set(k.name, flag.Value.String())
		}
	}
	return found
}

func (k key) checkValue(name, text string) diag.List {
	var hint string
	switch {
	case k.boolean:
		if _, err := strconv.ParseBool(text); err == nil {
			return nil
		}
		hint = "set it to true or false"
	case k.choices == nil || slices.Contains(k.choices, text):
		return nil
	default:
		hint = "choose one of " + strings.Join(k.choices, ", ")
	}
	return diag.List{{
		Severity: diag.Error, Code: "bad-value", Hint: hint,
		Message: fmt.Sprintf("the variable %s has the value %s", name, diag.Quote(text)),
	}}
}
