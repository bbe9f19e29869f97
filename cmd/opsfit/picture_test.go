//go:build linux || darwin

package main

import (
	"bytes"
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hinshun/vt10x"

	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
)

// TestPicture draws a picture of the README from the program itself, and holds that the one in the repository is what the
// program looks like today. `make pictures` draws it again.
func TestPicture(t *testing.T) {
	t.Parallel()
	checkPicture(t, "interview.svg", picture{
		title: "An interview of opsfit in a terminal",
		about: "A question in the middle of the interview: what do you rely on most to protect users when something new goes live? " +
			"Six options in full sentences, one of them chosen, with a note; below, the keys.",
		screen: interviewed(t),
	}.svg())
}

// TestPictureOfTeam is TestPicture for what six people differ on.
func TestPictureOfTeam(t *testing.T) {
	t.Parallel()
	checkPicture(t, "team.svg", []byte(output(t, "opsfit team testdata/team/*.yaml -f svg")))
}

func checkPicture(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("..", "..", ".github", "pictures", name)
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(string(got), "\n")); diff != "" {
		t.Errorf("%s is out of date; make pictures draws it again (-want +got):\n%s", file, diff)
	}
}

// interviewed leads the program to the question release_protection and leaves its screen as it is then.
func interviewed(t *testing.T) vt10x.Terminal {
	t.Helper()
	colored := func(cmd *exec.Cmd) { cmd.Env = append(cmd.Env, "NO_COLOR=", "TERM=xterm-256color") }
	p := openedAs(t, os.DevNull, colored, "assess")
	p.steps("What is this about?", "\r\r\r\r")
	questions := questionnairetest.Shipped(t, "full").Questions
	next := 1 + slices.IndexFunc(questions, func(q questionnaire.Question) bool { return q.ID == "release_protection" })
	for i := range next - 1 {
		p.steps(fmt.Sprintf("%d of %d", i+1, len(questions)), "3")
	}
	p.steps(
		fmt.Sprintf("%d of %d", next, len(questions)), "4", // what the note goes with
		fmt.Sprintf("%d of %d", next+1, len(questions)), "b",
		"›● 4", "nPayments are rehearsed; all else starts with a few users.\r",
		"Kept.", "\x1b[B",
		"›  5", "\x1b[A",
		"›● 4", "",
	)
	// Killed, it cannot clear the screen up.
	if err := p.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	p.wait()
	screen := vt10x.New(vt10x.WithSize(80, 24))
	if _, err := screen.Write(p.raw.Bytes()); err != nil {
		t.Fatal(err)
	}
	return screen
}

// picture is a still of a terminal.
type picture struct {
	// title and about are for those who cannot see it.
	title, about string
	screen       vt10x.Terminal
}

// The measures of a picture, in its own units: about those of a pixel.
const (
	cellWidth, cellHeight = 8.4, 19.0
	fontSize              = 14.0
	margin, bar           = 24.0, 50.0
)

// svg draws the picture. Every piece of text is told how long it is, so that it stays in its cells whatever font the
// reader has.
func (p picture) svg() []byte {
	columns, rows := p.screen.Size()
	width, height := 2*margin+cellWidth*float64(columns), bar+cellHeight*float64(rows)+18
	var b bytes.Buffer
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %[1]g %[2]g" width="%[1]g" height="%[2]g" role="img" aria-labelledby="title about">
<title id="title">%[3]s</title>
<desc id="about">%[4]s</desc>
<style>
text { font: %[5]gpx ui-monospace, "SF Mono", Menlo, "Cascadia Mono", Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace }
.plain { fill: #c9d1d9 } .strong { fill: #fff; font-weight: 600 } .faint { fill: #8b949e }
.line { stroke: #3b434d } .heavy { stroke: #c9d1d9; stroke-width: 3 }
</style>
<rect x=".5" y=".5" width="%[6]g" height="%[7]g" rx="10" fill="#0f141a" stroke="#30363d"/>
<g fill="#3b434d"><circle cx="29.5" cy="22" r="5.5"/><circle cx="48.5" cy="22" r="5.5"/><circle cx="67.5" cy="22" r="5.5"/></g>
<text class="faint" x="%[8]g" y="27" text-anchor="middle">opsfit assess</text>
`, width, height, html.EscapeString(p.title), html.EscapeString(p.about), fontSize, width-1, height-1, width/2)
	for y := range rows {
		p.row(&b, y, columns)
	}
	b.WriteString("</svg>\n")
	return b.Bytes()
}

// row draws one line of the screen, in pieces of one style without gaps in them.
func (p picture) row(b *bytes.Buffer, y, columns int) {
	style := func(x int) string {
		if x >= columns {
			return ""
		}
		return styleOf(p.screen.Cell(x, y))
	}
	for x := 0; x < columns; x++ {
		start, is := x, style(x)
		if is == "" {
			continue
		}
		text := string(p.screen.Cell(x, y).Char)
		for style(x+1) == is || style(x+1) == "" && style(x+2) == is {
			x++
			text += string(p.screen.Cell(x, y).Char)
		}
		piece(b, start, y, is, text)
	}
}

// styleOf is the class of a character; empty for a blank.
func styleOf(cell vt10x.Glyph) string {
	const (
		bold = 1 << 2 // the emulator does not name it
		grey = 243
	)
	switch {
	case cell.Char == ' ':
		return ""
	case cell.Char == '─':
		return "line"
	case cell.Char == '━':
		return "heavy line"
	case cell.Mode&bold != 0:
		return "strong"
	case cell.FG == grey:
		return "faint"
	}
	return "plain"
}

// piece draws a piece in its cells. Lines are drawn as such, since letters for them do not meet in every font.
func piece(b *bytes.Buffer, x, y int, style, text string) {
	left, middle := margin+cellWidth*float64(x), bar+cellHeight*(float64(y)+0.5)
	long := cellWidth * float64(len([]rune(text)))
	if strings.HasSuffix(style, "line") {
		fmt.Fprintf(b, `<path class="%s" d="M%.1f %.1fh%.1f"/>`+"\n", style, left, middle, long)
		return
	}
	fmt.Fprintf(b, `<text class="%s" x="%.1f" y="%.1f" textLength="%.1f" lengthAdjust="spacingAndGlyphs">%s</text>`+"\n",
		style, left, middle+fontSize*0.33, long, html.EscapeString(text))
}
