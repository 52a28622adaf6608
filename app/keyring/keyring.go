// Package keyring stores secrets in the operating system's keyring. It limits the time of every call, reads back what it
// has stored, and verifies that deleted entries are gone.
package keyring

import (
	"cmp"
	"context"
	"log/slog"
	"time"

	"accesskeys/client"
)

// Options adjust a Keyring. The zero value is ready for use.
type Options struct {
	Logger *slog.Logger  // nil discards
	Limit  time.Duration // a call that takes longer counts as stuck; 0 means 15 s
}

// Keyring is the operating system's keyring: Secret Service, Keychain or Credential Manager.
//
// Calls to these take no context and may block until the user answers a prompt. A Keyring therefore has one worker that
// makes the calls one after another. A caller waits for the answer until its context is done. While a call takes longer
// than Options.Limit, or than its caller waited, other calls fail at once with Busy.
type Keyring struct {
	os     System
	log    *slog.Logger
	worker worker
}

// New returns the system's keyring. It does not connect to it before the first call.
func New(o Options) *Keyring { return Over(&systemKeyring{}, o) }

// Over returns a Keyring that makes its calls to os, one at a time.
func Over(os System, o Options) *Keyring {
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	return &Keyring{os: os, log: o.Logger, worker: worker{limit: cmp.Or(o.Limit, Limit)}}
}

// Probe returns an error if the keyring does not answer, or an *Error of Locked if it is locked. It stores nothing and
// does not ask the user to unlock the keyring. Because nobody is asked, it waits no longer than Options.Limit.
func (k *Keyring) Probe(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, k.worker.limit)
	defer cancel()
	_, err := k.do(ctx, "probe", &call{ask: func() (client.Secret, error) {
		return client.Secret{}, k.os.Probe()
	}})
	return err
}

// Unlocked returns an *Error of Locked if other calls would ask the user to unlock the keyring, another *Error if the
// keyring fails, or ctx's error. It does not ask the user.
func (k *Keyring) Unlocked(ctx context.Context) error {
	_, err := k.do(ctx, "unlocked", &call{ask: func() (client.Secret, error) {
		return client.Secret{}, k.os.Unlocked()
	}})
	return err
}

// Accounts returns the accounts for which a service has entries. The error is an *Error, ctx's error, or
// errors.ErrUnsupported if the keyring cannot list entries. Accounts does not ask the user.
func (k *Keyring) Accounts(ctx context.Context, service string) ([]string, error) {
	var accounts []string
	_, err := k.do(ctx, "list", &call{ask: func() (s client.Secret, err error) {
		listed, err := k.os.Accounts(service)
		if err == nil {
			accounts = listed
		}
		return s, err
	}})
	if err != nil {
		return nil, err
	}
	return accounts, nil
}

// do lets the worker make the call c, after it has made sure that there is a keyring.
func (k *Keyring) do(ctx context.Context, what string, c *call) (client.Secret, error) {
	ask := c.ask
	c.ask = func() (client.Secret, error) {
		if err := k.os.Reach(); err != nil {
			return client.Secret{}, err
		}
		return ask()
	}
	began := time.Now()
	s, err := k.worker.do(ctx, c)
	k.log.Debug("keyring", "call", what, "took", time.Since(began), "error", err)
	return s, classified(err)
}
