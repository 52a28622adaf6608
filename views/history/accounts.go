package history

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/history"
	"accesskeys/app/keys"
	"accesskeys/views/words"
)

// accounts are those on this computer.
type accounts struct {
	several bool              // else nothing is seen of them
	listed  []history.Account // first the open one, which is not told apart from others of its user
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

// ofOther returns what tells what another account is called that an event is of, "" where it is of the open one or of none.
func (a accounts) ofOther() func(history.Event) string {
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

// accountNames are whose events there are to choose from.
func accountNames() []string { return []string{lang.L("This account"), lang.L("All accounts")} }

func placeOf(all bool) int {
	if all {
		return 1
	}
	return 0
}
