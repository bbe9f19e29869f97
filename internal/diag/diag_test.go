package diag

import (
	"errors"
	"fmt"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

func TestSeverityString(t *testing.T) {
	t.Parallel()
	for severity, want := range map[Severity]string{Error: "error", Warning: "warning", Note: "note", 0: "invalid"} {
		if got := severity.String(); got != want {
			t.Errorf("%d is %q, want %q", severity, got, want)
		}
	}
}

func TestDiagnosticString(t *testing.T) {
	t.Parallel()
	whole := Diagnostic{
		Severity: Error, Code: "unknown-key", File: "a.yaml", Pos: Pos{Line: 3, Column: 7}, Length: 4,
		Message: `unknown key "txet"`, Hint: `did you mean "text"?`,
	}
	tests := map[string]struct {
		change func(*Diagnostic)
		want   string
	}{
		"whole":             {func(*Diagnostic) {}, `a.yaml:3:7: unknown key "txet"; did you mean "text"? [unknown-key]`},
		"no hint":           {func(d *Diagnostic) { d.Hint = "" }, `a.yaml:3:7: unknown key "txet" [unknown-key]`},
		"warning":           {func(d *Diagnostic) { d.Severity, d.Hint = Warning, "" }, `a.yaml:3:7: warning: unknown key "txet" [unknown-key]`},
		"note":              {func(d *Diagnostic) { d.Severity, d.Hint = Note, "" }, `a.yaml:3:7: note: unknown key "txet" [unknown-key]`},
		"file as a whole":   {func(d *Diagnostic) { d.Pos, d.Hint = Pos{}, "" }, `a.yaml: unknown key "txet" [unknown-key]`},
		"line alone":        {func(d *Diagnostic) { d.Pos.Column, d.Hint = 0, "" }, `a.yaml:3:1: unknown key "txet" [unknown-key]`},
		"no file":           {func(d *Diagnostic) { d.File, d.Hint = "", "" }, `3:7: unknown key "txet" [unknown-key]`},
		"no file, no place": {func(d *Diagnostic) { d.File, d.Pos, d.Hint = "", Pos{}, "" }, `unknown key "txet" [unknown-key]`},
		"hostile file name": {func(d *Diagnostic) { d.File, d.Hint = "\x1b[2J\n.yaml", "" }, `\x1b[2J\n.yaml:3:7: unknown key "txet" [unknown-key]`},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := whole
			test.change(&d)
			if diff := cmp.Diff(test.want, d.String()); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestListAsError(t *testing.T) {
	t.Parallel()
	first := Diagnostic{Severity: Error, Code: "a", File: "f", Pos: Pos{1, 2}, Message: "first"}
	warning := Diagnostic{Severity: Warning, Code: "w", File: "f", Message: "second"}
	tests := map[string]struct {
		list List
		text string
		err  bool
	}{
		"empty":      {nil, "no diagnostics", false},
		"one":        {List{first}, "f:1:2: first [a]", true},
		"several":    {List{first, warning, warning}, "f:1:2: first [a] (and 2 more)", true},
		"warnings":   {List{warning}, "f: warning: second [w]", false},
		"error last": {List{warning, first}, "f: warning: second [w] (and 1 more)", true},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := test.list.Error(); got != test.text {
				t.Errorf("reads %q, want %q", got, test.text)
			}
			err := test.list.Err()
			if (err != nil) != test.err || test.list.HasErrors() != test.err {
				t.Fatalf("error %v, has errors %t", err, test.list.HasErrors())
			}
			var list List
			if err != nil && (!errors.As(fmt.Errorf("loading: %w", err), &list) || len(list) != len(test.list)) {
				t.Errorf("a wrapped list gives back %v", list)
			}
		})
	}
}

func TestStrict(t *testing.T) {
	t.Parallel()
	list := List{{Severity: Warning, Code: "w"}, {Severity: Note, Code: "n"}, {Severity: Error, Code: "e"}}
	want := List{{Severity: Error, Code: "w"}, {Severity: Note, Code: "n"}, {Severity: Error, Code: "e"}}
	if diff := cmp.Diff(want, list.Strict()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if list[0].Severity != Warning {
		t.Error("the list itself was changed")
	}
}

func genDiagnostic() *rapid.Generator[Diagnostic] {
	return rapid.Custom(func(t *rapid.T) Diagnostic {
		return Diagnostic{
			Severity: rapid.SampledFrom([]Severity{Error, Warning, Note}).Draw(t, "severity"),
			Code:     rapid.SampledFrom([]string{"a", "b"}).Draw(t, "code"),
			File:     rapid.SampledFrom([]string{"", "f", "g"}).Draw(t, "file"),
			Pos:      Pos{rapid.IntRange(0, 3).Draw(t, "line"), rapid.IntRange(0, 3).Draw(t, "column")},
			Message:  strconv.Itoa(rapid.IntRange(0, 50).Draw(t, "message")),
		}
	})
}

func TestSorted(t *testing.T) {
	t.Parallel()
	list := List{
		{File: "b", Pos: Pos{1, 1}, Severity: Error, Code: "z"},
		{File: "a", Pos: Pos{2, 1}, Severity: Error, Code: "y"},
		{File: "a", Pos: Pos{1, 9}, Severity: Warning, Code: "a"},
		{File: "a", Pos: Pos{1, 9}, Severity: Error, Code: "x", Message: "2"},
		{File: "a", Pos: Pos{1, 9}, Severity: Error, Code: "x", Message: "1"},
		{File: "a", Pos: Pos{1, 9}, Severity: Error, Code: "w"},
		{File: "a", Severity: Warning, Code: "v"},
		{File: "a", Pos: Pos{1, 9}, Severity: Error, Code: "x", Message: "1"},
	}
	want := List{list[6], list[5], list[4], list[3], list[2], list[1], list[0]}
	if diff := cmp.Diff(want, list.Sorted()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if list[0].File != "b" {
		t.Error("the list itself was sorted")
	}
}

// Whatever the order of discovery, people see the same list.
func TestSortedIgnoresOrder(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		list := List(rapid.SliceOf(genDiagnostic()).Draw(t, "list"))
		shuffled := List(rapid.Permutation(list).Draw(t, "shuffled"))
		if diff := cmp.Diff(list.Sorted(), shuffled.Sorted(), cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("(-list +shuffled):\n%s", diff)
		}
	})
}

func faults(file string, severity Severity, from, to int) List {
	var list List
	for line := from; line <= to; line++ {
		list = append(list, Diagnostic{Severity: severity, File: file, Pos: Pos{line, 1}, Code: "c"})
	}
	return list
}

func TestCapped(t *testing.T) {
	t.Parallel()
	closing := func(file string, severity Severity, left int) Diagnostic {
		return Diagnostic{
			Severity: severity, File: file, Code: "too-many",
			Message: "at least " + strconv.Itoa(left) + " more findings in this file are not shown; fix these first",
		}
	}
	join := func(lists ...List) List {
		var all List
		for _, l := range lists {
			all = append(all, l...)
		}
		return all
	}
	tests := map[string]struct{ list, want List }{
		"none":            {nil, nil},
		"exactly as many": {faults("f", Error, 1, 50), faults("f", Error, 1, 50)},
		"one too many":    {faults("f", Error, 1, 51), append(faults("f", Error, 1, 49), closing("f", Error, 2))},
		"only warnings":   {faults("f", Warning, 1, 60), append(faults("f", Warning, 1, 49), closing("f", Warning, 11))},
		"only notes":      {faults("f", Note, 1, 60), append(faults("f", Note, 1, 49), closing("f", Note, 11))},
		"errors are kept": {
			join(faults("f", Warning, 1, 100), faults("f", Error, 101, 102)),
			join(faults("f", Warning, 1, 47), faults("f", Error, 101, 102), List{closing("f", Error, 53)}),
		},
		"each file for itself": {
			join(faults("", Error, 1, 2), faults("f", Error, 1, 300), faults("g", Error, 1, 50)),
			join(faults("", Error, 1, 2), faults("f", Error, 1, 49), List{closing("f", Error, 251)}, faults("g", Error, 1, 50)),
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(test.want, test.list.Capped()); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// Cutting a list must never turn a bad file into a good one, nor hide that something was cut.
func TestCappedProperties(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		list := List(rapid.SliceOfN(genDiagnostic(), 0, 400).Draw(t, "list")).Sorted()
		capped := list.Capped()
		if capped.HasErrors() != list.HasErrors() {
			t.Fatalf("errors before %t, after %t", list.HasErrors(), capped.HasErrors())
		}
		kept := make(map[string]int)
		for _, d := range capped {
			if kept[d.File]++; kept[d.File] > MaxPerFile {
				t.Fatalf("over %d for %q", MaxPerFile, d.File)
			}
		}
		for _, d := range list {
			if kept[d.File] == 0 {
				t.Fatalf("nothing is left of %q", d.File)
			}
		}
		if diff := cmp.Diff(list, list.Sorted(), cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("the list itself was changed:\n%s", diff)
		}
	})
}

func TestPosAfter(t *testing.T) {
	t.Parallel()
	text := []byte("ab\nçd\n")
	for n, want := range map[int]Pos{
		-1: {1, 1}, 0: {1, 1}, 1: {1, 1}, 2: {1, 2}, 3: {2, 1}, 5: {2, 1}, 6: {2, 2}, 7: {3, 1}, 8: {1, 1},
	} {
		if got := PosAfter(text, n); got != want {
			t.Errorf("after %d bytes: %v, want %v", n, got, want)
		}
	}
}
