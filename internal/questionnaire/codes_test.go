package questionnaire_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestEveryCodeHasAnExample reads the codes out of the sources, so that a new kind of fault cannot come without a file
// in testdata that shows it.
func TestEveryCodeHasAnExample(t *testing.T) {
	t.Parallel()
	shown := map[string]bool{
		// Shown by TestCountsAreBounded and TestMappingsAreBounded, for the files would be long.
		"too-many-axes": true, "too-many-questions": true, "too-many-options": true, "too-many-rules": true, "too-many-measures": true,
	}
	archive := faultyFiles(t)
	for _, source := range filesIn(t, archive) {
		expected := fileNamed(t, archive, source.Name+".out").Bytes
		for _, code := range regexp.MustCompile(`(?m)\[([a-z0-9-]+)\]$`).FindAllSubmatch(expected, -1) {
			shown[string(code[1])] = true
		}
	}
	codes := sourceCodes(t)
	if len(codes) < 20 {
		t.Fatalf("only %d codes found in the sources: %v", len(codes), codes)
	}
	for _, code := range codes {
		if !shown[code] {
			t.Errorf("no file in err.txtar shows the code %q", code)
		}
	}
}

// sourceCodes returns the second or fourth argument of the functions that report faults.
func sourceCodes(t *testing.T) []string {
	t.Helper()
	report := regexp.MustCompile(`(?:fault\([^,\n]+|(?:Errorf|Warnf)\([^,\n]+, [^,\n]+), "([a-z-]+)"( ?\+)?`)
	var codes []string
	for _, source := range texts(t, "*.go") {
		for _, call := range report.FindAllStringSubmatch(source, -1) {
			if call[2] != "" {
				codes = append(codes, expand(call[1])...)
				continue
			}
			codes = append(codes, call[1])
		}
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}

// expand completes the codes that end in the kind of a thing.
func expand(prefix string) []string {
	kinds := []string{"axis", "question", "warning"}
	if prefix == "too-many-" {
		kinds = []string{"axes", "questions", "options", "rules"}
	}
	codes := make([]string, len(kinds))
	for i, kind := range kinds {
		codes[i] = prefix + kind
	}
	return codes
}

func texts(t *testing.T, pattern string) []string {
	t.Helper()
	paths, err := filepath.Glob(pattern)
	if err != nil || len(paths) == 0 {
		t.Fatalf("no files for %s: %v", pattern, err)
	}
	var contents []string
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		contents = append(contents, string(content))
	}
	return contents
}
