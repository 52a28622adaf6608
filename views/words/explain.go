// Package words puts into sentences what the user reads: errors, outcomes, states and times. Nothing here has a widget.
package words

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keyring"
	"accesskeys/app/keys"
	"accesskeys/app/store"
	"accesskeys/client"
	"accesskeys/views/kit/style"
)

// longestMessage is how much of a server's own message is shown: it can be anything.
const longestMessage = 1000

// Explain words an error for a user: what happened, and what to do about it.
func Explain(err error) string {
	var server *client.Error
	var keyring *keyring.Error
	var file *store.Error
	var moved *keys.APIMovedError
	switch {
	case errors.As(err, &moved):
		return lang.L("The API has moved from {{.Base}}. Sign in again to find it.", map[string]any{"Base": moved.Base})
	case errors.As(err, &server) && server.Kind == client.KindRedirect:
		return lang.L("The server redirects to another address. If you trust it, sign in there: {{.URL}}",
			map[string]any{"URL": server.Message})
	case errors.As(err, &server) && server.Kind == client.KindNotJSON:
		return withPath(server, explainNotJSON(server.Message))
	case errors.As(err, &server) && explainNetwork(server) != "":
		return explainNetwork(server)
	case errors.As(err, &server):
		return serverSaid(explainServer(server), server.Message)
	case client.KindOf(err) != "": // what was typed makes no sense, so no server was asked
		return Explain(&client.Error{Kind: client.KindOf(err), Err: err})
	case errors.As(err, &file):
		return explainStore(file)
	case errors.As(err, &keyring):
		return explainKeyring(keyring.Kind)
	case errors.Is(err, context.Canceled):
		return lang.L("Cancelled.")
	case errors.Is(err, context.DeadlineExceeded):
		return lang.L("The server took too long to answer. Try again.")
	case errors.Is(err, keys.ErrOwnerMismatch):
		return lang.L("The server sent another user's keys, so the list wasn't updated. Sign in again with one of your keys.")
	case errors.Is(err, keys.ErrNotKept):
		return lang.L("The server can't be reached, and the keyring doesn't have this secret. Try again when you're online.")
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

func explainServer(e *client.Error) string {
	switch e.Kind {
	case client.KindUnauthorized:
		return lang.L("The server rejected this access key. Check the ID and the secret, and that the key is enabled.")
	case client.KindClock:
		if !e.ServerTime.IsZero() {
			return lang.L("The server rejected this access key, and its clock ({{.Time}}) is more than a day off from this computer's. Correct the clock that is wrong, then check the ID and the secret.",
				map[string]any{"Time": e.ServerTime.Local().Format("2006-01-02 15:04")})
		}
		if e.Skew == 0 {
			return lang.L("The server rejected this computer's time. Check its clock.")
		}
		return lang.L("The server rejects this computer's signatures: its clock is {{.Skew}} off. Correct the clock, then try again.",
			map[string]any{"Skew": Apart(e.Skew)})
	case client.KindUnreachable:
		return lang.L("The server can't be reached. Check the address, your network and any port forwarding.")
	case client.KindTimeout:
		return lang.L("The server took too long to answer. Try again.")
	case client.KindFronted, client.KindGateway:
		return explainFront(e)
	case client.KindMalformed:
		return withPath(e, lang.L("The server's response couldn't be read. Check that the address is that of a Cluster Optimizer."))
	case client.KindEdition:
		return lang.L("This server runs the community edition, which has no access keys. They need the business or enterprise edition.")
	case client.KindVersion:
		return lang.L("This server is too old: access keys need version 1.3.1 or later.")
	case client.KindTooLarge:
		return lang.L("The server's response is too large for a list of access keys. Check the address.")
	case client.KindTooMany:
		return lang.L("The server has more than 250,000 access keys, which is more than this app can show.")
	case client.KindForbidden:
		return lang.L("Your sign-in key isn't allowed to do this.")
	case client.KindNotFound:
		return lang.L("The server doesn't have this. Check the address.")
	case client.KindThrottled:
		return lang.L("The server is busy. Try again in a moment.")
	case client.KindServer:
		return lang.L("The server reported an error. Try again, or tell its administrator.")
	case client.KindAddress:
		return lang.L("Not a server address. Use a form like optimizer.example.com or http://localhost:8000.")
	case client.KindKeyID:
		return lang.L("Not an access key ID. Use only letters, digits, - and _.")
	case client.KindMasked:
		return lang.L("This server gives no secrets to programs, only asterisks in their place. Use a copy that was kept elsewhere, or ask the server's administrator.")
	case client.KindLocked:
		return lang.L("The window was locked first.")
	case client.KindUnconfirmed:
		return NotSeen()
	}
	return lang.L("The server refused the request.")
}

// explainNotJSON words an answer that says that it is of another type.
func explainNotJSON(sent string) string {
	if sent == "" || strings.HasPrefix(strings.ToLower(sent), "text/html") {
		return lang.L("A web page answered instead of the API. Copy the console's address from your browser.")
	}
	return lang.L("The server returned {{.Type}} instead of JSON. Check the address, or ask your administrator whether a proxy changes the responses.",
		map[string]any{"Type": style.Shorten(sent, longestMessage)})
}

// withPath adds to how an error is explained that the address may lack the console's path.
func withPath(e *client.Error, explained string) string {
	if !e.NoPath {
		return explained
	}
	return Sentences(explained, lang.L("Include what follows the host, such as /optimizer."))
}

// explainFront words what is not the API's own answer but that of something in front of it.
func explainFront(e *client.Error) string {
	status := map[string]any{"Status": e.Status}
	switch {
	case e.Kind == client.KindGateway:
		return lang.L("A gateway or load balancer can't reach the server (HTTP {{.Status}}). Try again in a moment, or tell your administrator.", status)
	case e.Status == http.StatusUnauthorized, e.Status == http.StatusForbidden, e.Status == http.StatusProxyAuthRequired:
		return lang.L("A login page or gateway answered instead of the API (HTTP {{.Status}}). Open the address in a browser to see what it asks for, or ask your administrator.", status)
	}
	return lang.L("The API did not answer at this address (HTTP {{.Status}}). Check the address. If it used to work, ask your administrator where the API is now.", status)
}

// serverSaid adds the server's own message, which may be in another language.
func serverSaid(explained, message string) string {
	if message == "" {
		return explained
	}
	return Sentences(explained, lang.L("Server message: {{.Message}}", map[string]any{"Message": style.Shorten(message, longestMessage)}))
}

func explainKeyring(k keyring.Kind) string {
	switch k {
	case keyring.Missing:
		return lang.L("No keyring was found on this computer. You'll sign in at each start, and secrets come from the server each time.")
	case keyring.Locked:
		return lang.L("The keyring is locked, so secrets come from the server and aren't saved.")
	case keyring.Timeout:
		return lang.L("The keyring didn't answer. It may be waiting for its password.")
	case keyring.Busy:
		return lang.L("The keyring is busy. It may be waiting for its password.")
	case keyring.Mismatch:
		return lang.L("The keyring didn't save the secret.")
	case keyring.Lost:
		return lang.L("The index of saved secrets was damaged. Delete entries named access-keys from the system's keyring.")
	case keyring.TooLarge:
		return lang.L("The secret is too long for this computer's keyring.")
	}
	return lang.L("The keyring is locked, or its prompt was dismissed.")
}

// Reason is what a log may hold of an error: never what a server said, which can be anything.
func Reason(err error) string {
	var server *client.Error
	if errors.As(err, &server) {
		return fmt.Sprintf("%s: %s (HTTP %d, code %d)", server.Op, server.Kind, server.Status, server.Code)
	}
	return err.Error()
}

// Illegible says why the window is in English.
func Illegible() string {
	return lang.L("This computer has no Chinese font, so the app stays in English. Install one, such as Noto Sans CJK (fonts-noto-cjk on Debian and Ubuntu), and restart the app.")
}

// NotSignedIn says why a remembered session could not be opened; there need not have been one.
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
	case keyring.Locked, keyring.Refused:
		return lang.L("Your saved key couldn't be read: the keyring is locked. Unlock it, or sign in here.")
	}
	return Sentences(lang.L("Your saved key couldn't be read."), Explain(err))
}
