package cli

import (
	"io"
	"testing"
)

func TestDeviceNames(t *testing.T) {
	t.Parallel()
	for file, want := range map[string]string{
		"nul.md": "NUL", `C:\x\Con.html`: "CON", "C:aux.json": "AUX", "a/com1.tar.md": "COM1", "LPT9 .md": "LPT9", "com¹.md": "COM¹", "prn.": "PRN",
		"NUL": "", "con/report.md": "", "console.md": "", "com0.md": "", "com10.md": "", "lpt.md": "", "xcom1.md": "", "comlpt1.md": "", "report.nul": "", "": "",
	} {
		if got := deviceOfWindows(file); got != want {
			t.Errorf("%q: %q, want %q", file, got, want)
		}
	}
}

// TestDeviceNamesAreRefusedOnWindows holds that no report vanishes in a device; elsewhere the names are those of files.
func TestDeviceNamesAreRefusedOnWindows(t *testing.T) {
	t.Parallel()
	for system, want := range map[string]int{"windows": ExitUsage, "linux": ExitDone} {
		dir := sampleDir(t)
		for _, args := range [][]string{
			{"assess", "-a", "shop.yaml", "-o", "nul.md"}, {"assess", "-a", "shop.yaml", "-o", "json=aux.txt"}, {"answers", "new", "con.yaml"},
		} {
			run := process(dir, io.Discard, io.Discard)
			run.System = system
			if code := Main(t.Context(), run, args); code != want {
				t.Errorf("%s: %q: exit code %d, want %d", system, args, code, want)
			}
		}
	}
}
