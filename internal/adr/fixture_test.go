package adr_test

import "github.com/opsfit/opsfit/internal/report"

func calls(value float64, band report.Text) report.Situation {
	return report.Situation{Value: &value, Band: band}
}
