package app

import (
	"context"
	"errors"

	"accesskeys/client"
)

// Offline tells whether an error means that the server cannot be worked with for now, whoever asks it for what:
// it cannot be reached, or what answers does not make sense.
func Offline(err error) bool {
	switch client.KindOf(err) {
	case client.KindUnreachable, client.KindTimeout, client.KindServer, client.KindGateway, client.KindFronted,
		client.KindCertificate, client.KindTLS, client.KindNotTLS, client.KindWantsTLS, client.KindPlain,
		client.KindSettings, client.KindNoOwnCertificate, client.KindOwnCertificate, client.KindProxy,
		client.KindProxyAuth, client.KindProxyRefused, client.KindNotJSON, client.KindMalformed, client.KindTooLarge, client.KindRedirect,
		client.KindThrottled, client.KindClock:
		return true
	}
	return errors.Is(err, context.DeadlineExceeded)
}

// noAttempt tells whether an error says nothing of the server, because it was not asked to the end.
func noAttempt(err error) bool {
	return client.KindOf(err) == client.KindLocked || errors.Is(err, context.Canceled)
}
