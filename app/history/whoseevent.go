package history

import (
	"slices"

	"accesskeys/app/keys"
	"accesskeys/client/route"
)

// Account is a sign-in whose events are told apart from those of others.
type Account struct {
	ID       string
	keys.Ref // of the key that it signs in with; without a user where that is not known
}

// Owner returns what tells whose an event is: the ID of one of some accounts, "" where it is of none, or it is not known of
// which. Of accounts of one user it is the first. It is not safe for concurrent use.
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
	var may []Account
	for _, a := range accounts {
		switch {
		case a.owns(e):
			return a.ID
		case a.MayBeWith(e.Ref()):
			may = append(may, a)
		}
	}
	if len(may) == 1 {
		return may[0].ID
	}
	return ""
}

// owns reports whether an event is surely of the account. It may be of another as well that has the same user.
func (a Account) owns(e Event) bool {
	return route.SameServer(a.Base, e.Base) && (e.User != "" && e.User == a.User || e.User == "" && e.KeyID == a.KeyID)
}

// Mine returns what reports whether an event is to be shown with those of one account: it is of that account or may be, or
// of none but of the window, which all accounts share.
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

// ofWindow reports whether an event is of no account.
func (e Event) ofWindow() bool {
	switch e.Action {
	case Lock, Unlock, WrongPIN, SetPIN, ChangePIN, RemovePIN, Off, Clear:
		return true
	}
	return e.Base == ""
}
