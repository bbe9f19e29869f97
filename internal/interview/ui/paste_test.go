package ui

import (
	"os"
	"strings"
	"testing"
)

// TestMarkPaste: only text with a line end inside, read at once into a text field, is a paste.
func TestMarkPaste(t *testing.T) {
	t.Parallel()
	marked := func(text string) string { return pasteStart + text + pasteEnd }
	tests := []struct {
		name, text string
		noField    bool
		want       string
	}{
		{"lines", "first line\r2 second\rquit?\r", false, marked("first line\r2 second\rquit?\r")},
		{"line feeds and tabs", "a\n\tb", false, marked("a\n\tb")},
		{"blank lines around", "\r\rétage\rb", false, marked("\r\rétage\rb")},
		{"a line and enter", "a line\r", false, "a line\r"},
		{"enter and a line", "\ra line", false, "\ra line"},
		{"one letter", "a", false, "a"},
		{"arrows", "a\r\x1b[Ab", false, "a\r\x1b[Ab"},
		{"backspace", "a\rb\x7f", false, "a\rb\x7f"},
		{"marked by the terminal", marked("a\rb"), false, marked("a\rb")},
		{"no text field", "1\r2\r", true, "1\r2\r"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			var r pasteReader
			r.hasField.Store(!test.noField)
			if got := string(r.markPaste([]byte(test.text), false)); got != test.want {
				t.Errorf("%q, want %q", got, test.want)
			}
		})
	}
}

// TestLongPaste: a paste that comes in several reads is one.
func TestLongPaste(t *testing.T) {
	t.Parallel()
	in, out, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = in.Close() }()
	text := strings.Repeat("a line\r", 10)
	if _, err := out.WriteString(text); err != nil {
		t.Fatal(err)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	r := &pasteReader{File: in}
	r.hasField.Store(true)
	var got strings.Builder
	for data := make([]byte, 32); ; {
		n, err := r.Read(data)
		got.Write(data[:n])
		if err != nil {
			break
		}
	}
	if got.String() != pasteStart+text+pasteEnd {
		t.Errorf("%q", got.String())
	}
}
