// Package delivery reads exports of deployments and of incidents: CSV, or one JSON object a line. It streams them, so that a
// file of a million rows needs no more memory than one of a thousand, and hands on each row that can be used.
//
// It trusts nothing in a file: a row that cannot be used is counted with its place and its reason, and none is dropped silently.
// It computes no figure, opens no file and knows no repository.
package delivery
