package ui

import (
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
)

// TestCanvas holds that the alternate screen is entered once and left once, whoever does it.
func TestCanvas(t *testing.T) {
	t.Parallel()
	const first = "\x1b[?1049h\x1b[Ha\r\nb\x1b[2;3H"
	tests := []struct {
		name    string
		show    bool
		library []string
		want    string
	}{
		{"the library draws", true, []string{"\x1b[>4m", "1\x1b[?1049h2", "3\x1b[?1049l"}, first + "\x1b[>4m12" + "3\x1b[?1049l"},
		{"and once more after a pause", true, []string{"\x1b[?1049h\x1b[?1049l", "\x1b[?1049h\x1b[?1049l"}, first + "\x1b[?1049l\x1b[?1049h\x1b[?1049l"},
		{"the library never draws", true, []string{"\x1b[>4m"}, first + "\x1b[>4m\x1b[?1049l"},
		{"nothing was shown", false, []string{"\x1b[?1049h\x1b[?1049l"}, "\x1b[?1049h\x1b[?1049l"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			file, err := os.Create(filepath.Join(t.TempDir(), "terminal"))
			if err != nil {
				t.Fatal(err)
			}
			c := &canvas{File: file}
			if test.show {
				c.drawFirst("a\nb", &position{1, 2})
			}
			for _, text := range test.library {
				if n, err := c.Write([]byte(text)); n != len(text) || err != nil {
					t.Errorf("%q: %d, %v", text, n, err)
				}
			}
			c.leaveAltScreen()
			got, err := os.ReadFile(file.Name())
			if err != nil || string(got) != test.want {
				t.Errorf("%q, %v; want %q", got, err, test.want)
			}
			if err := file.Close(); err != nil {
				t.Error(err)
			}
		})
	}
}

// TestCanvasOfTheFaster: the library draws beside the program, and either may be the first. The screen is entered once and left once.
func TestCanvasOfTheFaster(t *testing.T) {
	t.Parallel()
	const library = "\x1b[?1049hlibrary\x1b[?1049l"
	known := []string{"\x1b[?1049h\x1b[Hfirstlibrary\x1b[?1049l", library}
	for range 50 {
		file, err := os.Create(filepath.Join(t.TempDir(), "terminal"))
		if err != nil {
			t.Fatal(err)
		}
		c := &canvas{File: file}
		var drawn sync.WaitGroup
		drawn.Go(func() { _, _ = c.Write([]byte(library)) })
		c.drawFirst("first", nil)
		drawn.Wait()
		c.leaveAltScreen()
		got, err := os.ReadFile(file.Name())
		if err != nil || !slices.Contains(known, string(got)) {
			t.Errorf("%q, %v", got, err)
		}
		if err := file.Close(); err != nil {
			t.Error(err)
		}
	}
	c := &canvas{library: true}
	c.drawFirst("late", nil)
	if c.shown {
		t.Error("the first screen was drawn over that of the library")
	}
}
