package shell

import (
	"context"

	"accesskeys/app/session"
	"accesskeys/views/kit/background"
	"accesskeys/views/lockpage"
	"accesskeys/views/signin"
)

// state is what the window shows at the moment, and of which session. The parts of the window share it.
type state struct {
	current  *session.Session
	tasks    *background.Tasks // end with the session
	settings *settingsPage     // while signed in
	signIn   *signin.Page      // while not
	lockPage *lockpage.Page    // while locked

	chosen chosen

	waiting     bool               // a session is being opened without asking
	stopOpening context.CancelFunc // ends that
}

// chosen is the account that the window is on.
type chosen struct {
	account string // its ID, also while it is opened or asked for; "" is none that is listed
	back    func() // what Cancel does on the next sign-in form, if anything

	loggedOut *session.Session // the last that the user logged out of, or removed
}

// locked reports whether the window is locked, so that nothing but the lock may be seen or worked.
func (s *state) locked() bool { return s.lockPage != nil }

// signingIn reports whether an attempt with the form is under way.
func (s *state) signingIn() bool { return s.signIn != nil && s.signIn.Stop != nil }

// showsSecret reports whether a secret is shown.
func (s *state) showsSecret() bool {
	return s.settings != nil && s.settings.keys.ShowsSecret() || s.signIn != nil && s.signIn.Secret.Shown()
}

// hideSecrets masks every secret, and those that are still being fetched too.
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

// maskTyped takes away what the sign-in form shows of the secret that is typed, which stays in the field.
func (s *state) maskTyped() {
	if s.signIn != nil {
		s.signIn.Secret.Mask()
	}
}

// leaveHidden gives the keyboard on, where a dialog has given it back to what is gone by now.
func (s *state) leaveHidden() {
	if s.settings != nil {
		s.settings.keys.LeaveHidden()
	}
}

// closeIdle returns what closes the connections that nothing uses: their buffers may hold a secret.
func (s *state) closeIdle() func() {
	if s.current == nil {
		return func() {}
	}
	return s.current.CloseIdleConnections
}
