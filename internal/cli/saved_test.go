package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

// TestWarningsOfTheSameRelease holds that warnings are compared where the catalogue is surely the same: two builds without a version
// may ship different ones.
func TestWarningsOfTheSameRelease(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	sample, err := os.ReadFile("../../testdata/answers/hospital.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "answers.yaml"), sample, 0o644); err != nil {
		t.Fatal(err)
	}
	run := func(version string, args ...string) (int, string) {
		var out, errs bytes.Buffer
		p := process(dir, &out, &errs)
		p.Version.Version = version
		return Main(t.Context(), p, args), out.String() + errs.String()
	}
	for _, test := range []struct {
		writer, reader string
		want           int
	}{
		{"v2.0.0", "v2.0.0", ExitInput},
		{"v2.0.0", "v2.1.0", ExitDone},
		{unreleased, unreleased, ExitDone},
		{"v2.0.0-1-g1234567-dirty", "v2.0.0-1-g1234567-dirty", ExitDone},
	} {
		file := "result-" + test.writer + ".json"
		if code, said := run(test.writer, "assess", "-a", "answers.yaml", "-o", file); code != ExitDone {
			t.Fatal(said)
		}
		if code, said := run(test.reader, "report", file); code != ExitDone {
			t.Errorf("%s does not read what %s wrote: %s", test.reader, test.writer, said)
		}
		honest, err := os.ReadFile(filepath.Join(dir, file))
		if err != nil {
			t.Fatal(err)
		}
		quiet := regexp.MustCompile(`(?s)"warnings": .*"recommendations"`).ReplaceAll(honest, []byte(`"warnings": [], "recommendations"`))
		if err := os.WriteFile(filepath.Join(dir, "quiet.json"), quiet, 0o644); err != nil {
			t.Fatal(err)
		}
		if code, said := run(test.reader, "report", "quiet.json"); code != test.want {
			t.Errorf("%s exits with %d for what %s wrote without its warnings: %s", test.reader, code, test.writer, said)
		}
	}
}
