package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/portfolio"
	"github.com/opsfit/opsfit/internal/report"
)

// AssessmentJSONL writes a document as one line of a portfolio, for a store into which each pipeline puts its own. The path is the
// answers file, from the root of its repository; empty for what has no name. An error is what the writer returned.
func AssessmentJSONL(w io.Writer, doc *report.Document) error {
	path := ""
	if doc.Places != nil {
		path = doc.Places.File
	}
	service := portfolio.ServiceOf(path, doc)
	return PortfolioJSONL(w, portfolio.Header{}).Write(&service)
}

// servicesJSONL writes one JSON object a service and line, for databases and notebooks. Errors and counts are left out: every
// line has the same members.
type servicesJSONL struct {
	to      io.Writer
	line    bytes.Buffer
	encoder *json.Encoder
}

// PortfolioJSONL begins lines of services; what a portfolio says beside them is left out.
func PortfolioJSONL(w io.Writer, _ portfolio.Header) ServiceWriter {
	s := &servicesJSONL{to: w}
	s.encoder = json.NewEncoder(&s.line)
	s.encoder.SetEscapeHTML(false)
	return s
}

// Write implements ServiceWriter.
func (s *servicesJSONL) Write(service *portfolio.Service) error {
	s.line.Reset()
	if err := s.encoder.Encode(portfolio.Line{Schema: portfolio.LineSchema, Service: *service}); err != nil {
		return fmt.Errorf("encode %s: %w", service.Path, err)
	}
	_, err := s.to.Write(diag.VisibleJSON(s.line.Bytes()))
	return err
}

// End implements ServiceWriter: no service, no line.
func (s *servicesJSONL) End(*portfolio.Totals) error { return nil }
