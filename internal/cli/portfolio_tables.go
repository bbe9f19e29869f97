package cli

import (
	"bufio"
	"context"
	"fmt"
	"slices"

	"github.com/opsfit/opsfit/internal/portfolio"
	"github.com/opsfit/opsfit/internal/render"
)

// tables are the reports that take the services one by one, while the files are still read. What goes to standard output
// appears at once; files appear as a whole, after commit.
type tables []*table

// table is one of them.
type table struct {
	render.Rows

	name string
	// file and buffer are nil for standard output.
	file   *replacement
	buffer *bufio.Writer
}

// divide parts the targets into those that take rows as they come and those that show the portfolio as a whole. An order
// that was asked for needs all services before the first row.
func (i *inventory) divide(list []target[*portfolio.Document]) (rows, whole []target[*portfolio.Document]) {
	for _, t := range list {
		if t.format.Rows != nil && i.Sort == pathOrder {
			rows = append(rows, t)
		} else {
			whole = append(whole, t)
		}
	}
	return rows, whole
}

// begin opens the tables. The caller has to abandon them in the end.
func (r *runner) begin(list []target[*portfolio.Document]) (tables, error) {
	var begun tables
	for _, t := range list {
		if t.file == "" {
			begun = append(begun, &table{Rows: t.format.Rows(r.Streams.Out)})
			continue
		}
		file, err := replace(r.absolute(t.file), 0o666)
		if err != nil {
			begun.abandon()
			return nil, fmt.Errorf("write %s: %w", t.file, err)
		}
		buffer := bufio.NewWriter(file)
		begun = append(begun, &table{Rows: t.format.Rows(buffer), name: t.file, file: file, buffer: buffer})
	}
	return begun, nil
}

func (t tables) row(service *portfolio.Service) error {
	for _, table := range t {
		if err := table.Row(service); err != nil {
			return table.failed(err)
		}
	}
	return nil
}

// areShown reports that one of them goes to standard output.
func (t tables) areShown() bool {
	return slices.ContainsFunc(t, func(table *table) bool { return table.file == nil })
}

// end writes what the tables hold back; their files are still to be committed.
func (t tables) end() error {
	for _, table := range t {
		err := table.End()
		if err == nil && table.buffer != nil {
			err = table.buffer.Flush()
		}
		if err != nil {
			return table.failed(err)
		}
	}
	return nil
}

func (t tables) commit(ctx context.Context) error {
	for _, table := range t {
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
		if table.file == nil {
			continue
		}
		if err := table.file.commit(); err != nil {
			return fmt.Errorf("write %s: %w", table.name, err)
		}
	}
	return nil
}

// abandon takes away every file that was not committed.
func (t tables) abandon() {
	for _, table := range t {
		if table.file != nil {
			table.file.abandon()
		}
	}
}

func (t *table) failed(err error) error {
	if t.file == nil {
		return fmt.Errorf("write to standard output: %w", reason(err))
	}
	return fmt.Errorf("write %s: %w", t.name, t.file.failed(err))
}
