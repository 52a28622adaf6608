package client

import "context"

// Progress is a step of SignIn.
type Progress struct {
	Address       string // where the API is searched for, or where it was found
	Found         bool   // the API was found, and SignIn now looks for a token format that the server accepts
	Number, Count int    // the number of this step, from 1, and how many of its kind may be needed
}

type progressKey struct{}

// WithProgress returns a context with which SignIn calls f at the beginning of each step, before it waits for the server.
func WithProgress(ctx context.Context, f func(Progress)) context.Context {
	return context.WithValue(ctx, progressKey{}, f)
}

func report(ctx context.Context, p Progress) {
	if f, ok := ctx.Value(progressKey{}).(func(Progress)); ok {
		f(p)
	}
}
