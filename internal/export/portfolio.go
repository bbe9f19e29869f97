package export

import (
	"io"

	"github.com/opsfit/opsfit/internal/portfolio"
)

// ServiceWriter writes a portfolio service by service, so that nobody has to hold all of them. Errors are those of the writer
// below it.
type ServiceWriter interface {
	// Write writes one service.
	Write(service *portfolio.Service) error
	// End writes what follows the services.
	End(totals *portfolio.Totals) error
}

// WriteServices writes a whole portfolio in a format that is written service by service.
func WriteServices(begin func(io.Writer, portfolio.Header) ServiceWriter) func(io.Writer, *portfolio.Document) error {
	return func(w io.Writer, doc *portfolio.Document) error {
		writer := begin(w, doc.Header)
		for service := range doc.Services.All() {
			if err := writer.Write(&service); err != nil {
				return err
			}
		}
		return writer.End(&doc.Totals)
	}
}
