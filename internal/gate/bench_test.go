package gate_test

import (
	"fmt"
	"testing"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/gate"
)

// BenchmarkReadMany reads as many gates as a configuration of 1 MiB can hold. The time is to grow with their number, not with
// its square: it was a minute and more.
func BenchmarkReadMany(b *testing.B) {
	var wanted gate.Wanted
	for n := range 40_000 {
		wanted.Conditions = append(wanted.Conditions, diag.Placed{Text: fmt.Sprintf("fit >= 1.%05d", n), File: ".opsfit.yaml"})
	}
	for b.Loop() {
		if _, found := gate.Read(wanted); found != nil {
			b.Fatal(found)
		}
	}
}
