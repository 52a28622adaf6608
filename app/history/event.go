// Package history keeps what the program did on this computer. It is not an audit log: who can change the files can
// change it.
package history

import (
	"time"

	"accesskeys/app/keys"
	"accesskeys/client"
)

// Action is what was done. The values are stable names.
type Action string

// The actions.
const (
	Create    Action = "create"
	Enable    Action = "enable"
	Disable   Action = "disable"
	Delete    Action = "delete"
	Show      Action = "show"
	Copy      Action = "copy"
	Check     Action = "check"
	Note      Action = "note"      // what is noted about a key was changed
	Elsewhere Action = "elsewhere" // a key was found in a state that nothing done here explains

	ReplaceBegin   Action = "replace-begin"
	ReplaceFinish  Action = "replace-finish"
	ReplaceAbandon Action = "replace-abandon"

	SignIn   Action = "sign-in"
	Switch   Action = "switch" // to an account that is signed in already
	LogOut   Action = "log-out"
	Lock     Action = "lock"
	Unlock   Action = "unlock"
	WrongPIN Action = "wrong-pin"

	SetPIN    Action = "set-pin"
	ChangePIN Action = "change-pin"
	RemovePIN Action = "remove-pin"

	Off   Action = "off"   // the history was turned off
	Clear Action = "clear" // what was here before was removed
)

// Actions are all, in the order in which they are offered.
func Actions() []Action {
	return []Action{Create, Enable, Disable, Delete, Show, Copy, Check, Note, ReplaceBegin, ReplaceFinish, ReplaceAbandon,
		Elsewhere, SignIn, Switch, LogOut, Lock, Unlock, WrongPIN, SetPIN, ChangePIN, RemovePIN, Off, Clear}
}

// Outcome is how it went. The values are stable names.
type Outcome string

// The outcomes.
const (
	Done     Outcome = "done"
	Failed   Outcome = "failed"   // Kind says why
	Pending  Outcome = "pending"  // it is not known whether it was done
	Resolved Outcome = "resolved" // which is known now: Kind is "", or NotDone
)

// Kinds of failures beside those of the client.
const (
	NotDone     = "not-done"    // of what was pending
	Changed     = "changed"     // the key was in another state by then
	Unconfirmed = "unconfirmed" // the answer was lost, and it was not seen to be done
	NotKept     = "not-kept"    // the secret is not in the keyring, which was the only place to get it from
	Keyring     = "keyring"     // it gave no answer
	Cancelled   = "cancelled"
	Other       = "other"
)

// Event is a line of the history. It has no secret, and no text of a server's but the user's ID.
type Event struct {
	At      time.Time    `json:"at"` // in UTC
	Base    string       `json:"base,omitempty"`
	User    string       `json:"user,omitempty"`
	KeyID   string       `json:"key,omitempty"`
	Action  Action       `json:"action"`
	Outcome Outcome      `json:"outcome"`
	Kind    string       `json:"kind,omitempty"`
	State   client.State `json:"state,omitempty"`  // of what was changed elsewhere, resolved or checked: what the key is then
	Format  string       `json:"format,omitempty"` // of what was copied
	Version string       `json:"app,omitempty"`    // the program's
}

// About returns an event of a key, of which nothing is said so far.
func About(r keys.Ref, a Action) Event {
	return Event{Base: r.Base, User: r.User, KeyID: r.KeyID, Action: a, Outcome: Done}
}

// Checked returns the event that a key was checked. kind is what came of it, and state is that of the key.
func Checked(r keys.Ref, kind string, state client.State) Event {
	e := About(r, Check)
	e.Kind, e.State = kind, state
	return e
}

// Ref is the key that the event is about.
func (e Event) Ref() keys.Ref { return keys.Ref{Base: e.Base, User: e.User, KeyID: e.KeyID} }

// FormatSecret is the format of a secret that was copied as it is.
const FormatSecret = "secret"
