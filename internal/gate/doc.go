// Package gate decides whether a result is good enough for a pipeline: figures against numbers or against an earlier
// result, warnings, confidence, and the age of answers.
//
// It is pure: documents and a day go in, gates come out. It opens no files, reads no clock, and ends no run; the exit
// code belongs to the command line. There is no gate on being more DevOps or more SysOps: poles have names, not ranks.
package gate
