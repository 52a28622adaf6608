package client

import (
	"context"
	"fmt"
	"io"
	"net/http"
)

// Read returns the access key with the given ID as Get does, but drops its secret as it arrives.
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

// decodeBareKey reads the AccessKey with the given ID, bare or in an object's data, without its secret.
func decodeBareKey(body io.Reader, id string) (AccessKey, error) {
	var w struct {
		wireKey
		wireStatus
		Data *wireKey `json:"data"`
	}
	if err := decodeOne(body, &w); err != nil {
		return AccessKey{}, err
	}
	if err := w.refusal(); err != nil {
		return AccessKey{}, err
	}
	k := &w.wireKey
	if w.Data != nil {
		k = w.Data
	}
	if k.KeyID != id {
		return AccessKey{}, fmt.Errorf("not the access key %s", id)
	}
	return k.key(), nil
}
