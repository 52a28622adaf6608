package client

import (
	"net/url"

	"accesskeys/client/route"
)

// serverRoute is how a server is reached.
type serverRoute struct {
	transport route.Transport
	network   route.Network
}

// routeTo returns the route to the server at origin. It returns an error if network is invalid or forbids plain http
// to origin.
func (n *connection) routeTo(origin *url.URL, network route.Network) (*serverRoute, error) {
	if err := refusePlain(origin, network); err != nil {
		return nil, err
	}
	d, err := network.DialConfig(n.proxy)
	if err != nil {
		return nil, settingsRefused(err)
	}
	return &serverRoute{transport: route.NewTransport(network, d, origin, n.clock.local), network: network}, nil
}

// SetNetwork changes how later attempts reach the server. Attempts under way continue as they began. If SetNetwork
// returns an *Error of KindSettings or KindPlain, as Resume does, nothing has changed.
func (c *Client) SetNetwork(n route.Network) error {
	for {
		before := c.route.Load()
		base, err := route.ParseAddress(before.endpoint.Base)
		if err != nil {
			return addressRefused(err)
		}
		server, err := c.conn.routeTo(base, n)
		if err != nil {
			return err
		}
		if c.route.CompareAndSwap(before, c.conn.apiRoute(base, before.endpoint.TokenFormat, server)) {
			before.server.transport.CloseIdleConnections()
			return nil
		}
	}
}

// Network returns how the server is reached.
func (c *Client) Network() route.Network { return c.route.Load().server.network }

// CloseIdleConnections closes the connections that are not in use. Their buffers still hold the last answer, which may
// contain secrets.
func (c *Client) CloseIdleConnections() { c.route.Load().server.transport.CloseIdleConnections() }
