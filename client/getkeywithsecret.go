package client

import (
	"context"
	"io"
	"net/http"
)

// Get returns the access key with the given ID and its secret. Failed attempts are retried. Get returns an *Error of
// KindNotFound if there is no such key.
func (c *Client) Get(ctx context.Context, id string) (AccessKey, Secret, error) {
	const op = "read access key"
	if err := checkKeyID(op, id); err != nil {
		return AccessKey{}, Secret{}, err
	}
	var (
		key    AccessKey
		secret Secret
	)
	err := c.do(ctx, &call{
		op: op, method: http.MethodGet, path: keysPath + "/" + id, key: id,
		decode: func(body io.Reader) (err error) { key, secret, err = decodeKey(body, id); return err },
	})
	return key, secret, err
}
