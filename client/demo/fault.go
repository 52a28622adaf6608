package demo

import (
	"strings"
	"sync"
	"time"
)

// Faults is a way of misbehaving. It applies to the requests that Match, and does all that it says,
// except that of Drop, Status, HTML, Redirect, HugeBody and Malformed only the first set counts.
type Faults struct {
	// Match chooses the requests; nil means every one to the API. The path is as asked for.
	Match func(method, path string) bool
	// Times is how many requests it applies to; 0 means until the faults are set again.
	Times int

	// Delay and Hold keep a request back: for a time, and until the channel is closed.
	Delay time.Duration
	Hold  <-chan struct{}

	// HoldAnswer keeps the answer back until the channel is closed, with the request carried out.
	HoldAnswer <-chan struct{}

	// AfterHandling carries the request out before answering otherwise. Without it, a request whose
	// answer is replaced is not carried out.
	AfterHandling bool
	// Drop closes the connection instead of answering.
	Drop bool
	// DropAfterHandling is AfterHandling and Drop.
	DropAfterHandling bool
	// Truncate closes the connection halfway through the body.
	Truncate bool
	// Status is answered with a Status body, with RetryAfter, verbatim, as the header of that name.
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
	// WrapList answers the list inside an object's data.
	WrapList bool
	// PageSize is how many keys a list has: it is wrapped, tells the true total, and has the page that the query
	// asks for. With NoPaging it has the first, whatever is asked for. Below zero, no key is sent.
	PageSize int
	NoPaging bool
	// Garbled is the ID of a key whose state comes as a number.
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

// SetFaults replaces the ways of misbehaving; without arguments, the server behaves. For each request
// the first that matches and is not used up applies.
func (s *Server) SetFaults(faults ...Faults) { s.faults.set(faults) }

// SetLenient has the server let in keys that are disabled or expired, as one does that remembers for a while which keys
// it has let in, or no longer.
func (s *Server) SetLenient(lenient bool) { s.guard.lenient.Store(lenient) }

// faultBox holds the faults that are left.
type faultBox struct {
	mu     sync.Mutex
	faults []limited
}

// limited is a fault and how often it still applies, below zero without end.
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

// take returns the fault for a request, the zero one when there is none.
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
