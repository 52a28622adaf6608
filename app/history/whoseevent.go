package history

import (
	"slices"

	"accesskeys/app/keys"
	"accesskeys/client/route"
)

// Account is a sign-in whose events are distinguished from those of other accounts.
type Account struct {
	ID       string
	keys.Ref // the key that it signs in with; without a user if that is not known
}

// Owner returns a function that returns the ID of the account to which an event belongs. It returns "" if the event
// belongs to none of the accounts, or if that is not certain. If several accounts have the same user, it returns the
// first. The function is not safe for concurrent use.
func Owner(accounts []Account) func(Event) string {
	known := map[keys.Ref]string{}
	return func(e Event) string {
		id, ok := known[e.Ref()]
		if !ok {
			id = ownerOf(accounts, e)
			known[e.Ref()] = id
		}
		return id
	}
}

func ownerOf(accounts []Account, e Event) string {
	var possible []Account
	for _, a := range accounts {
		switch {
		case a.owns(e):
			return a.ID
		case a.MayBeWith(e.Ref()):
			possible = append(possible, a)
		}
	}
	if len(possible) == 1 {
		return possible[0].ID
	}
	return ""
}

// owns reports whether an event certainly belongs to the account. It can also belong to another account of the same user.
func (a Account) owns(e Event) bool {
	return route.SameServer(a.Base, e.Base) && (e.User != "" && e.User == a.User || e.User == "" && e.KeyID == a.KeyID)
}

// Mine returns a function that reports whether an event is shown for the account one: the event belongs to that account,
// may belong to it, or is about what all accounts share: the PIN, and the history. The function is not safe for concurrent use.
func Mine(accounts []Account, one Account) func(Event) bool {
	known := map[keys.Ref]bool{}
	return func(e Event) bool {
		if e.ofWindow() {
			return true
		}
		mine, ok := known[e.Ref()]
		if !ok {
			mine = one.owns(e) || one.MayBeWith(e.Ref()) && slices.Contains([]string{"", one.ID}, ownerOf(accounts, e))
			known[e.Ref()] = mine
		}
		return mine
	}
}

// ofWindow reports whether an event is about what all accounts share.
func (e Event) ofWindow() bool {
	switch e.Action {
	case WrongPIN, SetPIN, ChangePIN, RemovePIN, Off, Clear:
		return true
	}
	return e.Base == ""
}
