package client

import (
	"context"
	"errors"
	"maps"
	"net/http"
	"net/url"
	"slices"

	"accesskeys/client/route"
)

// SignIn finds the API behind an address as a user types it, and the token format that the server accepts. The client
// that it returns has read the list of keys already; see FirstList.
//
// Before it sends anything, SignIn returns an *Error of
//   - KindAddress if address is not the address of a server,
//   - KindKeyID or KindMasked if creds cannot be valid,
//   - KindSettings if o.Network is invalid,
//   - KindPlain if the address is http on another machine and o.Network does not allow that.
//
// Later it returns, besides the kinds of any call, an *Error of
//   - KindNotJSON or KindMalformed if no API answers at the address,
//   - KindRedirect if the address redirects,
//   - KindEdition or KindVersion if the back end has no access keys,
//   - KindUnauthorized or KindClock if the server does not accept the key,
//   - KindFronted or KindGateway if something in front of the API answers.
func SignIn(ctx context.Context, address string, creds Credentials, o Options) (*Client, error) {
	ctx, cancel := withDeadline(ctx, o.Network)
	defer cancel()
	typed, err := route.ParseAddress(address)
	if err != nil {
		return nil, addressRefused(err)
	}
	conn, err := connect(creds, o)
	if err != nil {
		return nil, err
	}
	server, err := conn.routeTo(typed, o.Network)
	if err != nil {
		return nil, err
	}
	c, err := conn.signIn(ctx, typed, server)
	if err != nil {
		server.transport.CloseIdleConnections()
		return nil, err
	}
	return c, nil
}

// signIn does the part of SignIn that uses the network.
func (n *connection) signIn(ctx context.Context, typed *url.URL, server *serverRoute) (*Client, error) {
	base, version, err := n.discover(ctx, typed, server)
	if err != nil {
		return nil, err
	}
	known := version != Version{}
	if known {
		if err := version.Supported(); err != nil {
			return nil, err
		}
	}
	c, err := n.findTokenFormat(ctx, base, server)
	if err != nil || known {
		return c, err
	}
	return c, c.requireSupport(ctx)
}

// findTokenFormat returns a client for the first token format with which the server lists the keys, and stores that list
// for FirstList. It tries the likeliest format alone. Only if that is refused, it tries the others, in parallel.
func (n *connection) findTokenFormat(ctx context.Context, base *url.URL, server *serverRoute) (*Client, error) {
	var refusals []error
	formats := TokenFormats()
	tries := [][]TokenFormat{formats[:1], formats[1:]}
	for i, try := range tries {
		report(ctx, Progress{Address: base.String(), Found: true, Number: i + 1, Count: len(tries)})
		for _, l := range inParallel(ctx, try, func(ctx context.Context, f TokenFormat) listed { return n.list(ctx, base, f, server) }) {
			switch {
			case l.err == nil:
				l.client.first.Store(&l.list)
				return l.client, nil
			case !isRefusedToken(l.err):
				return nil, l.err
			}
			refusals = append(refusals, l.err)
		}
	}
	return nil, mostInformative(refusals)
}

// listed is the result of listing the keys with one token format.
type listed struct {
	client *Client
	list   Listing
	err    error
}

func (n *connection) list(ctx context.Context, base *url.URL, f TokenFormat, server *serverRoute) listed {
	c := n.client(base, f, server)
	list, err := c.List(ctx)
	return listed{c, list, err}
}

// isRefusedToken reports whether err may be due to the wrong token format.
func isRefusedToken(err error) bool {
	var e *Error
	if !errors.As(err, &e) {
		return false
	}
	switch e.Status {
	case http.StatusBadRequest, http.StatusUnauthorized, http.StatusForbidden:
		return true
	}
	return false
}

// mostInformative returns the refusal that says most about the reason: the clock, then the key's rights, then the key
// itself. Without any of these it returns the first refusal.
func mostInformative(refusals []error) error {
	for _, kind := range []Kind{KindClock, KindForbidden, KindUnauthorized} {
		var all []*Error
		for _, err := range refusals {
			var e *Error
			if errors.As(err, &e) && e.Kind == kind {
				all = append(all, e)
			}
		}
		if len(all) > 0 {
			return rarestMessage(all)
		}
	}
	return refusals[0]
}

// rarestMessage returns the refusal with the rarest message. A server can read only one or a few of the token formats,
// and its message about the others is the same. If several messages are equally rare, rarestMessage returns a refusal
// without a message.
func rarestMessage(refusals []*Error) *Error {
	counts := map[string]int{}
	for _, e := range refusals {
		counts[e.Message]++
	}
	fewest := slices.Min(slices.Collect(maps.Values(counts)))
	maps.DeleteFunc(counts, func(_ string, count int) bool { return count > fewest })
	if len(counts) > 1 {
		e := *refusals[0]
		e.Message = ""
		return &e
	}
	return refusals[slices.IndexFunc(refusals, func(e *Error) bool { return counts[e.Message] > 0 })]
}

// requireSupport returns an error unless the server's version has access keys.
func (c *Client) requireSupport(ctx context.Context) error {
	version, err := c.Version(ctx)
	if err != nil {
		return err
	}
	return version.Supported()
}
