// Package client speaks the access key part of the back end's management API.
//
// It signs every attempt afresh, repeats what may be repeated, follows no redirect, and keeps secrets
// out of everything that it prints. Calls block until they are done or their context is; without a
// deadline in the context, one takes at most Network.CallLimit. A Client is safe for concurrent use.
package client

import (
	"log/slog"
	"net/http"
	"net/url"
	"sync/atomic"
	"time"

	"github.com/go-resty/resty/v2"

	"accesskeys/client/route"
)

// Endpoint is how to talk to a server: what SignIn finds out, and Resume needs.
type Endpoint struct {
	Base        string      `json:"base"` // the API base, such as http://localhost:8000/api/v1
	TokenFormat TokenFormat `json:"join"` // how the server wants a token's parts put together
}

// Options adjust a Client. The zero value is ready for use.
type Options struct {
	Logger  *slog.Logger     // one debug line an attempt, one warning a list that is partly unreadable; nil discards
	Version string           // of the program, for the servers; "" tells none
	Network route.Network    // how to reach the server
	Now     func() time.Time // nil means time.Now

	// SystemProxy tells the proxy for a request where Network leaves that to the system; nil means by the
	// environment.
	SystemProxy func(*http.Request) (*url.URL, error)
}

// Client calls one server with one access key.
type Client struct {
	conn  *connection
	route atomic.Pointer[apiRoute] // replaced whole by SetNetwork

	first atomic.Pointer[Listing] // that SignIn has read, until it is taken
}

// apiRoute is where the API is, and how to call it there.
type apiRoute struct {
	endpoint Endpoint
	server   *serverRoute
	api      *resty.Client
}

// connection is what the routes to one server share.
type connection struct {
	keyID   string
	secret  atomic.Pointer[Secret] // nil while the client is locked
	proxy   route.ProxyChooser     // the system's
	clock   *clock
	log     *slog.Logger
	version string // of the program
}

// Resume returns a client for an endpoint that SignIn found earlier. It does not use the network. It
// returns an *Error of KindAddress, KindKeyID or KindMasked when e or creds could never have worked, and of
// KindSettings or KindPlain as SignIn does.
func Resume(e Endpoint, creds Credentials, o Options) (*Client, error) {
	base, err := route.ParseAddress(e.Base)
	if err != nil {
		return nil, addressRefused(err)
	}
	conn, err := connect(creds, o)
	if err != nil {
		return nil, err
	}
	server, err := conn.routeTo(base, o.Network)
	if err != nil {
		return nil, err
	}
	if _, ok := e.TokenFormat.join(); !ok {
		return nil, &Error{Kind: KindAddress, Op: "resume", Err: ErrUnknownFormat}
	}
	return conn.client(base, e.TokenFormat, server), nil
}

// connect checks creds and prepares what its routes share.
func connect(creds Credentials, o Options) (*connection, error) {
	switch {
	case !validKeyID(creds.KeyID):
		return nil, &Error{Kind: KindKeyID, Op: "sign in"}
	case creds.Secret.Masked():
		return nil, &Error{Kind: KindMasked, Op: "sign in"}
	}
	conn := &connection{
		keyID:   creds.KeyID,
		proxy:   o.SystemProxy,
		clock:   &clock{local: o.Now},
		log:     o.Logger,
		version: o.Version,
	}
	conn.secret.Store(&creds.Secret)
	if o.Now == nil {
		conn.clock.local = time.Now
	}
	if o.Logger == nil {
		conn.log = slog.New(slog.DiscardHandler)
	}
	if o.SystemProxy == nil {
		conn.proxy = route.ProxyFromEnvironment
	}
	return conn, nil
}

// client returns a client for the API at base.
func (n *connection) client(base *url.URL, format TokenFormat, server *serverRoute) *Client {
	c := &Client{conn: n}
	c.route.Store(n.apiRoute(base, format, server))
	return c
}

func (n *connection) apiRoute(base *url.URL, format TokenFormat, server *serverRoute) *apiRoute {
	signer := &signer{origin: base, keyID: n.keyID, secret: &n.secret, format: format, clock: n.clock}
	api := resty.NewWithClient(&http.Client{
		Transport: server.transport,
		// Of one attempt, its body included.
		Timeout:       server.network.Limit(),
		CheckRedirect: followNone,
	})
	api.SetBaseURL(base.String()).
		SetLogger(silentLogger{}).
		SetHeader("Accept", "application/json").
		SetRetryAfter(retryAfter).
		SetPreRequestHook(func(_ *resty.Client, r *http.Request) error {
			withoutBody(r)
			return signer.sign(r)
		})
	setUserAgent(api, n.version)
	return &apiRoute{endpoint: Endpoint{Base: base.String(), TokenFormat: format}, server: server, api: api}
}

// withoutBody leaves r without a body, as every operation is: resty would send an empty one chunked,
// which not every server takes.
func withoutBody(r *http.Request) {
	r.Body, r.GetBody, r.ContentLength = http.NoBody, nil, 0
}

// Endpoint returns what Resume needs to talk to the same server again.
func (c *Client) Endpoint() Endpoint { return c.route.Load().endpoint }

// KeyID returns the ID of the access key that requests are signed with.
func (c *Client) KeyID() string { return c.conn.keyID }

// Skew returns the correction that timestamps are signed with: the server's clock minus ours, 0 when
// none was needed.
func (c *Client) Skew() time.Duration { return c.conn.clock.correction() }

// FirstList returns the list that SignIn has read to see whether the key is let in, and true: once, and only of a
// client that SignIn returned.
func (c *Client) FirstList() (Listing, bool) {
	list := c.first.Swap(nil)
	if list == nil {
		return Listing{}, false
	}
	return *list, true
}

// Credentials are what requests are signed with.
type Credentials struct {
	KeyID  string
	Secret Secret
}
