package demo

import (
	"context"
	"net/http"
	"net/url"
	"strconv"
	"time"
)

// wait keeps the request back as the fault says. It returns false when the client left meanwhile.
func (f Faults) wait(ctx context.Context) bool {
	if f.Delay > 0 {
		timer := time.NewTimer(f.Delay)
		defer timer.Stop()
		select {
		case <-timer.C:
		case <-ctx.Done():
			return false
		}
	}
	return waitFor(ctx, f.Hold)
}

// waitFor returns when gate is closed, or at once if it is nil. It returns false if the client disconnected first.
func waitFor(ctx context.Context, gate <-chan struct{}) bool {
	if gate == nil {
		return true
	}
	select {
	case <-gate:
		return true
	case <-ctx.Done():
		return false
	}
}

// apply returns the fault's answer, and handle's where it has none.
func (f Faults) apply(method string, handle func() answer) answer {
	lie, replaced := f.replacement(method)
	if replaced && !f.AfterHandling && !f.DropAfterHandling {
		return lie
	}
	truth := handle()
	if replaced {
		return lie
	}
	truth.cut = f.Truncate
	return truth
}

// replacement returns what is answered instead of the truth, false when nothing is.
func (f Faults) replacement(method string) (answer, bool) {
	switch {
	case f.Drop, f.DropAfterHandling:
		return answer{drop: true}, true
	case f.Status != 0:
		a := statusAnswer(f.Status, "the demo back end was told to fail")
		if f.RetryAfter != "" {
			a.header["Retry-After"] = f.RetryAfter
		}
		return a, true
	case f.HTML:
		return page(), true
	case f.Redirect != "":
		return answer{status: http.StatusFound, header: map[string]string{"Location": f.Redirect}}, true
	case f.HugeBody:
		return rawAnswer(http.StatusOK, hugeBody()), true
	case f.Malformed:
		return rawAnswer(http.StatusOK, []byte(`{"success": tr`)), true
	case f.RefuseMutations != "" && method != http.MethodGet:
		return refusal(f.RefuseMutations), true
	}
	return answer{}, false
}

// page returns the part of a list that is sent: all of it, where the server does not page.
func (f Faults) page(keys []wireKey, query url.Values) []wireKey {
	if f.PageSize == 0 {
		return keys
	}
	n, size := 1, f.PageSize
	if !f.NoPaging && query.Has("current") {
		n, _ = strconv.Atoi(query.Get("current"))
		size, _ = strconv.Atoi(query.Get("pageSize"))
	}
	from := min(max(0, (n-1)*size), len(keys))
	return keys[from:min(from+max(0, size), len(keys))]
}

// garble spoils the key that is answered.
func (f Faults) garble(keys []wireKey) []wireKey {
	for i := range keys {
		if keys[i].KeyID == f.Garbled {
			keys[i].State = 7
		}
	}
	return keys
}
