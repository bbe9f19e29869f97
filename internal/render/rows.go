package render

import (
	"io"

	"github.com/opsfit/opsfit/internal/export"
	"github.com/opsfit/opsfit/internal/portfolio"
)

// Rows write a portfolio service by service, so that nobody has to hold all of them. Errors are those of the writer.
type Rows interface {
	// Row writes one service.
	Row(service *portfolio.Service) error
	// End writes what stands there without any row, such as the names of the columns.
	End() error
}

// tabled writes the services of a whole portfolio as rows, in its order.
func tabled(rows func(io.Writer) Rows) func(io.Writer, *portfolio.Document, Options) error {
	return func(w io.Writer, doc *portfolio.Document, _ Options) error {
		table := rows(w)
		for i := range doc.Services {
			if err := table.Row(&doc.Services[i]); err != nil {
				return err
			}
		}
		return table.End()
	}
}

// columns are rows of comma-separated values; see export.ServiceTable.
func columns(w io.Writer) Rows { return export.NewServiceTable(w) }
