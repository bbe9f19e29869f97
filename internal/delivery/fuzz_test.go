package delivery

import (
	"encoding/json"
	"testing"
	"unicode/utf8"
)

// FuzzDeployments reads what anybody may write: each row is counted once, and what is handed on is as it was promised.
func FuzzDeployments(f *testing.F) {
	for _, seed := range []string{
		"time,service\n2026-01-05T12:00:00Z,a\n", "time;env\n\"1767614400\";\"pr\"\"od\"\n", "{\"time\":1767614400}\n{\"time\":", "time\n\"\n\"\n",
		"\xef\xbb\xbftime\tx\n1\t2\t3", "{\"time\":\"\\ud800\",\"a\":{\"b\":[\"}\",{}]}}", "time\r\n\r\n,\r\n", "{}\n[]\nnull\n\"", "\"time\"\n\"\"\"",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		used := 0
		s, err := ReadDeployments(t.Context(), file(string(text)), &ServiceNumbers{}, nil, func(d *Deployment) {
			used++
			if d.At < earliest || d.At > latest || !utf8.Valid(d.Commit) || len(d.Commit) > longestName || len(d.ID) > longestName {
				t.Errorf("%+v", d)
			}
		})
		if err != nil {
			return
		}
		over := s.PassedOver
		if s.Used != used || s.Rows != s.Used+s.Unusable+over.Services+over.Environments+over.NotDeployed+over.Severities {
			t.Errorf("%q: %d used, %+v", text, used, s)
		}
		rows := 0
		for _, reason := range s.Reasons {
			rows += reason.Rows
		}
		if rows != s.Unusable || len(s.First) != min(s.Unusable, FaultsShown) {
			t.Errorf("%q: %+v", text, s)
		}
	})
}

// FuzzMembers walks through any JSON object and finds the members that a decoder finds.
func FuzzMembers(f *testing.F) {
	for _, seed := range []string{`{}`, `{"a":1,"b":[{"c":"}"}],"d":"\"\\"}`, ` { "a" : { } } `, `{"\u0061":-1e5}`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		var want map[string]json.RawMessage
		if json.Unmarshal(text, &want) != nil || want == nil {
			return
		}
		got := map[string]string{}
		start := 0
		for text[start] != '{' {
			start++
		}
		for m := (members{text: text, at: start + 1}); m.next(); {
			got[string(m.key)] = string(m.value)
			if !json.Valid(m.value) {
				t.Errorf("%q: %q", text, m.value)
			}
		}
		for key := range want {
			if _, found := got[key]; !found && utf8.Valid(text) {
				t.Errorf("%q: no %q", text, key)
			}
		}
	})
}
