package gate_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/gate"
	"github.com/opsfit/opsfit/internal/report"
)

func TestContradictions(t *testing.T) {
	t.Parallel()
	finding := func(question string, verdict report.FindingVerdict) report.Finding {
		return report.Finding{Question: question, Verdict: verdict, Reason: "the clone is shallow"}
	}
	for _, test := range []struct {
		name     string
		findings []report.Finding
		want     string
	}{
		{"no repository", nil, "fail-on-contradiction: not met, - No repository was compared with the answers; name one with --evidence DIR."},
		{"nothing asked", []report.Finding{}, "fail-on-contradiction: not met, - No question of this questionnaire can be compared with a repository."},
		{
			"all silent",
			[]report.Finding{finding("pace", report.Silent), finding("net", report.Silent)},
			"fail-on-contradiction: not met, - Nothing could be compared; of pace: the clone is shallow.",
		},
		{"agreement", []report.Finding{finding("pace", report.Agrees), finding("net", report.Silent)}, "fail-on-contradiction: met, 0 "},
		{"a difference", []report.Finding{finding("pace", report.Differs)}, "fail-on-contradiction: met, 0 "},
		{
			"contradictions",
			[]report.Finding{finding("pace", report.Contradicts), finding("net", report.Agrees), finding("guard", report.Contradicts)},
			"fail-on-contradiction: not met, 2 Contradicted: pace, guard.",
		},
	} {
		doc := scoreResult()
		doc.Evidence = test.findings
		set(t, gate.Wanted{Contradiction: at("true")}).Judge(gate.Case{Document: doc})
		if len(doc.Gates) != 1 || doc.Gates[0].Kind != report.EvidenceGate {
			t.Fatalf("%s: %+v", test.name, doc.Gates)
		}
		if diff := cmp.Diff(test.want, contradictionRow(doc.Gates[0])); diff != "" {
			t.Errorf("%s: %s", test.name, diff)
		}
	}
}

func contradictionRow(g report.Gate) string {
	text := g.Gate + ": not met, "
	if g.Met {
		text = g.Gate + ": met, "
	}
	actual := "-"
	if g.Actual.Number != nil {
		actual = string(rune('0' + int(*g.Actual.Number)))
	}
	return text + actual + " " + string(g.Reason)
}

func TestContradictionIsTrueOrFalse(t *testing.T) {
	t.Parallel()
	if off := set(t, gate.Wanted{Contradiction: at("false")}); !off.IsEmpty() || off.NeedsEvidence() {
		t.Error("false asks for something")
	}
	if on := set(t, gate.Wanted{Contradiction: at("true")}); on.IsEmpty() || !on.NeedsEvidence() {
		t.Error("true asks for nothing")
	}
	if _, found := gate.Read(gate.Wanted{Contradiction: at("yes")}); len(found) != 1 || found[0].Code != "bad-value" {
		t.Errorf("found %v", found)
	}
}
