package client

import (
	"context"
	"io"
	"net/http"
)

const keysPath = "/management/accesskeys"

// Version asks the back end what it is. It is retried.
func (c *Client) Version(ctx context.Context) (Version, error) {
	var v Version
	err := c.do(ctx, &call{
		op: "read version", method: http.MethodGet, path: "/version",
		decode: func(body io.Reader) (err error) { v, err = decodeVersion(body); return err },
	})
	return v, err
}

// List returns the access keys of the signed-in user in the server's order, deleted ones included
// where the server lists them. Their secrets are dropped as they arrive. It is retried.
func (c *Client) List(ctx context.Context) ([]AccessKey, error) {
	var keys []AccessKey
	err := c.do(ctx, &call{
		op: "list access keys", method: http.MethodGet, path: keysPath,
		decode: func(body io.Reader) (err error) { keys, err = decodeList(body); return err },
	})
	if err != nil {
		return nil, err
	}
	return keys, nil
}

// Get returns the access key with the given ID and its secret. It is retried. It returns an *Error of
// KindNotFound when there is no such key.
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

// checkKeyID returns an *Error of KindKeyID when id cannot stand in a path.
func checkKeyID(op, id string) error {
	if !validKeyID(id) {
		return &Error{Kind: KindKeyID, Op: op}
	}
	return nil
}
