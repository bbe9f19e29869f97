package record_test

import "github.com/opsfit/opsfit/internal/report"

func scored(value float64, band report.Text) report.Practice {
	return report.Practice{Value: &value, Band: band, Scored: true}
}

func calls(value float64, band report.Text) report.Situation {
	return report.Situation{Value: &value, Band: band}
}

func leaning(verdict report.Leaning) *report.Document {
	return &report.Document{Verdict: report.Verdict{Leaning: &verdict}}
}
