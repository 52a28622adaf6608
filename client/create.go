package client

import (
	"context"
	"errors"
	"net/http"
	"time"
)

// Creation is what Create did.
type Creation struct {
	Before []AccessKey // the keys that were listed before, maybe not all there were; nil when they could not be listed
	After  Listing     // the list afterwards; its Keys are nil when it could not be read
	// NewIDs are the IDs of the keys that were not there before: one, unless somebody else made keys
	// at the same time, or the server lists them late or not at all. See Since, too.
	NewIDs []string
	// Since is set where Before is not the whole list: a key that was made earlier may have been there all the time.
	Since time.Time
}

// Create makes an access key. The server's answer does not name it, so the keys are listed before and
// after; so they are when the answer was lost, because the request is never sent twice. It returns an
// *Error of KindUnconfirmed when a key may or may not have been made, or may be made yet by a server
// that is slow, and with it what was listed: a key that was not there before may be the one. A 401 is
// believed only when no key is new afterwards.
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
	post := &call{op: "create access key", method: http.MethodPost, path: keysPath, decode: decodeStatus}
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

// isUnauthorized reports whether err is a 401.
func isUnauthorized(err error) bool {
	kind := KindOf(err)
	return kind == KindUnauthorized || kind == KindClock
}

// newIDs returns the IDs in after that are not in before, of keys made since a time.
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
