package lint_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/lint"
	"github.com/opsfit/opsfit/internal/testarchive"
)

// shared reads the rules once for all tests.
var shared = sync.OnceValues(lint.New)

func linter(t testing.TB) *lint.Linter {
	t.Helper()
	l, err := shared()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestRulesAreExplained(t *testing.T) {
	t.Parallel()
	checkExplained(t, linter(t).Rules())
	checkExplained(t, linter(t).InputRules())
	for _, rule := range linter(t).Rules() {
		if found, ok := linter(t).Rule(rule.Code); !ok || found.Summary != rule.Summary {
			t.Errorf("%s is not found by its code", rule.Code)
		}
		// Braces would have to be doubled in some formats.
		if strings.ContainsAny(rule.Bad+rule.Good, "{}") {
			t.Errorf("%s: write its examples without braces", rule.Code)
		}
	}
	if _, ok := linter(t).Rule("nothing"); ok {
		t.Error("an unknown code is explained")
	}
}

func checkExplained(t *testing.T, rules []lint.Rule) {
	t.Helper()
	seen := map[string]bool{}
	for _, rule := range rules {
		if !regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`).MatchString(rule.Code) || seen[rule.Code] {
			t.Errorf("%q is no code of its own", rule.Code)
		}
		seen[rule.Code] = true
		if !strings.HasSuffix(rule.Summary, ".") || rule.Severity.String() == "invalid" {
			t.Errorf("%s: severity %s, summary %q", rule.Code, rule.Severity, rule.Summary)
		}
		if !strings.HasSuffix(rule.Why, ".") {
			t.Errorf("%s does not say why it matters or what to do", rule.Code)
		}
	}
}

// TestCodesOfTheLoaderAreExplained reads the codes out of the sources of the packages that read files.
func TestCodesOfTheLoaderAreExplained(t *testing.T) {
	t.Parallel()
	report := regexp.MustCompile(`(?:fault\([^,\n]+|(?:Errorf|Warnf)\([^,\n]+, [^,\n]+), "([a-z0-9-]+)"( ?\+)?`)
	codes := []string{"too-many-axes", "too-many-questions", "too-many-options", "too-many-rules", "unknown-axis", "unknown-question", "unknown-warning"}
	for _, name := range []string{"questionnaire", "yamltree"} {
		for _, text := range sources(t, filepath.Join("..", name, "*.go")) {
			for _, call := range report.FindAllStringSubmatch(text, -1) {
				if call[2] == "" {
					codes = append(codes, call[1])
				}
			}
		}
	}
	if len(codes) < 30 {
		t.Fatalf("only %d codes found in the sources: %v", len(codes), codes)
	}
	for _, code := range slices.Compact(slices.Sorted(slices.Values(codes))) {
		if _, found := linter(t).Rule(code); !found {
			t.Errorf("the code %q is not explained", code)
		}
	}
	faulty := testarchive.Open(t, "../../testdata/questionnaire/err.txtar", false)
	expected, err := fs.Glob(faulty, "*.out")
	if err != nil || len(expected) == 0 {
		t.Fatalf("no faulty files: %v", err)
	}
	for _, name := range expected {
		file, err := fs.ReadFile(faulty, name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(file)) {
			code := strings.TrimSuffix(line[strings.LastIndex(line, "[")+1:], "]\n")
			if rule, found := linter(t).Rule(code); !found {
				t.Errorf("the code %q is not explained", code)
			} else if strings.Contains(line, ": warning: ") != (rule.Severity == diag.Warning) {
				t.Errorf("%s is explained as %s, but reported so: %s", code, rule.Severity, line)
			}
		}
	}
}

// TestCodesOfInputAreExplained is the same for the packages that read answers, settings and saved results.
func TestCodesOfInputAreExplained(t *testing.T) {
	t.Parallel()
	found := regexp.MustCompile(`(?:(?:Errorf|Warnf|Notef)\((?:[^"\n]*, )?|fault\(name[^"\n]*, |Code: |return )"([a-z0-9]+(?:-[a-z0-9]+)+|internal|renamed|unreadable)"[,\n]`)
	seen := map[string]bool{}
	for _, name := range []string{"answers", "config", "gate", "saved", "report", "yamltree"} {
		for _, text := range sources(t, filepath.Join("..", name, "*.go")) {
			for _, call := range found.FindAllStringSubmatch(text, -1) {
				seen[call[1]] = true
			}
		}
	}
	rules := linter(t).InputRules()
	for code := range seen {
		if !slices.ContainsFunc(rules, func(r lint.Rule) bool { return r.Code == code }) {
			t.Errorf("the code %q is not explained", code)
		}
	}
	if len(seen) < 30 {
		t.Errorf("only %d codes found in the sources", len(seen))
	}
}

func sources(t *testing.T, pattern string) []string {
	t.Helper()
	return slices.DeleteFunc(textsOf(t, pattern), func(text string) bool { return strings.Contains(text, "\nfunc Test") })
}

// textsOf returns the texts of files.
func textsOf(t *testing.T, pattern string) []string {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("no files for %s: %v", pattern, err)
	}
	var texts []string
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(text))
	}
	return texts
}
