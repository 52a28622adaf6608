package session

import (
	"context"

	"accesskeys/client"
	"accesskeys/client/route"
)

// fakeConnector opens one back end.
type fakeConnector struct {
	backend Backend
	creds   client.Credentials // it was last opened with
	network route.Network
	address string
	fail    error
}

func (c *fakeConnector) SignIn(_ context.Context, address string, creds client.Credentials, n route.Network) (Backend, error) {
	c.address, c.creds, c.network = address, creds, n
	return c.backend, c.fail
}

func (c *fakeConnector) Resume(_ client.Endpoint, creds client.Credentials, n route.Network) (Backend, error) {
	c.creds, c.network = creds, n
	return c.backend, c.fail
}
