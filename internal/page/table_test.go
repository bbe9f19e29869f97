package page_test

import (
	"slices"
	"testing"

	"github.com/opsfit/opsfit/internal/page"
)

func TestLimited(t *testing.T) {
	t.Parallel()
	rows := page.RowsOf([]string{"a"}, []string{"b"}, []string{"c"})
	for limit, want := range map[int]int{0: 3, 1: 1, 3: 3, 9: 3} {
		table := page.Table{Rows: rows, Limit: limit}
		if got := len(slices.Collect(table.Limited())); got != want {
			t.Errorf("%d of 3 rows up to the limit %d, want %d", got, limit, want)
		}
		for row := range table.Limited() {
			if row[0] != "a" {
				t.Errorf("limit %d: the first row is %v", limit, row)
			}
			break
		}
	}
}
