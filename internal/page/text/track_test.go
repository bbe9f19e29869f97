package text

import (
	"reflect"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/page"
)

func TestTrack(t *testing.T) {
	t.Parallel()
	line := page.Scale{Kind: page.Line, Low: -1, High: 1, Edges: []float64{-0.6, -0.2, 0.2, 0.6}}
	level := page.Scale{Kind: page.Level, High: 4}
	at := func(kind page.MarkKind, value float64) page.Mark { return page.Mark{Kind: kind, At: value} }
	from := func(kind page.MarkKind, low, high float64) page.Mark { return page.Mark{Kind: kind, At: low, To: high} }
	tests := []struct {
		name  string
		scale page.Scale
		marks []page.Mark
		// The line in Unicode, and in ASCII where it is given.
		want, ascii string
	}{
		{"empty", line, nil, "├───┴───┴─┼─┴───┴───┤", "|---:---:-|-:---:---|"},
		{"practice and situation", line, []page.Mark{at(page.Situation, 0.7), at(page.Practice, -0.4)}, "├───┴─●─┴─┼─┴───┴○──┤", "|---:-P-:-|-:---:S--|"},
		{
			"the situation at its limit", line,
			[]page.Mark{at(page.Limit, 0), at(page.Situation, 0), at(page.Wanted, 0.6), at(page.Practice, -0.9)},
			"├●──┴───┴─○║┴───▲───┤", "|P--:---:-S]:---W---|",
		},
		{"a limit that holds nothing back", line, []page.Mark{at(page.Limit, 0.5), at(page.Situation, -0.3)}, "├───┴──○┴─┼─┴──║┴───┤", ""},
		{"both at one place", line, []page.Mark{at(page.Practice, 0.4), at(page.Situation, 0.41)}, "├───┴───┴─┼─┴─■─┴───┤", "|---:---:-|-:-B-:---|"},
		{"a range shows the edges that it crosses", line, []page.Mark{at(page.Practice, -0.5), from(page.Range, -0.7, 0.3)}, "├──═╧●══╧═╪═╧═──┴───┤", ""},
		{"a range without a marker", line, []page.Mark{from(page.Range, -1, 1)}, "╞═══╧═══╧═╪═╧═══╧═══╡", "|===:===:=|=:===:===|"},
		{"outside the line", line, []page.Mark{at(page.Practice, -7), at(page.Situation, 1e300)}, "●───┴───┴─┼─┴───┴───○", ""},
		{"to SysOps", line, []page.Mark{at(page.Before, 0.5), at(page.After, -0.5)}, "├───┴●══╧═╪═╧══□┴───┤", "|---:@==:=|=:==o:---|"},
		{"unmoved", line, []page.Mark{at(page.Before, 0.5), at(page.After, 0.5)}, "├───┴───┴─┼─┴──◘┴───┤", "|---:---:-|-:--%:---|"},
		{"at the goal", line, []page.Mark{at(page.Before, -0.5), at(page.After, 0.7), at(page.Goal, 0.7)}, "├───┴□══╧═╪═╧═══╧■──┤", ""},
		{"unmoved at the goal", line, []page.Mark{at(page.Before, 0.7), at(page.After, 0.7), at(page.Goal, 0.7)}, "├───┴───┴─┼─┴───┴■──┤", ""},
		{"past the goal", line, []page.Mark{at(page.Before, -0.5), at(page.After, 0.7), at(page.Goal, 0)}, "├───┴□══╧═○═╧═══╧●──┤", ""},
		{"a bar from the middle", line, []page.Mark{{Kind: page.Bar, To: -0.5}}, "├───┴═══╧═╪─┴───┴───┤", ""},
		{"nothing sure", level, []page.Mark{at(page.Sure, 0)}, "·····················", "....................."},
		{"hinged on the unknown", level, []page.Mark{from(page.Likely, 0, 2), from(page.Sure, 0, 1)}, "██████▒▒▒▒▒··········", "######+++++.........."},
		{"short of the floor", level, []page.Mark{from(page.Sure, 0, 1), from(page.Shortfall, 1, 3), at(page.Floor, 3)}, "██████░░░░░░░░░║·····", ""},
		{"above the floor", level, []page.Mark{from(page.Sure, 0, 4), at(page.Floor, 3)}, "███████████████║█████", ""},
		{"nothing of nothing", page.Scale{Kind: page.Share}, []page.Mark{from(page.Bar, 0, 0)}, "·····················", ""},
		{"one of many", page.Scale{Kind: page.Share, High: 1000}, []page.Mark{from(page.Bar, 0, 1)}, "█····················", ""},
		{"all", page.Scale{Kind: page.Share, High: 7}, []page.Mark{from(page.Own, 0, 7)}, "▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			for _, face := range []struct {
				symbols symbols
				want    string
			}{{unicodeSymbols(), test.want}, {asciiSymbols(), test.ascii}} {
				rows := []page.Row{{Marks: test.marks}}
				c := chart{Chart: &page.Chart{Scale: test.scale, Rows: rows}, symbols: &face.symbols}
				c.bars = hasBars(c.Chart)
				var got strings.Builder
				for _, cell := range c.track(test.marks, 21) {
					got.WriteString(cell.symbol)
				}
				if face.want != "" && got.String() != face.want {
					t.Errorf("got  %s\nwant %s", got.String(), face.want)
				}
			}
		})
	}
}

// TestNoPoleIsNearer holds that a mirrored value is drawn at the mirrored place, and a larger one never further left.
func TestNoPoleIsNearer(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		a := axis{low: -1, high: 1, cells: 2*rapid.IntRange(1, 50).Draw(t, "half") + 1}
		value, other := rapid.Float64Range(-1, 1).Draw(t, "value"), rapid.Float64Range(-1, 1).Draw(t, "other")
		if left, right := a.cell(-value), a.cell(value); left != a.cells-1-right {
			t.Fatalf("%v is at %d, %v at %d of %d cells", -value, left, value, right, a.cells)
		}
		if a.cell(min(value, other)) > a.cell(max(value, other)) {
			t.Fatalf("%v and %v are in the wrong order", value, other)
		}
	})
}

// TestSymbolsAreOneCell holds what every chart relies on.
func TestSymbolsAreOneCell(t *testing.T) {
	t.Parallel()
	for _, s := range []symbols{unicodeSymbols(), asciiSymbols()} {
		s.ellipsis = "x" // the one that may be wider
		var check func(value reflect.Value)
		check = func(value reflect.Value) {
			if value.Kind() == reflect.String && ansi.StringWidth(value.String()) != 1 {
				t.Errorf("%q is %d cells wide", value.String(), ansi.StringWidth(value.String()))
			}
			if value.Kind() == reflect.Struct {
				for _, field := range value.Fields() {
					check(field)
				}
			}
			if value.Kind() == reflect.Array {
				for i := range value.Len() {
					check(value.Index(i))
				}
			}
		}
		check(reflect.ValueOf(s))
	}
}

func TestSample(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		n, most int
		want    []int
	}{{0, 5, nil}, {1, 5, []int{0}}, {3, 5, []int{0, 1, 2}}, {11, 3, []int{0, 5, 10}}, {9, 1, []int{8}}} {
		if got := sample(test.n, test.most); !reflect.DeepEqual(got, test.want) {
			t.Errorf("%d of %d: got %v, want %v", test.most, test.n, got, test.want)
		}
	}
}
