package questionnaire

import (
	"crypto/sha256"
	"encoding/hex"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/condition"
)

// Digest returns "sha256:" and 64 hex digits over everything that a score is computed from: ids, weights, values, affects,
// allows, floors, lists, conditions for asking, groups and published means. Texts, the advice, and the order of anything in the
// file do not change it, so that two results with the same digest differ because the answers do.
func (q *Questionnaire) Digest() string {
	lines := []string{line("verdict", string(q.Verdict))}
	for _, axis := range q.Axes {
		lines = append(lines, line("axis", axis.ID, exact(axis.Weight)))
	}
	for i := range q.Questions {
		lines = append(lines, q.Questions[i].digestLines()...)
	}
	lines = append(lines, q.Outcomes.digestLines()...)
	slices.Sort(lines)
	sum := sha256.Sum256([]byte(strings.Join(lines, "\n")))
	return "sha256:" + hex.EncodeToString(sum[:])
}

func (q *Question) digestLines() []string {
	lines := []string{
		line("question", q.ID, string(q.Measures), q.Axis, exact(q.Weight), strconv.FormatBool(q.Critical)),
	}
	if q.Many {
		lines = append(lines, line("many", q.ID))
	}
	if q.AskIf != nil {
		lines = append(lines, line("ask_if", q.ID, unordered(q.AskIf)))
	}
	for _, affect := range q.Affects {
		lines = append(lines, line("affects", q.ID, affect.Axis, exact(affect.Weight)))
	}
	for i := range q.Options {
		o := &q.Options[i]
		lines = append(lines,
			line("option", q.ID, o.ID, exact(o.Position), exact(o.Readiness), strconv.Itoa(o.Class), exact(o.Percent)))
		if q.Many {
			lines = append(lines, line("worth", q.ID, o.ID, exact(o.Worth), strconv.FormatBool(o.None)))
		}
		for _, floor := range o.Floors {
			lines = append(lines, line("floor", q.ID, o.ID, floor.Axis, exact(floor.Level)))
		}
		for _, bound := range o.Allows {
			lines = append(lines, line("allows", q.ID, o.ID, bound.Axis, exact(bound.AtLeast), exact(bound.AtMost)))
		}
	}
	return lines
}

// unordered writes a condition so that the order of its parts and options does not show.
func unordered(c *condition.Condition) string {
	if c.IsTest() {
		return strings.Join([]string{strconv.Itoa(int(c.Kind)), c.Question, strings.Join(slices.Sorted(slices.Values(c.Options)), ",")}, " ")
	}
	parts := make([]string, len(c.Of))
	for i := range c.Of {
		parts[i] = unordered(&c.Of[i])
	}
	slices.Sort(parts)
	return strconv.Itoa(int(c.Kind)) + "(" + strings.Join(parts, ";") + ")"
}

func (o *Outcomes) digestLines() []string {
	if o == nil {
		return nil
	}
	var lines []string
	for _, metric := range o.Throughput {
		lines = append(lines, line("group", "throughput", metric))
	}
	for _, metric := range o.Stability {
		lines = append(lines, line("group", "stability", metric))
	}
	for i := range o.FastTests {
		lines = append(lines, o.FastTests[i].digestLine("fast"))
	}
	for i := range o.StableTests {
		lines = append(lines, o.StableTests[i].digestLine("stable"))
	}
	for id, benchmark := range o.Benchmarks {
		lines = append(lines, line("benchmark", id, exact(benchmark.Mean), exact(benchmark.SD)))
	}
	return lines
}

// line joins fields by a sign that no id and no number has.
func line(fields ...string) string {
	return strings.Join(fields, "\t")
}

// exact returns a number as a reduced fraction, and "-" for none.
func exact(value *big.Rat) string {
	if value == nil {
		return "-"
	}
	return value.RatString()
}
