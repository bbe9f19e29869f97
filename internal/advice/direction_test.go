package advice_test

import (
	"slices"
	"testing"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/score"
)

// TestDirectionSymmetry holds that the catalogue favours no pole: what the situation asks for decides which way the
// advice points, and a team that is where it should be is told to stay, whichever side that is.
func TestDirectionSymmetry(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		organisation
		// towards is the only pole that an item may point to, against is the other one.
		towards, against string
		stay             string
		shifts           bool
	}{
		{
			"all DevOps in a safety setting",
			organisation{at("1"), at("4"), bound(at("-1")), nil},
			"sysops", "devops", "", true,
		},
		{
			"all DevOps in a safety setting, not ready",
			organisation{at("1"), at("1"), bound(at("-1")), nil},
			"sysops", "devops", "", true,
		},
		{
			"all SysOps in a fast market",
			organisation{at("-1"), at("4"), free(at("1")), nil},
			"devops", "sysops", "", true,
		},
		{
			"all SysOps in a fast market, not ready",
			organisation{at("-1"), at("1"), free(at("1")), nil},
			"devops", "sysops", "", true,
		},
		{
			"SysOps where it belongs",
			organisation{at("-1"), at("4"), bound(at("-1")), nil},
			"sysops", "devops", "stay_sysops", false,
		},
		{
			"DevOps where it belongs",
			organisation{at("1"), at("4"), free(at("1")), nil},
			"devops", "sysops", "stay_devops", false,
		},
	}
	q := questionnairetest.Shipped(t, "full")
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			given := test.sheet(q)
			scored := score.Score(q, given)
			result := advice.Advise(q, given, scored)
			facts := advice.NewFacts(q, given, scored)
			if wrong := items(result, towards(test.against)); wrong != nil {
				t.Errorf("%v point towards %s", wrong, test.against)
			}
			if items(result, towards(test.towards)) == nil {
				t.Errorf("nothing points towards %s", test.towards)
			}
			shifting := items(result, func(r advice.Recommendation) bool { return restsOnShift(facts, r.Rule.When) })
			if (shifting != nil) != test.shifts {
				t.Errorf("items that rest on a shift: %v", shifting)
			}
			staying := items(result, func(r advice.Recommendation) bool {
				return slices.Contains(ids("stay_sysops", "stay_devops"), r.Rule.ID)
			})
			if test.stay == "" && staying != nil || test.stay != "" && !slices.Equal(staying, ids(test.stay)) {
				t.Errorf("told to stay by %v, want %q", staying, test.stay)
			}
		})
	}
}
