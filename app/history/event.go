// Package history keeps what the program did on this computer. It is not an audit log: who can change the files can
// change it.
package history

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"time"

	"accesskeys/app/keyring"
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

// Ending returns the event with how it went.
func (e Event) Ending(err error) Event {
	switch {
	case err == nil:
		e.Outcome = Done
	case keys.Uncertain(err):
		e.Outcome = Pending
	default:
		e.Outcome, e.Kind = Failed, kindOf(err)
	}
	return e
}

func kindOf(err error) string {
	var unacknowledged *keys.UnacknowledgedError
	var changed *keys.ChangedError
	switch {
	case errors.As(err, &unacknowledged):
		return Unconfirmed
	case errors.As(err, &changed):
		return Changed
	case errors.Is(err, keys.ErrNotKept), errors.Is(err, keyring.ErrNotStored):
		return NotKept
	case keyring.KindOf(err) != "":
		return Keyring
	case errors.Is(err, context.Canceled):
		return Cancelled
	case errors.Is(err, context.DeadlineExceeded):
		return string(client.KindTimeout)
	}
	if kind := client.KindOf(err); kind != "" {
		return string(kind)
	}
	return Other
}

// FormatSecret is the format of a secret that was copied as it is.
const FormatSecret = "secret"

const (
	longestLine = 4 << 10 // bytes, with the line's end
	longestText = 300     // bytes of a server's address and of a user, the only texts of any length; JSON makes six of one
)

// cut returns the event without what is too long for a line, or no word of ours.
func (e Event) cut() Event {
	e.At = e.At.UTC().Truncate(time.Millisecond)
	e.Base, e.User = cutText(e.Base), cutText(e.User)
	switch e.State {
	case "", client.StateEnabled, client.StateDisabled, client.StateDeleted, client.StateExpired:
	default:
		e.State = client.StateUnreadable
	}
	return e
}

func cutText(s string) string {
	if len(s) > longestText {
		s = s[:longestText]
	}
	return strings.ToValidUTF8(s, "")
}

func (e Event) line() []byte {
	line, _ := json.Marshal(e.cut()) // has nothing that can fail
	return line
}

// eventOf reads a line, and reports whether it is one.
func eventOf(line []byte) (Event, bool) {
	var e Event
	if len(line) >= longestLine || json.Unmarshal(line, &e) != nil || e.At.IsZero() || e.Action == "" {
		return Event{}, false
	}
	return e, true
}
