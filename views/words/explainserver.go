package words

import (
	"errors"
	"net/http"
	"strings"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/views/kit/style"
)

// SavedKeyRefused says that the server no longer accepts a key that the user has signed in with before.
func SavedKeyRefused(err error) string {
	said := ""
	var server *client.Error
	if errors.As(err, &server) {
		said = server.Message
	}
	return serverSaid(lang.L("The server now rejects your saved key. Check that it's enabled, or sign in with another key."), said)
}

func explainServer(e *client.Error) string {
	switch e.Kind {
	case client.KindUnauthorized:
		return lang.L("The server rejected this access key. Check the ID and the secret, and that the key is enabled.")
	case client.KindClock:
		if !e.ServerTime.IsZero() {
			return lang.L("The server's clock ({{.Time}}) and this computer's are more than a day apart. Correct the one that is wrong, then try again.",
				map[string]any{"Time": e.ServerTime.Local().Format("2006-01-02 15:04")})
		}
		if e.Skew == 0 {
			return lang.L("The server rejected this computer's time. Check its clock.")
		}
		return lang.L("The server rejects this computer's signatures: its clock is {{.Off}}. Correct the clock, then try again.",
			map[string]any{"Off": ClockOff(e.Skew)})
	case client.KindUnreachable:
		return explainUnreachable(e)
	case client.KindTimeout:
		return lang.L("The server took too long to answer. Try again.")
	case client.KindFronted, client.KindGateway:
		return explainGateway(e)
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
		if e.Wait > 0 {
			return Sentences(serverBusy(), TryAgainIn(e.Wait))
		}
		return lang.L("The server is busy. Try again in a moment.")
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

// ExplainOfKey is Explain for an answer about one key. It does not say of a 404 that the key is gone: a proxy may have sent it.
func ExplainOfKey(err error) string {
	return explainWith404(err, lang.L("The server answered that it doesn't know this key (HTTP 404)."))
}

// explainWith404 is Explain, but what it says of a 404 is given, if the API has not moved.
func explainWith404(err error, said string) string {
	var moved *keys.APIMovedError
	var server *client.Error
	if errors.As(err, &moved) || !errors.As(err, &server) || server.Kind != client.KindNotFound {
		return Explain(err)
	}
	return serverSaid(Sentences(said, lang.L("Reload the list, or ask the server's administrator.")), server.Message)
}

func notJSON(sent string) string {
	if isPage(sent) {
		return lang.L("A web page answered instead of the API.")
	}
	return lang.L("The server returned {{.Type}} instead of JSON.", map[string]any{"Type": style.Shorten(sent, longestMessage)})
}

func isPage(sent string) bool {
	return sent == "" || strings.HasPrefix(strings.ToLower(sent), "text/html")
}

// pageCame reports whether an error is that a web page came in place of the API's answer.
func pageCame(err error) bool {
	var server *client.Error
	return errors.As(err, &server) && server.Kind == client.KindNotJSON && isPage(server.Message)
}

// noAPI says what the server answered where its API was.
func noAPI(err error) string {
	var moved *keys.APIMovedError
	if pageCame(err) || !errors.As(err, &moved) {
		return notJSON("")
	}
	return lang.L("The API is not at {{.Base}} now.", map[string]any{"Base": moved.Base})
}

// withPath adds a hint that the address may lack the console's path, if e suggests it.
func withPath(e *client.Error, explained string) string {
	if !e.NoPath {
		return explained
	}
	return Sentences(explained, lang.L("Include what follows the host, such as /optimizer."))
}

// explainGateway explains an answer that is not from the API but from something in front of it, such as a gateway.
func explainGateway(e *client.Error) string {
	status := map[string]any{"Status": e.Status}
	switch {
	case e.Kind == client.KindGateway:
		return Sentences(gatewayFailed(e), lang.L("Try again in a moment, or tell your administrator."))
	case e.Status == http.StatusUnauthorized, e.Status == http.StatusForbidden, e.Status == http.StatusProxyAuthRequired:
		return lang.L("A login page or gateway answered instead of the API (HTTP {{.Status}}). Open the address in a browser to see what it asks for, or ask your administrator.", status)
	}
	return lang.L("The API did not answer at this address (HTTP {{.Status}}). Check the address. If it used to work, ask your administrator where the API is now.", status)
}

func gatewayFailed(e *client.Error) string {
	return lang.L("A gateway or load balancer can't reach the server (HTTP {{.Status}}).", map[string]any{"Status": e.Status})
}

// serverSaid adds the server's own message, which may be in another language.
func serverSaid(explained, message string) string {
	if message == "" {
		return explained
	}
	return Sentences(explained, lang.L("Server message: {{.Message}}", map[string]any{"Message": style.Shorten(message, longestMessage)}))
}
