package shell

import (
	"time"

	"accesskeys/app/keys"
	"accesskeys/app/session"
)

// signedIn reports whether the window has a session.
func (r *rig) signedIn() bool { return r.w.state.current != nil }

func (r *rig) session() *session.Session { return r.w.state.current }

func (r *rig) showSession(s *session.Session) { r.w.session.show(s) }

// known returns what the application knows about a key.
func (r *rig) known(id string) (keys.Key, bool) { return r.session().Keys().Find(id) }

// callLimit returns how long a call to the server may take.
func (r *rig) callLimit() time.Duration { return r.w.state.tasks.Limit }

func (r *rig) askLogOut() { r.w.session.askLogOut() }

func (r *rig) logOut(forget bool) {
	r.w.session.logOut(r.session(), session.LoggingOut(r.app.Sessions, r.session(), false, forget))
}

// leave ends the session, which stays remembered.
func (r *rig) leave() { r.w.session.leave() }

// reject tells the window that the server no longer accepts its key.
func (r *rig) reject(err error) { r.w.session.rejected(err) }

// ownKeyGone tells the window that its own key is no longer enabled.
func (r *rig) ownKeyGone(k keys.Key) { r.w.session.ownKeyGone(k) }
