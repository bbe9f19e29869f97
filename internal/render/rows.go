package render

import (
	"io"

	"github.com/opsfit/opsfit/internal/render/wire"
	"github.com/opsfit/opsfit/internal/report"
)

// Rows write a portfolio service by service, so that nobody has to hold all of them. Errors are those of the writer.
type Rows interface {
	// Row writes one service.
	Row(service *report.Service) error
	// End writes what stands there without any row, such as the names of the columns.
	End() error
}

// tabled writes the services of a whole portfolio as rows, in its order.
func tabled(rows func(io.Writer) Rows) func(io.Writer, *report.Portfolio, Options) error {
	return func(w io.Writer, portfolio *report.Portfolio, _ Options) error {
		table := rows(w)
		for i := range portfolio.Services {
			if err := table.Row(&portfolio.Services[i]); err != nil {
				return err
			}
		}
		return table.End()
	}
}

// columns are rows of comma-separated values; see wire.ServiceTable.
func columns(w io.Writer) Rows { return wire.NewServiceTable(w) }
