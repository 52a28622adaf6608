package client

import (
	"net/http"
	"strings"
	"sync/atomic"
	"time"
)

// tolerance is how far apart two clocks may be before the difference means anything. A Date header
// has whole seconds, and an answer takes time to arrive.
const tolerance = 30 * time.Second

// maxSkew is how much a Date header may correct the clock by. A server whose clock is further off is not signed
// for: its tokens would be good on another day.
const maxSkew = 24 * time.Hour

// clock tells the server's time: ours, corrected by what a Date header has shown.
type clock struct {
	local func() time.Time
	skew  atomic.Int64 // a time.Duration
}

func (c *clock) now() time.Time { return c.local().Add(c.correction()) }

func (c *clock) correction() time.Duration { return time.Duration(c.skew.Load()) }

// disagrees reports whether the Date header date is far from what the clock tells.
func (c *clock) disagrees(date string) bool {
	at, err := http.ParseTime(date)
	return err == nil && at.Sub(c.now()).Abs() > tolerance
}

// tooFar returns the time of the Date header date where it is too far off to be adopted, and zero otherwise.
func (c *clock) tooFar(date string) time.Time {
	at, err := http.ParseTime(date)
	if err != nil || at.Sub(c.local()).Abs() <= maxSkew {
		return time.Time{}
	}
	return at
}

// adopt corrects the clock by the Date header date and reports whether that changed anything.
func (c *clock) adopt(date string) bool {
	if !c.disagrees(date) || !c.tooFar(date).IsZero() {
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

// blame completes a refusal of the key: with the correction in use, and as KindClock where the answer
// points at the time rather than at the key.
func (c *clock) blame(e *Error, date string) {
	e.Skew = c.correction()
	if c.disagrees(date) || namesTime(e.Message) {
		e.Kind, e.ServerTime = KindClock, c.tooFar(date)
	}
}

// namesTime reports whether a refusal's message speaks of the token's timestamp.
func namesTime(message string) bool {
	message = strings.ToLower(message)
	for _, word := range []string{"timestamp", "clock", "时间戳", "时钟"} {
		if strings.Contains(message, word) {
			return true
		}
	}
	return false
}
