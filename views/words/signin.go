package words

import (
	"errors"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keyring"
	"accesskeys/app/keys"
	"accesskeys/client"
)

// SignInStep says what a sign-in is waiting for.
func SignInStep(p client.Progress) string {
	facts := map[string]any{"Address": p.Address, "Number": p.Number, "Count": p.Count}
	switch {
	case p.Found && p.Number == 1:
		return lang.L("Signing in at {{.Address}}…", facts)
	case p.Found:
		return lang.L("Signing in at {{.Address}} with another token format ({{.Number}} of {{.Count}})…", facts)
	case p.Count == 1:
		return lang.L("Trying {{.Address}}…", facts)
	}
	return lang.L("Trying {{.Address}} ({{.Number}} of {{.Count}})…", facts)
}

// NotSignedInAt says why signing in at an address that the user has typed failed.
func NotSignedInAt(err error) string {
	var server *client.Error
	switch errors.As(err, &server); {
	case server != nil && server.Kind == client.KindForbidden:
		return serverSaid(lang.L("This access key isn't allowed to list access keys. Sign in with another key."), server.Message)
	case server == nil || server.Kind != client.KindNotJSON:
		return Explain(err)
	case isPage(server.Message):
		return withPath(server, Sentences(notJSON(server.Message), lang.L("Copy the console's address from your browser.")))
	}
	return withPath(server, Explain(err))
}

// NotSignedIn says why a remembered session could not be opened. It returns "" if there was none.
func NotSignedIn(err error) string {
	switch {
	case errors.Is(err, keys.ErrSignedOut):
		return ""
	case errors.Is(err, keyring.ErrNotStored):
		return lang.L("The keyring no longer has your sign-in key.")
	}
	switch keyring.KindOf(err) {
	case "":
		return Explain(err)
	case keyring.Missing: // the form says that there is none
		return lang.L("Your saved key couldn't be read. Start the keyring and try again, or sign in here.")
	case keyring.Locked, keyring.Refused:
		return lang.L("Your saved key couldn't be read: the keyring is locked. Unlock it, or sign in here.")
	}
	return Sentences(lang.L("Your saved key couldn't be read."), Explain(err))
}

// OwnKeyGone says why the session's own key, of the given name, cannot be signed in with any more.
func OwnKeyGone(name string, state client.State) string {
	key := map[string]any{"ID": name}
	switch state {
	case client.StateDeleted:
		return lang.L("Your sign-in key {{.ID}} was deleted. Sign in with another key.", key)
	case client.StateExpired:
		return lang.L("Your sign-in key {{.ID}} has expired. Sign in with another key.", key)
	}
	return lang.L("Your sign-in key {{.ID}} was disabled. Sign in with another key.", key)
}

// OwnKeyGivenUp is OwnKeyGone for a key that the user has just disabled or deleted here, which is no failure.
func OwnKeyGivenUp(name string, state client.State) string {
	key := map[string]any{"ID": name}
	if state == client.StateDisabled {
		return lang.L("You disabled your sign-in key {{.ID}}. Sign in with another key, or enable it in the web console.", key)
	}
	return lang.L("You deleted your sign-in key {{.ID}}. Sign in with another key.", key)
}
