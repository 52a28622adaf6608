package undo

import "time"

// LostAt returns when an offer ended because the user has switched to another account: now, if one would end so, or else as
// Lost said. It returns zero if none did.
func (u *Undo) LostAt() time.Time {
	if len(u.offers) > 0 {
		return u.tasks.Now()
	}
	return u.lostAt
}

// Lost says when an offer in another account, or in an earlier session of this one, ended because the user switched away. The
// user who asks for it soon after is told so.
func (u *Undo) Lost(at time.Time) { u.lostAt = at }

// isLost reports whether the last disabling could still be undone if the user had not switched accounts since.
func (u *Undo) isLost() bool { return !u.lostAt.IsZero() && u.tasks.Now().Sub(u.lostAt) < Time }
