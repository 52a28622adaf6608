package session

import (
	"context"
	"errors"
	"slices"

	"accesskeys/app/keyring"
	"accesskeys/app/keys"
	"accesskeys/app/secrets"
	"accesskeys/app/settings"
	"accesskeys/client/route"
)

// seal forgets the secrets that were revealed with the sign-in.
func (l leaving) seal(ctx context.Context, notes leftovers) error {
	var err error
	if l.all {
		err = l.vault.Seal(ctx)
	} else if err = l.vault.SealUser(ctx, l.user); err == nil {
		err = l.unclear()
	}
	if err == nil || keyring.KindOf(err) == keyring.Lost || errors.Is(err, keys.ErrOwnerUnknown) {
		notes.clearNote(l.secrets())
	}
	return err
}

// unclear returns ErrOwnerUnknown if the user of the sign-in is not known and there are secrets that may be that user's.
func (l leaving) unclear() error {
	if l.known {
		return nil
	}
	left, err := l.vault.Listed()
	if err == nil && slices.ContainsFunc(left, func(e secrets.Listed) bool { return !slices.Contains(l.others, e.User) }) {
		err = keys.ErrOwnerUnknown
	}
	return err
}

// secrets returns the leftover that stands for the secrets revealed with the sign-in.
func (l leaving) secrets() settings.Leftover {
	if l.all {
		return settings.Leftover{Base: l.vault.Base()}
	}
	return settings.Leftover{Base: l.vault.Base(), User: l.user}
}

// among completes l with what the settings say about own, its account, and the others.
func (lists accountLists) among(v settings.Settings, own settings.Account, l leaving) leaving {
	if !l.known && own.User != "" {
		l.user, l.known = own.User, true
	}
	l.all = true
	for _, a := range v.Accounts {
		if a.ID == own.ID || !route.SameServer(a.Endpoint.Base, l.saved.Endpoint.Base) {
			continue
		}
		l.all = false
		if user, known := lists.owner(v, a.SavedSession); known {
			l.others = append(l.others, user)
		}
		if a.User != "" { // secrets without a user may be anybody's
			l.others = append(l.others, a.User)
		}
	}
	return l
}
