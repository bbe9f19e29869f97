package yamltree

import (
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
)

// explanation explains a message of a parser in plain words.
type explanation struct {
	// fragment is a part of the parser's message.
	fragment string
	message  string
	hint     string
	// starts are the characters that cause the fault at the start of a value; tabs: a tab before the line can be the
	// cause.
	starts string
	tabs   bool
	// exact: the library reports the right line. far: the fault can be lines below the reported position. open: the
	// fault is where something is opened and never closed.
	exact, far, open bool
}

// explainProblem explains a problem of the YAML library; an unknown problem is returned as it is.
func explainProblem(problem string) explanation {
	for _, known := range yamlExplanations() {
		if strings.Contains(problem, known.fragment) {
			return known
		}
	}
	return explanation{message: "this is not valid YAML: " + diag.Visible(problem)}
}

func yamlExplanations() []explanation {
	const quoteIt = "put the text in quotes"
	return []explanation{
		{
			fragment: "mapping values are not allowed", message: `a ":" is not expected here`,
			hint: `put quotes around a text that holds ": ", and check the line above`, exact: true,
		},
		{
			fragment: "could not find expected ':'", message: `a ":" is missing after this key`,
			hint: `write "key: value", or indent a text that continues`,
		},
		{
			fragment: "did not find expected key", message: "this line does not fit what is above it",
			hint: "check its indentation, and that every quote is closed",
		},
		{
			fragment: "did not find expected '-' indicator", message: "a list item is expected here",
			hint: `begin the line with "- ", correct its indentation, or close a quote`,
		},
		{fragment: "did not find expected ',' or ']'", message: `this list in [ ] is not closed, or a "," is missing`, far: true},
		{fragment: "did not find expected ',' or '}'", message: `this mapping in { } is not closed, or a "," is missing`, far: true},
		{fragment: "did not find expected node content", message: "a value is missing here", far: true},
		{fragment: "found unexpected end of stream", message: "a quote is opened here and not closed", open: true},
		{
			fragment: "found unexpected document indicator",
			message:  `a quote is opened here and not closed before the next "---" or "..."`, open: true,
		},
		{
			fragment: "cannot start any token", message: "a text cannot begin with this character", hint: quoteIt,
			starts: "@`%", tabs: true, exact: true,
		},
		{
			fragment: "did not find expected alphabetic or numeric character", message: `a text cannot begin with "*" or "&"`,
			hint: quoteIt, starts: "*&", exact: true,
		},
		{
			fragment: "block sequence entries are not allowed", message: `a list item ("- ") is not expected here`,
			hint: "put the list on the lines below its key", exact: true,
		},
		{fragment: "mapping keys are not allowed", message: "a key is not expected here", hint: "check the indentation", exact: true},
		{
			fragment: "found unknown escape character", message: `an unknown escape begins with "\"`,
			hint: `use single quotes, or write "\\" for a backslash`, exact: true,
		},
		{fragment: "expected hexdecimal number", message: `an escape such as \x41 or \u00e9 is incomplete`, exact: true},
		{fragment: "invalid Unicode character escape", message: "an escape names a character that does not exist", exact: true},
		{fragment: "expected comment or line break", message: "nothing but a comment may follow here", exact: true},
		{fragment: "found undefined tag handle", message: "tags are not supported", hint: "remove the tag", starts: "!", exact: true},
		{fragment: "unexpected non-alphabetical", message: `a line cannot begin with "%"`, hint: quoteIt, exact: true},
		{fragment: "directive", message: `a line cannot begin with "%"`, hint: quoteIt, exact: true},
		{
			fragment: "did not find expected <document start>", message: "this does not belong to the value above",
			hint: `check the indentation, and that every line is "key: value"`,
		},
		{fragment: "found a tab character", message: "a tab cannot indent a line", hint: "use spaces", tabs: true},
	}
}
