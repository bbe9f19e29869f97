package man_test

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/page/man"
	"github.com/opsfit/opsfit/internal/page/pagetest"
)

// update rewrites the golden file instead of comparing with it; read the difference before it is committed.
var update = flag.Bool("update", false, "rewrite the golden files under testdata")

func written(t rapid.TB, p page.Page) string {
	t.Helper()
	var out bytes.Buffer
	if err := man.Write(&out, p, man.Options{Name: "opsfit-sample", Section: 7, Date: "2026-10-14", Source: "opsfit v0.1.0"}); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func same(text string) string { return text }

func TestGolden(t *testing.T) {
	t.Parallel()
	path, got := filepath.Join("testdata", "sample.7"), written(t, pagetest.Page(same))
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; make it with: go test ./internal/page/man -update", err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s differs (-want +got):\n%s", path, diff)
	}
}

// TestLint holds that mandoc has nothing to say about a page with every block.
func TestLint(t *testing.T) {
	t.Parallel()
	mandoc, err := exec.LookPath("mandoc")
	if err != nil {
		t.Skip("mandoc is not installed")
	}
	lint := exec.Command(mandoc, "-Tlint")
	lint.Stdin = strings.NewReader(written(t, pagetest.Page(same)))
	if out, err := lint.CombinedOutput(); err != nil || len(out) > 0 {
		t.Errorf("%v\n%s", err, out)
	}
}

// TestTextsAreNoRequests holds that no text can become a request of roff, which can read files and run programs: only the lines
// of the writer begin with a dot, and every backslash begins one of its escapes.
func TestTextsAreNoRequests(t *testing.T) {
	t.Parallel()
	request := regexp.MustCompile(`^\.(TH|SH|SS|TP|PP|IP|RS|RE|EX|EE|B|br)( |$)`)
	escapes := regexp.MustCompile(`\\(\((aq|ga|ha|ti|dq|bu)|[e&-])`)
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(pagetest.NastyText(), rapid.StringMatching(`[.'\\"a-]{1,8}\n?[.'\\"a-]{0,8}`)).Draw(t, "text")
		said := rapid.Bool().Draw(t, "said")
		page := pagetest.Page(func(string) string {
			if said {
				return page.Said(text).String()
			}
			return text
		})
		for line := range strings.Lines(written(t, page)) {
			if strings.HasPrefix(line, "'") || strings.HasPrefix(line, ".") && !request.MatchString(strings.TrimSuffix(line, "\n")) {
				t.Fatalf("a text became the request %q", line)
			}
			if rest := escapes.ReplaceAllString(line, ""); strings.Contains(rest, `\`) {
				t.Fatalf("a text became the escape in %q", line)
			}
		}
	})
}

func TestWriteReportsTheWriter(t *testing.T) {
	t.Parallel()
	full := errors.New("no space left")
	if err := man.Write(failing{full}, pagetest.Page(same), man.Options{Name: "opsfit"}); !errors.Is(err, full) {
		t.Errorf("got %v", err)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }
