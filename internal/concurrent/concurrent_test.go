package concurrent

import (
	"context"
	"errors"
	"testing"
)

// TestTogether: two tasks end with one fault, whichever of them has it, and neither is left behind.
func TestTogether(t *testing.T) {
	t.Parallel()
	fault := errors.New("damaged")
	works := func(context.Context) error { return nil }
	fails := func(context.Context) error { return fault }
	// As a program that is ended says why.
	waits := func(ctx context.Context) error {
		<-ctx.Done()
		return context.Cause(ctx)
	}
	never := func(context.Context) error {
		t.Error("what comes after a fault was done")
		return nil
	}
	tests := []struct {
		name          string
		first, second Task
		want          error
	}{
		{"both work", works, InTurn(works, works), nil},
		{"the first fails", InTurn(works, fails, never), waits, fault},
		{"the second fails", waits, InTurn(works, fails, never), fault},
		{"both fail", fails, fails, fault},
	}
	for _, test := range tests {
		if err := Run(t.Context(), test.first, test.second); !errors.Is(err, test.want) {
			t.Errorf("%s: %v, want %v", test.name, err, test.want)
		}
	}
	ended, cancel := context.WithCancelCause(t.Context())
	cancel(fault)
	if err := Run(ended, waits, waits); !errors.Is(err, fault) {
		t.Errorf("ended from outside: %v, want %v", err, fault)
	}
}

// TestTogetherPanics in the caller, who may be guarded, and not in a place where nobody can be.
func TestTogetherPanics(t *testing.T) {
	t.Parallel()
	waits := func(ctx context.Context) error {
		<-ctx.Done()
		return ctx.Err()
	}
	breaks := func(context.Context) error { panic("a mistake of ours") }
	for name, tasks := range map[string][2]Task{"the second": {waits, breaks}, "the first": {breaks, func(context.Context) error { return nil }}} {
		func() {
			defer func() {
				if failure := recover(); failure != "a mistake of ours" {
					t.Errorf("%s: %v", name, failure)
				}
			}()
			_ = Run(t.Context(), tasks[0], tasks[1])
			t.Errorf("%s broke, and nobody heard of it", name)
		}()
	}
}
