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

// SignIn finds the API behind an address as a user types it, and the token format that the server accepts. It returns a
// client for both, which has the list of keys already (FirstList). It returns an *Error of KindAddress when
// the address is none, KindNotJSON or KindMalformed when no API answers there, KindRedirect when it is elsewhere,
// KindEdition or KindVersion when the back end has no access keys, KindUnauthorized or KindClock when
// it does not let the key in, KindFronted or KindGateway when something in front of it answers; and before it
// sends anything, KindMasked when the secret is none, KindSettings when o.Network makes no sense, and KindPlain
// when the address is http on another machine and that does not allow it.
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

// signIn is SignIn once the address is read.
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
	c, err := n.letIn(ctx, base, server)
	if err != nil || known {
		return c, err
	}
	return c, c.requireSupport(ctx)
}

// letIn returns a client for the first token format with which the server lists the keys, and keeps that list for
// FirstList. The likeliest format is tried alone; only where it is refused are the others, side by side.
func (n *connection) letIn(ctx context.Context, base *url.URL, server *serverRoute) (*Client, error) {
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
	return nil, mostTelling(refusals)
}

// listed is what came of listing the keys.
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

// isRefusedToken reports whether err may be due to the way a token is joined.
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

// mostTelling returns the refusal that says more than that a token was wrong, or the first.
func mostTelling(refusals []error) error {
	for _, kind := range []Kind{KindClock, KindForbidden, KindUnauthorized} {
		var all []*Error
		for _, err := range refusals {
			var e *Error
			if errors.As(err, &e) && e.Kind == kind {
				all = append(all, e)
			}
		}
		if len(all) > 0 {
			return oddOne(all)
		}
	}
	return refusals[0]
}

// oddOne returns the refusal whose message no other has: of the formats, a server reads one or a few, and says of the
// others only that it cannot read them. Where it is not known which that is, no message is told.
func oddOne(refusals []*Error) *Error {
	said := map[string]int{}
	for _, e := range refusals {
		said[e.Message]++
	}
	fewest := slices.Min(slices.Collect(maps.Values(said)))
	maps.DeleteFunc(said, func(_ string, count int) bool { return count > fewest })
	if len(said) > 1 {
		e := *refusals[0]
		e.Message = ""
		return &e
	}
	return refusals[slices.IndexFunc(refusals, func(e *Error) bool { return said[e.Message] > 0 })]
}

// requireSupport returns an error unless access keys work there.
func (c *Client) requireSupport(ctx context.Context) error {
	version, err := c.Version(ctx)
	if err != nil {
		return err
	}
	return version.Supported()
}
