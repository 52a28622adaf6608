package words

import (
	"errors"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keyring"
	"accesskeys/app/keys"
	"accesskeys/app/store"
)

// LoggedOut says that the user is logged out of an account, and returns "" for account "": the sign-in form says it.
func LoggedOut(account string) string {
	if account == "" {
		return ""
	}
	return lang.L("Logged out of {{.Account}}", map[string]any{"Account": account})
}

// LoggedOutBut says what a log-out left undone. account is the name of the account, "" if there is only one.
func LoggedOutBut(account string, err error) string {
	if name := map[string]any{"Account": account}; account != "" {
		return leftUndone(err, lang.L("Logged out of {{.Account}}, but couldn't save the change.", name), lang.L("Logged out of {{.Account}}, but the keyring may still hold its secrets.", name))
	}
	return leftUndone(err, lang.L("Logged out, but couldn't save the change."), lang.L("Logged out, but the keyring may still hold your secrets."))
}

// AccountRemovedBut says what the removal of an account left undone.
func AccountRemovedBut(err error) string {
	return leftUndone(err, lang.L("The account was removed, but the change couldn't be saved."), lang.L("The account was removed, but the keyring may still hold its secrets."))
}

// leftUndone says what is left undone, which is that the change is not saved or that secrets may be kept, and why.
func leftUndone(err error, unsaved, kept string) string {
	var file *store.Error
	switch kind := keyring.KindOf(err); {
	case kind == "" && errors.As(err, &file):
		return Sentences(unsaved, explainStore(file))
	case errors.Is(err, keys.ErrOwnerUnknown):
		return Sentences(kept, lang.L("To delete them, sign in to this account again, then remove it."))
	case kind == keyring.Missing: // Explain would say what becomes of other secrets
		return Sentences(kept, lang.L("No keyring found. The next start with one deletes them."))
	case kind == keyring.Locked, kind == keyring.Refused:
		return Sentences(kept, lang.L("Unlock it, then try again."))
	}
	return Sentences(kept, Explain(err))
}
