package yamltree

import (
	"bytes"
	"encoding/json"
	"strings"
)

// reportJSON reports why a text is not JSON, at the unexpected character.
func reportJSON(faults *Reader, text []byte, fault *json.SyntaxError) {
	// The library counts the bytes it has read, the unexpected one included.
	offset := int(fault.Offset) - 1
	if strings.Contains(fault.Error(), "unexpected end") {
		offset = len(bytes.TrimRight(text, " \t\r\n"))
	}
	pos := newCursor(text).moveTo(offset)
	if strings.Contains(fault.Error(), "after top-level value") && strings.IndexByte(`{["`, text[offset]) >= 0 {
		faults.Errorf(pos, 1, "second-document", "keep one value in the file", "a second document begins here")
		return
	}
	message, hint := explainJSON(fault.Error())
	faults.Errorf(pos, 1, "syntax", hint, "%s", message)
}

// explainJSON turns a problem of the JSON library into a message and a hint.
func explainJSON(problem string) (message, hint string) {
	for _, known := range jsonExplanations() {
		if strings.Contains(problem, known.fragment) {
			return known.message, known.hint
		}
	}
	return "this is not valid JSON", "true, false, null and numbers are written without quotes, every text with double quotes"
}

func jsonExplanations() []explanation {
	const noExtras = "JSON has no comments and no comma after the last entry"
	return []explanation{
		{fragment: "unexpected end", message: "the file ends too early", hint: "a bracket, brace or quote is not closed"},
		{fragment: "beginning of value", message: "a value is expected here", hint: noExtras + "; texts are in double quotes"},
		{fragment: "beginning of object key", message: "a key in double quotes is expected here", hint: noExtras},
		{fragment: "after object key:value pair", message: `"," or "}" is expected here`},
		{fragment: "after object key", message: `":" is expected here`},
		{fragment: "after array element", message: `"," or "]" is expected here`},
		{fragment: "after top-level value", message: "nothing may follow the end of the document"},
		{
			fragment: "in string literal", message: "a text continues past the end of the line, or holds a tab",
			hint: `write \n for a line break and \t for a tab`,
		},
		{fragment: "in string escape", message: `an unknown escape begins with "\"`, hint: `write "\\" for a backslash`},
		{fragment: "hexadecimal character escape", message: `an escape such as \u00e9 is incomplete`},
	}
}
