// Package html writes a page as one file for a browser, and the chart of a page as a picture that stands alone.
//
// A page has no script and asks for nothing: a Content-Security-Policy forbids both. All markup is in the templates of the
// folder assets; every text goes through text, plain or lines there, which make visible what hides and escape the rest. Only
// canvas.go writes SVG. Charts are drawn on a scale that is a share of the place they stand in, or has a fixed width in
// pictures that stand alone.
//
// Templates are read when a page is written, never at the start of the program.
package html
