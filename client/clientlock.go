package client

// Lock drops the secret that requests are signed with. Until Unlock, every new attempt fails with KindLocked and sends
// nothing; attempts under way finish. Lock closes idle connections, because their buffers still hold the last answer.
func (c *Client) Lock() {
	c.conn.secret.Store(nil)
	c.CloseIdleConnections()
}

// Unlock sets the secret again after Lock.
func (c *Client) Unlock(s Secret) { c.conn.secret.Store(&s) }
