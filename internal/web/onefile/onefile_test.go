package onefile_test

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base64"
	"html"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/web/onefile"
)

func write(t *testing.T, parts onefile.Parts) string {
	t.Helper()
	page, err := onefile.Write(parts)
	if err != nil {
		t.Fatal(err)
	}
	return string(page)
}

// TestPolicy holds that the policy permits the style and the script of the page, and names no source for anything else.
func TestPolicy(t *testing.T) {
	t.Parallel()
	page := write(t, onefile.Parts{Program: []byte("program"), Runtime: []byte("// runtime\n"), Version: "v1.2.3"})
	hashOf := func(element string) string {
		text := regexp.MustCompile(`(?s)<` + element + `>(.*?)</` + element + `>`).FindStringSubmatch(page)
		if text == nil {
			t.Fatalf("there is no %s", element)
		}
		sum := sha256.Sum256([]byte(text[1]))
		return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
	}
	want := "default-src 'none'; style-src '" + hashOf("style") + "'; script-src '" + hashOf("script") +
		"' 'wasm-unsafe-eval'; img-src data:; base-uri 'none'; form-action 'none'"
	if got := regexp.MustCompile(`Content-Security-Policy" content="([^"]*)"`).FindStringSubmatch(page); got == nil || html.UnescapeString(got[1]) != want {
		t.Errorf("the policy is %q, want %q", got, want)
	}
	if outside := regexp.MustCompile(`(?:src|href)="(?:[a-z]+:)?//`).FindString(page); outside != "" {
		t.Errorf("the page refers to %s", outside)
	}
}

// TestProgramComesBack unpacks the program as the page does.
func TestProgramComesBack(t *testing.T) {
	t.Parallel()
	program := bytes.Repeat([]byte("\x00asm+/<&"), 1000)
	page := write(t, onefile.Parts{Program: program})
	block := regexp.MustCompile(`<script type="application/gzip" id="engine">([A-Za-z0-9+/=]*)</script>`).FindStringSubmatch(page)
	if block == nil {
		t.Fatal("the page has no program")
	}
	packed, err := base64.StdEncoding.DecodeString(block[1])
	if err != nil {
		t.Fatal(err)
	}
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := io.ReadAll(r); err != nil || !bytes.Equal(got, program) {
		t.Errorf("%d bytes come back, %v", len(got), err)
	}
}

func TestSamePartsSamePage(t *testing.T) {
	t.Parallel()
	parts := onefile.Parts{Program: []byte("program"), Version: "v1 <b>", Licences: "</pre><script>alert(1)</script>"}
	page := write(t, parts)
	if page != write(t, parts) {
		t.Error("the second page differs")
	}
	if strings.Contains(page, "<b>") || strings.Contains(page, "alert(1)</script>") {
		t.Error("a text is markup")
	}
}
