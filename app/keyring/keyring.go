// Package keyring keeps secrets in the operating system's keyring. It sets a time limit to every call, reads back what
// it stores and makes sure that what it deletes is gone.
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
// Those take no context and may block for as long as a prompt is unanswered. So calls are made by one
// worker, one after another. A caller waits for the answer for as long as its context lasts; but as long
// as a call takes longer than it should, or than its caller waited, others fail at once with Busy
// instead of asking again. It believes nothing: what was stored is read back, what was deleted is looked
// for.
type Keyring struct {
	os     System
	log    *slog.Logger
	worker worker
}

// New returns the system's keyring. It is first asked for when it is first used.
func New(o Options) *Keyring { return Over(&systemKeyring{}, o) }

// Over returns a keyring over a system's, which makes one call at a time.
func Over(os System, o Options) *Keyring {
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	return &Keyring{os: os, log: o.Logger, worker: worker{limit: cmp.Or(o.Limit, Limit)}}
}

// Probe reports whether the keyring answers, without storing anything and without asking the user to
// unlock it: where they would be asked, it returns a *Error of Locked. Because nobody is
// asked, it does not wait longer than a call should take.
func (k *Keyring) Probe(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, k.worker.limit)
	defer cancel()
	_, err := k.do(ctx, "probe", &call{ask: func() (client.Secret, error) {
		return client.Secret{}, k.os.Probe()
	}})
	return err
}

// Unlocked returns a *Error of Locked where a call would ask the user to unlock the keyring, another of its errors, or
// ctx's. It asks the user nothing.
func (k *Keyring) Unlocked(ctx context.Context) error {
	_, err := k.do(ctx, "unlocked", &call{ask: func() (client.Secret, error) {
		return client.Secret{}, k.os.Unlocked()
	}})
	return err
}

// Accounts returns the accounts that a service has entries for. It returns a *Error, ctx's error, or
// errors.ErrUnsupported where the keyring cannot tell. It asks the user nothing.
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

// do has the worker answer c, once there is a keyring to talk to.
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
