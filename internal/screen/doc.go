// Package screen shows an interview to a person: one question a screen, or line by line for screen readers, logs
// and pipes.
//
// It writes to the stream it is given and keeps every answer through the interview's drafts; it knows no files and
// no results, and everything typed by a person is made visible before it is shown.
package screen
