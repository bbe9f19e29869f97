// Package adr keeps what an architecture decision record rests on: the facts of a result that a program reads again, the
// option that the result points to, and what a later result no longer supports. The page of a record is built by
// internal/pages. It proposes and never decides; it knows no format but the comment that carries the facts.
package adr
