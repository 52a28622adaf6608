package client

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"time"
)

// Listing is a list of access keys as a server sent it.
type Listing struct {
	Keys       []AccessKey // in the server's order
	Total      int         // the number of keys that the server states; 0 if it states none
	Unreadable int         // the number of elements that could not be decoded; those with a usable ID are in Keys too
	Torn       bool        // the list changed while its pages were read, so keys may be missing

	elements int // the number of elements on the first page, of any kind
	unlisted int // the number of Unreadable elements that are not in Keys

	served   time.Time // when the server answered, by its Date header; zero if it does not say
	answered time.Time // when that answer came, by our clock
}

// serverTimeOf returns the earliest that the server's clock can have shown at a time of ours before the list came: it answered
// before its answer came. If that is not known, it returns a time later than any.
func (l Listing) serverTimeOf(t time.Time) time.Time {
	if l.served.IsZero() {
		return time.Unix(1<<40, 0)
	}
	return l.served.Add(-l.answered.Sub(t))
}

// Whole reports whether the list has all keys, so that a key that is not in it does not exist.
func (l Listing) Whole() bool { return l.Unreadable == 0 && !l.Torn && l.Total <= len(l.Keys) }

// Missing returns how many of the Total keys the server did not send.
func (l Listing) Missing() int { return max(0, l.Total-len(l.Keys)-l.unlisted) }

// mayHaveMore reports whether further pages may have more keys.
func (l Listing) mayHaveMore() bool { return l.Missing() > 0 }

const keysPath = "/management/accesskeys"

// List returns the access keys of the signed-in user in the server's order, including deleted ones if the server lists
// them. Their secrets are dropped while decoding. Elements that are no access keys, or whose ID cannot be used in a
// call, are left out, counted in Unreadable, and logged. If the list has only such elements, List returns an *Error of
// KindMalformed. Failed attempts are retried.
//
// If the server sends fewer keys than the total that it states, List asks for further pages until one has nothing new
// or half of the remaining time has passed. Keys that are still missing then are counted by Listing.Missing.
func (c *Client) List(ctx context.Context) (Listing, error) {
	ctx, cancel := withDeadline(ctx, c.Network())
	defer cancel()
	list, err := c.page(ctx, nil)
	if err == nil {
		err = c.readMorePages(ctx, &list)
	}
	if err != nil {
		return Listing{}, err
	}
	if list.Unreadable > 0 {
		c.conn.log.LogAttrs(ctx, slog.LevelWarn, "access keys that could not be read", slog.Int("count", list.Unreadable))
	}
	if list.Torn || list.mayHaveMore() {
		c.conn.log.LogAttrs(ctx, slog.LevelWarn, "a list that lacks keys", slog.Int("keys", len(list.Keys)), slog.Int("total", list.Total))
	}
	return list, nil
}

// page requests one page of the list. Without a query, the server decides how much it sends.
func (c *Client) page(ctx context.Context, query url.Values) (list Listing, err error) {
	k := &call{
		op: "list access keys", method: http.MethodGet, path: keysPath, query: query, list: true,
		decode: func(body io.Reader) (err error) { list, err = decodeList(body); return err },
	}
	if err = c.do(ctx, k); err == nil {
		list.served, list.answered = k.served, k.answered
	}
	return list, err
}
