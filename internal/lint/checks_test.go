package lint

import (
	"io/fs"
	"slices"
	"testing"

	"github.com/opsfit/opsfit/internal/testarchive"
)

func TestEveryRuleAboutMeaningHasACheck(t *testing.T) {
	t.Parallel()
	linter, err := New()
	if err != nil {
		t.Fatal(err)
	}
	seeded := testarchive.Open(t, "../../testdata/questionnaire/lint.txtar", false)
	one, two := allChecks(), comparisonChecks()
	for _, rule := range linter.meaning {
		if (one[rule.Code] == nil) == (two[rule.Code] == nil) {
			t.Errorf("%s is in rules.yaml under meaning and needs one check of that name", rule.Code)
		}
		delete(one, rule.Code)
		delete(two, rule.Code)
		if _, err := fs.Stat(seeded, rule.Code+".yaml"); err != nil {
			t.Errorf("no file shows what %s finds: %v", rule.Code, err)
		}
	}
	for code := range one {
		t.Errorf("the check %s has no rule under meaning in rules.yaml", code)
	}
	for code := range two {
		t.Errorf("the comparison %s has no rule under meaning in rules.yaml", code)
	}
}

func TestRulesAboutFormAreSorted(t *testing.T) {
	t.Parallel()
	linter, err := New()
	if err != nil {
		t.Fatal(err)
	}
	var codes []string
	for _, rule := range linter.form {
		codes = append(codes, rule.Code)
	}
	if !slices.IsSorted(codes) {
		t.Errorf("the rules about form in rules.yaml are not sorted by code: %q", codes)
	}
}
