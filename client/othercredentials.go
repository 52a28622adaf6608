package client

import "accesskeys/client/route"

// As returns a client of its own that signs with other credentials. It reaches the server as c does now, and begins with
// c's correction of the clock; what it finds out changes nothing of c. It does not use the network. Its errors are those
// of Resume.
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
