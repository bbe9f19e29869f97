package cli

import (
	"os"
	"path/filepath"
	"testing"
)

// TestFromRoot names files as a code host shows them, whatever folder the program runs in.
func TestFromRoot(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	deep := filepath.Join(dir, "services", "pay")
	if err := os.MkdirAll(deep, 0o755); err != nil {
		t.Fatal(err)
	}
	run := &runner{Process: Process{Dir: deep}}
	if got := run.fromRoot("a.yaml"); got != "a.yaml" {
		t.Errorf("outside a repository: %q", got)
	}
	if err := os.Mkdir(filepath.Join(dir, ".git"), 0o755); err != nil {
		t.Fatal(err)
	}
	outside := filepath.ToSlash(filepath.Join(filepath.Dir(dir), "a.yaml"))
	tests := []struct{ name, want string }{
		{"a.yaml", "services/pay/a.yaml"},
		{filepath.Join("..", "a.yaml"), "services/a.yaml"},
		{filepath.Join(deep, "a.yaml"), "services/pay/a.yaml"},
		{outside, outside},
	}
	for _, test := range tests {
		if got := run.fromRoot(test.name); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}
