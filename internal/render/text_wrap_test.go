package render

import (
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/english"
)

// TestWrapALongWord holds that a word as long as a file is cut, whole and in order; measured anew after each cut, it
// would take hours.
func TestWrapALongWord(t *testing.T) {
	t.Parallel()
	word := strings.Repeat("日x", 1<<18)
	lines := english.Wrap(word, 40)
	if strings.Join(lines, "") != word {
		t.Errorf("%d lines do not hold the word", len(lines))
	}
}
