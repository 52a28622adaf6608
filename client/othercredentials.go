package client

import "accesskeys/client/route"

// As returns a new client that signs with other credentials. It has the same route to the server and the same clock
// correction as c has now, and is independent of c afterwards. As does not use the network. Its errors are those of
// Resume.
func (c *Client) As(creds Credentials) (*Client, error) {
	now := c.route.Load()
	base, err := route.ParseAddress(now.endpoint.Base)
	if err != nil {
		return nil, addressRefused(err)
	}
	conn, err := connect(creds, Options{
		Logger: c.conn.log, Version: c.conn.version, Now: c.conn.clock.local, SystemProxy: c.conn.proxy,
	})
	if err != nil {
		return nil, err
	}
	conn.clock.skew.Store(c.conn.clock.skew.Load())
	server, err := conn.routeTo(base, now.server.network)
	if err != nil {
		return nil, err
	}
	return conn.client(base, now.endpoint.TokenFormat, server), nil
}
