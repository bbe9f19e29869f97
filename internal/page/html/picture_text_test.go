package html

import (
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/page"
)

// TestEndsOfAnAxisAreWrittenOut holds that a picture does not cut what the ends of a shipped axis mean.
func TestEndsOfAnAxisAreWrittenOut(t *testing.T) {
	t.Parallel()
	row := &page.Row{Name: "Automation", Low: "procedures and tools run by operators", High: "end-to-end pipelines, infrastructure as code"}
	for _, names := range []float64{160, 180, 220} {
		note := strings.Join((&sheet{}).nameOf(row, grid{names: names}).note, " ")
		if want := row.Low + " ↔ " + row.High; note != want {
			t.Errorf("in %v pixels: %q, want %q", names, note, want)
		}
	}
}
