package demo_test

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"accesskeys/client/demo"
)

func TestAStrictClientRunsAgainstIt(t *testing.T) {
	s := start(t, demo.Options{})
	n := 0
	call := func(method, path string, v any) {
		t.Helper()
		n++
		answer, body := ask(t, method, s.Base()+path, sign(s.Credentials(), time.Now(), fmt.Sprint("n", n)))
		strictly(t, answer, body, v)
	}
	var version strictVersion
	call("GET", "/version", &version)
	if version.Version == nil || version.VersionType == nil {
		t.Errorf("version is %+v", version)
	}
	var keys []strictKey
	call("GET", "/management/accesskeys", &keys)
	for _, k := range keys {
		k.complete(t)
		var one strictKey
		call("GET", "/management/accesskeys/"+*k.KeyID, &one)
		one.complete(t)
		if *one.KeySecret != *k.KeySecret {
			t.Errorf("the secrets of %s differ", *k.KeyID)
		}
	}
	id := *keys[len(keys)-1].KeyID
	for _, c := range [][2]string{
		{"POST", "/management/accesskeys"},
		{"PUT", "/management/accesskeys/" + id + "/disable"},
		{"PUT", "/management/accesskeys/" + id + "/enable"},
		{"DELETE", "/management/accesskeys/" + id},
	} {
		var status strictStatus
		call(c[0], c[1], &status)
		if status.Success == nil || status.Code == nil || !*status.Success {
			t.Errorf("%v: %+v", c, status)
		}
	}
}

func TestLayout(t *testing.T) {
	s := start(t, demo.Options{})
	n := 0
	for _, tt := range []struct {
		method, path string
		status       int
		json         bool
	}{
		{"GET", "/", 200, false},
		{"GET", "/version", 200, false},
		{"GET", "/management/accesskeys", 200, false},
		{"POST", "/management/accesskeys", 405, false},
		{"GET", "/api/v1", 200, false},
		{"GET", "/v1/version", 200, true},
		{"GET", "/api/v1/version", 200, true},
		{"POST", "/api/v1/version", 405, true},
		{"PATCH", "/api/v1/management/accesskeys", 405, true},
		{"PUT", "/api/v1/management/accesskeys/AKx", 405, true},
		{"GET", "/api/v1/management/accesskeys/AKx", 404, true},
		{"GET", "/api/v1/management/accesskeys/AKx/enable", 405, true},
		{"PUT", "/api/v1/management/accesskeys/AKx/enable", 404, true},
		{"PUT", "/api/v1/management/accesskeys/AKx/enable/more", 404, true},
		{"GET", "/api/v1/management/accesskeys/", 404, true},
		{"DELETE", "/api/v1/management/accesskeys/" + s.Credentials().KeyID + "/", 404, true},
		{"DELETE", "/api/v1/management/accesskeys/AKx", 404, true},
		{"GET", "/api/v1/other", 404, true},
	} {
		n++
		answer, body := ask(t, tt.method, s.URL()+tt.path, sign(s.Credentials(), time.Now(), fmt.Sprint("n", n)))
		isJSON := answer.Header.Get("Content-Type") == "application/json"
		if answer.StatusCode != tt.status || isJSON != tt.json || isJSON != json.Valid(body) {
			t.Errorf("%s %s: %s %s", tt.method, tt.path, answer.Status, body)
		}
	}
}

func TestJournalAndLog(t *testing.T) {
	var log lockedBuffer
	s := start(t, demo.Options{Logger: slog.New(slog.NewTextHandler(&log, nil))})
	ask(t, "GET", s.Base()+"/version", "")
	token := sign(s.Credentials(), time.Now(), "n")
	ask(t, "POST", s.Base()+"/management/accesskeys", token)
	got := s.Requests()
	if len(got) != 2 || got[0].KeyID != "" || got[1].Method != "POST" || got[1].Status != 200 ||
		got[1].Path != "/api/v1/management/accesskeys" || got[1].KeyID != s.Credentials().KeyID || got[1].At.IsZero() {
		t.Errorf("requests are %+v", got)
	}
	text := log.String()
	if !strings.Contains(text, "method=POST") || !strings.Contains(text, s.Credentials().KeyID) {
		t.Errorf("log is %s", text)
	}
	if strings.Contains(text, token) || strings.Contains(text, s.Credentials().Secret.Reveal()) {
		t.Errorf("log tells too much: %s", text)
	}
}

func TestServerTime(t *testing.T) {
	at := time.Date(2031, 5, 6, 7, 8, 9, 0, time.UTC)
	s := start(t, demo.Options{Now: func() time.Time { return at }})
	answer, _ := ask(t, "GET", s.Base()+"/management/accesskeys", sign(s.Credentials(), at, "n"))
	if got := answer.Header.Get("Date"); answer.StatusCode != 200 || got != at.Format(http.TimeFormat) {
		t.Errorf("answer is %s at %s", answer.Status, got)
	}
}

func TestStartOnATakenPort(t *testing.T) {
	s := start(t, demo.Options{})
	if _, err := demo.Start(strings.TrimPrefix(s.URL(), "http://"), demo.Options{}); err == nil {
		t.Error("no error")
	}
}

func TestReopenedServerHasTheSameKeys(t *testing.T) {
	s := start(t, demo.Options{})
	before := s.Keys()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := http.Get(s.URL()); err == nil {
		t.Fatal("a closed server answers")
	}
	if err := s.Reopen(); err != nil {
		t.Fatal(err)
	}
	token := sign(s.Credentials(), time.Now(), "nonce of a reopened server")
	if answer, _ := ask(t, http.MethodGet, s.Base()+"/management/accesskeys", token); answer.StatusCode != http.StatusOK {
		t.Errorf("status %d", answer.StatusCode)
	}
	if !slices.Equal(before, s.Keys()) {
		t.Error("the keys are others")
	}
}
