package words

import (
	"cmp"
	"context"
	"errors"
	"net"
	"strings"
	"time"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/client/route"
	"accesskeys/views/kit/style"
)

// failing is the status with which a server answers that it cannot work now; a server that does not answer has none.
func failing(err error) (status int, answers bool) {
	var server *client.Error
	if errors.As(err, &server) && (server.Kind == client.KindServer || server.Kind == client.KindThrottled) {
		return server.Status, true
	}
	return 0, false
}

// unreadable reports whether the server answers, but not with what the API would send.
func unreadable(err error) bool {
	switch client.KindOf(err) {
	case client.KindNotJSON, client.KindMalformed, client.KindTooLarge, client.KindTooMany:
		return true
	}
	return false
}

// Unavailable says since when the server has not been able to be worked with.
func Unavailable(err error, since, now time.Time) string {
	status, answers := failing(err)
	data := map[string]any{"Since": Moment(since, now), "Status": status}
	var moved *keys.APIMovedError
	switch {
	case answers:
		return lang.L("Server error ({{.Status}}) since {{.Since}}.", data)
	case pageCame(err):
		return lang.L("The API has sent a web page since {{.Since}}.", data)
	case errors.As(err, &moved):
		return lang.L("The API hasn't answered since {{.Since}}.", data)
	case client.KindOf(err) == client.KindClock:
		return lang.L("The clocks differ: requests refused since {{.Since}}.", data)
	case unreadable(err):
		return lang.L("Unreadable responses since {{.Since}}.", data)
	}
	return lang.L("Offline since {{.Since}}.", data)
}

// WhyUnavailable is NotListed below a text that has what Unavailable says.
func WhyUnavailable(err error) string {
	var server *client.Error
	host, port := "", ""
	if errors.As(err, &server) && server.Kind == client.KindUnreachable {
		host, port = route.UnreachableHost(err)
	}
	switch {
	case pageCame(err):
		return lang.L("If the API has moved, sign in again.")
	case port != "":
		return lang.L("Can't reach {{.Address}}. Check the address and any port forwarding.", map[string]any{"Address": net.JoinHostPort(host, port)})
	case host != "":
		return lang.L("No computer named {{.Host}} was found. Check the address and your network.", map[string]any{"Host": host})
	case server == nil || server.Kind != client.KindServer:
		return NotListed(err)
	}
	return serverSaid(ifItGoesOn(), server.Message)
}

// ViewOnly says that nothing can be changed while the server cannot be worked with.
func ViewOnly(err error) string {
	if status, answers := failing(err); answers {
		return lang.L("The server answers with an error ({{.Status}}): view only.", map[string]any{"Status": status})
	}
	switch {
	case client.KindOf(err) == client.KindClock:
		return lang.L("The server refuses requests, because the clocks differ: view only.")
	case unreadable(err):
		return lang.L("The server's responses can't be read: view only.")
	}
	return lang.L("Offline: view only.")
}

// explainFailing words a server's answer that it has failed.
func explainFailing(e *client.Error) string {
	data := map[string]any{"Status": e.Status, "Message": strings.TrimRight(style.Shorten(e.Message, longestMessage), ".。")}
	if e.Message == "" {
		return lang.L("Server error {{.Status}}.", data)
	}
	return lang.L("Server error {{.Status}}: “{{.Message}}”.", data)
}

// unconfirmed says why the server did not confirm a change, or returns "" if that is not known.
func unconfirmed(err error) string { return cmp.Or(answeredWith(err), noAnswer(err)) }

// answeredWith says what came in place of the confirmation of a change, or returns "" if nothing did that says anything.
func answeredWith(err error) string {
	var server *client.Error
	if !errors.As(err, &server) {
		return ""
	}
	switch server.Kind {
	case client.KindServer:
		return explainFailing(server)
	case client.KindThrottled:
		return serverBusy()
	case client.KindGateway:
		return gatewayFailed(server)
	case client.KindNotJSON:
		return notJSON(server.Message)
	}
	return ""
}

// Briefly says what keeps the app from working with the server, without what a line above the list adds. It returns "" if
// there is no such line.
func Briefly(err error) string {
	var moved *keys.APIMovedError
	status, failed := failing(err)
	switch {
	case errors.As(err, &moved):
		return noAPI(err)
	case client.KindOf(err) == client.KindTimeout, errors.Is(err, context.DeadlineExceeded):
		return tooSlow()
	case client.KindOf(err) == client.KindUnreachable:
		return lang.L("The server can't be reached.")
	case failed && client.KindOf(err) == client.KindServer:
		return explainFailing(&client.Error{Status: status})
	}
	return answeredWith(err)
}

// noAnswer says why no answer to a change came, or returns "" if that is not known.
func noAnswer(err error) string {
	switch {
	case client.KindOf(err) == client.KindTimeout, errors.Is(err, context.DeadlineExceeded):
		return lang.L("No answer came in time.")
	case client.KindOf(err) == client.KindUnreachable:
		return lang.L("The connection broke.")
	}
	return ""
}

func serverBusy() string { return lang.L("The server is busy.") }
