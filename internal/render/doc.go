// Package render writes documents in the formats people and programs read: one file a format.
//
// A renderer lays out what the report room says and escapes every text that came from a file. It computes no
// number, judges nothing, never changes the document, and decides no exit code. Width, colour and character set
// enter as Options: nothing here looks at an environment or a terminal.
package render
