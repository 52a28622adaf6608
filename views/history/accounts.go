package history

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/history"
	"accesskeys/app/keys"
	"accesskeys/views/words"
)

// accounts has the accounts on this computer.
type accounts struct {
	several bool              // there are several; otherwise the tab shows nothing about accounts
	listed  []history.Account // the open account is first, because others of its user cannot be distinguished from it
	open    history.Account
	names   map[string]string // by ID
}

func (p *Page) accounts() accounts {
	all, open := p.host.Accounts()
	a := accounts{several: len(all) > 1, names: map[string]string{}}
	a.open = history.Account{ID: open, Ref: keys.RefOf(p.keys, "")}
	for _, each := range all {
		ref := keys.Ref{Base: each.Endpoint.Base, User: each.User, KeyID: each.KeyID}
		at := len(a.listed)
		if each.ID == open {
			at, ref.User = 0, cmp.Or(ref.User, a.open.User)
		}
		a.listed = slices.Insert(a.listed, at, history.Account{ID: each.ID, Ref: ref})
		a.names[each.ID] = words.AccountName(each, all)
	}
	return a
}

// nameOfOther returns a function that returns the name of the account that an event belongs to, or "" if that is the
// open account or none.
func (a accounts) nameOfOther() func(history.Event) string {
	if !a.several {
		return func(history.Event) string { return "" }
	}
	owner := history.Owner(a.listed)
	return func(e history.Event) string {
		if id := owner(e); id != a.open.ID {
			return a.names[id]
		}
		return ""
	}
}

// accountNames returns the choices of the accounts whose events are shown. The events of an account are about the keys
// of its user, so that other accounts of that user share them.
func (a accounts) accountNames() []string {
	this := lang.L("This account")
	for _, other := range a.listed {
		if other.ID != a.open.ID && other.MayBeWith(a.open.Ref) {
			this = lang.L("This user")
		}
	}
	return []string{this, lang.L("All accounts")}
}

func accountChoice(all bool) int {
	if all {
		return 1
	}
	return 0
}
