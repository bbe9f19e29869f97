// Package web is what the page opsfit.html computes: forms of questionnaires, and the reports of answers, from files that a person opened.
// It is compiled to WebAssembly, so it knows no files, no clock and no streams: contents, the day and the version enter as values.
package web
