package app

import (
	"context"
	"time"

	"accesskeys/client"
)

// Backend is what a signed-in session asks of the server. *client.Client is one.
type Backend interface {
	Endpoint() client.Endpoint
	KeyID() string
	Skew() time.Duration
	Version(ctx context.Context) (client.Version, error)
	List(ctx context.Context) (client.Listing, error)
	Get(ctx context.Context, id string) (client.AccessKey, client.Secret, error)
	Read(ctx context.Context, id string) (client.AccessKey, error)
	Create(ctx context.Context) (client.Creation, error)
	Enable(ctx context.Context, id string) error
	Disable(ctx context.Context, id string) error
	Delete(ctx context.Context, id string) error
	// Lock drops the secret that requests are signed with, until Unlock gives it back.
	Lock()
	Unlock(s client.Secret)
	// CloseIdleConnections closes the connections that are not in use.
	CloseIdleConnections()
	// Network is how the server is reached, and SetNetwork has it reached otherwise from now on, or returns
	// why that cannot be.
	Network() client.Network
	SetNetwork(n client.Network) error
}

// Connector opens back ends.
type Connector interface {
	// SignIn finds the API at address, which is reached as n says, and how to sign for it.
	SignIn(ctx context.Context, address string, creds client.Credentials, n client.Network) (Backend, error)
	// Resume opens what SignIn found earlier, without using the network.
	Resume(e client.Endpoint, creds client.Credentials, n client.Network) (Backend, error)
}

// NewConnector returns the Connector over HTTP. o.Network is not used.
func NewConnector(o client.Options) Connector { return httpConnector{o} }

type httpConnector struct{ options client.Options }

func (c httpConnector) SignIn(ctx context.Context, address string, creds client.Credentials, n client.Network) (Backend, error) {
	b, err := client.SignIn(ctx, address, creds, c.over(n))
	if err != nil {
		return nil, err // a nil *client.Client in a Backend would not be nil
	}
	return b, nil
}

func (c httpConnector) Resume(e client.Endpoint, creds client.Credentials, n client.Network) (Backend, error) {
	b, err := client.Resume(e, creds, c.over(n))
	if err != nil {
		return nil, err
	}
	return b, nil
}

func (c httpConnector) over(n client.Network) client.Options {
	o := c.options
	o.Network = n
	return o
}
