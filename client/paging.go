package client

import (
	"context"
	"errors"
	"net/url"
	"strconv"
	"time"
)

// maxPages is the most pages of a list that are requested.
const maxPages = 200

// readMorePages adds the pages after the first to list. It returns no error if one of them cannot be read; the list is
// not whole then.
func (c *Client) readMorePages(ctx context.Context, list *Listing) error {
	if !list.mayHaveMore() || list.elements == 0 {
		return nil
	}
	deadline, _ := ctx.Deadline()
	inTime, cancel := context.WithTimeout(ctx, time.Until(deadline)/2) // leaves time for what the caller does next
	defer cancel()
	size := strconv.Itoa(list.elements)
	seen := make(map[string]bool, len(list.Keys))
	for _, k := range list.Keys {
		seen[k.ID] = true
	}
	for n := 2; n <= maxPages && list.mayHaveMore(); n++ {
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

// add appends the keys of a page that are not in seen, and reports whether there are any.
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
	added := len(l.Keys) - before
	if added == 0 {
		return false, nil
	}
	// Pages that overlap or state different totals mean that the list changed while it was read.
	l.Torn = l.Torn || added < len(page.Keys) || page.Total != 0 && page.Total != l.Total
	l.Unreadable += page.Unreadable
	l.unlisted += page.unlisted
	return true, nil
}
