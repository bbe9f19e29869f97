package render

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

func symbolsOf(glyphs []glyph) string {
	var b strings.Builder
	for _, g := range glyphs {
		b.WriteString(g.symbol)
	}
	return b.String()
}

func TestTrack(t *testing.T) {
	t.Parallel()
	line := func(change func(*track)) track {
		drawn := leaningTrack()
		change(&drawn)
		return drawn
	}
	tests := []struct {
		name           string
		track          track
		unicode, ascii string
	}{
		{
			"empty", line(func(*track) {}),
			"├───┴───┴─┼─┴───┴───┤", "|---:---:-|-:---:---|",
		},
		{
			"practice and situation", line(func(l *track) { l.practice, l.situation = new(-0.4), new(0.7) }),
			"├───┴─●─┴─┼─┴───┴◇──┤", "|---:-P-:-|-:---:S--|",
		},
		{
			"both at one place", line(func(l *track) { l.practice, l.situation = new(0.4), new(0.41) }),
			"├───┴───┴─┼─┴─◈─┴───┤", "|---:---:-|-:-B-:---|",
		},
		{
			"range shows the edges that it crosses", line(func(l *track) { l.from, l.to, l.practice = new(-0.7), new(0.3), new(-0.5) }),
			"├──━┷●━━┷━┿━┷━──┴───┤", "|--=:P==:=|=:=--:---|",
		},
		{
			"range without practice", line(func(l *track) { l.from, l.to, l.situation = new(-1.0), new(1.0), new(0.0) }),
			"┝━━━┷━━━┷━◇━┷━━━┷━━━┥", "|===:===:=S=:===:===|",
		},
		{
			"poles", line(func(l *track) { l.practice, l.situation = new(-1.0), new(1.0) }),
			"●───┴───┴─┼─┴───┴───◇", "P---:---:-|-:---:---S",
		},
		{
			"outside the line", line(func(l *track) { l.practice, l.situation = new(-7.0), new(1e300) }),
			"●───┴───┴─┼─┴───┴───◇", "P---:---:-|-:---:---S",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if got := symbolsOf(test.track.draw(unicodeSymbols(), 21)); got != test.unicode {
				t.Errorf("got  %s\nwant %s", got, test.unicode)
			}
			if got := symbolsOf(test.track.draw(asciiSymbols(), 21)); got != test.ascii {
				t.Errorf("got  %s\nwant %s", got, test.ascii)
			}
		})
	}
}

func TestBar(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		bar  bar
		want string
	}{
		{"nothing known", bar{high: 4}, strings.Repeat("·", 17)},
		{"sure", bar{high: 4, sure: new(2.0), value: new(2.0)}, "█████████········"},
		{"hinged on the unknown", bar{high: 4, sure: new(1.0), value: new(2.0)}, "█████▒▒▒▒········"},
		{"below the floor", bar{high: 4, sure: new(1.0), value: new(1.0), mark: new(3.0)}, "█████·······┃····"},
		{"above the floor", bar{high: 4, sure: new(4.0), value: new(4.0), mark: new(3.0)}, "████████████┃████"},
		{"level 0", bar{high: 4, sure: new(0.0), value: new(0.0), mark: new(0.0)}, "┃················"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if got := symbolsOf(test.bar.draw(unicodeSymbols(), 17)); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

// TestNoPoleIsNearer holds that a mirrored value is drawn at the mirrored place.
func TestNoPoleIsNearer(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		a := axle{low: -1, high: 1, cells: 2*rapid.IntRange(1, 50).Draw(t, "half") + 1}
		value := rapid.Float64Range(-1, 1).Draw(t, "value")
		if left, right := a.cell(-value), a.cell(value); left != a.cells-1-right {
			t.Fatalf("%v is at %d, %v at %d of %d cells", -value, left, value, right, a.cells)
		}
	})
}

// TestMarkersFollowValues holds that a larger value is never drawn further left.
func TestMarkersFollowValues(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		a := axle{low: -1, high: 1, cells: 2*rapid.IntRange(10, 50).Draw(t, "half") + 1}
		values := rapid.SliceOfN(rapid.Float64Range(-1, 1), 2, 2).Draw(t, "values")
		slices.Sort(values)
		if a.cell(values[0]) > a.cell(values[1]) {
			t.Fatalf("%v is right of %v", values[0], values[1])
		}
	})
}

// TestSymbolsAreOneCell holds what every chart relies on.
func TestSymbolsAreOneCell(t *testing.T) {
	t.Parallel()
	for _, s := range []symbols{unicodeSymbols(), asciiSymbols()} {
		for _, symbol := range []string{
			s.start, s.end, s.line, s.edge, s.centre, s.spanStart, s.spanEnd, s.span, s.spanEdge, s.spanCentre,
			s.practice, s.situation, s.both, s.before, s.after, s.unmoved, s.goal, s.gone, s.unknown,
			s.heights[0], s.heights[1], s.heights[2], s.heights[3], s.heights[4],
			s.amounts[0], s.amounts[1], s.amounts[2], s.amounts[3], s.amounts[4], s.amounts[5], s.amounts[6], s.amounts[7], s.filled, s.hinged, s.empty, s.floor, s.rule, s.bullet, s.gutter,
		} {
			if width := ansi.StringWidth(symbol); width != 1 {
				t.Errorf("%q is %d cells wide", symbol, width)
			}
		}
		if s.practice == s.situation || s.practice == s.both || s.situation == s.both {
			t.Errorf("markers %s %s %s cannot be told apart without colour", s.practice, s.situation, s.both)
		}
	}
}
