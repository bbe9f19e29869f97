package evidence

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"github.com/opsfit/opsfit/internal/diag"
)

// Encode writes findings as indented JSON with a final line feed. Characters that a terminal would act on are escaped.
func Encode(w io.Writer, scan *Scan) error {
	var plain bytes.Buffer
	encoder := json.NewEncoder(&plain)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(scan); err != nil {
		return fmt.Errorf("encode the scan: %w", err)
	}
	_, err := w.Write(diag.VisibleJSON(plain.Bytes()))
	return err
}
