package cli

import (
	"bytes"
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"
)

// TestOpen holds which page --open shows: the first that --output names, else one named after the service.
func TestOpen(t *testing.T) {
	t.Parallel()
	tests := []struct {
		args []string
		want string
	}{
		{[]string{"assess", "-a", "shop.yaml", "--open"}, "payments-api.html"},
		{[]string{"assess", "-a", "shop.yaml", "--open", "-o", "a.md", "-o", "pages/b.html", "-o", "c.html"}, "pages/b.html"},
		{[]string{"plan", "-a", "shop.yaml", "--open", "-o", "a.json"}, "payments-api-plan.html"},
		{[]string{"portfolio", "shop.yaml", "--open", "-f", "csv"}, "portfolio.html"},
	}
	for _, test := range tests {
		dir := sampleDir(t)
		var opened []string
		_, errs, code := withOpener(t, dir, func(_ context.Context, path string) error {
			opened = append(opened, path)
			return nil
		}, test.args...)
		path := filepath.Join(dir, test.want)
		if code != ExitDone || len(opened) != 1 || opened[0] != path || !strings.Contains(read(t, path), "<html") {
			t.Errorf("%v: exit code %d, opened %q, errors %q", test.args, code, opened, errs)
		}
		if !strings.Contains(errs, "wrote "+test.want+"\n") {
			t.Errorf("%v: errors %q", test.args, errs)
		}
	}
}

// TestOpenFails proves that a result stands when its page cannot be shown.
func TestOpenFails(t *testing.T) {
	t.Parallel()
	dir := sampleDir(t)
	fails := func(context.Context, string) error { return errors.New("xdg-open is not installed") }
	_, errs, code := withOpener(t, dir, fails, "assess", "-a", "shop.yaml", "-o", "shop.html", "--open")
	if code != ExitDone || !strings.Contains(errs, "the page was not opened: xdg-open is not installed; open shop.html\nyourself") {
		t.Errorf("exit code %d, errors %q", code, errs)
	}
}

// TestOpenRefused proves that nothing is written or opened where nobody looks, or over somebody's own page.
func TestOpenRefused(t *testing.T) {
	t.Parallel()
	dir := sampleDir(t)
	write(t, filepath.Join(dir, "payments-api.html"), "<html>my own</html>")
	open := []string{"assess", "-a", "shop.yaml", "--open"}
	if _, errs, code := atTerminal(t, dir, open...); code != ExitUsage || !strings.Contains(errs, "is not a page of opsfit") {
		t.Errorf("exit code %d, errors %q", code, errs)
	}
	for name, change := range map[string]func(*Process){
		"no terminal": func(*Process) {},
		"CI is set": func(p *Process) {
			p.Streams.OutIsTerminal = true
			p.Env = func(name string) string { return map[string]string{"CI": "true"}[name] }
		},
	} {
		var out, errs bytes.Buffer
		run := process(dir, &out, &errs)
		change(&run)
		if code := Main(context.Background(), run, open); code != ExitUsage || !strings.Contains(errs.String(), "--output report.html") {
			t.Errorf("%s: exit code %d, errors %q", name, code, errs.String())
		}
	}
	if _, errs, code := atTerminal(t, dir, "assess", "-a", "shop.yaml", "--amend", "record.md", "--open"); code != ExitUsage {
		t.Errorf("exit code %d, errors %q", code, errs)
	}
}
