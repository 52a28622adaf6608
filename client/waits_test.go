package client

import (
	"context"
	"io"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"accesskeys/client/route"
)

// failing answers every request with a 503.
type failing struct {
	retryAfter string
	asked      []time.Time
}

func (f *failing) RoundTrip(r *http.Request) (*http.Response, error) {
	f.asked = append(f.asked, time.Now())
	h := http.Header{}
	if f.retryAfter != "" {
		h.Set("Retry-After", f.retryAfter)
	}
	return &http.Response{
		StatusCode: http.StatusServiceUnavailable, Header: h,
		Body: io.NopCloser(strings.NewReader("")), Request: r,
	}, nil
}

// waits returns how long a call that has so much time waited before each retry.
func waits(t *testing.T, f *failing, limit time.Duration) []time.Duration {
	t.Helper()
	c, err := Resume(Endpoint{Base: "http://localhost", TokenFormat: FormatSlash}, Credentials{KeyID: "AK1"}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	c.route.Load().api.GetClient().Transport = f
	ctx, cancel := context.WithTimeout(t.Context(), limit)
	defer cancel()
	if _, err := c.List(ctx); KindOf(err) != KindServer {
		t.Fatalf("error is %v", err)
	}
	var all []time.Duration
	for i := 1; i < len(f.asked); i++ {
		all = append(all, f.asked[i].Sub(f.asked[i-1]))
	}
	return all
}

func TestWaitsGrowAndDiffer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var seen [maxRetries]map[time.Duration]bool
		for range 20 {
			for i, wait := range waits(t, &failing{}, route.Network{}.CallLimit()) {
				if least, most := firstWait/2, firstWait<<i; wait < least || wait > most {
					t.Errorf("wait %d is %v, want %v to %v", i+1, wait, least, most)
				}
				if seen[i] == nil {
					seen[i] = map[time.Duration]bool{}
				}
				seen[i][wait] = true
			}
		}
		for i, different := range seen {
			if len(different) < 2 {
				t.Errorf("wait %d is always the same: %v", i+1, different)
			}
		}
	})
}

func TestRetryAfterThatFitsIsWaitedForInFull(t *testing.T) {
	for name, tt := range map[string]struct {
		limit   time.Duration
		retries int
	}{
		"fits thrice":  {5 * time.Minute, 3},
		"fits once":    {2 * time.Minute, 1},
		"does not fit": {route.Network{}.CallLimit(), 0},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				all := waits(t, &failing{retryAfter: "60"}, tt.limit)
				if len(all) != tt.retries {
					t.Errorf("%d retries, want %d", len(all), tt.retries)
				}
				for _, wait := range all {
					if wait != time.Minute {
						t.Errorf("wait is %v, want 1m", wait)
					}
				}
			})
		})
	}
}
