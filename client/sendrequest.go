package client

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptrace"
	"net/url"
	"sync/atomic"
	"time"

	"github.com/go-resty/resty/v2"

	"accesskeys/client/delay"
)

// call is one operation on the API, made in one or more attempts.
type call struct {
	op     string // what is being done, for errors and logs
	method string
	path   string // relative to the API base
	query  url.Values
	list   bool   // the answer may have any length: decode bounds what it holds
	key    string // the ID of the key acted on, "" when there is none

	// decode reads a 2xx answer's JSON. It is called once an attempt, so it starts over each time.
	decode func(body io.Reader) error

	// sent is set once part of an attempt may have reached the server.
	sent atomic.Bool
	// hidden returns what no error may show: the secret that signed the attempt and the token it carried.
	hidden func() []string
	// unacknowledged is set once an attempt may have been carried out without us hearing so.
	unacknowledged bool
}

// traced returns ctx such that the call notes when it is sent.
func (k *call) traced(ctx context.Context) context.Context {
	return httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{
		WroteHeaders: func() { k.sent.Store(true) },
	})
}

// attempt makes the call once, or twice when the first answer shows that our clock is wrong. A POST is
// never sent again: a 401 is no proof that it did nothing.
func (c *Client) attempt(ctx context.Context, k *call) (*resty.Response, error) {
	resp, err := c.exchange(ctx, k)
	again := k.method != http.MethodPost && KindOf(err) == KindUnauthorized
	if again && c.conn.clock.adopt(resp.Header().Get("Date")) {
		resp, err = c.exchange(ctx, k)
	}
	var e *Error
	if errors.As(err, &e) && e.Kind == KindUnauthorized {
		c.conn.clock.blame(e, resp.Header().Get("Date"))
	}
	return resp, err
}

// exchange sends one request and reads its answer.
func (c *Client) exchange(ctx context.Context, k *call) (*resty.Response, error) {
	start := time.Now()
	waits := delay.Of(ctx)
	waits.Asking(c.Network().Limit())
	secret := c.conn.secret.Load()
	resp, err := c.route.Load().api.R().SetContext(ctx).SetDoNotParseResponse(true).
		SetQueryParamsFromValues(k.query).Execute(k.method, k.path)
	k.hidden = func() []string { return hidden(secret, resp) }
	defer func() { k.hidden = nil }() // contexts lead to k, and stopped timers to them until their time
	if err != nil {
		err = c.failure(ctx, k, err)
	} else {
		err = c.read(ctx, k, resp.RawResponse)
	}
	waits.Heard(err == nil || answered(err))
	c.logAttempt(ctx, k, resp, time.Since(start), err)
	return resp, err
}

// read takes an answer in and closes it.
func (c *Client) read(ctx context.Context, k *call, r *http.Response) error {
	defer func() { _ = r.Body.Close() }()
	body := &limitedBody{r: r.Body, left: k.limit()}
	err := judge(k, r, body)
	var e *Error
	switch {
	case err == nil:
		return nil
	case errors.Is(body.err, errTooLarge), errors.Is(err, errTooLarge):
		e = &Error{Kind: KindTooLarge, Err: errTooLarge}
	case errors.Is(err, errTooMany):
		e = &Error{Kind: KindTooMany, Err: errTooMany}
	case body.err != nil:
		return c.failure(ctx, k, body.err)
	case !errors.As(err, &e):
		e = &Error{Kind: KindMalformed, Err: decodeError(err)}
	}
	e.Op, e.Status, e.Message = k.op, r.StatusCode, k.redact(e.Message)
	return e
}

// failure returns what an exchange that did not complete means.
func (c *Client) failure(ctx context.Context, k *call, err error) error {
	if errors.Is(ctx.Err(), context.Canceled) {
		return fmt.Errorf("%s: %w", k.op, context.Canceled)
	}
	// net/http quotes what it cannot read of an answer.
	e := broken(err)
	text := k.redact(err.Error())
	if text == "" {
		text = redacted
	}
	e.Op, e.Err = k.op, &shown{text: text, err: err}
	return e
}

// judge says what an answer means: nil when it is what was asked for.
func judge(k *call, r *http.Response, body io.Reader) error {
	if r.StatusCode == http.StatusNoContent && k.method != http.MethodGet {
		return nil
	}
	if r.StatusCode < 200 || r.StatusCode > 299 {
		return statusError(k, r)
	}
	// One that says nothing is JSON if its body is.
	if sent := sentType(r.Header); sent != "" && !isJSON(r.Header) {
		beginning(r) // so that, where that is all, the connection can be used again
		return &Error{Kind: KindNotJSON, Message: sent}
	}
	if r.ContentLength > k.limit() {
		return &Error{Kind: KindTooLarge, Err: errTooLarge}
	}
	return k.decode(withoutMark(body))
}
