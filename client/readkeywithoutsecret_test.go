package client_test

import (
	"io"
	"net/http"
	"testing"

	"accesskeys/client"
	"accesskeys/client/demo"
)

func TestRead(t *testing.T) {
	s := start(t, demo.Options{})
	c := signedIn(t, s, client.Options{})
	for _, want := range s.Keys() {
		got, err := c.Read(t.Context(), want.ID)
		wantKind(t, err, "")
		if got != want {
			t.Errorf("got %+v, want %+v", got, want)
		}
	}
	_, err := c.Read(t.Context(), "AKnone")
	wantKind(t, err, client.KindNotFound)
	_, err = c.Read(t.Context(), "../version")
	wantKind(t, err, client.KindKeyID)
}

func TestReadTakesWhatGetDoesAndNoMore(t *testing.T) {
	for body, want := range map[string]client.Kind{
		`{"keyId":"AK1","keySecret":"s","state":"disabled"}`:                                  "",
		`{"keyId":"AK1","keySecret":{"of":["any","shape"]},"state":"disabled"}`:               "",
		`{"success":true,"data":{"keyId":"AK1","state":"disabled"}}`:                          "",
		`{"keyId":"AK2","state":"disabled"}`:                                                  client.KindMalformed,
		`{"keyId":"","state":"disabled"}`:                                                     client.KindMalformed,
		`{"keyId":"AK1","state":"dis`:                                                         client.KindMalformed,
		`{"success":false,"code":7,"message":"no","data":{"keyId":"AK1","state":"disabled"}}`: client.KindRefused,
		`[{"keyId":"AK1","keySecret":"s","state":"disabled"}]`:                                client.KindMalformed,
	} {
		url := serve(t, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/json")
			_, _ = io.WriteString(w, body)
		})
		got, err := resume(t, url).Read(t.Context(), "AK1")
		if client.KindOf(err) != want || err == nil && got.State != client.StateDisabled {
			t.Errorf("%s: %+v, %v", body, got, err)
		}
	}
}

// A list may have keys without a state. It must be possible to read them before they are deleted.
func TestReadTakesAKeyOfNoState(t *testing.T) {
	for _, body := range []string{`{"keyId":"AK1"}`, `{"keyId":"AK1","state":""}`, `{"keyId":"AK1","state":null}`} {
		got, err := resume(t, serve(t, answering(200, jsonType, body))).Read(t.Context(), "AK1")
		wantKind(t, err, "")
		if got.ID != "AK1" || got.State != "" {
			t.Errorf("%s: %+v", body, got)
		}
	}
}

// After an unacknowledged change, the client reads only the key, which is fast even if the list is long.
func TestRefusedRetryIsSettledByReadingTheKey(t *testing.T) {
	s := start(t, demo.Options{})
	c := signedIn(t, s, client.Options{})
	id := other(t, s, client.StateEnabled)
	s.SetFaults(
		demo.Faults{Match: demo.On("DELETE", ""), DropAfterHandling: true, Times: 1},
		demo.Faults{Match: demo.On("DELETE", ""), RefuseMutations: "it is deleted"})
	lists := count(s, "GET", "/accesskeys")
	wantKind(t, c.Delete(t.Context(), id), "")
	if got := count(s, "GET", "/accesskeys"); got != lists || count(s, "GET", id) != 1 {
		t.Errorf("%d lists, %d reads", got-lists, count(s, "GET", id))
	}
}
