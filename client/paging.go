package client

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"strconv"
	"time"
)

// maxPages is how many pages of a list are asked for.
const maxPages = 200

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

// readOn adds the further pages to the first. That one cannot be read is no error: the list is not whole then.
func (c *Client) readOn(ctx context.Context, list *Listing) error {
	if !list.short() || list.elements == 0 {
		return nil
	}
	deadline, _ := ctx.Deadline()
	inTime, cancel := context.WithTimeout(ctx, time.Until(deadline)/2) // the caller has more to do
	defer cancel()
	size := strconv.Itoa(list.elements)
	seen := make(map[string]bool, len(list.Keys))
	for _, k := range list.Keys {
		seen[k.ID] = true
	}
	for n := 2; n <= maxPages && list.short(); n++ {
		next, err := c.page(inTime, url.Values{"current": {strconv.Itoa(n)}, "pageSize": {size}})
		switch {
		case errors.Is(err, context.Canceled), KindOf(err) == KindLocked:
			return err
		case err != nil:
			return nil
		}
		more, err := list.add(next, seen)
		if err != nil || !more {
			return err
		}
	}
	return nil
}

// add appends what is new on a page, and reports whether anything is.
func (l *Listing) add(page Listing, seen map[string]bool) (bool, error) {
	before := len(l.Keys)
	for _, k := range page.Keys {
		if seen[k.ID] {
			continue
		}
		if len(l.Keys) == maxKeys {
			return false, &Error{Kind: KindTooMany, Op: "list access keys", Err: errTooMany}
		}
		seen[k.ID] = true
		l.Keys = append(l.Keys, k)
	}
	news := len(l.Keys) - before
	if news == 0 {
		return false, nil
	}
	// Pages that overlap, or tell another total, are those of a list that changed while it was read.
	l.Torn = l.Torn || news < len(page.Keys) || page.Total != 0 && page.Total != l.Total
	l.Unreadable += page.Unreadable
	l.unlisted += page.unlisted
	return true, nil
}
