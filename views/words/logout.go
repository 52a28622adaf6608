package words

import (
	"errors"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keyring"
	"accesskeys/app/keys"
	"accesskeys/app/store"
)

// LoggedOutBut says what a log-out left undone.
func LoggedOutBut(err error) string {
	var keyring *keyring.Error
	var file *store.Error
	if !errors.As(err, &keyring) && errors.As(err, &file) {
		return Sentences(lang.L("Logged out, but couldn't save the change."), explainStore(file))
	}
	what := lang.L("Logged out, but the keyring may still hold your secrets.")
	if errors.Is(err, keys.ErrOwnerUnknown) {
		return Sentences(what, lang.L("To delete them, sign in to this account again, then remove it."))
	}
	return Sentences(what, Explain(err))
}
