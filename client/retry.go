package client

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"net/http"
	"strconv"
	"time"

	"github.com/go-resty/resty/v2"

	"accesskeys/client/delay"
	"accesskeys/client/route"
)

const (
	maxRetries = 3
	firstWait  = 200 * time.Millisecond // the longest first wait; it at most doubles with each retry
)

var errTooLong = errors.New("the server asks for a longer wait than the call may take")

// do makes the call. It retries it if the failure may be temporary, unless the call is for once only.
//
// It uses resty's backoff around sending and decoding, so that an answer that breaks off in its body counts as a failed
// attempt. Resty's built-in retries cover only the headers if resty does not parse the answer.
func (c *Client) do(ctx context.Context, k *call) error {
	ctx, cancel := withDeadline(ctx, c.Network())
	defer cancel()
	ctx = k.traced(ctx)
	deadline, _ := ctx.Deadline()
	var last error
	err := resty.Backoff(func() (*resty.Response, error) {
		k.sent.Store(false)
		resp, err := c.attempt(ctx, k)
		k.unacknowledged = k.unacknowledged || k.sent.Load() && mayHaveActed(err)
		last = err
		return resp, err
	},
		resty.Retries(maxRetries), resty.WaitTime(jittered(firstWait)), resty.MaxWaitTime(time.Until(deadline)),
		resty.RetryConditions([]resty.RetryConditionFunc{
			func(_ *resty.Response, err error) bool { return !k.once && isTemporary(err) },
		}))
	if err != nil && errors.Is(ctx.Err(), context.Canceled) {
		return fmt.Errorf("%s: %w", k.op, context.Canceled)
	}
	var e *Error
	if errors.As(last, &e) {
		e.Unacknowledged = k.unacknowledged
	}
	return last
}

// jittered returns a random duration between half of limit and limit. Resty's first wait is exactly its WaitTime, so only
// a random WaitTime spreads the first retries of many clients.
func jittered(limit time.Duration) time.Duration {
	return limit/2 + rand.N(limit/2)
}

// withDeadline returns ctx with the deadline of n.CallLimit, unless ctx has a deadline already.
func withDeadline(ctx context.Context, n route.Network) (context.Context, context.CancelFunc) {
	if _, ok := ctx.Deadline(); ok {
		return context.WithCancel(ctx)
	}
	return context.WithTimeout(ctx, n.CallLimit())
}

// isTemporary reports whether another attempt may succeed after err.
func isTemporary(err error) bool {
	switch KindOf(err) {
	case KindUnreachable, KindProxy, KindTimeout, KindThrottled, KindServer, KindGateway:
		return true
	}
	return false
}

// mayHaveActed reports whether a request that was sent and ended in err may have been carried out. A 3xx, a 4xx and a
// success:false mean that it was not, except for a 303, which redirects to the result. A 4xx from something in front of
// the API means that the request was not passed on.
func mayHaveActed(err error) bool {
	var e *Error
	if errors.As(err, &e) && e.Status == http.StatusSeeOther {
		return true
	}
	switch KindOf(err) {
	case KindUnreachable, KindTLS, KindTimeout, KindServer, KindGateway, KindNotJSON, KindMalformed, KindTooLarge:
		return true
	}
	return errors.Is(err, context.Canceled)
}

// retryAfter is a resty.RetryAfterFunc: it returns how long to wait before the next attempt. 0 leaves that to the backoff,
// and an error ends the call.
func retryAfter(_ *resty.Client, resp *resty.Response) (time.Duration, error) {
	wait := askedWait(resp.StatusCode(), resp.Header())
	if wait == 0 {
		return 0, nil
	}
	ctx := resp.Request.Context()
	deadline, ok := ctx.Deadline()
	if ok && wait >= time.Until(deadline) || !delay.Allows(ctx, wait) {
		return 0, errTooLong
	}
	delay.FromContext(ctx).AskedToWait(wait)
	return wait, nil
}

// askedWait returns how long an answer asks to wait before the next attempt; 0 if it does not.
func askedWait(status int, h http.Header) time.Duration {
	if status != http.StatusTooManyRequests && status < 500 {
		return 0
	}
	return parseRetryAfter(h, time.Now())
}

// parseRetryAfter returns the wait that a Retry-After header asks for, in seconds or as a date. It returns 0 if there is
// none. A date is measured from the answer's own Date header, because our clock may be wrong, or from now if there is
// none. A number that is out of range counts as the longest wait.
func parseRetryAfter(h http.Header, now time.Time) time.Duration {
	value := h.Get("Retry-After")
	seconds, err := strconv.ParseUint(value, 10, 31)
	switch {
	case err == nil:
		return time.Duration(seconds) * time.Second
	case errors.Is(err, strconv.ErrRange):
		return math.MaxInt64
	}
	until, err := http.ParseTime(value)
	if err != nil {
		return 0
	}
	if date, err := http.ParseTime(h.Get("Date")); err == nil {
		now = date
	}
	return max(0, until.Sub(now))
}
