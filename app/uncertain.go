package app

import (
	"context"
	"errors"
	"syscall"

	"accesskeys/client"
)

// Uncertain tells whether the server may have done what it was asked to, in spite of the error.
func Uncertain(err error) bool {
	if errors.Is(err, syscall.ECONNREFUSED) {
		return false // nobody was there to do it
	}
	switch client.KindOf(err) {
	case client.KindTimeout, client.KindUnreachable, client.KindServer, client.KindGateway, client.KindNotJSON,
		client.KindMalformed, client.KindTooLarge, client.KindLocked:
		return true
	}
	return errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)
}
