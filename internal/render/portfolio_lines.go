package render

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/report"
)

// PortfolioLines writes one JSON object a service and line, for databases and notebooks. Errors and counts are left out:
// every line has the same members.
func PortfolioLines(w io.Writer, portfolio *report.Portfolio, _ Options) error {
	var lines bytes.Buffer
	encoder := json.NewEncoder(&lines)
	encoder.SetEscapeHTML(false)
	for i := range portfolio.Services {
		if err := encoder.Encode(&portfolio.Services[i]); err != nil {
			return fmt.Errorf("encode %s: %w", portfolio.Services[i].Path, err)
		}
	}
	_, err := w.Write(diag.VisibleJSON(lines.Bytes()))
	return err
}
