package render

import "testing"

func TestJourney(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name           string
		journey        journey
		unicode, ascii string
	}{
		{"nothing known", journey{}, "├───┴───┴─┼─┴───┴───┤", "|---:---:-|-:---:---|"},
		{"to DevOps", journey{before: new(-0.5), after: new(0.5)}, "├───┴○━━┷━┿━┷━━●┴───┤", "|---:o==:=|=:==@:---|"},
		{"to SysOps", journey{before: new(0.5), after: new(-0.5)}, "├───┴●━━┷━┿━┷━━○┴───┤", "|---:@==:=|=:==o:---|"},
		{"unmoved", journey{before: new(0.5), after: new(0.5)}, "├───┴───┴─┼─┴──◉┴───┤", "|---:---:-|-:--%:---|"},
		{"only before", journey{before: new(-1.0)}, "○───┴───┴─┼─┴───┴───┤", "o---:---:-|-:---:---|"},
		{"only after", journey{after: new(1.0)}, "├───┴───┴─┼─┴───┴───●", "|---:---:-|-:---:---@"},
		{"beside the goal", journey{before: new(-0.5), after: new(0.0), goal: new(0.7)}, "├───┴○━━┷━●─┴───┴◇──┤", "|---:o==:=@-:---:S--|"},
		{"at the goal", journey{before: new(-0.5), after: new(0.7), goal: new(0.7)}, "├───┴○━━┷━┿━┷━━━┷◈──┤", "|---:o==:=|=:===:B--|"},
		{"past the goal", journey{before: new(-0.5), after: new(0.7), goal: new(0.0)}, "├───┴○━━┷━◇━┷━━━┷●──┤", "|---:o==:=S=:===:@--|"},
		{"absurd", journey{before: new(-1e300), after: new(1e300)}, "○━━━┷━━━┷━┿━┷━━━┷━━━●", "o===:===:=|=:===:===@"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			for _, face := range []struct {
				symbols symbols
				want    string
			}{{unicodeSymbols(), test.unicode}, {asciiSymbols(), test.ascii}} {
				line := test.journey
				line.track, line.goalSymbol = leaningTrack(), face.symbols.situation
				if got := symbolsOf(line.draw(face.symbols, 21)); got != face.want {
					t.Errorf("got  %s\nwant %s", got, face.want)
				}
			}
		})
	}
}

func TestStrip(t *testing.T) {
	t.Parallel()
	s := unicodeSymbols()
	signs := func(symbols ...string) strip {
		var t strip
		for _, symbol := range symbols {
			t.signs = append(t.signs, glyph{symbol: symbol})
		}
		return t
	}
	for _, test := range []struct {
		name  string
		strip strip
		cells int
		want  string
	}{
		{"wide", signs("a", "b"), 10, "aaaabbbb  "},
		{"as wide as there is room", signs("a", "b", "c"), 8, "aabbcc  "},
		{"a break is one cell", signs("a", s.gone, "b"), 7, "aaa┊bbb"},
		{"just enough", signs("a", s.gone, "b"), 3, "a┊b"},
		{"nothing", strip{}, 3, "   "},
	} {
		if got := symbolsOf(test.strip.draw(s, test.cells)); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}
