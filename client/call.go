package client

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math"
	"net/http"
	"net/http/httptrace"
	"net/url"
	"slices"
	"strings"
	"sync/atomic"
	"time"
	"unicode/utf8"

	"github.com/go-resty/resty/v2"

	"accesskeys/client/oneline"
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

// limit is the most bytes that are read of an answer.
func (k *call) limit() int64 {
	if k.list {
		return math.MaxInt64
	}
	return maxBody
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
	e.Op, e.Status, e.Message = k.op, r.StatusCode, k.scrub(e.Message)
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

// statusError returns what an answer that is no 2xx means. Its body can only add to that.
func statusError(k *call, r *http.Response) error {
	if r.StatusCode < 400 {
		return &Error{Kind: KindRedirect, Err: errRedirect, Message: k.target(r)}
	}
	body := beginning(r)
	if wantsTLS(r, body) {
		return &Error{Kind: KindWantsTLS}
	}
	if s, ok := decodeErrorStatus(body); ok && isJSON(r.Header) {
		return &Error{Kind: statusKind(r.StatusCode), Code: s.Code, Message: s.Message, hasStatus: true}
	}
	if kind := frontKind(r, body); kind != "" {
		return &Error{Kind: kind}
	}
	return &Error{Kind: statusKind(r.StatusCode)}
}

// statusKind returns the kind of an HTTP status of 400 or more.
func statusKind(status int) Kind {
	switch {
	case status == http.StatusUnauthorized:
		return KindUnauthorized
	case status == http.StatusForbidden:
		return KindForbidden
	case status == http.StatusNotFound:
		return KindNotFound
	case status == http.StatusRequestTimeout:
		return KindTimeout
	case status == http.StatusTooManyRequests:
		return KindThrottled
	case status >= 500:
		return KindServer
	}
	return KindRefused
}

// failure returns what an exchange that did not complete means.
func (c *Client) failure(ctx context.Context, k *call, err error) error {
	if errors.Is(ctx.Err(), context.Canceled) {
		return fmt.Errorf("%s: %w", k.op, context.Canceled)
	}
	// net/http quotes what it cannot read of an answer.
	e := broken(err)
	text := k.scrub(err.Error())
	if text == "" {
		text = redacted
	}
	e.Op, e.Err = k.op, &shown{text: text, err: err}
	return e
}

// shown is an error in words that are fit for showing.
type shown struct {
	text string
	err  error
}

func (s *shown) Error() string { return s.text }
func (s *shown) Unwrap() error { return s.err }

// hidden returns what an attempt's errors may not show, in the forms that a server may echo.
func hidden(secret *Secret, resp *resty.Response) []string {
	var hidden []string
	hide := func(text string) {
		for _, form := range []string{text, oneline.Flat(text), url.QueryEscape(text), url.PathEscape(text)} {
			if form != "" && !slices.Contains(hidden, form) {
				hidden = append(hidden, form)
			}
		}
	}
	if resp != nil && resp.Request != nil && resp.Request.RawRequest != nil {
		token := strings.TrimPrefix(resp.Request.RawRequest.Header.Get("Authorization"), "Bearer ")
		plain, _ := url.QueryUnescape(token)
		for _, t := range []string{token, plain} { // whether or not its join escapes
			hide(t)
			hide(t[max(0, len(t)-signatureLength):])
		}
	}
	if secret != nil {
		hide(secret.Reveal())
	}
	return hidden
}

// shortestMasked is how many characters of a text are masked at least. Fewer are likely an ordinary word's, of which the
// mask would make a riddle, and its place tell the secret.
const shortestMasked = 8

// scrub makes a server's text fit for showing, even where it echoes what signs. It looks for that in what
// would be shown, so that nothing invisible hides it, and before anything is cut. A text with a short secret in it, it
// drops whole.
func (k *call) scrub(text string) string {
	if text = oneline.Flat(text); text == "" {
		return ""
	}
	for _, hidden := range k.hidden() {
		if utf8.RuneCountInString(hidden) < shortestMasked && strings.Contains(text, hidden) {
			return ""
		}
		text = strings.ReplaceAll(text, hidden, redacted)
	}
	return oneline.Cut(text, oneline.Max)
}

// logAttempt logs a line without headers, bodies, or the server's own words.
func (c *Client) logAttempt(ctx context.Context, k *call, resp *resty.Response, took time.Duration, err error) {
	status := 0
	if resp != nil {
		status = resp.StatusCode()
	}
	attributes := []slog.Attr{
		slog.String("op", k.op),
		slog.String("method", k.method),
		slog.String("path", k.path),
		slog.Int("status", status),
		slog.Duration("took", took),
	}
	if k.query != nil {
		attributes = append(attributes, slog.String("query", k.query.Encode()))
	}
	if k.key != "" {
		attributes = append(attributes, slog.String("key", k.key))
	}
	if err != nil {
		attributes = append(attributes, slog.String("error", string(KindOf(err))))
	}
	c.conn.log.LogAttrs(ctx, slog.LevelDebug, "request", attributes...)
}

// target returns the URL that a redirect leads to, without what may be private in it, and without the call's own
// path: what is left can be signed in with.
func (k *call) target(r *http.Response) string {
	u, err := r.Location()
	if err != nil {
		return ""
	}
	u.User, u.RawQuery, u.Fragment, u.RawPath = nil, "", "", ""
	u.Path = strings.TrimSuffix(u.Path, k.path)
	return u.String()
}

var errRedirect = errors.New("redirect not followed")
