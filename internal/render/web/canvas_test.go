package web

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/report"
)

// TestScaleKeepsOrderAndEnds holds for every scale what a reader takes for granted: the ends are at the ends, more is further,
// and nothing lies outside.
func TestScaleKeepsOrderAndEnds(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		low := rapid.Float64Range(-100, 100).Draw(t, "low")
		s := scale{low: low, high: low + rapid.Float64Range(0.1, 100).Draw(t, "extent"), from: 10, to: 210}
		a, b := rapid.Float64().Draw(t, "a"), rapid.Float64().Draw(t, "b")
		if a > b {
			a, b = b, a
		}
		if s.place(s.low) != 10 || s.place(s.high) != 210 {
			t.Fatalf("the ends are at %v and %v", s.place(s.low), s.place(s.high))
		}
		if s.place(a) > s.place(b) || s.place(a) < 10 || s.place(b) > 210 {
			t.Fatalf("%v is at %v and %v at %v", a, s.place(a), b, s.place(b))
		}
	})
}

func TestScale(t *testing.T) {
	t.Parallel()
	line := fluid(-1, 1)
	for _, test := range []struct {
		got, want string
	}{
		{line.at(0), "50%"},
		{line.at(-1), "0%"},
		{line.at(1.0 / 3), "66.67%"},
		{line.at(17), "100%"},
		{line.at(math.NaN()), "0%"},
		{line.span(-0.5, 0.5), "50%"},
		{scale{low: 0, high: 4, from: 100, to: 20}.at(1), "80"},
		{number(-0.001), "0"},
		{number(100), "100"},
	} {
		if test.got != test.want {
			t.Errorf("got %s, want %s", test.got, test.want)
		}
	}
}

// TestShapesHaveNoNegativeSize takes bars in both directions and upside down.
func TestShapesHaveNoNegativeSize(t *testing.T) {
	t.Parallel()
	drawn := string(levelPicture("a", level{readiness: report.Readiness{Value: new(3.0), LowerBound: new(-2.0)}, floor: new(1.0), shortfall: new(1.0)})) +
		string(linePicture("a", position{practice: report.Practice{Low: new(0.5), High: new(-0.5)}}))
	for _, broken := range []string{`width="-`, `height="-`, "NaN"} {
		if strings.Contains(drawn, broken) {
			t.Errorf("%s in %s", broken, drawn)
		}
	}
}

// TestPicturesEscape holds that a name cannot leave the title of its picture.
func TestPicturesEscape(t *testing.T) {
	t.Parallel()
	got := string(linePicture("</title><script>\u202e\x1b", position{}))
	if want := `<title>&lt;/title&gt;&lt;script&gt;\u202e\x1b: practice not scored, situation unknown</title>`; !strings.Contains(got, want) {
		t.Errorf("got %s", got)
	}
	if got := short(strings.Repeat("long ", 1e5), 12); got != "long long l…" {
		t.Errorf("got %q", got)
	}
}

func TestVisible(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ text, want string }{
		{"plain é 漢 😀\n\t", "plain é 漢 😀\n\t"},
		{"a\r\nb\rc", "a\nb\\rc"},
		{"\x00\x1b\x7f\u0085", `\x00\x1b\x7f\x85`},
		{"\u202e\u2066\u200b\ufeff", `\u202e\u2066\u200b\ufeff`},
		{"\ufffe\uffff\U0001fffe", `\U0000fffe\U0000ffff\U0001fffe`},
		{"\xff\xc3(", `\xff\xc3(`},
		{"\ufffd", "\ufffd"},
		{"", ""},
	} {
		if got := string(visible([]byte(test.text))); got != test.want {
			t.Errorf("%s: got %s, want %s", strconv.Quote(test.text), got, test.want)
		}
	}
}
