package adr

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/report"
)

// factsMark begins the comment that holds the facts.
const factsMark = "<!-- " + Schema

// AmendCommand is the command that holds a later assessment against a record.
const AmendCommand = "opsfit report ANSWERS --amend RECORD"

// MaxBytes is the size of the largest record that Read reads.
const MaxBytes = 1 << 20

// Read finds the facts in a record, those of its last amendment. A file without them gives one diagnostic.
func Read(name string, text []byte) (*Facts, diag.List) {
	if len(text) > MaxBytes {
		return nil, fault(name, text, 0, "too-large", "the record is over 1 MiB")
	}
	start := bytes.LastIndex(text, []byte(factsMark))
	if start < 0 {
		return nil, fault(name, text, 0, "not-a-record",
			"no facts of an assessment are in it: the comment that begins with "+diag.Quote(factsMark)+" is missing")
	}
	open := bytes.IndexByte(text[start:], '{')
	if open < 0 {
		return nil, fault(name, text, start+1, "not-a-record", "the comment with the facts is empty")
	}
	var facts Facts
	decoder := json.NewDecoder(bytes.NewReader(text[start+open:]))
	if err := decoder.Decode(&facts); err != nil {
		after, message := report.JSONFault(decoder, err)
		return nil, fault(name, text, start+open+int(after), "not-a-record", message)
	}
	if facts.Schema != Schema {
		return nil, fault(name, text, start+open+1, "other-schema",
			fmt.Sprintf("the schema is %s, this version reads %q", diag.Quote(facts.Schema), Schema))
	}
	return &facts, nil
}

func fault(name string, text []byte, offset int, code, message string) diag.List {
	return diag.List{{
		Severity: diag.Error, Code: code, File: name, Pos: diag.PosAfter(text, offset), Message: message,
		Hint: "write a new record with opsfit report FILE -f adr",
	}}
}
