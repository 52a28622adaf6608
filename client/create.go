package client

import (
	"context"
	"errors"
	"net/http"
	"time"
)

// Creation is the result of Create.
type Creation struct {
	Before []AccessKey // the keys listed before, maybe not all there were; nil if they could not be listed
	After  Listing     // the list afterwards; its Keys are nil if it could not be read
	// NewIDs are the IDs of the keys that are in After but not in Before. There is usually one. There are more if
	// somebody else created keys at the same time, and none if the server lists the new key late or not at all.
	// Keys that were created before Since are left out.
	NewIDs []string
	// Since is set if Before is not the whole list. A key that is missing from such a list but was created before
	// Since existed already.
	Since time.Time
}

// Create creates an access key. The server's answer does not name the new key, so Create lists the keys before and
// after. That also shows whether an unacknowledged request was carried out, since the request is never sent twice.
//
// Create returns an *Error of KindUnconfirmed if a key may have been created, or may yet be created by a slow server.
// It returns what it listed as well, since a key that was not there before may be the new one. After a 401 it lists the
// keys too, and returns the 401 only if no key is new.
func (c *Client) Create(ctx context.Context) (Creation, error) {
	ctx, cancel := withDeadline(ctx, c.Network())
	defer cancel()
	before, err := c.List(ctx)
	if err != nil {
		return Creation{}, err
	}
	var since time.Time
	if !before.Whole() {
		since = c.conn.clock.now().Add(-tolerance)
	}
	post := &call{op: "create access key", method: http.MethodPost, path: keysPath, once: true, decode: decodeStatus}
	refused := c.do(ctx, post)
	locked := isUnauthorized(refused)
	if refused != nil && !post.unacknowledged && !locked {
		return Creation{}, refused
	}
	after, err := c.List(ctx)
	if locked && isUnauthorized(err) {
		return Creation{}, refused
	}
	if err != nil {
		return Creation{Before: before.Keys, Since: since}, &Error{Kind: KindUnconfirmed, Op: post.op, Err: errors.Join(refused, err)}
	}
	created := Creation{Before: before.Keys, After: after, NewIDs: newIDs(before.Keys, after.Keys, since), Since: since}
	if locked && len(created.NewIDs) == 0 {
		return Creation{}, refused
	}
	if refused != nil && len(created.NewIDs) == 0 {
		return created, &Error{Kind: KindUnconfirmed, Op: post.op, Err: refused}
	}
	return created, nil
}

// isUnauthorized reports whether err comes from a 401.
func isUnauthorized(err error) bool {
	kind := KindOf(err)
	return kind == KindUnauthorized || kind == KindClock
}

// newIDs returns the IDs of the keys in after that are not in before and were not created before since.
func newIDs(before, after []AccessKey, since time.Time) []string {
	old := make(map[string]bool, len(before))
	for _, k := range before {
		old[k.ID] = true
	}
	var ids []string
	for _, k := range after {
		if !old[k.ID] && !k.CreatedAt.Before(since) {
			ids = append(ids, k.ID)
		}
	}
	return ids
}
