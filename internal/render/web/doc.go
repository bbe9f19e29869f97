// Package web writes documents as pages for a browser and as pictures that stand alone.
//
// It is a kit. A page is data: a Page of Sections of Blocks, made by the files named after the kind of document
// (assessment*.go, plan.go and so on). Only the templates and styles in the folder page hold markup, and only
// the drawing layer (canvas.go, scale.go) writes SVG, so that a new kind of page brings no markup of its own. Pictures
// (picture_*.go) are drawn on a canvas whose horizontal scale is either a share of the place it stands in, for pages, or
// fixed, for pictures that stand alone.
//
// A page is one file: no script, no request, and a Content-Security-Policy that forbids both. Whatever a person typed is
// escaped by html/template or by the canvas, and characters that hide or reorder text are made visible on the way out.
//
// Like every renderer this room lays out what the report room says: it computes no number, judges nothing and changes no
// document. Templates are read when a page is written, never at the start of the program.
package web
