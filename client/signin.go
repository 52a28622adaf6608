package client

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strings"

	"accesskeys/client/route"
)

// SignIn finds the API behind an address as a user types it, and the way of joining a token's parts
// that the server lets in, and returns a client for both. It returns an *Error of KindAddress when
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
	way, err := conn.wayTo(typed, o.Network)
	if err != nil {
		return nil, err
	}
	c, err := conn.signIn(ctx, typed, way)
	if err != nil {
		way.transport.CloseIdleConnections()
		return nil, err
	}
	return c, nil
}

// signIn is SignIn once the address is read.
func (n *connection) signIn(ctx context.Context, typed *url.URL, w *way) (*Client, error) {
	base, version, err := n.discover(ctx, typed, w)
	if err != nil {
		return nil, err
	}
	known := version != Version{}
	if known {
		if err := version.Supported(); err != nil {
			return nil, err
		}
	}
	c, err := n.letIn(ctx, base, w)
	if err != nil || known {
		return c, err
	}
	return c, c.requireSupport(ctx)
}

// discover returns the first place whose /version answers as the API's does: what was typed, that with /api/v1 and
// that with /v1, and so on for the parents of its path. Where that needs a token, the version is still unknown.
func (n *connection) discover(ctx context.Context, typed *url.URL, w *way) (*url.URL, Version, error) {
	var misses []error
	asked := map[string]bool{}
	for _, place := range places(typed) {
		var guarded *url.URL // the first that asks for a token, as the API does
		for _, base := range bases(place) {
			if asked[base.Path] {
				continue
			}
			asked[base.Path] = true
			version, err := n.client(base, FormatSlash, w).Version(ctx)
			switch {
			case err == nil:
				return base, version, nil
			case !answered(err):
				return nil, Version{}, err
			case guarded == nil && isGuard(err):
				guarded = base
			}
			misses = append(misses, err)
		}
		if guarded != nil {
			return guarded, Version{}, nil
		}
	}
	err := missed(misses)
	var e *Error
	if errors.As(err, &e) {
		e.NoPath = typed.Path == ""
	}
	return nil, Version{}, err
}

// maxPlaces is how many paths the API is looked for below.
const maxPlaces = 6

// places returns what was typed, which may be a page of the console, and the parents of its path, deepest first. Of a
// path that is very deep they are those nearest to the host, where consoles are.
func places(typed *url.URL) []*url.URL {
	all := []*url.URL{typed}
	for at := typed; at.Path != ""; {
		parent := *at
		parent.Path = strings.TrimSuffix(path.Dir(at.Path), "/")
		all, at = append(all, &parent), &parent
	}
	return slices.Delete(all, 1, max(1, len(all)-maxPlaces+1))
}

// bases returns where the API of a console at a place may be, in the order in which it is looked for.
func bases(place *url.URL) []*url.URL {
	var all []*url.URL
	for _, suffix := range []string{"", "/api/v1", "/v1"} {
		base := *place
		base.Path += suffix
		all = append(all, &base)
	}
	return all
}

// answered reports whether the server answered at all, so that another path is worth a try.
func answered(err error) bool {
	var e *Error
	return errors.As(err, &e) && e.Status != 0
}

// isGuard reports whether err is the API's own refusal of a token.
func isGuard(err error) bool {
	var e *Error
	return errors.As(err, &e) && e.Status == http.StatusUnauthorized && e.hasStatus
}

// missed returns the most telling reason for finding no API: whatever is not merely somebody else's page,
// or else JSON that is not the API's, or an answer of another type.
func missed(misses []error) error {
	none := &Error{Kind: KindNotJSON, Op: "find API", Err: errors.Join(misses...)}
	for _, err := range misses {
		var e *Error
		if !errors.As(err, &e) {
			return err
		}
		switch {
		case e.Kind == KindMalformed:
			none.Kind, none.Message = e.Kind, ""
		case e.Kind == KindNotJSON && none.Kind == KindNotJSON && mediaTypeIn(e.Message) != "text/html":
			none.Message = e.Message
		case e.Kind == KindNotJSON, e.Status == http.StatusNotFound, e.Status == http.StatusMethodNotAllowed:
		default:
			return err
		}
	}
	return none
}

// letIn returns a client for the first join with which the server lists the keys.
func (n *connection) letIn(ctx context.Context, base *url.URL, w *way) (*Client, error) {
	var refusals []error
	for _, join := range TokenFormats() {
		c := n.client(base, join, w)
		_, err := c.List(ctx)
		if err == nil {
			return c, nil
		}
		if !isRefusedToken(err) {
			return nil, err
		}
		refusals = append(refusals, err)
	}
	return nil, mostTelling(refusals)
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
		for _, err := range refusals {
			if KindOf(err) == kind {
				return err
			}
		}
	}
	return refusals[0]
}

// requireSupport returns an error unless access keys work there.
func (c *Client) requireSupport(ctx context.Context) error {
	version, err := c.Version(ctx)
	if err != nil {
		return err
	}
	return version.Supported()
}
