package advice_test

import (
	"maps"
	"slices"
	"testing"

	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
)

// forbidden says for each item that touches approval, releases or access under which of the rules that a team can name its first
// step could break that rule. The others keep what a rule asks for in their own words, or change nothing that it is about; they
// stand here so that a new item has to be looked at.
//
// An approval of each change by a body or another function is broken by a colleague who approves in its place, and by naming only
// some changes for approval. A body that sees each change is broken by an approval in advance, by merging what it has not seen, and
// by a pace that no body sets. Where the rule about risky changes, or about two people, is not kept yet, choosing which changes
// are risky is no answer. Where a supplier or a certificate decides about versions, nobody else sets their pace or size. Where a
// law or a contract keeps two groups apart, neither takes the other's duty.
func forbidden() map[string]map[string][]string {
	byStructure := func(options ...string) map[string][]string { return map[string][]string{"structure": options} }
	none := map[string][]string{}
	return map[string]map[string][]string{
		"peer_approval":            {"audit": {"body", "function", "dont_know"}},
		"standard_changes":         {"audit": {"body", "dont_know"}, "structure": {"certified"}},
		"approve_risky_changes":    {"audit": {"body", "function"}},
		"independent_check":        none,
		"settle_approval":          none,
		"emergency_record":         none,
		"fast_normal_route":        none,
		"anticipate_changes":       none,
		"plan_changes":             none,
		"maintenance_calendar":     none,
		"integrate_daily":          {"audit": {"body"}, "structure": {"supplier", "certified"}},
		"shrink_batches":           byStructure("supplier", "certified"),
		"raise_cadence":            byStructure("supplier", "certified"),
		"error_budget":             {"audit": {"body"}, "structure": {"supplier", "certified"}},
		"one_button_release":       byStructure("supplier"),
		"gradual_rollout":          byStructure("supplier"),
		"release_windows":          byStructure("supplier"),
		"announced_releases":       byStructure("supplier"),
		"prove_before_live":        byStructure("supplier"),
		"automate_evidence":        none,
		"infra_in_version_control": none,
		"readiness_gate":           none,
		"two_speeds_by_part":       byStructure("supplier"),
		"thin_platform":            none,
		"guard_access":             none,
		"share_duty":               {"split": {"contract", "law"}},
		"dedicated_duty":           none,
	}
}

// TestNoItemBreaksARule names every rule that a team can name, each about changes with every way of approving them, and holds
// every item for now against the table above. Each item of the table has to appear, or it would hold nothing.
func TestNoItemBreaksARule(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Shipped(t, "full")
	seen := map[string]bool{}
	check := func(rule, named string, forced map[string]string) {
		for _, item := range everyItemForNow(q, forced) {
			if slices.Contains(forbidden()[item][rule], named) {
				t.Errorf("%v: %s is shown for now", forced, item)
			}
			seen[item] = true
		}
	}
	for _, rule := range []string{"audit", "structure", "split"} {
		for _, named := range withUnknown(q.Question(rule)) {
			check(rule, named, map[string]string{rule: named})
		}
	}
	for _, named := range withUnknown(q.Question("audit")) {
		for _, approval := range withUnknown(q.Question("approval")) {
			check("audit", named, map[string]string{"audit": named, "approval": approval})
		}
	}
	for item := range forbidden() {
		if !seen[item] {
			t.Errorf("%s never appeared, so nothing was held against it", item)
		}
	}
}

// TestARuleThatIsNotKept holds that a team whose route misses a rule is told to settle that first, and never to decide by itself
// which changes need approval.
func TestARuleThatIsNotKept(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Shipped(t, "full")
	for _, test := range []struct{ audit, approval string }{
		{"body", "peer"},
		{"body", "checks"},
		{"body", "author"},
		{"function", "peer"},
		{"function", "checks"},
		{"function", "author"},
		{"risky", "checks"},
		{"risky", "author"},
		{"duties", "checks"},
		{"duties", "author"},
	} {
		shown := everyItemForNow(q, map[string]string{"audit": test.audit, "approval": test.approval})
		if !slices.Contains(shown, "settle_approval") || !slices.Contains(shown, "independent_check") {
			t.Errorf("%v: nothing settles the approval: %v", test, shown)
		}
		for _, item := range []string{"approve_risky_changes", "peer_approval", "standard_changes"} {
			if slices.Contains(shown, item) {
				t.Errorf("%v: %s is shown for now", test, item)
			}
		}
	}
}

// everyItemForNow lists the items that are for now in any of many organisations with the same forced answers, sorted.
func everyItemForNow(q *questionnaire.Questionnaire, forced map[string]string) []string {
	shown := map[string]bool{}
	for _, around := range organisations() {
		around.but = maps.Clone(around.but)
		maps.Copy(around.but, forced)
		result, _ := figuredSheet(q, around.sheet(q))
		for _, item := range result.Recommendations {
			shown[item.Rule.ID] = shown[item.Rule.ID] || isNow(item)
		}
	}
	maps.DeleteFunc(shown, func(_ string, isShown bool) bool { return !isShown })
	return slices.Sorted(maps.Keys(shown))
}

// organisations are uniform ones, each also with harm that takes long to undo where a failure is serious.
func organisations() []organisation {
	var list []organisation
	for _, ready := range []string{"4", "2"} {
		for _, style := range []string{"-1", "0", "1"} {
			for _, needs := range []string{"-1", "1"} {
				for _, context := range []setting{free(at(needs)), bound(at(needs))} {
					for _, but := range []map[string]string{{}, {"reversible": "slowly", "outage_cost": "serious"}} {
						list = append(list, organisation{at(style), at(ready), context, but})
					}
				}
			}
		}
	}
	return list
}

func withUnknown(question *questionnaire.Question) []string {
	options := []string{"dont_know"}
	for i := range question.Options {
		options = append(options, question.Options[i].ID)
	}
	return options
}
