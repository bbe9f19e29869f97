package methodology_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"math"
	"math/big"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/adr"
	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/evidencecheck"
	"github.com/opsfit/opsfit/internal/methodology"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
	"github.com/opsfit/opsfit/internal/team"
)

func page(t testing.TB) *methodology.Document {
	t.Helper()
	doc, err := methodology.Build(report.Tool{Name: "opsfit", Version: "test"}, methodology.Shipped{
		Full: questionnairetest.Shipped(t, "full"), Metrics: questionnairetest.Shipped(t, "dora"),
		Launch: questionnairetest.Shipped(t, "launch"),
	})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// rows returns the rows of all tables marked as judged that begin with a name.
func rows(doc *methodology.Document, name string) [][]string {
	var found [][]string
	for _, section := range doc.Sections {
		for _, table := range section.Tables {
			for _, row := range table.Rows {
				if table.Judged && row[0] == name {
					found = append(found, row)
				}
			}
		}
	}
	return found
}

func TestEveryJudgedValueIsPublishedOnce(t *testing.T) {
	t.Parallel()
	doc := page(t)
	for _, judged := range methodology.JudgedValues() {
		found := rows(doc, judged.Name)
		if len(found) != 1 {
			t.Errorf("%s stands in %d tables of judged values, want 1", judged.Name, len(found))
			continue
		}
		if value, _, _ := strings.Cut(found[0][1], " "); value != judged.Value {
			t.Errorf("%s is published as %q, want %s", judged.Name, found[0][1], judged.Value)
		}
	}
}

// TestJudgedValuesAreThoseInUse holds the names under which values are published against the members that the program uses.
func TestJudgedValuesAreThoseInUse(t *testing.T) {
	t.Parallel()
	want := map[string]string{
		"full_gap": "FullGap", "settled_shift": "SettledShift", "full_excess": "FullExcess", "dont_knows": "DontKnows",
		"most_dont_knows": "MostDontKnows", "unknown_bonus": "UnknownBonus",
		"full_shortfall": "FullShortfall", "top_level": "TopLevel", "unknown": "Unknown", "urgency": "Urgency",
		"full": "Full", "top_impact": "TopImpact", "effort_cost": "EffortCost",
		"first": "First", "per_axis": "PerAxis", "exempt": "Exempt",
		"least_group": "LeastGroup", "strong_consensus": "Strong", "moderate_consensus": "Moderate", "role_gap": "RoleGap",
		"majority": "Majority", "opposed": "Opposed",
		"backs_ratio": "BacksRatio", "far_ratio": "FarRatio", "far_wait": "FarWait", "backs_share": "BacksShare", "far_share": "FarShare",
	}
	used := map[string]*big.Rat{"record_years": big.NewRat(adr.Years, 1)}
	for _, limit := range score.Thresholds() {
		used[limit.Name] = limit.Value
	}
	for severity, bonus := range advice.Judged().Bonus {
		used["bonus_"+string(severity)] = bonus
	}
	members := map[string]*big.Rat{}
	for _, judged := range []any{advice.Judged(), team.Judged(), evidencecheck.DefaultJudgement()} {
		addMembers(t, members, reflect.ValueOf(judged))
	}
	for name, member := range want {
		used[name] = members[member]
		delete(members, member)
	}
	delete(members, "Bonus")
	if len(members) > 0 {
		t.Errorf("publish these too: %v", members)
	}
	for _, judged := range methodology.JudgedValues() {
		value, isUsed := used[judged.Name]
		if !isUsed {
			t.Errorf("%s is published twice, or used nowhere", judged.Name)
		}
		delete(used, judged.Name)
		if got, number := new(big.Rat).SetString(judged.Value); number && got.Cmp(value) != 0 {
			t.Errorf("%s is published as %s, and the program uses %s", judged.Name, judged.Value, value)
		}
	}
	if len(used) > 0 {
		t.Errorf("publish these too: %v", used)
	}
}

// addMembers adds the members of a struct by name: numbers exactly as they are written, and nil for others.
func addMembers(t *testing.T, members map[string]*big.Rat, judged reflect.Value) {
	t.Helper()
	for field, value := range judged.Fields() {
		number := new(big.Rat)
		switch value := value.Interface().(type) {
		case *big.Rat:
			number = value
		case int:
			number.SetInt64(int64(value))
		case float64:
			if _, written := number.SetString(fmt.Sprint(value)); !written {
				t.Fatalf("%s is %v", field.Name, value)
			}
		default:
			number = nil
		}
		members[field.Name] = number
	}
}

// TestEveryShippedValueIsPublished holds the appendix against the questionnaire.
func TestEveryShippedValueIsPublished(t *testing.T) {
	t.Parallel()
	doc, full := page(t), questionnairetest.Shipped(t, "full")
	for i := range full.Questions {
		question := &full.Questions[i]
		found := rows(doc, question.ID)
		all := strings.Join(slices.Concat(found...), "\n")
		for _, option := range question.Options {
			value := option.Position
			if value == nil {
				value = option.Readiness
			}
			want := option.ID
			if value != nil {
				want = option.ID + " " + strings.TrimPrefix(signedLevel(option), "+")
			}
			if !strings.Contains(strings.ReplaceAll(all, " +", " "), want) {
				t.Errorf("%s: %q is not in %q", question.ID, want, all)
			}
			for _, want := range setBy(option) {
				if !strings.Contains(all, want) {
					t.Errorf("%s, %s: %q is not in %q", question.ID, option.ID, want, all)
				}
			}
		}
	}
}

// TestEveryShippedRuleIsPublished holds the appendix against the catalogues, and against the points of the checklist.
func TestEveryShippedRuleIsPublished(t *testing.T) {
	t.Parallel()
	doc, full, launch := page(t), questionnairetest.Shipped(t, "full"), questionnairetest.Shipped(t, "launch")
	for _, question := range launch.Questions {
		if found := rows(doc, question.ID); question.Measures == questionnaire.Readiness && len(found) == 0 {
			t.Errorf("the point %s of %s is not published", question.ID, launch.ID)
		}
	}
	for _, catalogue := range []*questionnaire.Catalogue{full.Catalogue, launch.Catalogue} {
		for _, item := range catalogue.Recommendations {
			if !isPublished(rows(doc, item.ID), 2, whole(item.Effort)) || !isPublished(rows(doc, item.ID), 3, whole(item.Impact)) {
				t.Errorf("%s is published as %q", item.ID, rows(doc, item.ID))
			}
		}
		for _, warning := range catalogue.Warnings {
			if !isPublished(rows(doc, warning.ID), 1, string(warning.Grades[0].Severity)) {
				t.Errorf("%s is published as %q", warning.ID, rows(doc, warning.ID))
			}
		}
	}
}

// isPublished reports a row whose cell begins with a value. Two questionnaires may have a rule of the same id.
func isPublished(rows [][]string, cell int, value string) bool {
	return slices.ContainsFunc(rows, func(row []string) bool { return strings.HasPrefix(row[cell], value) })
}

// setBy is how the page writes the bounds and the floors that an option sets.
func setBy(option questionnaire.Option) []string {
	var texts []string
	for _, bound := range option.Allows {
		if bound.AtMost != nil {
			texts = append(texts, "at most "+signedBound(bound.AtMost)+" on "+bound.Axis)
		} else {
			texts = append(texts, "at least "+signedBound(bound.AtLeast)+" on "+bound.Axis)
		}
	}
	for _, floor := range option.Floors {
		texts = append(texts, decimal(floor.Level)+" on "+floor.Axis)
	}
	return texts
}

func signedBound(bound *big.Rat) string {
	if bound.Sign() > 0 {
		return "+" + decimal(bound)
	}
	return decimal(bound)
}

func signedLevel(option questionnaire.Option) string {
	if option.Position != nil {
		return decimal(option.Position)
	}
	return decimal(option.Readiness)
}

// decimal writes a number of the shipped files, which all have at most two decimals.
func decimal(r *big.Rat) string {
	text := r.FloatString(2)
	return strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
}

func whole(n int) string { return big.NewRat(int64(n), 1).RatString() }

// TestBandsAreThoseOfTheScoring reads the table of bands as a reader would, and asks the scoring about its ends.
func TestBandsAreThoseOfTheScoring(t *testing.T) {
	t.Parallel()
	table := section(t, page(t), "bands").Tables[0]
	if len(table.Rows) != len(score.BandEdges())+1 {
		t.Fatalf("%d bands for %d edges", len(table.Rows), len(score.BandEdges()))
	}
	for i, row := range table.Rows {
		for _, end := range row[1:3] {
			number, without := strings.CutSuffix(end, ", without it")
			value, ok := new(big.Rat).SetString(number)
			if !ok {
				t.Fatalf("%q is not a number", number)
			}
			if is := report.BandWord(report.Text(score.BandOf(value))) == row[0]; is == without {
				t.Errorf("%s: %s belongs to it: %t, and the table says %q", row[0], number, is, end)
			}
		}
		if i > 0 && strings.TrimSuffix(table.Rows[i-1][2], ", without it") != strings.TrimSuffix(row[1], ", without it") {
			t.Errorf("%s does not begin where %s ends", row[0], table.Rows[i-1][0])
		}
	}
}

func TestSectionsAreWellFormed(t *testing.T) {
	t.Parallel()
	doc := page(t)
	id := regexp.MustCompile(`^[a-z]+$`)
	for i, section := range doc.Sections {
		if !id.MatchString(section.ID) || slices.Contains(doc.IDs()[:i], section.ID) {
			t.Errorf("the id %q is not one short word of its own", section.ID)
		}
		if section.Title == "" || len(section.Text)+len(section.Points) == 0 {
			t.Errorf("%s says nothing: %q, %q", section.ID, section.Title, section.Text)
		}
		for _, table := range section.Tables {
			for _, row := range table.Rows {
				if len(row) != len(table.Columns) || slices.Contains(row, "") {
					t.Errorf("%s, %s: a row has a hole: %q", section.ID, table.Title, row)
				}
			}
			if len(table.Rows) == 0 {
				t.Errorf("%s: %s is empty", section.ID, table.Title)
			}
		}
		for _, example := range section.Examples {
			for _, step := range example.Steps {
				if step.Name == "" || step.Result == "" {
					t.Errorf("%s: a step has a hole: %+v", section.ID, step)
				}
			}
		}
	}
}

// TestWorkingsGiveTheirResults does the arithmetic that the page shows: it has to give what the program computed.
func TestWorkingsGiveTheirResults(t *testing.T) {
	t.Parallel()
	done := 0
	for _, section := range page(t).Sections {
		for _, example := range section.Examples {
			for _, step := range example.Steps {
				if step.Working == "" {
					continue
				}
				done++
				number, _, _ := strings.Cut(strings.ReplaceAll(step.Result, ",", " "), " ")
				want, ok := new(big.Rat).SetString(number)
				if !ok {
					t.Errorf("%s, %s: the result %q is not a number", section.ID, step.Name, step.Result)
					continue
				}
				got := evaluated(t, step.Working)
				if strings.Contains(step.Working, "log2") {
					// A logarithm is no fraction; the page shows four decimals of it.
					got, _ = new(big.Rat).SetString(got.FloatString(4))
				}
				if got.Cmp(want) != 0 {
					t.Errorf("%s, %s: %s is %s, and the page says %s", section.ID, step.Name, step.Working, got.RatString(), step.Result)
				}
			}
		}
	}
	if done < 40 {
		t.Errorf("only %d workings: are the examples still worked out?", done)
	}
}

// evaluated computes an expression exactly.
func evaluated(t *testing.T, text string) *big.Rat {
	t.Helper()
	expression, err := parser.ParseExpr(text)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return value(t, expression)
}

func value(t *testing.T, e ast.Expr) *big.Rat {
	t.Helper()
	switch e := e.(type) {
	case *ast.ParenExpr:
		return value(t, e.X)
	case *ast.BasicLit:
		number, _ := new(big.Rat).SetString(e.Value)
		return number
	case *ast.UnaryExpr:
		return new(big.Rat).Neg(value(t, e.X))
	case *ast.CallExpr:
		return called(t, e)
	case *ast.BinaryExpr:
		x, y := value(t, e.X), value(t, e.Y)
		switch e.Op {
		case token.ADD:
			return x.Add(x, y)
		case token.SUB:
			return x.Sub(x, y)
		case token.MUL:
			return x.Mul(x, y)
		case token.QUO:
			return x.Quo(x, y)
		default:
		}
	}
	t.Fatalf("%T is no arithmetic of the page", e)
	return nil
}

// called computes min and max of two numbers, and log2 of one.
func called(t *testing.T, call *ast.CallExpr) *big.Rat {
	if call.Fun.(*ast.Ident).Name == "log2" {
		x, _ := value(t, call.Args[0]).Float64()
		return new(big.Rat).SetFloat64(math.Log2(x))
	}
	a, b := value(t, call.Args[0]), value(t, call.Args[1])
	if (a.Cmp(b) > 0) == (call.Fun.(*ast.Ident).Name == "max") {
		return a
	}
	return b
}

// TestExampleIsTheOneDerivedByHand pins the examples to the figures that were once worked out on paper.
func TestExampleIsTheOneDerivedByHand(t *testing.T) {
	t.Parallel()
	doc := page(t)
	want := map[string]string{
		"practice/Overall": "11/32 (0.344), leaning DevOps", "coverage/Overall": "8/9 (0.889)",
		"range/Overall, low": "3/32 (0.094), mix of both", "range/Overall, high": "11/32 (0.344), leaning DevOps",
		"wanted/Overall": "0.25, leaning DevOps", "wanted/Stability": "-1/3 (-0.333), leaning SysOps",
		"coverage/Change reaction": "2/3 (0.667)", "coverage/Stability": "1/3 (0.333), not scored",
		"allowed/Beyond the limit": "0.25", "allowed/Change reaction, situation": "0.25, leaning DevOps",
		"situation/Change reaction": "0, mix of both", "situation/Overall": "1/6 (0.167), mix of both",
		"bands/Practice": "3/16 (0.188), mix of both",
		"fit/Fit":        "4175/48 (86.979), good", "fit/Gap overall": "-17/96 (-0.177)",
		"tension/Stability": "2/3 (0.667)", "tension/Overall": "1/6 (0.167)", "advice/Advice": "combine both models",
		"advice/Gap overall": "0", "advice/Gap without the limits": "1/3 (0.333)",
		"advice/Advice without the limits": "move towards DevOps",
		"weakest/Weakest answer":           "restore, level 1", "unmet/Unmet": "2",
		"readiness/Stability": "1", "readiness/Stability, lower bound": "0.5",
		"floors/Floor of stability": "3", "floors/Shortfall": "2", "floors/At worst": "2.5",
		"robustness/Fewest answers to another side": "1: releasing", "confidence/Confidence": "medium",
		"confidence/Because":     "range, steps, thin_axis, one_step_changes",
		"ranking/approve_faster": "10", "ranking/show_dates": "50",
		"ranking/prove_restore": "155", "ranking/find_alarms": "68", "ranking/standard_changes": "10", "ranking/share_the_pace": "30, later",
		"team/Mean of operations": "-0.25", "team/Mean of the group": "0.5", "team/Role gap": "1.25", "team/Consensus": "0.5425, moderate",
		"quadrant/Throughput": "6, beside a mean of 6.0", "quadrant/Stability": "8.8, beside a mean of 7.9",
	}
	got := map[string]string{}
	for _, section := range doc.Sections {
		for _, example := range section.Examples {
			for _, step := range example.Steps {
				if _, wanted := want[section.ID+"/"+step.Name]; wanted && got[section.ID+"/"+step.Name] == "" {
					got[section.ID+"/"+step.Name] = step.Result
				}
			}
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("results (-want +got):\n%s", diff)
	}
}

func TestOnly(t *testing.T) {
	t.Parallel()
	doc := page(t)
	some := doc.Only([]string{"fit", "practice", "nothing"})
	if diff := cmp.Diff([]string{"practice", "fit"}, some.IDs()); diff != "" || len(some.Lead) != 0 || len(doc.Lead) == 0 {
		t.Errorf("sections (-want +got):\n%s\nlead %q", diff, some.Lead)
	}
}

func section(t *testing.T, doc *methodology.Document, id string) methodology.Section {
	t.Helper()
	at := slices.Index(doc.IDs(), id)
	if at < 0 {
		t.Fatalf("no section %q", id)
	}
	return doc.Sections[at]
}

func BenchmarkBuild(b *testing.B) {
	shipped := methodology.Shipped{Full: questionnairetest.Shipped(b, "full"), Metrics: questionnairetest.Shipped(b, "dora")}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := methodology.Build(report.Tool{}, shipped); err != nil {
			b.Fatal(err)
		}
	}
}
