package client

import "context"

// Progress is a step of SignIn.
type Progress struct {
	Address       string // where the API is looked for, or was found
	Found         bool   // it was found there: now a token format is looked for that lets the key in
	Number, Count int    // of the step among those of its kind that may be needed
}

type progressKey struct{}

// WithProgress returns a context with which SignIn calls f at the beginning of each step, before it waits for the
// server.
func WithProgress(ctx context.Context, f func(Progress)) context.Context {
	return context.WithValue(ctx, progressKey{}, f)
}

func report(ctx context.Context, p Progress) {
	if f, ok := ctx.Value(progressKey{}).(func(Progress)); ok {
		f(p)
	}
}
