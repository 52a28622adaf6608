package shell

import (
	"context"
	"time"

	"accesskeys/app/session"
	"accesskeys/views/keytable"
	"accesskeys/views/kit/background"
	"accesskeys/views/lockpage"
	"accesskeys/views/notes"
	"accesskeys/views/signin"
)

// state is what the window currently shows, and for which session. The parts of the window share it.
type state struct {
	current  *session.Session
	tasks    *background.Tasks // end with the session
	settings *settingsPage     // nil unless signed in
	signIn   *signin.Page      // nil if signed in
	lockPage *lockpage.Page    // nil unless locked

	chosen chosen

	waiting     bool               // a session is being opened without asking
	stopOpening context.CancelFunc // stops that
}

// chosen is the current account.
type chosen struct {
	account string              // its ID, also while it is being opened or signed in to; "" if it is not on the list
	back    func()              // goes back to what the user came from, until the account is open; may be nil
	place   func(*settingsPage) // leads to where the user was on its page; nil is its keys
	aside   session.Aside       // the session that back goes back to, if it is still open

	cursors map[string]keytable.Place // by account ID: where the cursor was when the user left the account

	typed     notes.Kept       // what was typed in a session that the server no longer accepts
	undoLost  time.Time        // when switching away from an account ended the offer to undo a change
	loggedOut *session.Session // the last session that the user has logged out of, or whose account they have removed
}

// locked reports whether the window is locked. Only the lock page may be shown and used then.
func (s *state) locked() bool { return s.lockPage != nil }

// signingIn reports whether the sign-in form has an attempt in progress.
func (s *state) signingIn() bool { return s.signIn != nil && s.signIn.Stop != nil }

// showsSecret reports whether a secret is shown.
func (s *state) showsSecret() bool {
	return s.settings != nil && s.settings.keys.ShowsSecret() || s.signIn != nil && s.signIn.Secret.Shown() ||
		s.locked() && s.lockPage.Entry.Shown()
}

// hideSecrets masks every secret, including those that are still being fetched.
func (s *state) hideSecrets() {
	if s.settings != nil {
		s.settings.keys.HideSecrets()
	}
	s.maskTyped()
}

// hideShown masks every secret that is shown.
func (s *state) hideShown() {
	if s.settings != nil {
		s.settings.keys.HideShown()
	}
	s.maskTyped()
}

// maskTyped masks the secret in the sign-in form and on the lock page. It stays in the field.
func (s *state) maskTyped() {
	if s.locked() {
		s.lockPage.Entry.Mask()
	}
	if s.signIn != nil {
		s.signIn.Secret.Mask()
	}
}

// closeIdle returns a function that closes idle connections, whose buffers may hold a secret.
func (s *state) closeIdle() func() {
	if s.current == nil {
		return func() {}
	}
	return s.current.CloseIdleConnections
}
