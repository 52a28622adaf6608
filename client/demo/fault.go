package demo

import (
	"strings"
	"sync"
	"time"
)

// Faults describes how the server misbehaves for the requests that Match. All of its fields take effect, except that
// only the first of Drop, Status, HTML, Redirect, HugeBody and Malformed that is set counts.
type Faults struct {
	// Match selects the requests by method and full path. nil means all requests to the API.
	Match func(method, path string) bool
	// Times is the number of requests that it applies to. 0 means until the faults are set again.
	Times int

	// Delay and Hold delay the handling of a request: for a time, and until the channel is closed.
	Delay time.Duration
	Hold  <-chan struct{}

	// HoldAnswer delays the answer until the channel is closed, after the request was carried out.
	HoldAnswer <-chan struct{}

	// AfterHandling carries out the request before the answer is replaced. Without it, a request whose answer is
	// replaced is not carried out.
	AfterHandling bool
	// Drop closes the connection instead of answering.
	Drop bool
	// DropAfterHandling is AfterHandling and Drop.
	DropAfterHandling bool
	// Truncate closes the connection halfway through the body.
	Truncate bool
	// Status answers with this HTTP status and a Status body, and RetryAfter is its Retry-After header.
	Status     int
	RetryAfter string
	// HTML answers 200 with a web page.
	HTML bool
	// Redirect answers 302 with this location.
	Redirect string
	// HugeBody answers valid JSON of more than 16 MiB.
	HugeBody bool
	// Malformed answers JSON that breaks off.
	Malformed bool
	// RefuseMutations answers POST, PUT and DELETE with 200, success:false and this message.
	RefuseMutations string
	// WrapList answers with an object that has the list in data.
	WrapList bool
	// PageSize, if not zero, is how many keys a list has unless the query says otherwise. The list is wrapped, states
	// the true total, and has the page that the query asks for. With NoPaging, it always has the first page. If
	// PageSize is negative, the list has no keys.
	PageSize int
	NoPaging bool
	// Garbled is the ID of a key whose state is sent as a number.
	Garbled string
	// ClockOffset moves the server's clock, Date header included.
	ClockOffset time.Duration
	// DateOffset moves the Date header alone.
	DateOffset time.Duration
}

// On returns a Match for requests with a method, "" for any, whose path ends in suffix.
func On(method, suffix string) func(string, string) bool {
	return func(m, path string) bool {
		return (method == "" || m == method) && strings.HasSuffix(path, suffix)
	}
}

// SetFaults replaces the server's faults. Without arguments, the server behaves correctly. Of several faults, the first
// that matches a request and is not used up applies.
func (s *Server) SetFaults(faults ...Faults) { s.faults.set(faults) }

// SetLenient sets whether the server accepts keys that are disabled, deleted or expired. A server that caches which keys
// it accepts behaves so for a while.
func (s *Server) SetLenient(lenient bool) { s.guard.lenient.Store(lenient) }

// faultBox holds the faults that are left.
type faultBox struct {
	mu     sync.Mutex
	faults []limited
}

// limited is a fault and how often it still applies. A negative count means without limit.
type limited struct {
	faults Faults
	left   int
}

func (b *faultBox) set(faults []Faults) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.faults = nil
	for _, f := range faults {
		left := f.Times
		if left == 0 {
			left = -1
		}
		b.faults = append(b.faults, limited{f, left})
	}
}

// take returns the fault for a request and counts it down. It returns the zero Faults if there is none.
func (b *faultBox) take(method, path string) Faults {
	b.mu.Lock()
	defer b.mu.Unlock()
	for i := range b.faults {
		f := &b.faults[i]
		if f.left == 0 || f.faults.Match != nil && !f.faults.Match(method, path) {
			continue
		}
		f.left--
		return f.faults
	}
	return Faults{}
}
