// Package client speaks the access key part of the back end's management API.
//
// It signs each attempt separately, retries the calls that are safe to retry, follows no redirect, and never prints or
// logs a secret. A call blocks until it or its context is done. If the context has no deadline, a call takes at most
// Network.CallLimit. A Client is safe for concurrent use.
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

// Endpoint is what SignIn finds out about a server's API. Resume needs it to use the API again.
type Endpoint struct {
	Base        string      `json:"base"` // the API base, such as http://localhost:8000/api/v1
	TokenFormat TokenFormat `json:"join"` // how the server expects a token's parts to be joined
}

// Options adjust a Client. The zero value is ready for use.
type Options struct {
	Logger  *slog.Logger     // gets a debug line per attempt and a warning per incomplete list; nil discards
	Version string           // the program's version, sent in User-Agent; "" sends none
	Network route.Network    // how to reach the server
	Now     func() time.Time // nil means time.Now

	// SystemProxy returns the proxy for a request if Network leaves the choice to the system. nil means that the
	// environment variables decide.
	SystemProxy func(*http.Request) (*url.URL, error)
}

// Client calls one server with one access key.
type Client struct {
	conn  *connection
	route atomic.Pointer[apiRoute] // replaced whole by SetNetwork

	first atomic.Pointer[Listing] // the list that SignIn read, until FirstList takes it
}

// apiRoute is the address of the API and how to call it.
type apiRoute struct {
	endpoint Endpoint
	server   *serverRoute
	api      *resty.Client
}

// connection holds what all routes to one server share.
type connection struct {
	keyID   string
	secret  atomic.Pointer[Secret] // nil while the client is locked
	proxy   route.ProxyChooser     // the system's choice
	clock   *clock
	log     *slog.Logger
	version string // the program's version
}

// Resume returns a client for an endpoint that SignIn found earlier. It does not use the network. It returns an *Error
// of KindAddress, KindKeyID or KindMasked if e or creds can never have worked, and of KindSettings or KindPlain in the
// same cases as SignIn.
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

// connect checks creds and returns a connection with them. It does not use the network.
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
		Transport:     server.transport,
		Timeout:       server.network.Limit(), // for one attempt, including reading the body
		CheckRedirect: followNone,
	})
	api.SetBaseURL(base.String()).
		SetLogger(silentLogger{}).
		SetHeader("Accept", "application/json").
		SetRetryAfter(retryAfter).
		SetPreRequestHook(func(_ *resty.Client, r *http.Request) error {
			removeBody(r)
			return signer.sign(r)
		})
	setUserAgent(api, n.version)
	return &apiRoute{endpoint: Endpoint{Base: base.String(), TokenFormat: format}, server: server, api: api}
}

// removeBody removes the body of r; no operation has one. Otherwise resty would send an empty chunked body, which not
// every server accepts.
func removeBody(r *http.Request) {
	r.Body, r.GetBody, r.ContentLength = http.NoBody, nil, 0
}

// Endpoint returns what Resume needs to talk to the same server again.
func (c *Client) Endpoint() Endpoint { return c.route.Load().endpoint }

// KeyID returns the ID of the access key that requests are signed with.
func (c *Client) KeyID() string { return c.conn.keyID }

// Skew returns the correction for the timestamps of tokens: the server's clock minus ours. It is 0 if no correction
// was needed.
func (c *Client) Skew() time.Duration { return c.conn.clock.correction() }

// FirstList returns the list that SignIn read to check the credentials, and true. It returns false from the second call
// on, and for a client that does not come from SignIn.
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
