package client

import (
	"context"
	"net/http"
)

// change is an operation that moves one key to another state.
type change struct {
	op     string
	method string
	suffix string // appended to the key's path
	to     State
}

// Enable makes a disabled access key work again. Failed attempts are retried.
func (c *Client) Enable(ctx context.Context, id string) error {
	return c.change(ctx, id, change{"enable access key", http.MethodPut, "/enable", StateEnabled})
}

// Disable makes an access key stop working until it is enabled again. Failed attempts are retried.
func (c *Client) Disable(ctx context.Context, id string) error {
	return c.change(ctx, id, change{"disable access key", http.MethodPut, "/disable", StateDisabled})
}

// Delete deletes an access key permanently. Failed attempts are retried.
func (c *Client) Delete(ctx context.Context, id string) error {
	return c.change(ctx, id, change{"delete access key", http.MethodDelete, "", StateDeleted})
}

// change carries out a change of a key. If an attempt was unacknowledged and a later one is refused, the earlier one
// may have succeeded, so the key's state decides whether change returns an error.
func (c *Client) change(ctx context.Context, id string, to change) error {
	if err := checkKeyID(to.op, id); err != nil {
		return err
	}
	ctx, cancel := withDeadline(ctx, c.Network())
	defer cancel()
	k := &call{op: to.op, method: to.method, path: keysPath + "/" + id + to.suffix, key: id, decode: decodeStatus}
	err := c.do(ctx, k)
	if k.unacknowledged && c.reached(ctx, id, to.to, KindOf(err)) {
		return nil
	}
	return err
}

// reached reports whether the key is in the requested state, after an unacknowledged attempt and a later refusal of the
// given kind.
func (c *Client) reached(ctx context.Context, id string, state State, refusal Kind) bool {
	switch refusal {
	case KindNotFound:
		return state == StateDeleted
	case KindUnauthorized: // the key that signs was itself disabled or deleted
		return id == c.KeyID() && state != StateEnabled
	case KindRefused:
		key, err := c.Read(ctx, id)
		if KindOf(err) == KindNotFound {
			return state == StateDeleted
		}
		return err == nil && key.State == state
	}
	return false
}
