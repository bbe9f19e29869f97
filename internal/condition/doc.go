// Package condition owns the language of conditions: its two written forms, the metrics that it can name, what makes a
// condition hold, and a condition in words.
//
// A catalogue of advice writes conditions in YAML; gates and filters write a single test in one line, METRIC[.AXIS] OP NUMBER.
// One more metric is a row in metric.go, one more kind of test a row in forms.go.
//
// The package computes no figure and knows neither questionnaires nor answers: those who evaluate a condition bring Facts.
package condition
