// Package commitments reads what people promised to change, judges what became of it, and adds recommended steps to such a file.
//
// A commitment is the change of one answer, so that whether it is done follows from the answers alone. The package changes nothing that
// people wrote in a file, opens no files, and has no clock: the day is given.
package commitments
