package client

import (
	"errors"
	"net/url"

	"accesskeys/client/route"
)

// refusePlain returns an *Error of KindPlain if requests to origin would be unencrypted and the user has not allowed
// that.
func refusePlain(origin *url.URL, network route.Network) error {
	if route.IsPlain(origin) && !network.AllowPlain {
		return &Error{Kind: KindPlain, Op: "connect", Err: errPlain}
	}
	return nil
}

var errPlain = errors.New("http to another machine has not been allowed")
