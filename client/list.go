package client

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/url"
)

// Listing is what a server answers when it is asked for the list.
type Listing struct {
	Keys       []AccessKey // in the server's order
	Total      int         // how many keys there are as the server says; 0 when it does not
	Unreadable int         // how many elements were not understood; those with a usable ID are in Keys as well
	Torn       bool        // the list changed while its pages were read, so that keys may have slipped through

	elements int // as sent on the first page, whatever they are
	unlisted int // those of Unreadable that are not in Keys
}

// Whole reports whether the list has all keys, so that a key that is not in it is not there.
func (l Listing) Whole() bool { return l.Unreadable == 0 && !l.Torn && l.Total <= len(l.Keys) }

// Missing is how many keys did not come.
func (l Listing) Missing() int { return max(0, l.Total-len(l.Keys)-l.unlisted) }

// short reports whether further pages may have more.
func (l Listing) short() bool { return l.Missing() > 0 }

const keysPath = "/management/accesskeys"

// List returns the access keys of the signed-in user in the server's order, deleted ones included where the server
// lists them. Their secrets are dropped as they arrive. Elements that are no access keys, or whose ID no call could
// name, are left out and counted, in the log too; when there is nothing else, that is an *Error of KindMalformed. It
// is retried.
//
// A server that sends fewer keys than it says there are is asked for further pages, until one brings nothing
// new or half of the time that is left has passed. What they do not bring is missing in the Listing.
func (c *Client) List(ctx context.Context) (Listing, error) {
	ctx, cancel := withDeadline(ctx, c.Network())
	defer cancel()
	list, err := c.page(ctx, nil)
	if err == nil {
		err = c.readOn(ctx, &list)
	}
	if err != nil {
		return Listing{}, err
	}
	if list.Unreadable > 0 {
		c.conn.log.LogAttrs(ctx, slog.LevelWarn, "access keys that could not be read", slog.Int("count", list.Unreadable))
	}
	if list.Torn || list.short() {
		c.conn.log.LogAttrs(ctx, slog.LevelWarn, "a list that lacks keys", slog.Int("keys", len(list.Keys)), slog.Int("total", list.Total))
	}
	return list, nil
}

// page asks for a part of the list, or with no query for what the server sends by itself.
func (c *Client) page(ctx context.Context, query url.Values) (list Listing, err error) {
	err = c.do(ctx, &call{
		op: "list access keys", method: http.MethodGet, path: keysPath, query: query, list: true,
		decode: func(body io.Reader) (err error) { list, err = decodeList(body); return err },
	})
	return list, err
}
