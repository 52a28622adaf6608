package demo

import (
	"context"
	"net/http"
	"net/url"
	"strconv"
	"time"
)

// wait delays the request as Delay and Hold say. It returns false if the client disconnected meanwhile.
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

// apply returns the fault's answer, or handle's answer if the fault replaces none.
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

// replacement returns the answer that replaces the true one, or false if none does.
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

// page returns the part of a list that is sent, which is all of it unless PageSize is set.
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

// garble makes the state of the key Garbled a number.
func (f Faults) garble(keys []wireKey) []wireKey {
	for i := range keys {
		if keys[i].KeyID == f.Garbled {
			keys[i].State = 7
		}
	}
	return keys
}
