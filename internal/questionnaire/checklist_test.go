package questionnaire_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/questionnaire"
)

func TestChecklist(t *testing.T) {
	t.Parallel()
	q := mustLoad(t, finderIn(goodFiles()), "checklist.yaml")
	if q.Verdict != questionnaire.ReadinessState {
		t.Errorf("verdict %s", q.Verdict)
	}
	alerts := q.Question("alerts")
	worths := map[string]string{}
	for i := range alerts.Options {
		worths[alerts.Options[i].ID] = "none"
		if worth := alerts.Options[i].Worth; worth != nil && !alerts.Options[i].None {
			worths[alerts.Options[i].ID] = worth.RatString()
		}
	}
	if diff := cmp.Diff(map[string]string{"errors": "2", "late": "1", "nothing": "none"}, worths); diff != "" || !alerts.Many {
		t.Errorf("many %t, worths (-want +got):\n%s", alerts.Many, diff)
	}
	if got := q.Question("stage").AskIf.String(); got != "kind is new and none of (kind is unknown)" {
		t.Errorf("stage is asked if %s", got)
	}
	if q.Question("kind").AskIf != nil || q.Question("backout").Many {
		t.Error("what is asked always, or takes one answer, says otherwise")
	}
}

// TestVerdictThatIsNotWritten follows from what is asked, also where questions are taken out or added.
func TestVerdictThatIsNotWritten(t *testing.T) {
	t.Parallel()
	const (
		lean      = "{id: style, axis: pace, measures: lean, text: S, options: [{id: a, text: A, position: -1}, {id: b, text: B, position: 1}]}"
		readiness = "{id: net, axis: pace, measures: readiness, text: N, options: [{id: a, text: A, readiness: 0}, {id: b, text: B, readiness: 4}]}"
		context   = "{id: kind, measures: context, text: K, options: [{id: a, text: A}, {id: b, text: B}]}"
		outcome   = "{id: time, measures: outcome, text: T, options: [{id: a, text: A, class: 1}, {id: b, text: B, class: 6}]}"
		head      = "{id: q, version: 1.0.0, title: Q, axes: [{id: pace}], "
	)
	parents := map[string]string{
		"both":    head + "questions: [" + lean + ", " + readiness + "]}",
		"list":    head + "questions: [" + readiness + ", " + context + "]}",
		"leaning": head + "verdict: leaning, questions: [" + readiness + "]}",
	}
	find := func(_, reference string) (questionnaire.Source, error) {
		return questionnaire.Source{Name: reference, Bytes: []byte(parents[reference])}, nil
	}
	for text, want := range map[string]questionnaire.Verdict{
		parents["both"]:                        questionnaire.Leaning,
		parents["list"]:                        questionnaire.ReadinessState,
		parents["leaning"]:                     questionnaire.Leaning,
		head + "questions: [" + context + "]}": questionnaire.Leaning,
		head + "verdict: , questions: [" + readiness + "]}":                                                    questionnaire.ReadinessState,
		head + "verdict: readiness, questions: [" + context + "]}":                                             questionnaire.ReadinessState,
		head + "verdict: quadrant, groups: {throughput: [time], stability: []}, questions: [" + outcome + "]}": questionnaire.Quadrant,
		"{id: c, version: 1.0.0, title: C, extends: both, only: [net]}":                                        questionnaire.ReadinessState,
		"{id: c, version: 1.0.0, title: C, extends: both, only: [style]}":                                      questionnaire.Leaning,
		"{id: c, version: 1.0.0, title: C, extends: list, questions: [" + lean + "]}":                          questionnaire.Leaning,
		"{id: c, version: 1.0.0, title: C, extends: leaning}":                                                  questionnaire.Leaning,
	} {
		q, found := questionnaire.Load(questionnaire.Source{Name: "q.yaml", Bytes: []byte(text)}, find)
		if q == nil {
			t.Errorf("%s: %v", text, found)
		} else if q.Verdict != want {
			t.Errorf("%s: %s, want %s", text, q.Verdict, want)
		}
	}
}

func TestExtendsLeavesOutWhatIsNeverAsked(t *testing.T) {
	t.Parallel()
	q := mustLoad(t, finderIn(goodFiles()), "extends-checklist.yaml")
	_, questions := ids(q)
	if diff := cmp.Diff([]string{"alerts", "reach", "extra"}, questions); diff != "" {
		t.Errorf("questions (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"kind", "stage", "backout"}, q.NotAsked); diff != "" {
		t.Errorf("not asked (-want +got):\n%s", diff)
	}
	if q.Question("extra").AskIf != nil {
		t.Errorf("extra is asked if %s", q.Question("extra").AskIf)
	}
}
