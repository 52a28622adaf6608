package client

import (
	"context"
	"io"
	"log/slog"
	"net/http"
)

const keysPath = "/management/accesskeys"

// Version asks the back end what it is. It is retried.
func (c *Client) Version(ctx context.Context) (Version, error) {
	var v Version
	k := &call{op: "read version", method: http.MethodGet, path: "/version"}
	k.decode = func(body io.Reader) (err error) {
		v, err = decodeVersion(body)
		v.Edition, v.Number = Edition(k.scrub(string(v.Edition))), k.scrub(v.Number) // errors quote it
		return err
	}
	if err := c.do(ctx, k); err != nil {
		return Version{}, err
	}
	return v, nil
}

// List returns the access keys of the signed-in user in the server's order, deleted ones included
// where the server lists them. Their secrets are dropped as they arrive. Elements that are no access keys, or whose ID no call
// could name, are left out and counted, in the log too; when there is nothing else, that is an *Error of
// KindMalformed. It is retried.
func (c *Client) List(ctx context.Context) (Listing, error) {
	var list Listing
	err := c.do(ctx, &call{
		op: "list access keys", method: http.MethodGet, path: keysPath,
		decode: func(body io.Reader) (err error) { list, err = decodeList(body); return err },
	})
	if err != nil {
		return Listing{}, err
	}
	if list.Unreadable > 0 {
		c.conn.log.LogAttrs(ctx, slog.LevelWarn, "access keys that could not be read", slog.Int("count", list.Unreadable))
	}
	return list, nil
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
