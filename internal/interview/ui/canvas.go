package ui

import (
	"bytes"
	"os"
	"strings"
	"sync"

	"github.com/charmbracelet/x/ansi"
)

// canvas is the terminal that Bubble Tea draws on. Bubble Tea first draws 8 ms after it starts, with the first tick of
// its clock; everything before that takes less than half as long. So we draw the first screen ourselves and Bubble Tea
// draws the same again. It draws concurrently, so on a busy machine it may also be first.
type canvas struct {
	*os.File
	mutex sync.Mutex
	// shown: the first screen was drawn. library: Bubble Tea draws now, and restores the terminal at the end.
	shown, library bool
}

// drawFirst draws the first screen unless Bubble Tea was faster. Bubble Tea must own the terminal already, so that keys
// typed from then on go to it.
func (c *canvas) drawFirst(text string, at *position) {
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
	// Bubble Tea runs into the same write error and reports it.
	_, _ = c.WriteString(text)
}

// Write passes on what Bubble Tea draws, but does not let it enter the alternate screen a second time: some terminals
// remember only one cursor position of the shell.
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

// leaveAltScreen leaves the alternate screen when Bubble Tea ended before it drew.
func (c *canvas) leaveAltScreen() {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if c.shown && !c.library {
		_, _ = c.WriteString(ansi.ResetModeAltScreenSaveCursor)
	}
}
