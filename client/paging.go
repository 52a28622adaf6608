package client

import (
	"context"
	"errors"
	"net/url"
	"strconv"
	"time"
)

// maxPages is how many pages of a list are asked for.
const maxPages = 200

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
