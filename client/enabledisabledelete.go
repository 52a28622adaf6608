package client

import (
	"context"
	"net/http"
)

// change is an operation on one key that moves it to another state.
type change struct {
	op     string
	method string
	suffix string // of the key's path
	to     State
}

// Enable makes a disabled access key work again. It is retried.
func (c *Client) Enable(ctx context.Context, id string) error {
	return c.change(ctx, id, change{"enable access key", http.MethodPut, "/enable", StateEnabled})
}

// Disable makes an access key stop working until it is enabled again. It is retried.
func (c *Client) Disable(ctx context.Context, id string) error {
	return c.change(ctx, id, change{"disable access key", http.MethodPut, "/disable", StateDisabled})
}

// Delete deletes an access key for good. It is retried.
func (c *Client) Delete(ctx context.Context, id string) error {
	return c.change(ctx, id, change{"delete access key", http.MethodDelete, "", StateDeleted})
}

// change carries out a change. When an attempt's answer was lost and the next one is refused, the
// first may have done it: then what counts is the key's state.
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

// reached reports whether a refusal of the given kind, after a lost answer, shows that the key is in
// the state that was asked for.
func (c *Client) reached(ctx context.Context, id string, state State, refusal Kind) bool {
	switch refusal {
	case KindNotFound:
		return state == StateDeleted
	case KindUnauthorized: // the key has locked itself out
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
