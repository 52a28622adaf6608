// Package history records what the program did on this computer. It is not an audit log, since anybody who can write to
// the user's files can change it.
package history

import (
	"context"
	"errors"
	"time"

	"accesskeys/app/keycheck"
	"accesskeys/app/keys"
	"accesskeys/client"
)

// Action says what was done. The values are stable names.
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
	Note      Action = "note"      // the user's note about a key was changed
	Elsewhere Action = "elsewhere" // a key has changed its state, and not by this computer

	ReplaceBegin   Action = "replace-begin"
	ReplaceFinish  Action = "replace-finish"
	ReplaceAbandon Action = "replace-abandon"

	SignIn   Action = "sign-in"
	Open     Action = "open"   // a saved sign-in was opened at a start, for which the server is not asked
	Switch   Action = "switch" // the user switched to an account that is signed in already
	LogOut   Action = "log-out"
	Remove   Action = "remove-account" // an account was removed from this computer
	Lock     Action = "lock"
	Unlock   Action = "unlock"
	WrongPIN Action = "wrong-pin"

	SetPIN    Action = "set-pin"
	ChangePIN Action = "change-pin"
	RemovePIN Action = "remove-pin"

	Off   Action = "off"   // the history was turned off
	Clear Action = "clear" // the events before this one were removed
)

// Actions returns all actions, in the order in which the user can choose from them.
func Actions() []Action {
	return []Action{Create, Enable, Disable, Delete, Show, Copy, Check, Note, ReplaceBegin, ReplaceFinish, ReplaceAbandon,
		Elsewhere, SignIn, Open, Switch, LogOut, Remove, Lock, Unlock, WrongPIN, SetPIN, ChangePIN, RemovePIN, Off, Clear}
}

// Outcome says how an action ended. The values are stable names.
type Outcome string

// The outcomes.
const (
	Done     Outcome = "done"
	Failed   Outcome = "failed"   // Kind says why
	Pending  Outcome = "pending"  // it is not known yet whether it was done
	Resolved Outcome = "resolved" // a pending outcome is known now: Kind is "" if it was done, or else NotDone
)

// The kinds of failures besides those of the client.
const (
	NotDone     = "not-done"    // a pending change was not done
	Changed     = "changed"     // the key's state had changed before the action
	Unconfirmed = "unconfirmed" // there was no answer, and the key does not show that it was done
	NotKept     = "not-kept"    // the secret is not in the keyring and could not be fetched from the server
	Keyring     = "keyring"     // the keyring failed
	OfWrongPIN  = "wrong-pin"
	Cancelled   = "cancelled"
	Other       = "other"
)

// Event is an entry of the history. It contains no secret, and no text from a server except the user's ID.
type Event struct {
	At      time.Time    `json:"at"` // in UTC
	Base    string       `json:"base,omitempty"`
	User    string       `json:"user,omitempty"`
	KeyID   string       `json:"key,omitempty"`
	Action  Action       `json:"action"`
	Outcome Outcome      `json:"outcome"`
	Kind    string       `json:"kind,omitempty"`
	State   client.State `json:"state,omitempty"`  // the key's state, if it was changed elsewhere, resolved, checked or Unconfirmed
	Undo    bool         `json:"undo,omitempty"`   // the action was to undo another
	Format  string       `json:"format,omitempty"` // the format in which it was copied
	Version string       `json:"app,omitempty"`    // the program's version
}

// About returns an event about a key, with the outcome Done. Its time is not set.
func About(r keys.Ref, a Action) Event {
	return Event{Base: r.Base, User: r.User, KeyID: r.KeyID, Action: a, Outcome: Done}
}

// Checked returns an event about a check of a key. kind is the result of the check, and state the key's state.
func Checked(r keys.Ref, kind string, state client.State) Event {
	e := About(r, Check)
	e.Kind, e.State = kind, state
	return e
}

// OfCheck returns the event about a check of a key that ended with a result, or was stopped.
func OfCheck(r keys.Ref, result keycheck.Result) Event {
	if errors.Is(result.Err, context.Canceled) {
		return About(r, Check).Ending(context.Canceled)
	}
	return Checked(r, string(result.Kind), result.State)
}

// Ref returns the key that the event is about.
func (e Event) Ref() keys.Ref { return keys.Ref{Base: e.Base, User: e.User, KeyID: e.KeyID} }

// FormatSecret is the Format of an event in which the bare secret was copied.
const FormatSecret = "secret"
