package client

import (
	"net/http"
	"strings"
	"sync/atomic"
	"time"
)

// tolerance is the largest difference between two clocks that counts as none. A Date header has only whole seconds, and
// an answer takes time to arrive.
const tolerance = 30 * time.Second

// maxSkew is the largest correction that a Date header may make. Tokens are not signed for a server whose clock is
// further off, because they would be valid on another day.
const maxSkew = 24 * time.Hour

// clock tells the server's time: our own time plus a correction that comes from a Date header.
type clock struct {
	local func() time.Time
	skew  atomic.Int64 // a time.Duration
}

func (c *clock) now() time.Time { return c.local().Add(c.correction()) }

func (c *clock) correction() time.Duration { return time.Duration(c.skew.Load()) }

// disagrees reports whether the time of a Date header differs from the clock's time by more than tolerance.
func (c *clock) disagrees(date string) bool {
	at, err := http.ParseTime(date)
	return err == nil && at.Sub(c.now()).Abs() > tolerance
}

// beyondMaxSkew returns the time of a Date header if it differs from our own time by more than maxSkew, and the zero
// time otherwise.
func (c *clock) beyondMaxSkew(date string) time.Time {
	at, err := http.ParseTime(date)
	if err != nil || at.Sub(c.local()).Abs() <= maxSkew {
		return time.Time{}
	}
	return at
}

// adopt corrects the clock by a Date header and reports whether that changed anything.
func (c *clock) adopt(date string) bool {
	if !c.disagrees(date) || !c.beyondMaxSkew(date).IsZero() {
		return false
	}
	at, _ := http.ParseTime(date)
	skew := at.Sub(c.local()).Round(time.Second)
	if skew.Abs() <= tolerance {
		skew = 0
	}
	c.skew.Store(int64(skew))
	return true
}

// explain completes the error about a refused key. It sets the correction in use, and changes the kind to KindClock if
// the answer shows that the time is wrong rather than the key.
func (c *clock) explain(e *Error, date string) {
	e.Skew = c.correction()
	if c.disagrees(date) || mentionsTime(e.Message) {
		e.Kind, e.ServerTime = KindClock, c.beyondMaxSkew(date)
	}
}

// mentionsTime reports whether a refusal's message mentions the token's timestamp or a clock.
func mentionsTime(message string) bool {
	message = strings.ToLower(message)
	for _, word := range []string{"timestamp", "clock", "时间戳", "时钟"} {
		if strings.Contains(message, word) {
			return true
		}
	}
	return false
}
