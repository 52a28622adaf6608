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
)

// Endpoint is how to talk to a server: what SignIn finds out, and Resume needs.
type Endpoint struct {
	Base string `json:"base"` // the API base, such as http://localhost:8000/api/v1
	Join Join   `json:"join"` // how the server wants a token's parts joined
}

// Options adjust a Client. The zero value is ready for use.
type Options struct {
	Logger    *slog.Logger     // one debug line an attempt, one warning a list that is partly unreadable; nil discards
	UserAgent string           // "" means accesskeys
	Network   Network          // how to reach the server
	Now       func() time.Time // nil means time.Now

	// SystemProxy tells the proxy for a request where Network leaves that to the system; nil means by the
	// environment.
	SystemProxy func(*http.Request) (*url.URL, error)
}

// Client calls one server with one access key.
type Client struct {
	endpoint Endpoint
	signer   *signer
	setup    *setup
	wire     atomic.Pointer[wire] // replaced whole by SetNetwork
}

// wire is how a client reaches its server.
type wire struct {
	api     *resty.Client
	network Network
}

// connection is what the clients of one sign-in are made from.
type connection struct {
	*setup
	creds     Credentials // not in setup: a client that is locked has no secret
	transport onceTransport
	network   Network
}

// setup is what the clients of one sign-in share.
type setup struct {
	proxy proxyChooser // the system's
	clock *clock
	log   *slog.Logger
	agent string
}

// Resume returns a client for an endpoint that SignIn found earlier. It does not use the network. It
// returns an *Error of KindAddress or KindKeyID when e or creds could never have worked, and of KindSettings
// or KindPlain as SignIn does.
func Resume(e Endpoint, creds Credentials, o Options) (*Client, error) {
	base, err := parseAddress(e.Base)
	if err != nil {
		return nil, err
	}
	conn, err := connect(base, creds, o)
	if err != nil {
		return nil, err
	}
	if _, ok := e.Join.join(); !ok {
		return nil, &Error{Kind: KindAddress, Op: "resume", Err: errUnknownJoin}
	}
	return conn.client(base, e.Join), nil
}

// connect checks creds and how the server at origin is to be reached, and prepares what clients share.
func connect(origin *url.URL, creds Credentials, o Options) (*connection, error) {
	if !validKeyID(creds.KeyID) {
		return nil, &Error{Kind: KindKeyID, Op: "sign in"}
	}
	setup := newSetup(o)
	transport, err := setup.dial(origin, o.Network)
	if err != nil {
		return nil, err
	}
	return &connection{setup: setup, creds: creds, transport: transport, network: o.Network}, nil
}

func newSetup(o Options) *setup {
	s := &setup{proxy: o.SystemProxy, clock: &clock{local: o.Now}, log: o.Logger, agent: o.UserAgent}
	if o.Now == nil {
		s.clock.local = time.Now
	}
	if o.Logger == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
	if o.UserAgent == "" {
		s.agent = "accesskeys"
	}
	if o.SystemProxy == nil {
		s.proxy = http.ProxyFromEnvironment
	}
	return s
}

// dial returns a transport to the server at origin, unless network keeps it from being reached.
func (s *setup) dial(origin *url.URL, network Network) (onceTransport, error) {
	if isPlain(origin) && !network.AllowPlain {
		return onceTransport{}, &Error{Kind: KindPlain, Op: "connect", Err: errPlain}
	}
	d, err := network.dialing(s.proxy)
	if err != nil {
		return onceTransport{}, err
	}
	return newTransport(network, d, origin, s.clock.local), nil
}

// client returns a client for the API at base.
func (n *connection) client(base *url.URL, join Join) *Client {
	c := &Client{
		endpoint: Endpoint{Base: base.String(), Join: join},
		signer:   newSigner(base, n.creds, join, n.clock),
		setup:    n.setup,
	}
	c.reach(n.transport, n.network)
	return c
}

// reach has the client's calls go through a transport from now on.
func (c *Client) reach(t onceTransport, network Network) {
	api := resty.NewWithClient(&http.Client{
		Transport: t,
		// Of one attempt, its body included.
		Timeout:       network.Limit(),
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	})
	api.SetBaseURL(c.endpoint.Base).
		SetLogger(silentLogger{}).
		SetHeader("Accept", "application/json").
		SetHeader("User-Agent", c.setup.agent).
		SetRetryAfter(retryAfter).
		SetPreRequestHook(func(_ *resty.Client, r *http.Request) error {
			withoutBody(r)
			return c.signer.sign(r)
		})
	before := c.wire.Swap(&wire{api: api, network: network})
	if before != nil {
		before.api.GetClient().CloseIdleConnections()
	}
}

// SetNetwork has attempts that are made from now on reach the server as n says; what is under way goes on
// as it began. It returns an *Error of KindSettings or KindPlain, as Resume does: then nothing has changed.
func (c *Client) SetNetwork(n Network) error {
	base, err := parseAddress(c.endpoint.Base)
	if err != nil {
		return err
	}
	transport, err := c.setup.dial(base, n)
	if err != nil {
		return err
	}
	c.reach(transport, n)
	return nil
}

// Network returns how the server is reached.
func (c *Client) Network() Network { return c.wire.Load().network }

// withoutBody leaves r without a body, as every operation is: resty would send an empty one chunked,
// which not every server takes.
func withoutBody(r *http.Request) {
	r.Body, r.GetBody, r.ContentLength = http.NoBody, nil, 0
}

// Endpoint returns what Resume needs to talk to the same server again.
func (c *Client) Endpoint() Endpoint { return c.endpoint }

// KeyID returns the ID of the access key that requests are signed with.
func (c *Client) KeyID() string { return c.signer.keyID }

// Skew returns the correction that timestamps are signed with: the server's clock minus ours, 0 when
// none was needed.
func (c *Client) Skew() time.Duration { return c.signer.clock.correction() }

// silentLogger keeps resty, whose log lines hold URLs and errors as they come, from logging.
type silentLogger struct{}

func (silentLogger) Errorf(string, ...any) {}
func (silentLogger) Warnf(string, ...any)  {}
func (silentLogger) Debugf(string, ...any) {}
