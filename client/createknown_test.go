package client_test

import (
	"encoding/json"
	"errors"
	"net/http"
	"slices"
	"testing"
	"time"

	"accesskeys/client"
)

// A server lists keys before and after a POST. The app knows what it listed before, so it does not ask again.
func TestCreateWithKnownKeys(t *testing.T) {
	type key struct {
		id  string
		age time.Duration // how long before the POST it was created; unknown if it is untold
	}
	const untold = time.Duration(-1)
	const before = 10 * time.Second // longer ago than can be a matter of rounding
	for name, tt := range map[string]struct {
		new   []key
		clock time.Duration // how far the server's clock is ahead
		lost  bool          // the answer to the POST is
		plain bool          // its answers have no date
		want  []string
		kind  client.Kind
		which bool // it is not known which is new
	}{
		"ours":                            {new: []key{{"OURS", 0}}, want: []string{"OURS"}},
		"ours, answer lost":               {new: []key{{"OURS", 0}}, lost: true, want: []string{"OURS"}},
		"ours, its clock is ahead":        {new: []key{{"OURS", 0}}, clock: time.Hour, want: []string{"OURS"}},
		"ours, its clock is behind":       {new: []key{{"OURS", 0}}, clock: -time.Hour, want: []string{"OURS"}},
		"ours and one made before":        {new: []key{{"THEIRS", before}, {"OURS", 0}}, want: []string{"OURS"}},
		"the same, ahead":                 {new: []key{{"THEIRS", before}, {"OURS", 0}}, clock: time.Hour, want: []string{"OURS"}},
		"ours and one made meanwhile":     {new: []key{{"OURS", 0}, {"THEIRS", 0}}, want: []string{"OURS", "THEIRS"}},
		"one made before, ours is late":   {new: []key{{"THEIRS", before}}, kind: client.KindUnconfirmed, which: true},
		"one made before, the POST lost":  {new: []key{{"THEIRS", before}}, lost: true, kind: client.KindUnconfirmed, which: true},
		"several made before":             {new: []key{{"THEIRS", before}, {"OTHERS", before}}, kind: client.KindUnconfirmed, which: true},
		"no date in the answer":           {new: []key{{"OURS", 0}}, plain: true, kind: client.KindUnconfirmed, which: true},
		"no time of creation in the list": {new: []key{{"OURS", untold}}, kind: client.KindUnconfirmed, which: true},
		"ours is late":                    {},
		"the POST lost":                   {lost: true, kind: client.KindUnconfirmed},
	} {
		t.Run(name, func(t *testing.T) {
			asked := ""
			c := resume(t, serve(t, func(w http.ResponseWriter, r *http.Request) {
				now := time.Now().Add(tt.clock)
				asked += r.Method + " "
				w.Header().Set("Content-Type", "application/json")
				w.Header().Set("Date", now.UTC().Format(http.TimeFormat))
				if tt.plain {
					w.Header()["Date"] = nil
				}
				if r.Method == http.MethodPost {
					if tt.lost {
						w.WriteHeader(http.StatusBadGateway)
					}
					_, _ = w.Write([]byte(`{"success":true}`))
					return
				}
				list := []map[string]any{{"keyId": "AK1", "state": "enabled", "createdAt": now.Add(-time.Hour)}}
				for _, k := range tt.new {
					sent := map[string]any{"keyId": k.id, "state": "enabled"}
					if k.age != untold {
						sent["createdAt"] = now.Add(-k.age).Truncate(time.Second)
					}
					list = append(list, sent)
				}
				_ = json.NewEncoder(w).Encode(list)
			}))
			got, err := c.Create(t.Context(), map[string]bool{"AK1": true})
			wantKind(t, err, tt.kind)
			if errors.Is(err, client.ErrWhichIsNew) != tt.which {
				t.Errorf("error is %v, want it not to know which: %v", err, tt.which)
			}
			if !slices.Equal(got.NewIDs, tt.want) {
				t.Errorf("new are %q, want %q", got.NewIDs, tt.want)
			}
			if asked != "POST GET " {
				t.Errorf("it asked %q", asked)
			}
			if tt.which && got.After.Keys != nil {
				t.Error("it returned a list although it is not known what is new in it")
			}
		})
	}
}
