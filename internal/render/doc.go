// Package render writes documents in the formats people and programs read.
//
// The files of a format carry its name: text_*.go, markdown_*.go, json.go; those named questionnaire_*.go show questionnaires,
// comparison_*.go two results side by side, trend_*.go a series of them, and diagnostics_*.go faults. What several formats
// share stands in files named for the thing: words.go, chart_*.go, style.go.
//
// A renderer lays out what the report room says and escapes every text that came from a file. It computes no
// number, judges nothing, never changes the document, and decides no exit code. Width, colour and character set
// enter as Options: nothing here looks at an environment or a terminal.
package render
