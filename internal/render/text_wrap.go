package render

import (
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
)

// oneLine makes a text visible and takes all but single spaces out of it, as wrapped does.
func oneLine(text string) string {
	return strings.Join(strings.Fields(diag.Visible(text)), " ")
}
