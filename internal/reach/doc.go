// Package reach decides whether some sheet of answers makes a condition hold.
//
// It decides exactly. "Never" is a proof: every possible sheet was ruled out, in groups, by bounds on the figures that the
// condition looks at. "Found" comes with a sheet, on which the score and advice rooms themselves were asked. Nothing is
// sampled to conclude that something cannot be; where neither is reached within a fixed amount of work, the verdict says so.
//
// It opens no files, reads no clock and writes no text for people. The order of anything in a questionnaire changes nothing.
package reach
