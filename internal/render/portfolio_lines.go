package render

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/portfolio"
)

// lines are one JSON object a service and line, for databases and notebooks. Errors and counts are left out: every line has
// the same members.
type lines struct {
	to      io.Writer
	line    bytes.Buffer
	encoder *json.Encoder
}

func newLines(w io.Writer) Rows {
	l := &lines{to: w}
	l.encoder = json.NewEncoder(&l.line)
	l.encoder.SetEscapeHTML(false)
	return l
}

// Row implements Rows.
func (l *lines) Row(service *portfolio.Service) error {
	l.line.Reset()
	if err := l.encoder.Encode(service); err != nil {
		return fmt.Errorf("encode %s: %w", service.Path, err)
	}
	_, err := l.to.Write(diag.VisibleJSON(l.line.Bytes()))
	return err
}

// End implements Rows: no service, no line.
func (l *lines) End() error { return nil }
