package score_test

import (
	"encoding/json"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/score"
)

// launchExample is one worked example of the readiness verdict: answers to toy-launch.yaml, and what they lead to.
type launchExample struct {
	ID      string
	Answers map[string]any
	Expect  map[string]any
}

// TestLaunchExamples holds the worked examples, which people derived by hand and an exact reference checked.
func TestLaunchExamples(t *testing.T) {
	t.Parallel()
	q := loadLaunch(t)
	var file struct{ Examples []launchExample }
	decodeFile(t, "testdata/launch-examples.yaml", &file)
	if len(file.Examples) != 11 {
		t.Fatalf("%d examples", len(file.Examples))
	}
	for _, e := range file.Examples {
		t.Run(e.ID, func(t *testing.T) {
			t.Parallel()
			s, found := readLaunch(t, q, e.Answers)
			if want, isFault := e.Expect["error"]; isFault {
				checkFault(t, found, fmt.Sprint(want))
				return
			}
			if s == nil {
				t.Fatal(found)
			}
			checkValues(t, stateValues(score.Score(q, s).Readiness), e.Expect)
		})
	}
}

func loadLaunch(t testing.TB) *questionnaire.Questionnaire {
	t.Helper()
	return questionnairetest.File(t, "../../testdata/questionnaire/ok/toy-launch.yaml")
}

// readLaunch reads answers as a file has them.
func readLaunch(t testing.TB, q *questionnaire.Questionnaire, given map[string]any) (*answers.Sheet, diag.List) {
	t.Helper()
	text, err := json.Marshal(map[string]any{"questionnaire": q.ID, "answers": given})
	if err != nil {
		t.Fatal(err)
	}
	file, found := answers.Parse("launch.yaml", text)
	if file == nil {
		t.Fatal(found)
	}
	return file.Check(q)
}

// checkFault wants a fault about a question: "AM: the none option beside others".
func checkFault(t *testing.T, found diag.List, want string) {
	t.Helper()
	question, _, _ := strings.Cut(want, ":")
	isAbout := func(d diag.Diagnostic) bool {
		return d.Severity == diag.Error && strings.HasPrefix(d.Message, question) && strings.Contains(d.Message, "none")
	}
	if !slices.ContainsFunc(found, isAbout) {
		t.Errorf("found %v, want a fault: %s", found, want)
	}
}

// stateValues are all values of a result under the names of the examples.
func stateValues(r *score.Readiness) map[string]any {
	floor, weakest, coverage := map[string]any{}, map[string]any{"overall": weakestValue(r.Weakest)}, orNil(r.Coverage)
	readiness, bound := map[string]any{"overall": orNil(r.Overall.Value)}, map[string]any{"overall": orNil(r.Overall.LowerBound)}
	shortfall, worst := map[string]any{}, map[string]any{}
	for i := range r.Axes {
		a := &r.Axes[i]
		floor[a.ID], weakest[a.ID] = orNil(a.Floor), weakestValue(a.Weakest)
		readiness[a.ID], bound[a.ID] = orNil(a.Readiness.Value), orNil(a.Readiness.LowerBound)
		shortfall[a.ID], worst[a.ID] = orNil(a.Shortfall), orNil(a.WorstShortfall)
	}
	unmet := []any{}
	for _, u := range r.Unmet {
		unmet = append(unmet, []any{u.Question, orNil(u.Level), orNil(u.Floor)})
	}
	var state any
	if r.State != "" {
		state = string(r.State)
	}
	return map[string]any{
		"state": state, "unmet": unmet, "floor": floor, "readiness": readiness, "lower_bound": bound, "shortfall": shortfall,
		"shortfall_worst": worst, "weakest": weakest, "coverage": coverage, "not_asked": texts(r.NotAsked),
		"tier_unknown": texts(r.TierUnknown),
		"because": map[string]any{
			"critical_unmet": texts(r.CriticalUnmet), "critical_unknown": texts(r.CriticalUnknown), "far_below": texts(r.FarBelow),
		},
	}
}

func orNil(x *big.Rat) any {
	if x == nil {
		return nil
	}
	return x
}

func weakestValue(w *score.Weakest) any {
	if w == nil {
		return nil
	}
	return []any{w.Question, w.Level}
}

func texts(list []string) []any {
	all := []any{}
	for _, text := range list {
		all = append(all, text)
	}
	return all
}
