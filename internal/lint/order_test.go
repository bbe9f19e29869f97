package lint_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// The order of axes, questions and rules in a file changes no finding but its place, and looking changes nothing.
func TestOrderChangesNoFinding(t *testing.T) {
	t.Parallel()
	archive := seeded(t)
	for _, name := range namesIn(t, archive) {
		if name == "undecided.yaml" {
			continue // It takes long, and the package that decides has tests of its own.
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			q := load(t, finderIn(archive), name)
			want := said(linter(t).Check(q))
			random := rand.New(rand.NewPCG(1, 2))
			for range 2 {
				if diff := cmp.Diff(want, said(linter(t).Check(shuffled(random, q)))); diff != "" {
					t.Fatalf("findings (-as written +shuffled):\n%s", diff)
				}
			}
		})
	}
}

func shuffled(random *rand.Rand, q *questionnaire.Questionnaire) *questionnaire.Questionnaire {
	other := *q
	other.Axes = permuted(random, q.Axes)
	other.Questions = permuted(random, q.Questions)
	if q.Catalogue != nil {
		c := *q.Catalogue
		c.Warnings, c.Recommendations = permuted(random, c.Warnings), permuted(random, c.Recommendations)
		other.Catalogue = &c
	}
	return &other
}

func permuted[T any](random *rand.Rand, list []T) []T {
	other := slices.Clone(list)
	random.Shuffle(len(other), func(i, j int) { other[i], other[j] = other[j], other[i] })
	return other
}

// said is what findings say, apart from where.
func said(found diag.List) []string {
	var lines []string
	for _, d := range found {
		lines = append(lines, strings.Join([]string{d.Severity.String(), d.Code, d.Message, d.Hint}, " | "))
	}
	slices.Sort(lines)
	return lines
}
