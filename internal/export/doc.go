// Package export writes what other programs read: formats with a published schema, each checked against it in tests.
//
// Like all renderers it lays out what it is given, computes no number and decides no exit code. Texts that came from a
// file are escaped for the format; what a terminal would act on is escaped as well.
package export
