package client

import (
	"context"
	"io"
	"net/http"
)

// Read returns the access key with the given ID as Get does, but drops its secret while decoding.
func (c *Client) Read(ctx context.Context, id string) (AccessKey, error) {
	const op = "look at access key"
	if err := checkKeyID(op, id); err != nil {
		return AccessKey{}, err
	}
	var key AccessKey
	err := c.do(ctx, &call{
		op: op, method: http.MethodGet, path: keysPath + "/" + id, key: id,
		decode: func(body io.Reader) (err error) { key, err = decodeBareKey(body, id); return err },
	})
	return key, err
}
