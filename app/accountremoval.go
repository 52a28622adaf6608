package app

import (
	"context"
	"errors"

	"accesskeys/app/session"
	"accesskeys/app/settings"
)

// Removal is what goes when an account is taken off the list, besides its sign-in and the list that is kept of its keys.
// What another account needs that has the same user, or may have, stays.
type Removal struct {
	Account  string // its ID
	Shared   bool   // another account has the same user, or may have
	Noted    int    // how many of its keys have a note
	Unclear  bool   // there are notes of which it is not known whether they are its
	Replaced int    // how many of its keys are being replaced

	owner session.Owner
}

// RemovalOf returns what goes with an account. s is its session, nil where it is not open. It waits for the disk.
func (a *App) RemovalOf(ctx context.Context, id string, s *session.Session) (Removal, error) {
	err := errors.Join(a.Notes.Load(), a.Rotations.Reread(ctx)) // a window may not have read them
	r := Removal{Account: id}
	if r.owner, r.Shared = session.OwnerOf(a.Sessions, id, s); !r.Shared {
		r.Noted, r.Replaced = a.Notes.Count(r.owner.Base, r.owner.User), a.Rotations.Count(r.owner.Ref)
		r.Unclear = UnclearNotes(a, r.owner)
	}
	return r, err
}

// UnclearNotes reports whether there are notes of keys of which it is not known whether an account shows them, because its
// user was never learnt.
func UnclearNotes(a *App, o session.Owner) bool {
	return o.User == "" && a.Notes.CountAt(o.Base) > a.Notes.Count(o.Base, o.User)
}

// Remove takes an account off the list, with what RemovalOf returned of it: the secrets that were revealed and the notes only
// where they are to go as well. What another account has come to share since stays, too. s is its session, nil where it is not
// open. The errors are that of Sessions.Remove, and that of the files that what was noted is in.
func (a *App) Remove(ctx context.Context, r Removal, s *session.Session, secrets, notes bool) (signIn, noted error) {
	_, shared := session.OwnerOf(a.Sessions, r.Account, s)
	r.Shared = r.Shared || shared
	signIn = a.Sessions.Remove(ctx, r.Account, s, secrets && !r.Shared)
	if r.Shared {
		return signIn, nil
	}
	a.Settings.Change(func(v *settings.Settings) { v.ForgetExpiry(r.owner.Base, r.owner.User) })
	noted = a.Rotations.Forget(ctx, r.owner.Ref)
	if notes {
		noted = errors.Join(noted, a.Notes.Forget(r.owner.Base, r.owner.User))
	}
	return signIn, noted
}
