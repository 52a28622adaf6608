package client

// Lock drops the secret that requests are signed with: until Unlock, every attempt that is not under way
// yet fails with KindLocked, sending nothing. Connections in use end with their answers; idle ones are
// closed, and with them goes what they read last.
func (c *Client) Lock() {
	c.conn.secret.Store(nil)
	c.CloseIdleConnections()
}

// Unlock gives the secret back.
func (c *Client) Unlock(s Secret) { c.conn.secret.Store(&s) }
