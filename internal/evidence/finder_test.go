package evidence

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func finderOf(t rapid.TB, text string) *finder {
	t.Helper()
	f, err := newFinder(text)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestRequired holds the texts that every match of an expression must hold.
func TestRequired(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]string{
		"abc":                              {"abc"},
		"a|b":                              nil, // a class of characters
		"abc|de":                           {"abc", "de"},
		"abc|d*":                           nil,
		"(abc)+x?":                         {"abc"},
		`^\s*kind:\s*["']?(Job|Service)\b`: {"kind:"},
		`\b(go (test|build)|make)`:         {"go build", "go test", "make"},
		"(?i)abc":                          nil,
		`^\s*-?(alert|record):\s*\w`:       {"alert:", "record:"},
		`x(ab|c)d?e`:                       {"xab", "xc"},
		`\S`:                               nil,
		"a{2,3}bc":                         {"aa"},
	} {
		var got []string
		for _, literal := range finderOf(t, text).literals {
			got = append(got, string(literal))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", text, diff)
		}
	}
}

// TestFinderFindsLines compares it with trying every line together with the next one.
func TestFinderFindsLines(t *testing.T) {
	t.Parallel()
	expressions := []string{`ab`, `^\s*ab:\s*c`, `(ab|c)\s+b`, `^a.*b$`, `ab\b`, `[ab]c`, `^a:\s*(bb|cc)`, `c\s*b:(aa|ba)`}
	rapid.Check(t, func(r *rapid.T) {
		text := rapid.SampledFrom(expressions).Draw(r, "expression")
		content := []byte(rapid.StringMatching(`[abc: \n]{0,60}`).Draw(r, "content"))
		f := finderOf(r, text)
		want := slices.ContainsFunc(pairs(content), regexp.MustCompile("(?m)"+text).Match)
		if got := f.hasMatch(content); got != want {
			r.Errorf("%s in %q: %v, want %v", text, content, got, want)
		}
	})
}

// TestSweepFindsEveryPlace compares it with trying every position.
func TestSweepFindsEveryPlace(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		var v vocabulary
		var numbers []int
		for _, text := range rapid.SliceOfN(rapid.StringMatching(`[abk: ]{1,4}`), 1, 6).Draw(r, "texts") {
			numbers = append(numbers, v.numberOf([]byte(text)))
		}
		slices.Sort(numbers)
		chosen := slices.Compact(numbers)
		chosen = chosen[rapid.IntRange(0, len(chosen)-1).Draw(r, "first"):]
		content := []byte(rapid.StringMatching(`[abk: ]{0,40}`).Draw(r, "content"))
		found := newSweep(&v, chosen).findAll(content, []places{{1, 2, 3}})
		for number, text := range v.texts {
			var want places
			for at := range content {
				if slices.Contains(chosen, number) && bytes.HasPrefix(content[at:], text) {
					want = append(want, at)
				}
			}
			if !slices.Equal(found[number], want) {
				r.Errorf("%q in %q: %v, want %v", text, content, found[number], want)
			}
		}
	})
}

// TestFinderInSweptContent finds the same lines, whether the texts were looked up beforehand or not.
func TestFinderInSweptContent(t *testing.T) {
	t.Parallel()
	c, err := newCatalogue()
	if err != nil {
		t.Fatal(err)
	}
	rules := make([]int, len(c.rules))
	for i := range rules {
		rules[i] = i
	}
	lines := []string{
		"kind: Service", "apiVersion: v1", "  kind: PrometheusRule", "- alert: Down", "  expr: up", "on: push", "run: go test ./...", "canary:",
		"runbook_url: x", "Type: AWS::S3::Bucket", "helm upgrade shop", "- [ ] x", "1. step", "weight: 5",
	}
	rapid.Check(t, func(r *rapid.T) {
		text := []byte(strings.Join(rapid.SliceOfN(rapid.SampledFrom(lines), 0, 12).Draw(r, "lines"), "\n"))
		places := c.sweepFor(rules).findAll(text, nil)
		for _, rule := range c.rules {
			swept, plain := rule.matchesContent("x.yaml", &content{text: text, places: places}), rule.matchesContent("x.yaml", &content{text: text})
			if swept != plain {
				r.Errorf("%s in %q: %v after a sweep, %v without", rule.ID, text, swept, plain)
			}
		}
	})
}

// pairs are the lines of a text, each with the one that follows it.
func pairs(content []byte) [][]byte {
	lines := bytes.Split(content, []byte("\n"))
	var list [][]byte
	for i := range lines {
		list = append(list, bytes.Join(lines[i:min(len(lines), i+2)], []byte("\n")))
	}
	return list
}

// TestAnchors are keys that every match of an expression holds.
func TestAnchors(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		`^\s*kind:\s*["']?(SealedSecret|SecretStore)\b`: "kind:", `kind:\s*Job`: "kind:", `apiVersion:\s*flagger\.app/`: "apiVersion:",
		`(kind:\s*SealedSecret|x)`: "", `kind: SealedSecret`: "", `(alert|record):\s*x`: "",
	} {
		got := ""
		if f := finderOf(t, text); f.anchored {
			got = string(f.sought[0])
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// TestFinderOnEndlessLines tries no more than a part of a long line, and goes on behind it.
func TestFinderOnEndlessLines(t *testing.T) {
	t.Parallel()
	if !finderOf(t, `ab\s+c`).hasMatch([]byte(strings.Repeat("x", 5000) + "ab c" + strings.Repeat("x", 5000))) {
		t.Error("a match in the middle is not found")
	}
	rapid.Check(t, func(r *rapid.T) {
		text := []byte(strings.Repeat(rapid.StringMatching(`[x\n]{1,5}`).Draw(r, "text"), 1000))
		at := rapid.IntRange(0, len(text)-1).Draw(r, "at")
		start, end, next := linesAround(text, at)
		if start > at || end <= at && text[at] != '\n' || end-start > 2*reach || next <= at || next > at+reach {
			r.Errorf("around %d: %d to %d, then %d", at, start, end, next)
		}
	})
}
