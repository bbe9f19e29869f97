package terminal_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/terminal"
)

func logged(t interface{ Fatal(...any) }, parts ...string) string {
	var out bytes.Buffer
	log := terminal.Log(&out)
	for _, part := range parts {
		if n, err := log.Write([]byte(part)); err != nil || n != len(part) {
			t.Fatal(n, err)
		}
	}
	return out.String()
}

func TestLog(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		parts []string
		want  string
	}{
		"a command":            {[]string{"::error::x"}, ":|:error::x"},
		"after blanks":         {[]string{" \t::x"}, " \t:|:x"},
		"after other blanks":   {[]string{"\u3000\u00a0::x"}, "\u3000\u00a0:|:x"},
		"on a later line":      {[]string{"a\n::x\r::y"}, "a\n:|:x\r:|:y"},
		"in two parts":         {[]string{"a\n:", ":x"}, "a\n:|:x"},
		"within a line":        {[]string{"a ::x b::c"}, "a ::x b::c"},
		"blank in two parts":   {[]string{"\xe3\x80", "\x80::x"}, "\u3000:|:x"},
		"older command":        {[]string{"a ##[error]x"}, "a ##|[error]x"},
		"of Azure":             {[]string{"##vso[task]", "##V", "SO[x]"}, "##vso|[task]##VSO|[x]"},
		"of TeamCity":          {[]string{"a##teamcity[x]"}, "a##teamcity|[x]"},
		"more number signs":    {[]string{"###[x]"}, "###|[x]"},
		"a heading":            {[]string{"## a [x]\n#[x]\n##\n[x]"}, "## a [x]\n#[x]\n##\n[x]"},
		"a reference":          {[]string{"#a[x] # #[x]"}, "#a[x] # #[x]"},
		"no text":              {[]string{"", ""}, ""},
		"letters of no latin":  {[]string{"##é[x]"}, "##é[x]"},
		"colons with a blank":  {[]string{": : ::"}, ": : ::"},
		"three colons":         {[]string{":::"}, ":|::"},
		"half a character":     {[]string{"\xe3::x\n::y"}, "\xe3::x\n:|:y"},
		"all of a description": {[]string{"name:: x"}, "name:: x"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := strings.ReplaceAll(logged(t, test.parts...), "\u2060", "|"); got != test.want {
				t.Errorf("%q, want %q", got, test.want)
			}
		})
	}
}

// However a text comes in, no command is left in it, and without the joiners it is what it was.
func TestLogProperties(t *testing.T) {
	t.Parallel()
	command := regexp.MustCompile(`(?m)(^|\r)[\p{Z}\t]*::|##[A-Za-z]*\[`)
	rapid.Check(t, func(t *rapid.T) {
		piece := rapid.SampledFrom([]string{":", "::", "#", "##", "[", "vso", "teamcity", " ", "\n", "\r", "\u3000", "a", "\xe3", "\t"})
		parts := rapid.SliceOf(piece).Draw(t, "parts")
		got := logged(t, parts...)
		if found := command.FindString(got); found != "" {
			t.Fatalf("%q holds %q", got, found)
		}
		if text := strings.Join(parts, ""); strings.ReplaceAll(got, "\u2060", "") != text {
			t.Fatalf("%q became %q", text, got)
		}
	})
}
