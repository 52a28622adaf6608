package app

import (
	"context"
	"errors"

	"accesskeys/app/session"
	"accesskeys/app/settings"
)

// Removal tells what is removed together with an account, besides its sign-in and the stored list of its keys. If another
// account has the same user, or may have, nothing else is removed.
type Removal struct {
	Account  string // the account's ID
	Shared   bool   // another account has the same user, or may have
	Noted    int    // how many of the account's keys have a note
	Unclear  bool   // there are notes that may belong to the account
	Replaced int    // how many of the account's keys are being replaced

	owner session.Owner
}

// RemovalOf returns what is removed together with an account. s is its session, or nil if it is not open. RemovalOf reads the
// disk.
func (a *App) RemovalOf(ctx context.Context, id string, s *session.Session) (Removal, error) {
	err := errors.Join(a.Notes.Load(), a.Rotations.Reread(ctx)) // this process may not have read them yet
	r := Removal{Account: id}
	if r.owner, r.Shared = session.OwnerOf(a.Sessions, id, s); !r.Shared {
		r.Noted, r.Replaced = a.Notes.Count(r.owner.Base, r.owner.User), a.Rotations.Count(r.owner.Ref)
		r.Unclear = a.UnclearNotes(r.owner)
	}
	return r, err
}

// UnclearNotes reports whether there are notes that may belong to an owner whose user is not known.
func (a *App) UnclearNotes(o session.Owner) bool {
	return o.User == "" && a.Notes.CountAt(o.Base) > a.Notes.Count(o.Base, o.User)
}

// Remove removes an account, and what RemovalOf returned for it unless another account has come to share it. It removes the
// revealed secrets only if secrets is set, and the notes only if notes is set. s is the account's session, or nil if it is
// not open. signIn is the error of Sessions.Remove, and noted that of writing the files of notes and replacements.
func (a *App) Remove(ctx context.Context, r Removal, s *session.Session, secrets, notes bool) (signIn, noted error) {
	_, shared := session.OwnerOf(a.Sessions, r.Account, s)
	r.Shared = r.Shared || shared
	if !r.Shared { // which Sessions.Remove writes
		a.Settings.Change(func(v *settings.Settings) { v.ForgetExpiry(r.owner.Base, r.owner.User) })
	}
	signIn = a.Sessions.Remove(ctx, r.Account, s, secrets && !r.Shared)
	if r.Shared {
		return signIn, nil
	}
	noted = a.Rotations.Forget(ctx, r.owner.Ref)
	if notes {
		noted = errors.Join(noted, a.Notes.Forget(r.owner.Base, r.owner.User))
	}
	return signIn, noted
}
