package cli

import (
	"errors"
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/evidence"
)

// TestBackgroundScanSurvives: whatever goes wrong while a repository is read beside an interview, the interview hears of it as a
// fault, and goes on.
func TestBackgroundScanSurvives(t *testing.T) {
	t.Parallel()
	scan := &evidence.Scan{Schema: evidence.Schema}
	tests := []struct {
		name  string
		read  func() (*evidence.Scan, error)
		fault string
	}{
		{"it was read", func() (*evidence.Scan, error) { return scan, nil }, ""},
		{"it could not be read", func() (*evidence.Scan, error) { return nil, errors.New("damaged") }, "damaged"},
		{"a mistake of ours", func() (*evidence.Scan, error) { panic("index out of range") }, "internal failure while the repository was read: index"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			a := &backgroundScan{ready: make(chan struct{})}
			go a.readRepository(test.read)
			<-a.Ready()
			fault := a.Err()
			if test.fault == "" {
				if fault != nil || a.scan != scan {
					t.Errorf("%v, %v", a.scan, fault)
				}
				return
			}
			if fault == nil || !strings.HasPrefix(fault.Error(), test.fault) || a.scan != nil {
				t.Errorf("%v, %v, want %s", a.scan, fault, test.fault)
			}
			if _, err := a.waitForScan(t.Context()); !errors.Is(err, fault) {
				t.Errorf("after the interview: %v, want %v", err, fault)
			}
		})
	}
}
