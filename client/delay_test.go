package client

import (
	"context"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"accesskeys/client/delay"
)

// hanging is a server that answers requests only after some time, except those for the version.
type hanging struct{ until time.Time }

func (h hanging) RoundTrip(r *http.Request) (*http.Response, error) {
	if time.Now().Before(h.until) && r.URL.Path != "/version" {
		<-r.Context().Done()
		return nil, r.Context().Err()
	}
	return &http.Response{
		StatusCode: http.StatusOK, Header: http.Header{"Content-Type": {"application/json"}},
		Body: io.NopCloser(strings.NewReader(`{"success": true}`)), Request: r,
	}, nil
}

// toldOf runs do with a server that hangs for the given time, and returns the delays that are reported, in seconds.
func toldOf(t *testing.T, hangs time.Duration, do func(context.Context, *Client)) (told []int) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		c, err := Resume(Endpoint{Base: "http://localhost", TokenFormat: FormatSlash}, Credentials{KeyID: "AK1"}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		c.route.Load().api.GetClient().Transport = hanging{time.Now().Add(hangs)}
		ctx := delay.Watch(t.Context(), func(d delay.Delay) { told = append(told, int(d.Silent.Seconds())) })
		do(ctx, c)
	})
	return told
}

func TestSilenceIsToldUntilTheServerAnswers(t *testing.T) {
	type do func(context.Context, *Client)
	var (
		disable do = func(ctx context.Context, c *Client) { _ = c.Disable(ctx, "AK2") }
		version do = func(ctx context.Context, c *Client) { _, _ = c.Version(ctx) }
		twice   do = func(ctx context.Context, c *Client) { disable(ctx, c); disable(ctx, c) }
		both    do = func(ctx context.Context, c *Client) {
			for range inParallel(ctx, []do{version, disable}, func(ctx context.Context, one do) bool { one(ctx, c); return true }) {
			}
		}
	)
	for name, tt := range map[string]struct {
		hangs time.Duration
		do    do
		want  []int
	}{
		"answered in time":                   {0, disable, nil},
		"answered at the second attempt":     {5 * time.Second, disable, []int{10, 0}},
		"answered at the third":              {15 * time.Second, disable, []int{10, 20, 0}},
		"never answered":                     {time.Hour, disable, []int{10, 20}},
		"goes on in the next call":           {time.Hour, twice, []int{10, 20, 30, 40, 50}},
		"is over for the next call":          {15 * time.Second, twice, []int{10, 20, 0}},
		"goes on though another is answered": {15 * time.Second, both, []int{10, 20, 0}},
	} {
		t.Run(name, func(t *testing.T) {
			if told := toldOf(t, tt.hangs, tt.do); !slices.Equal(told, tt.want) {
				t.Errorf("told %v, want %v", told, tt.want)
			}
		})
	}
}

func TestLongWaitThatTheServerAsksForIsTold(t *testing.T) {
	for asked, want := range map[string][]delay.Delay{"2": nil, "20": {{Asked: 20 * time.Second}, {}}} {
		synctest.Test(t, func(t *testing.T) {
			c, err := Resume(Endpoint{Base: "http://localhost", TokenFormat: FormatSlash}, Credentials{KeyID: "AK1"}, Options{})
			if err != nil {
				t.Fatal(err)
			}
			c.route.Load().api.GetClient().Transport = &failing{retryAfter: asked}
			ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
			defer cancel()
			var told []delay.Delay
			_, _ = c.List(delay.Watch(ctx, func(d delay.Delay) { told = append(told, d) }))
			if !slices.Equal(told, want) {
				t.Errorf("of a wait of %s s it tells %v, want %v", asked, told, want)
			}
		})
	}
}
