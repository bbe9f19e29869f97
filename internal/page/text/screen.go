package text

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"github.com/opsfit/opsfit/internal/page"
)

const (
	// usualRows is the height of a terminal that is not known.
	usualRows = 24
	// airyRows is the least height at which empty lines are worth their room.
	airyRows = 20
)

// rows returns how many lines may be written: the shell needs one below them.
func (o Options) rows() int {
	if o.Rows <= 0 {
		return usualRows - 1
	}
	return max(o.Rows-1, 1)
}

// spacing says where empty lines stand between the parts of a screen.
type spacing int

const (
	// airy is one before each part, grouped none before parts that may stand close to the one before, and dense none at all.
	airy spacing = iota
	grouped
	dense
)

// WriteScreen writes the screen of a page so that all of it is seen at once. It begins with the long forms and shortens parts in the
// order of the page until everything fits; what does not fit with every part at its shortest scrolls. It fails only when w does.
func WriteScreen(w io.Writer, p page.Page, opt Options) error {
	forms := make([]int, len(p.Screen.Parts))
	written, fits := fitted(&p.Screen, forms, opt)
	var shortened []int
	for _, id := range p.Screen.Shrink {
		if fits {
			break
		}
		if at := longer(&p.Screen, forms, id); at >= 0 {
			forms[at]++
			shortened = append(shortened, at)
			written, fits = fitted(&p.Screen, forms, opt)
		}
	}
	if fits {
		written = regrown(&p.Screen, forms, shortened, written, opt)
	}
	if _, err := w.Write(written); err != nil {
		return fmt.Errorf("write screen: %w", err)
	}
	return nil
}

// regrown gives back what has room after all, the last that was taken first: a form may take more lines than it had to.
func regrown(screen *page.Screen, forms, shortened []int, written []byte, opt Options) []byte {
	for _, at := range slices.Backward(shortened) {
		forms[at]--
		if grown, fits := fitted(screen, forms, opt); fits {
			written = grown
		} else {
			forms[at]++
		}
	}
	return written
}

// longer returns the place of a part that has a shorter form than it is shown in; -1 for none.
func longer(screen *page.Screen, forms []int, id string) int {
	for i := range screen.Parts {
		if part := &screen.Parts[i]; part.ID == id && forms[i]+1 < len(part.Forms) {
			return i
		}
	}
	return -1
}

// fitted returns a screen with the most empty lines that it has room for, and whether it fits.
func fitted(screen *page.Screen, forms []int, opt Options) (written []byte, fits bool) {
	tightest := grouped
	if opt.rows() < airyRows {
		tightest = dense
	}
	for between := airy; between <= tightest; between++ {
		written = screenWith(screen, forms, between, opt)
		if rowsOf(written, opt) <= opt.rows() {
			return written, true
		}
	}
	return written, false
}

func screenWith(screen *page.Screen, forms []int, between spacing, opt Options) []byte {
	var made bytes.Buffer
	out := bufio.NewWriter(&made)
	w := newWriter(out, opt)
	for i := range screen.Parts {
		part := &screen.Parts[i]
		blocks := part.Forms[forms[i]]
		if len(blocks) == 0 {
			continue
		}
		if between == airy || between == grouped && !part.Close {
			w.blank()
		}
		w.tightBlocks(blocks)
	}
	_ = out.Flush() // A Buffer takes everything.
	return made.Bytes()
}

// tightBlocks writes blocks right below each other.
func (w *writer) tightBlocks(blocks []page.Block) {
	for _, block := range blocks {
		w.block(block, 0)
	}
}

// rowsOf counts the lines of a terminal that a text takes: one that is too long goes on in the next.
func rowsOf(written []byte, opt Options) int {
	width, rows := opt.Width, 0
	if width <= 0 {
		width = opt.columns()
	}
	for line := range strings.SplitSeq(strings.TrimSuffix(string(written), "\n"), "\n") {
		rows += max(1, (ansi.StringWidth(line)+width-1)/width)
	}
	return rows
}
