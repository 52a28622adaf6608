package session

import (
	"context"
	"time"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/client/route"
)

// Backend is what a signed-in session asks of the server. *client.Client is one.
type Backend interface {
	keys.Backend
	// FirstList returns the list that signing in has read, and true, at the first call.
	FirstList() (client.Listing, bool)
	Skew() time.Duration
	Version(ctx context.Context) (client.Version, error)
	// Lock drops the secret that requests are signed with, and closes idle connections. Unlock sets the secret again.
	Lock()
	Unlock(s client.Secret)
	// CloseIdleConnections closes the connections that are not in use.
	CloseIdleConnections()
	// SetNetwork changes how the server is reached from now on.
	SetNetwork(n route.Network) error
	// As returns a new client for the same server that signs with other credentials.
	As(creds client.Credentials) (*client.Client, error)
}

// Connector opens back ends.
type Connector interface {
	// SignIn finds the API at address, which is reached through n, and how to sign requests for it.
	SignIn(ctx context.Context, address string, creds client.Credentials, n route.Network) (Backend, error)
	// Resume opens an API that SignIn found earlier, without using the network.
	Resume(e client.Endpoint, creds client.Credentials, n route.Network) (Backend, error)
}

// NewConnector returns the Connector over HTTP. o.Network is not used.
func NewConnector(o client.Options) Connector { return httpConnector{o} }

type httpConnector struct{ options client.Options }

func (c httpConnector) SignIn(ctx context.Context, address string, creds client.Credentials, n route.Network) (Backend, error) {
	b, err := client.SignIn(ctx, address, creds, c.over(n))
	if err != nil {
		return nil, err // a nil *client.Client in a Backend would not be nil
	}
	return b, nil
}

func (c httpConnector) Resume(e client.Endpoint, creds client.Credentials, n route.Network) (Backend, error) {
	b, err := client.Resume(e, creds, c.over(n))
	if err != nil {
		return nil, err
	}
	return b, nil
}

func (c httpConnector) over(n route.Network) client.Options {
	o := c.options
	o.Network = n
	return o
}
