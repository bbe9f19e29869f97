package yamltree

import (
	"fmt"

	"github.com/opsfit/opsfit/internal/diag"
)

// maxFaults limits the diagnostics of one severity for one file. It is far above what is ever shown (diag.MaxPerFile),
// and keeps a file with hundreds of thousands of faults from filling the memory.
const maxFaults = 20 * diag.MaxPerFile

// Reader reads values from a tree and collects every fault with its position, so that a person sees all of them at
// once. A getter that found a fault returns the zero value.
type Reader struct {
	file     string
	found    diag.List
	errors   int
	warnings int
}

// NewReader returns a reader for the tree of a file; the name goes into its diagnostics.
func NewReader(file string) *Reader {
	return &Reader{file: file}
}

// Diagnostics returns what was found so far, in order of discovery: at most a thousand errors and a thousand warnings
// and notes.
func (r *Reader) Diagnostics() diag.List {
	return r.found
}

// Full reports whether further errors would be dropped, so that a loop over hundreds of thousands of faults can end.
func (r *Reader) Full() bool {
	return r.errors >= maxFaults
}

// DidYouMean returns the hint for a name that was looked up in vain. A file with hundreds of such names gets hints for the
// first ones only: more are never shown, and the search costs time.
func (r *Reader) DidYouMean(name string, candidates []string) string {
	const most = 2 * diag.MaxPerFile
	if len(r.found) > most {
		return ""
	}
	return diag.DidYouMean(name, candidates)
}

// Errorf records an error at pos. Text from the file must be quoted by diag.Quote before it enters the message.
func (r *Reader) Errorf(pos diag.Pos, length int, code, hint, format string, args ...any) {
	if r.errors++; r.errors <= maxFaults {
		r.record(diag.Error, pos, length, code, hint, fmt.Sprintf(format, args...))
	}
}

// Warnf records a warning at pos, like Errorf.
func (r *Reader) Warnf(pos diag.Pos, length int, code, hint, format string, args ...any) {
	if r.warnings++; r.warnings <= maxFaults {
		r.record(diag.Warning, pos, length, code, hint, fmt.Sprintf(format, args...))
	}
}

// Notef records a note at pos, like Warnf.
func (r *Reader) Notef(pos diag.Pos, length int, code, hint, format string, args ...any) {
	if r.warnings++; r.warnings <= maxFaults {
		r.record(diag.Note, pos, length, code, hint, fmt.Sprintf(format, args...))
	}
}

func (r *Reader) record(severity diag.Severity, pos diag.Pos, length int, code, hint, message string) {
	r.found = append(r.found, diag.Diagnostic{
		Severity: severity, Code: code, File: r.file, Pos: pos, Length: length, Message: message, Hint: hint,
	})
}
