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
		`\b(go (test|build)|make)`:         {"build", "make", "test"},
		"(?i)abc":                          nil,
		`\S`:                               nil,
		"a{2,3}bc":                         {"bc"},
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
		if got := string(finderOf(t, text).anchor); got != want {
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
