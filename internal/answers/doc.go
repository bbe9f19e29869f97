// Package answers reads a respondent's answer sheet, checks it against a questionnaire, and writes one.
//
// It opens no files and computes nothing: what a sheet means is the score room's business.
package answers
