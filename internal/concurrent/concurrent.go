// Package concurrent runs tasks at the same time. It knows nothing of what they do.
package concurrent

import (
	"cmp"
	"context"
)

// Task is a part of some work; it ends when its context does.
type Task func(context.Context) error

// InTurn runs one task after another, up to the first that fails.
func InTurn(tasks ...Task) Task {
	return func(ctx context.Context) error {
		for _, next := range tasks {
			if err := next(ctx); err != nil {
				return err
			}
		}
		return nil
	}
}

// Run runs both tasks concurrently; when one fails, the other's context is cancelled with that error. A
// panic of the second is passed on to the caller.
func Run(ctx context.Context, first, second Task) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	do := func(one Task) error {
		err := one(ctx)
		if err != nil {
			cancel(err)
		}
		return err
	}
	var other error
	var failure any
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer func() {
			if failure = recover(); failure != nil {
				cancel(nil)
			}
		}()
		other = do(second)
	}()
	err := do(first)
	<-done
	if failure != nil {
		panic(failure)
	}
	return cmp.Or(err, other)
}
