package client

import (
	"context"
	"errors"
	"net/http"
	"time"
)

// createdSlack is how much earlier than the server's Date header says a key may have been created: both times may have whole
// seconds only.
const createdSlack = 2 * time.Second

// ErrWhichIsNew is in the error of Create if keys are new, but all of them may have been created elsewhere before.
var ErrWhichIsNew = errors.New("what is new may have been created before the request")

// Creation is the result of Create.
type Creation struct {
	Before []AccessKey // the keys listed before, maybe not all there were; nil if they could not or need not be listed
	After  Listing     // the list afterwards; its Keys are nil if it could not be read
	// NewIDs are the IDs of the keys that are in After and were not there before. There is usually one. There are more if
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
// known, unless nil, has the IDs of all keys of a moment ago, in place of the list before. Only keys created since the
// request, by the server's clock, are then new: others may have created the rest. If there are keys that were not known, but
// all may be older than the request, Create returns an *Error of KindUnconfirmed with ErrWhichIsNew, and nothing that it
// listed: the new key may be one of them, or be listed late.
//
// Create returns an *Error of KindUnconfirmed if a key may have been created, or may yet be created by a slow server.
// It returns what it listed as well, since a key that was not there before may be the new one. After a 401 it lists the
// keys too, and returns the 401 only if no key is new.
func (c *Client) Create(ctx context.Context, known map[string]bool) (Creation, error) {
	ctx, cancel := withDeadline(ctx, c.Network())
	defer cancel()
	var created Creation
	if known == nil {
		before, err := c.List(ctx)
		if err != nil {
			return Creation{}, err
		}
		created.Before = before.Keys
		if !before.Whole() {
			created.Since = c.conn.clock.now().Add(-tolerance)
		}
	}
	asked := time.Now()
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
		return created, &Error{Kind: KindUnconfirmed, Op: post.op, Err: errors.Join(refused, err)}
	}
	created.After = after
	if known == nil {
		created.NewIDs = newIDs(idsOf(created.Before), after.Keys, created.Since)
	} else {
		created.NewIDs = newIDs(known, after.Keys, after.serverTimeOf(asked).Add(-createdSlack))
		if len(created.NewIDs) == 0 && len(newIDs(known, after.Keys, time.Time{})) > 0 {
			return Creation{}, &Error{Kind: KindUnconfirmed, Op: post.op, Err: errors.Join(refused, ErrWhichIsNew)}
		}
	}
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
func newIDs(before map[string]bool, after []AccessKey, since time.Time) []string {
	var ids []string
	for _, k := range after {
		if !before[k.ID] && !k.CreatedAt.Before(since) {
			ids = append(ids, k.ID)
		}
	}
	return ids
}

// idsOf returns the IDs of keys.
func idsOf(keys []AccessKey) map[string]bool {
	ids := make(map[string]bool, len(keys))
	for _, k := range keys {
		ids[k.ID] = true
	}
	return ids
}
