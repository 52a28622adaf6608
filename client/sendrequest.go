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
	list   bool   // the answer may have any length, since decode limits what it holds in memory
	key    string // the ID of the key acted on, "" if there is none
	once   bool   // the request is never sent twice, because a second one would act again

	// decode decodes the JSON of a 2xx answer. It is called once per attempt and must not keep anything of an
	// earlier one.
	decode func(body io.Reader) error

	// sent is set as soon as part of an attempt may have reached the server.
	sent atomic.Bool
	// secretTexts returns what no error may show: the secret that signed the attempt and the token that it carried.
	secretTexts func() []string
	// served is when the server answered the last attempt, by its Date header, and answered when that came, by our clock.
	served, answered time.Time
	// unacknowledged is set as soon as an attempt may have been carried out although no answer confirmed it.
	unacknowledged bool
}

// traced returns a context with which the request sets k.sent.
func (k *call) traced(ctx context.Context) context.Context {
	return httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{
		WroteHeaders: func() { k.sent.Store(true) },
	})
}

// attempt makes the call once. If the answer shows that our clock is wrong, it corrects the clock and makes the call a
// second time, unless it is for once only: a 401 does not prove that it had no effect. It does so too if a parallel call
// has corrected the clock since this one was signed.
func (c *Client) attempt(ctx context.Context, k *call) (*resty.Response, error) {
	signed := c.conn.clock.correction()
	resp, err := c.exchange(ctx, k)
	again := !k.once && KindOf(err) == KindUnauthorized
	if again && (c.conn.clock.adopt(resp.Header().Get("Date")) || c.conn.clock.correction() != signed) {
		resp, err = c.exchange(ctx, k)
	}
	var e *Error
	if errors.As(err, &e) && e.Kind == KindUnauthorized {
		c.conn.clock.explain(e, resp.Header().Get("Date"))
	}
	return resp, err
}

// exchange sends one request and reads its answer.
func (c *Client) exchange(ctx context.Context, k *call) (*resty.Response, error) {
	start := time.Now()
	waits := delay.FromContext(ctx)
	waits.RequestStarted(c.Network().Limit())
	secret := c.conn.secret.Load()
	resp, err := c.route.Load().api.R().SetContext(ctx).SetDoNotParseResponse(true).
		SetQueryParamsFromValues(k.query).Execute(k.method, k.path)
	k.secretTexts = func() []string { return secretTexts(secret, resp) }
	defer func() { k.secretTexts = nil }() // k stays reachable from its context, which a stopped timer can keep alive
	if err != nil {
		err = c.failure(ctx, k, err)
	} else {
		k.served, _ = http.ParseTime(resp.Header().Get("Date"))
		k.answered = time.Now()
		err = c.readAnswer(ctx, k, resp.RawResponse)
	}
	waits.RequestEnded(err == nil || hasStatusCode(err))
	c.logAttempt(ctx, k, resp, time.Since(start), err)
	return resp, err
}

// readAnswer checks and decodes an answer, and closes its body.
func (c *Client) readAnswer(ctx context.Context, k *call, r *http.Response) error {
	defer func() { _ = r.Body.Close() }()
	body := &limitedBody{r: r.Body, left: k.limit()}
	err := decodeAnswer(k, r, body)
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
	e.Wait = askedWait(r.StatusCode, r.Header)
	return e
}

// failure returns the error for an exchange that did not complete.
func (c *Client) failure(ctx context.Context, k *call, err error) error {
	if errors.Is(ctx.Err(), context.Canceled) {
		return fmt.Errorf("%s: %w", k.op, context.Canceled)
	}
	// Errors of net/http can quote parts of an answer.
	e := transportError(err)
	text := k.redact(err.Error())
	if text == "" {
		text = redacted
	}
	e.Op, e.Err = k.op, &redactedError{text: text, err: err}
	return e
}

// decodeAnswer decodes an answer. It returns an error if the answer is not what the call asked for.
func decodeAnswer(k *call, r *http.Response, body io.Reader) error {
	if r.StatusCode == http.StatusNoContent && k.method != http.MethodGet {
		return nil
	}
	if r.StatusCode < 200 || r.StatusCode > 299 {
		return statusError(k, r)
	}
	// An answer without a Content-Type is accepted if its body is JSON.
	if sent := sentType(r.Header); sent != "" && !isJSON(r.Header) {
		readErrorBody(r) // if that is the whole body, the connection can be reused
		return &Error{Kind: KindNotJSON, Message: sent}
	}
	if r.ContentLength > k.limit() {
		return &Error{Kind: KindTooLarge, Err: errTooLarge}
	}
	return k.decode(withoutMark(body))
}
