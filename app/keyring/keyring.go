// Package keyring keeps secrets in the operating system's keyring. It sets a time limit to every call, reads back what
// it stores and makes sure that what it deletes is gone.
package keyring

import (
	"cmp"
	"context"
	"errors"
	"log/slog"
	"time"

	"accesskeys/app/store"
	"accesskeys/client"
)

const (
	// maxEntry is how many bytes an entry may hold: what Windows allows (CRED_MAX_CREDENTIAL_BLOB_SIZE),
	// which is the least of all systems.
	maxEntry = 5 * 512
)

var (
	errReadBack   = errors.New("what was read back differs from what was stored")
	errNotKept    = errors.New("it was not there after being stored")
	errStillThere = errors.New("it was still there after being deleted")
	errEmpty      = errors.New("the entry is empty")
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

// Get returns the secret of an entry, or ErrNotStored, a *Error, or ctx's error. While an entry is
// being asked for, another caller that asks for the same one waits for the same answer.
func (k *Keyring) Get(ctx context.Context, service, account string) (client.Secret, error) {
	get := func() (client.Secret, error) {
		return k.do(ctx, "get", &call{
			question: service + "\n" + account,
			ask:      func() (client.Secret, error) { return k.get(service, account) },
		})
	}
	s, err := get()
	if KindOf(err) == Locked { // which is the answer to a Peek
		return get()
	}
	return s, err
}

// Peek is Get that asks the user nothing: it returns a *Error of Locked where they would be asked to unlock the keyring.
func (k *Keyring) Peek(ctx context.Context, service, account string) (client.Secret, error) {
	return k.do(ctx, "peek", &call{
		question: service + "\n" + account,
		ask:      func() (client.Secret, error) { return entry(k.os.Peek(service, account)) },
	})
}

// Set stores a secret and reads it back. It returns a *Error or ctx's error. When ctx ends and the
// secret is stored after all, that is taken back as soon as the keyring answers.
func (k *Keyring) Set(ctx context.Context, service, account string, s client.Secret) error {
	if len(s.Reveal()) > maxEntry {
		return &Error{Kind: TooLarge}
	}
	_, err := k.do(ctx, "set", &call{
		ask:  func() (client.Secret, error) { return client.Secret{}, k.set(service, account, s) },
		undo: func() { k.takeBack(service, account) },
	})
	return err
}

// Delete removes an entry and makes sure that it is gone; nil means that it is, or never was. It
// returns a *Error or ctx's error.
func (k *Keyring) Delete(ctx context.Context, service, account string) error {
	_, err := k.do(ctx, "delete", &call{ask: func() (client.Secret, error) {
		return client.Secret{}, k.delete(service, account)
	}})
	return err
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

// get reads an entry. Like set, delete and takeBack, it is for the worker.
func (k *Keyring) get(service, account string) (client.Secret, error) {
	return entry(k.os.Get(service, account))
}

// entry is what was read. An empty entry is not what was stored, but there is one: KWallet answers so when it may not be
// read.
func entry(value string, err error) (client.Secret, error) {
	if err == nil && value == "" {
		err = &Error{Kind: Refused, Err: errEmpty}
	}
	return client.NewSecret(value), err
}

// set stores an entry and reads it back. That there is none then is how go-keyring has a prompt dismissed.
func (k *Keyring) set(service, account string, s client.Secret) error {
	if err := k.os.Set(service, account, s.Reveal()); err != nil {
		return err
	}
	stored, err := k.get(service, account)
	switch {
	case err == nil && stored.Equal(s):
		return nil
	case errors.Is(err, ErrNotStored):
		return &Error{Kind: Refused, Err: errNotKept}
	}
	k.takeBack(service, account)
	if err == nil {
		err = errReadBack
	}
	return &Error{Kind: Mismatch, Err: err}
}

// delete removes an entry and looks whether it is gone: go-keyring counts a dismissed prompt as success.
func (k *Keyring) delete(service, account string) error {
	if err := k.os.Delete(service, account); err != nil && !errors.Is(err, ErrNotStored) {
		return err
	}
	_, err := k.get(service, account)
	switch {
	case errors.Is(err, ErrNotStored):
		return nil
	case err != nil:
		return err
	}
	return &Error{Kind: Mismatch, Err: errStillThere}
}

// takeBack removes an entry whose storing counts as failed.
func (k *Keyring) takeBack(service, account string) {
	if err := k.delete(service, account); err != nil {
		k.log.Warn("what was stored in the keyring could not be taken back", "service", service, "error", err)
	}
}

// classified gives err its kind, where it has none yet.
func classified(err error) error {
	var known *Error
	var held *store.Error
	switch {
	case err == nil, errors.As(err, &known), errors.Is(err, ErrNotStored), errors.Is(err, context.Canceled),
		errors.Is(err, errors.ErrUnsupported):
		return err
	case errors.As(err, &held):
		return &Error{Kind: Busy, Err: err}
	case errors.Is(err, context.DeadlineExceeded):
		return &Error{Kind: Timeout, Err: err}
	}
	return &Error{Kind: kindOfSystem(err), Err: err}
}
