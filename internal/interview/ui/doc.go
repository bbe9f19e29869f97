// Package ui shows an interview to a person: one question a screen, or line by line for screen readers, logs
// and pipes.
//
// It writes to the stream that it is given and saves every answer through interview.Drafts. It opens no files and knows
// no results, and makes everything that a person typed visible before it shows it.
package ui
