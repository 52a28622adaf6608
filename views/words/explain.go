// Package words has the sentences that the user reads: about errors, outcomes, states and times. It has no widgets.
package words

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keyring"
	"accesskeys/app/keys"
	"accesskeys/app/store"
	"accesskeys/client"
	"accesskeys/views/kit/style"
)

// longestMessage is how many characters of a server's own message are shown, which can be anything.
const longestMessage = 1000

// Explain says for the user what an error means: what happened, and what to do about it.
func Explain(err error) string {
	var server *client.Error
	var keyring *keyring.Error
	var file *store.Error
	var moved *keys.APIMovedError
	switch {
	case errors.As(err, &moved), pageCame(err):
		return Sentences(noAPI(err), lang.L("The API may come back by itself. If it has moved, sign in again to find it."))
	case errors.As(err, &server) && server.Kind == client.KindRedirect:
		return lang.L("The server redirects to another address. If you trust it, sign in there: {{.URL}}",
			map[string]any{"URL": server.Message})
	case errors.As(err, &server) && server.Kind == client.KindNotJSON:
		return Sentences(notJSON(server.Message), lang.L("Check the address, or ask your administrator whether a proxy changes the responses."))
	case errors.As(err, &server) && explainNetwork(server) != "":
		return explainNetwork(server)
	case errors.As(err, &server) && server.Kind == client.KindServer:
		return Sentences(explainFailing(server), lang.L("Try again later."))
	case errors.As(err, &server) && server.Kind == client.KindRefused && server.Message != "":
		return lang.L("The server refused: {{.Message}}", map[string]any{"Message": style.Shorten(server.Message, longestMessage)})
	case errors.As(err, &server) && !server.ServerTime.IsZero(): // with clocks so far apart it accepts no key, whatever it says
		return explainServer(server)
	case errors.As(err, &server):
		return serverSaid(explainServer(server), server.Message)
	case client.KindOf(err) != "": // what the user typed is not valid, so no request was sent
		return Explain(&client.Error{Kind: client.KindOf(err), Err: err})
	case errors.As(err, &file):
		return explainStore(file)
	case errors.As(err, &keyring):
		return explainKeyring(keyring.Kind)
	case errors.Is(err, context.Canceled):
		return lang.L("Canceled.")
	case errors.Is(err, context.DeadlineExceeded):
		return lang.L("The server took too long to answer. Try again.")
	case errors.Is(err, keys.ErrOwnerMismatch):
		return lang.L("The server sent another user's keys, so the list wasn't updated. Sign in again with one of your keys.")
	case errors.Is(err, keys.ErrNotKept):
		return lang.L("The secret isn't saved on this computer and can't be fetched now. Try again when the server is back.")
	case errors.Is(err, keys.ErrBusy):
		return lang.L("This key is busy. Wait until it's done.")
	case errors.Is(err, keys.ErrUnreadable):
		return lang.L("The server's data on this key couldn't be read. Use the web console for this key.")
	case errors.Is(err, keys.ErrUnseen):
		return lang.L("Nothing was done: this key isn't in the part of the list that the server sent. Reload the list.")
	case errors.Is(err, keys.ErrSignedOut):
		return lang.L("You were logged out before that. Sign in and try again.")
	case errors.Is(err, keys.ErrPending):
		return lang.L("The last change of this key is not confirmed yet. Reload the list first.")
	}
	return lang.L("Unexpected error: {{.Reason}}.", map[string]any{"Reason": strings.TrimRight(err.Error(), ".")})
}
