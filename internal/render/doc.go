// Package render writes documents in the formats people and programs read.
//
// The files of a format of one result carry its name: text_*.go, markdown_*.go, json.go, adr.go, log.go. Other kinds of
// documents have files with theirs: amendment.go, comparison_*.go, trend_*.go, team_*.go, methodology_*.go,
// questionnaire_*.go, scan_*.go, lint.go, and diagnostics_*.go for faults in input. What several of them share stands in files
// named for the thing, such as chart_*.go and style.go. Pages for a browser are made in web, formats for programs in export.
//
// A renderer lays out what the report room says and escapes every text that came from a file. It computes no
// number, judges nothing, never changes the document, and decides no exit code. Width, colour and character set
// enter as Options: nothing here looks at an environment or a terminal.
package render
