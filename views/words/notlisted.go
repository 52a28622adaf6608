package words

import (
	"context"
	"errors"

	"fyne.io/fyne/v2/lang"

	"accesskeys/client"
)

// NotListed says why there is no current list. It does not advise to try again, because the app does so by itself, and
// offers to do it now.
func NotListed(err error) string {
	var server *client.Error
	if !errors.As(err, &server) {
		if errors.Is(err, context.DeadlineExceeded) {
			return tooSlow()
		}
		return Explain(err)
	}
	switch server.Kind {
	case client.KindTimeout:
		return tooSlow()
	case client.KindThrottled:
		return serverSaid(serverBusy(), server.Message)
	case client.KindServer:
		return Sentences(explainFailing(server), ifItGoesOn())
	case client.KindGateway:
		return Sentences(gatewayFailed(server), lang.L("If it goes on, tell your administrator."))
	}
	return Explain(err)
}

func ifItGoesOn() string { return lang.L("If it goes on, tell the server's administrator.") }

func tooSlow() string { return lang.L("The server takes too long to answer.") }
