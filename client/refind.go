package client

import (
	"context"
	"errors"
	"net/http"
	"net/url"
)

// Refind looks for the API anew behind the address that was signed in with, where lost, the error of a
// List, may come of its having moved on its server. It looks where SignIn does, never at another server,
// and only reads. When the API is found elsewhere and lets the key in, the client calls it there from then
// on, and Refind returns true.
func (c *Client) Refind(ctx context.Context, address string, lost error) bool {
	before := c.site.Load()
	here, err := url.Parse(before.endpoint.Base)
	if err != nil || !mayHaveMoved(here, lost) {
		return false
	}
	typed, err := parseAddress(address)
	if err != nil || !sameOrigin(typed, here) {
		return false
	}
	ctx, cancel := before.way.network.withDeadline(ctx)
	defer cancel()
	found, err := c.conn.signIn(ctx, typed, before.way)
	if err != nil || found.Endpoint() == before.endpoint {
		return false
	}
	return c.site.CompareAndSwap(before, found.site.Load())
}

// mayHaveMoved reports whether err is how a server answers for a path where the API is not any more: with
// a page, a 404, or a redirect within itself.
func mayHaveMoved(here *url.URL, err error) bool {
	var e *Error
	if !errors.As(err, &e) {
		return false
	}
	switch e.Kind {
	case KindNotJSON, KindNotFound:
		return true
	case KindFronted:
		return e.Status == http.StatusNotFound
	case KindRedirect:
		to, err := url.Parse(e.Message)
		return err == nil && sameOrigin(to, here)
	}
	return false
}
