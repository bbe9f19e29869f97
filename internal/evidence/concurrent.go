package evidence

import (
	"cmp"
	"context"
)

// task is a part of reading a repository.
type task func(context.Context) error

// inTurn runs one task after another, up to the first that fails.
func inTurn(tasks ...task) task {
	return func(ctx context.Context) error {
		for _, next := range tasks {
			if err := next(ctx); err != nil {
				return err
			}
		}
		return nil
	}
}

// runConcurrently runs both tasks concurrently; when one fails, the other's context is cancelled with that error. A
// panic of the second is passed on to the caller.
func runConcurrently(ctx context.Context, first, second task) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	do := func(one task) error {
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
