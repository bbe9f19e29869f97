package screen

import (
	"bytes"
	"os"
	"strings"
	"sync"

	"github.com/charmbracelet/x/ansi"
)

// canvas is the terminal that the screen library draws on. The library draws with the first tick of its clock, 8 ms
// after it starts: more than twice the time of all that comes before. So the first screen is drawn here, and the
// library draws the same once more. The library draws beside the program, so that on a busy machine it may also be the first.
type canvas struct {
	*os.File
	mutex sync.Mutex
	// shown means that the first screen is there; library that the library draws on it now, and clears up at the end.
	shown, library bool
}

// show draws the first screen, unless the library was faster. The terminal must be the library's already: what is typed from then
// on is for it.
func (c *canvas) show(text string, at *spot) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if c.library {
		return
	}
	text = ansi.SetModeAltScreenSaveCursor + ansi.CursorHomePosition + strings.ReplaceAll(text, "\n", "\r\n")
	if at != nil {
		text += ansi.CursorPosition(at.column+1, at.row+1)
	}
	c.shown = true
	// The library meets the same fault when there is one, and tells.
	_, _ = c.WriteString(text)
}

// Write passes on what the library draws, except that it must not enter the alternate screen a second time: some
// terminals keep only one place for where the shell's cursor was.
func (c *canvas) Write(data []byte) (int, error) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	alternate := []byte(ansi.SetModeAltScreenSaveCursor)
	if c.library || !bytes.Contains(data, alternate) {
		return c.File.Write(data)
	}
	c.library = true
	if !c.shown {
		return c.File.Write(data)
	}
	if _, err := c.File.Write(bytes.Replace(data, alternate, nil, 1)); err != nil {
		return 0, err
	}
	return len(data), nil
}

// leave leaves the alternate screen when the library ended before it drew.
func (c *canvas) leave() {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if c.shown && !c.library {
		_, _ = c.WriteString(ansi.ResetModeAltScreenSaveCursor)
	}
}
