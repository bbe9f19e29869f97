package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/portfolio"
)

// servicesJSON writes a portfolio in its published form: one object, indented, with what a terminal would act on escaped. The
// bytes are those of report.Encode.
type servicesJSON struct {
	to     io.Writer
	header portfolio.Header
	begun  bool
}

// PortfolioJSON begins a portfolio as one JSON object. The header has to be complete.
func PortfolioJSON(w io.Writer, header portfolio.Header) ServiceWriter {
	return &servicesJSON{to: w, header: header}
}

// Write implements ServiceWriter.
func (s *servicesJSON) Write(service *portfolio.Service) error {
	separator := ","
	if !s.begun {
		if err := s.begin(); err != nil {
			return err
		}
		separator = ""
	}
	const indent = "    "
	text, err := encodeJSON(service, indent)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(s.to, "%s\n%s%s", separator, indent, text)
	return err
}

// End implements ServiceWriter.
func (s *servicesJSON) End(totals *portfolio.Totals) error {
	end := "\n  ]"
	if !s.begun {
		if err := s.begin(); err != nil {
			return err
		}
		end = "]"
	}
	text, err := encodeJSON(totals, "")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(s.to, "%s,%s\n", end, bytes.TrimPrefix(text, []byte("{")))
	return err
}

// begin writes the object up to the first service.
func (s *servicesJSON) begin() error {
	text, err := encodeJSON(s.header, "")
	if err != nil {
		return err
	}
	s.begun = true
	_, err = fmt.Fprintf(s.to, "%s,\n  \"services\": [", bytes.TrimSuffix(text, []byte("\n}")))
	return err
}

// encodeJSON returns a value whose lines after the first begin with the indent.
func encodeJSON(value any, indent string) ([]byte, error) {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent(indent, "  ")
	if err := encoder.Encode(value); err != nil {
		return nil, fmt.Errorf("encode a portfolio: %w", err)
	}
	return diag.VisibleJSON(bytes.TrimSuffix(text.Bytes(), []byte("\n"))), nil
}
