package yamltree

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestJSONErrors(t *testing.T) {
	t.Parallel()
	const extras = "JSON has no comments and no comma after the last entry"
	tests := map[string]struct{ source, want string }{
		"object not closed":    {"{\"a\": 1\n\n", `1:8: the file ends too early; a bracket, brace or quote is not closed [syntax] ^1`},
		"text not closed":      {`{"a": "b`, `1:9: the file ends too early; a bracket, brace or quote is not closed [syntax] ^1`},
		"value missing":        {"{\"日本\": }", "1:8: a value is expected here; " + extras + "; texts are in double quotes [syntax] ^1"},
		"text without quotes":  {"{\n  \"a\": full\n}", "2:9: this is not valid JSON; true, false, null and numbers are written without quotes, every text with double quotes [syntax] ^1"},
		"comma after the last": {`{"a": 1,}`, "1:9: a key in double quotes is expected here; " + extras + " [syntax] ^1"},
		"comma at a list end":  {`[1,]`, "1:4: a value is expected here; " + extras + "; texts are in double quotes [syntax] ^1"},
		"key without quotes":   {"{a: 1}", "1:2: a key in double quotes is expected here; " + extras + " [syntax] ^1"},
		"comment":              {"// x\n{}", "1:1: a value is expected here; " + extras + "; texts are in double quotes [syntax] ^1"},
		"colon missing":        {`{"a" 1}`, `1:6: ":" is expected here [syntax] ^1`},
		"comma missing":        {"{\"a\": 1\n\"b\": 2}", `2:1: "," or "}" is expected here [syntax] ^1`},
		"list comma missing":   {`["é" 2]`, `1:6: "," or "]" is expected here [syntax] ^1`},
		"line break in a text": {"[\"a\r\nb\"]", `1:4: a text continues past the end of the line, or holds a tab; write \n for a line break and \t for a tab [syntax] ^1`},
		"unknown escape":       {`["C:\dir"]`, `1:6: an unknown escape begins with "\"; write "\\" for a backslash [syntax] ^1`},
		"short escape":         {`["\u12"]`, `1:7: an escape such as \u00e9 is incomplete [syntax] ^1`},
		"leading zero":         {"01", `1:2: nothing may follow the end of the document [syntax] ^1`},
		"half a number":        {`[1.]`, "1:4: this is not valid JSON; true, false, null and numbers are written without quotes, every text with double quotes [syntax] ^1"},
		"YAML under .json":     {"questionnaire: full\n", "1:1: a value is expected here; " + extras + "; texts are in double quotes [syntax] ^1"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			root, list := Parse("a.JSON", []byte(test.source))
			if diff := cmp.Diff("a.JSON:"+test.want+"\n", listing(list)); diff != "" || root != nil {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// YAML that only looks like JSON is still read as YAML unless the name says otherwise.
func TestBrokenJSONIsYAML(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"", "-", "a.yaml", "json", "a.json.yml"} {
		root, list := Parse(name, []byte("{\"a\": b, c: [d,],}"))
		if root == nil || root.Get("a").Text != "b" || len(root.Get("c").Items) != 1 {
			t.Errorf("%q: %v", name, list)
		}
	}
}
