package advice_test

import (
	"math/big"
	"reflect"
	"testing"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// Whatever the ranking uses is published, once and with its reason.
func TestEveryJudgementIsPublished(t *testing.T) {
	t.Parallel()
	judged := advice.Judged()
	published := map[string]advice.Published{}
	for _, row := range judged.Publish() {
		if _, twice := published[row.Name]; twice {
			t.Errorf("%s is published twice", row.Name)
		}
		if (row.Value == nil) == (row.Word == "") || row.Decides == "" || row.Reason == "" {
			t.Errorf("%s is published incompletely: %+v", row.Name, row)
		}
		published[row.Name] = row
	}
	want := 0
	value := reflect.ValueOf(judged)
	for i := range value.NumField() {
		for name, word := range judgedUnder(t, value.Type().Field(i).Name, value.Field(i).Interface()) {
			want++
			row := published[name]
			got := row.Word
			if row.Value != nil {
				got = row.Value.RatString()
			}
			if got != word {
				t.Errorf("%s is published as %q, and the ranking uses %s", name, got, word)
			}
		}
	}
	if len(published) != want {
		t.Errorf("%d values are published, and the ranking uses %d", len(published), want)
	}
}

// judgedUnder returns the names under which a member of Judgement has to be published, each with its value.
func judgedUnder(t *testing.T, member string, value any) map[string]string {
	names := map[string]string{
		"Full": "full", "TopImpact": "top_impact", "EffortCost": "effort_cost", "FullGap": "full_gap", "FullShortfall": "full_shortfall",
		"TopLevel": "top_level", "Unknown": "unknown", "Urgency": "urgency", "First": "first", "PerAxis": "per_axis", "Exempt": "exempt",
	}
	found := map[string]string{}
	switch value := value.(type) {
	case *big.Rat:
		found[names[member]] = value.RatString()
	case int:
		found[names[member]] = big.NewRat(int64(value), 1).RatString()
	case questionnaire.Severity:
		found[names[member]] = string(value)
	case map[questionnaire.Severity]*big.Rat:
		for severity, bonus := range value {
			found["bonus_"+string(severity)] = bonus.RatString()
		}
	default:
		t.Fatalf("%s is of a kind that this test does not know: publish it, and teach the test", member)
	}
	return found
}
