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
		return lang.L("The API is no longer at {{.Base}}. Sign in again to find it.", map[string]any{"Base": moved.Base})
	case errors.As(err, &server) && server.Kind == client.KindRedirect:
		return lang.L("The server sends on to another address. If that is the right one, sign in with it: {{.URL}}",
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
		return lang.L("Stopped before it was done.")
	case errors.Is(err, context.DeadlineExceeded):
		return lang.L("The server took too long to answer. Try again.")
	case errors.Is(err, keys.ErrOwnerMismatch):
		return lang.L("The server sent another user's access keys, so the list stays as it was. Sign in again with one of your keys.")
	case errors.Is(err, keys.ErrNotKept):
		return lang.L("The server can't be asked for it now, and this computer's keyring does not give it. Try again when the server is there.")
	case errors.Is(err, keys.ErrBusy):
		return lang.L("This is being worked on already. Wait for it to finish.")
	case errors.Is(err, keys.ErrUnreadable):
		return lang.L("What the server says of this key could not be understood, so nothing is done to it. Look at it in the web console.")
	case errors.Is(err, keys.ErrUnseen):
		return lang.L("This key is not in the part of the list that came, so nothing was done. Reload the list.")
	case errors.Is(err, keys.ErrPending):
		return lang.L("It is not known yet what became of the last change of this key. Reload the list first.")
	}
	return lang.L("Something unexpected went wrong: {{.Reason}}.", map[string]any{"Reason": strings.TrimRight(err.Error(), ".")})
}

func explainServer(e *client.Error) string {
	switch e.Kind {
	case client.KindUnauthorized:
		return lang.L("The server did not accept this access key. Check the ID and the secret, and that the key is enabled.")
	case client.KindClock:
		if !e.ServerTime.IsZero() {
			return lang.L("The server did not accept this access key, and its clock is more than a day off from this computer's: it says {{.Time}}. Set the clock that is wrong. If both are right, check the ID and the secret.",
				map[string]any{"Time": e.ServerTime.Local().Format("2006-01-02 15:04")})
		}
		if e.Skew == 0 {
			return lang.L("The server refuses the time that this computer signs with. Check its clock.")
		}
		return lang.L("This computer's clock is {{.Skew}} off from the server's, so the server refuses its signatures. Set the clock and try again.",
			map[string]any{"Skew": Apart(e.Skew)})
	case client.KindUnreachable:
		return lang.L("The server can't be reached. Check the address, your network, and that any port forwarding is running.")
	case client.KindTimeout:
		return lang.L("The server took too long to answer. Try again.")
	case client.KindFronted, client.KindGateway:
		return explainFront(e)
	case client.KindMalformed:
		return withPath(e, lang.L("The server's answer could not be understood. Check that the address is that of a Cluster Optimizer."))
	case client.KindEdition:
		return lang.L("This server runs the community edition, which has no access keys. They need the business or enterprise edition.")
	case client.KindVersion:
		return lang.L("This server is too old: access keys need version 1.3.1 or later.")
	case client.KindTooLarge:
		return lang.L("The server's answer is too large to be a list of access keys.")
	case client.KindTooMany:
		return lang.L("The server lists more than 250,000 access keys, more than this app can show.")
	case client.KindForbidden:
		return lang.L("The server does not allow this for the key that the app is signed in with.")
	case client.KindNotFound:
		return lang.L("The server does not have what was asked for. Check the address.")
	case client.KindThrottled:
		return lang.L("The server is busy and asks to wait. Try again in a moment.")
	case client.KindServer:
		return lang.L("The server failed. Try again; if it stays so, tell its administrator.")
	case client.KindAddress:
		return lang.L("That is not a server's address. Type it like optimizer.example.com or http://localhost:8000.")
	case client.KindKeyID:
		return lang.L("That is not an access key ID: only letters, digits, - and _ can be in one.")
	case client.KindMasked:
		return lang.L("This server gives no secrets to programs, only asterisks in their place. Use a copy that was kept elsewhere, or ask the server's administrator.")
	case client.KindLocked:
		return lang.L("The window was locked before this was done.")
	case client.KindUnconfirmed:
		return NotSeen()
	}
	return lang.L("The server refused.")
}

// explainNotJSON words an answer that says that it is of another type.
func explainNotJSON(sent string) string {
	if sent == "" || strings.HasPrefix(strings.ToLower(sent), "text/html") {
		return lang.L("A web page answered instead of the API. Type the console's address as your browser shows it.")
	}
	return lang.L("The answer calls itself {{.Type}}; the API's are JSON. Check the address, and ask your administrator whether something on the way changes answers.",
		map[string]any{"Type": style.Shorten(sent, longestMessage)})
}

// withPath adds to how an error is explained that the address may lack the console's path.
func withPath(e *client.Error, explained string) string {
	if !e.NoPath {
		return explained
	}
	return Sentences(explained, lang.L("If something follows the host there, such as /optimizer, add it."))
}

// explainFront words what is not the API's own answer but that of something in front of it.
func explainFront(e *client.Error) string {
	status := map[string]any{"Status": e.Status}
	switch {
	case e.Kind == client.KindGateway:
		return lang.L("Something in front of the server, such as a load balancer, cannot reach it (HTTP {{.Status}}). Try again in a moment; if it stays so, tell its administrator.", status)
	case e.Status == http.StatusUnauthorized, e.Status == http.StatusForbidden, e.Status == http.StatusProxyAuthRequired:
		return lang.L("A login page or a gateway answered instead of the API (HTTP {{.Status}}). Open the server's address in a browser to see what it wants, or ask your administrator.", status)
	}
	return lang.L("Something else than the API answered at this address (HTTP {{.Status}}). Check the address; if it was right before, ask your administrator where the API is now.", status)
}

// serverSaid adds the server's own message, which may be in another language.
func serverSaid(explained, message string) string {
	if message == "" {
		return explained
	}
	return Sentences(explained, lang.L("It said: {{.Message}}", map[string]any{"Message": style.Shorten(message, longestMessage)}))
}

func explainKeyring(k keyring.Kind) string {
	switch k {
	case keyring.Missing:
		return lang.L("No keyring was found on this computer, so nothing is remembered: secrets are fetched from the server each time.")
	case keyring.Locked:
		return lang.L("The keyring is locked. The system asks for its password when a secret is needed from it.")
	case keyring.Timeout:
		return lang.L("The keyring did not answer: it may be locked and waiting for its password.")
	case keyring.Busy:
		return lang.L("The keyring is still busy with an earlier question: it may be waiting for its password.")
	case keyring.Mismatch:
		return lang.L("The keyring did not keep what was stored in it.")
	case keyring.Lost:
		return lang.L("The file that lists what the keyring keeps was damaged. Look in the system's keyring for entries named access-keys.")
	case keyring.TooLarge:
		return lang.L("The secret is too long for this computer's keyring.")
	}
	return lang.L("The keyring refused: it may be locked, or the question was dismissed.")
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
	return lang.L("This computer has no font for Chinese, so the app stays in English. Install one, such as Noto Sans CJK (the package fonts-noto-cjk on Debian and Ubuntu), and start the app again.")
}

// NotSignedIn says why a remembered session could not be opened; there need not have been one.
func NotSignedIn(err error) string {
	if errors.Is(err, keys.ErrSignedOut) {
		return ""
	}
	return Sentences(lang.L("You were signed in, but the key could not be had back."), Explain(err))
}
