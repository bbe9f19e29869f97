package adr_test

import (
	"testing"

	"github.com/opsfit/opsfit/internal/adr"
)

func TestStatusOf(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name, text, status string
		closed             bool
	}{
		{"front matter", "---\nstatus: proposed\ndate: 2026-10-14\n---\n# Title\n", "proposed", false},
		{"quoted", "---\r\ndate: x\r\nStatus: 'Rejected'\r\n---\r\n", "Rejected", true},
		{"with a successor", "---\nstatus: superseded by [0012](0012.md)\n---\n", "superseded by [0012](0012.md)", true},
		{"section", "# 7. Release\n\n## Status\n\nDeprecated.\n\n## Context\n", "Deprecated.", true},
		{"section that holds", "# 7. Release\n\n## Status\n\nAccepted\n", "Accepted", false},
		{"a word in the text", "# Title\n\nstatus: rejected\n", "", false},
		{"after the front matter", "---\ndate: x\n---\nstatus: rejected\n", "", false},
		{"empty", "", "", false},
		{"no word", "---\nstatus:\n---\n", "", false},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			status := adr.StatusOf([]byte(test.text))
			if status != test.status || adr.IsClosed(status) != test.closed {
				t.Errorf("status %q, closed %t", status, adr.IsClosed(status))
			}
		})
	}
}
