package yamltree

import (
	"fmt"
	"strings"
	"testing"
)

// fill repeats a unit between a head and a tail up to the largest file.
func fill(head, unit, tail string) string {
	return head + strings.Repeat(unit, (MaxBytes-len(head)-len(tail))/len(unit)) + tail
}

func manyKeys(format string) string {
	var b strings.Builder
	for i := 0; b.Len() < MaxBytes-20; i++ {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

// Every file of full size, however it is made to hurt, gets a verdict with a bounded list. A parser that is worse than
// linear on one of these makes this test hang.
func TestHostileFiles(t *testing.T) {
	t.Parallel()
	tests := map[string]struct{ source, code string }{
		"open brackets":          {fill("", "[", ""), "too-deep"},
		"open braces":            {fill("", "{a: ", ""), "too-deep"},
		"dashes":                 {fill("", "- ", ""), "too-deep"},
		"question marks":         {fill("", "? ", ""), "too-deep"},
		"question lines":         {fill("", "?\n", ""), "duplicate-key"},
		"closed brackets":        {fill("[", "[],", "]"), ""},
		"flow items":             {fill("[", "a,", "]"), ""},
		"flow items and a fault": {fill("[", "a,", "\n@"), "syntax"},
		"JSON items":             {fill("[", "[1],", "1]"), ""},
		"JSON duplicates":        {fill("{", `"a":1,`, `"a":1}`), "duplicate-key"},
		"one key":                {fill("", "k", ": v"), "syntax"},
		"one text":               {fill(`a: "`, "é", `"`), ""},
		"double quotes":          {fill("", `"`, ""), "syntax"},
		"single quotes":          {fill("'", "''", "'"), ""},
		"escapes":                {fill(`"`, `\u00e9`, `"`), ""},
		"quoted items":           {fill("[", `"é",`, "1]"), ""},
		"keys":                   {manyKeys("k%d: 1\n"), ""},
		"keys of one map":        {manyKeys("k%d: 1\n") + "k0: 2\n", "duplicate-key"},
		"keys and a fault":       {manyKeys("k%d: 1\n") + "@\n", "syntax"},
		"keys in a quote":        {"a: \"x\n" + manyKeys("k%d: 1\n"), "syntax"},
		"keys in a bracket":      {"a: [x\n" + manyKeys("k%d: 1\n"), "syntax"},
		"same key":               {fill("", "a: 1\n", ""), "duplicate-key"},
		"anchors":                {fill("", "a: &a\n", ""), "anchor"},
		"anchors in a line":      {fill("", "a: &a", ""), "syntax"},
		"aliases":                {fill("[&b x,", "*b ,", "x]"), "anchor"},
		"unknown alias":          {fill("*", "a", ""), "alias"},
		"alias with twins":       {fill("[*a,", "*ab ", ""), "alias"},
		"tags":                   {fill("[", "!t a,", "]"), "tag"},
		"lone tags":              {fill("[", "! a,", "]"), "tag"},
		"exclamation marks":      {fill("", "!", ""), "tag"},
		"percent lines":          {fill("", "%\n", ""), "syntax"},
		"directives":             {fill("", "%YAML 1.1\n", ""), "syntax"},
		"documents":              {fill("", "a\n---\n", ""), "second-document"},
		"merge keys":             {fill("", "<<: {}\n", ""), "merge-key"},
		"complex keys":           {fill("", "[a]: b\n", ""), "complex-key"},
		"deep again and again":   {fill(strings.Repeat("[", MaxDepth), "[a],", "a"+strings.Repeat("]", MaxDepth)), "too-deep"},
		"comment":                {fill("", "#", ""), "empty"},
		"comments":               {fill("", "# c\n\n", ""), "empty"},
		"comments between":       {fill("", "# c\n- a\n   # d\n", ""), ""},
		"tabs":                   {fill("", "\t", ""), "syntax"},
		"blank lines":            {fill("", "\n", ""), "empty"},
		"carriage returns":       {fill("", "\r", ""), "empty"},
		"block text":             {fill("a: |\n", "  x\n\n", ""), ""},
		"long plain text":        {fill("a: b", "\n  c", ""), ""},
		"many plain texts":       {fill("[", "a\nb,", "]"), ""},
		"zero bytes":             {fill("aaaa", "\x00", ""), "control-character"},
		"control lines":          {fill("", "\x01\n", ""), "control-character"},
		"not text":               {fill("", "\xff\xfd", ""), "not-utf8"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			source := test.source[:min(len(test.source), MaxBytes)]
			root, list := Parse("f", []byte(source))
			if (root == nil) != (test.code != "") {
				t.Errorf("a tree is returned: %t; %.200v", root != nil, list)
			}
			if test.code != "" && (len(list) == 0 || list[0].Code != test.code) {
				t.Errorf("want %s, got %.200v", test.code, list)
			}
			if len(list) > maxFaults {
				t.Errorf("%d diagnostics", len(list))
			}
			for _, d := range list {
				if len(d.Message)+len(d.Hint) > 500 {
					t.Fatalf("a message of %d bytes", len(d.Message)+len(d.Hint))
				}
			}
		})
	}
}
