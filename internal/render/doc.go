// Package render lists the formats of each kind of document.
package render
