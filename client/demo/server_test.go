package demo_test

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"accesskeys/client"
	"accesskeys/client/demo"
)

// start runs a demo back end for the test.
func start(t *testing.T, o demo.Options) *demo.Server {
	t.Helper()
	s, err := demo.Start("", o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// sign makes a token as the vendor's header description says.
func sign(creds client.Credentials, at time.Time, nonce string) string {
	message := fmt.Sprintf("%s:%d:%s", creds.KeyID, at.UnixNano(), nonce)
	mac := hmac.New(sha256.New, []byte(creds.Secret.Reveal()))
	mac.Write([]byte(message))
	signature := base64.StdEncoding.EncodeToString(mac.Sum(nil))
	return fmt.Sprintf("%s/%d/%s/%s", creds.KeyID, at.UnixNano(), nonce, signature)
}

// ask sends a request with a token, "" for none, and returns its answer and body.
func ask(t *testing.T, method, url, token string) (*http.Response, []byte) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	if token != "" {
		r.Header.Set("Authorization", "Bearer "+token)
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = answer.Body.Close() }()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer, body
}

// strictStatus and the like are what a generator makes of the vendor's document.
type (
	strictStatus struct {
		Success *bool   `json:"success"`
		Code    *int32  `json:"code"`
		Message *string `json:"message,omitempty"`
	}
	strictKey struct {
		ID         *int64     `json:"id"`
		UserID     *string    `json:"userId"`
		KeyID      *string    `json:"keyId"`
		KeySecret  *string    `json:"keySecret"`
		ValidUntil *time.Time `json:"validUntil"`
		State      *string    `json:"state"`
		CreatedAt  *time.Time `json:"createdAt"`
		UpdateAt   *time.Time `json:"updateAt,omitempty"`
		DeletedAt  *time.Time `json:"deletedAt"`
	}
	strictVersion struct {
		VersionType *string `json:"versionType"`
		Version     *string `json:"version"`
	}
)

// strictly decodes a 200 into v and refuses fields that the document does not have.
func strictly(t *testing.T, answer *http.Response, body []byte, v any) {
	t.Helper()
	if answer.StatusCode != http.StatusOK {
		t.Fatalf("status %s: %s", answer.Status, body)
	}
	d := json.NewDecoder(bytes.NewReader(body))
	d.DisallowUnknownFields()
	if err := d.Decode(v); err != nil {
		t.Fatalf("%v in %s", err, body)
	}
}

// complete fails the test unless every required field is there.
func (k strictKey) complete(t *testing.T) {
	t.Helper()
	if k.ID == nil || k.UserID == nil || k.KeyID == nil || k.KeySecret == nil || k.ValidUntil == nil ||
		k.State == nil || k.CreatedAt == nil || k.DeletedAt == nil {
		t.Errorf("a required field is missing: %+v", k)
	}
}

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

func TestTheHandful(t *testing.T) {
	s := start(t, demo.Options{})
	keys := s.Keys()
	states := map[client.State]int{}
	idForm, secretForm := regexp.MustCompile(`^AK[A-Za-z0-9]{30}$`), regexp.MustCompile(`^[A-Za-z0-9]{32}$`)
	seen := map[string]bool{}
	for _, k := range keys {
		states[k.State]++
		if !idForm.MatchString(k.ID) || !secretForm.MatchString(s.SecretOf(k.ID).Reveal()) || seen[k.ID] {
			t.Errorf("key ID %s or its secret is not in the vendor's form", k.ID)
		}
		seen[k.ID] = true
		if age := time.Since(k.CreatedAt); age < 0 || age > 731*24*time.Hour || k.UserID != keys[0].UserID {
			t.Errorf("%+v is not believable", k)
		}
		if (k.State == client.StateDeleted) == k.DeletedAt.IsZero() || (k.State == client.StateExpired) == k.ValidUntil.IsZero() {
			t.Errorf("%+v: state and times disagree", k)
		}
	}
	if states[client.StateEnabled] < 2 || states[client.StateDisabled] != 1 || states[client.StateExpired] != 1 || states[client.StateDeleted] != 1 {
		t.Errorf("states are %v", states)
	}
	if !slices.IsSortedFunc(keys, func(a, b client.AccessKey) int { return a.CreatedAt.Compare(b.CreatedAt) }) {
		t.Error("not the oldest first")
	}
}

func TestHowManyKeys(t *testing.T) {
	for _, tt := range []struct {
		options demo.Options
		want    int
	}{
		{demo.Options{Empty: true}, 0},
		{demo.Options{Keys: 1}, 1},
		{demo.Options{Keys: 250}, 250},
	} {
		s := start(t, tt.options)
		c, err := client.SignIn(t.Context(), s.URL(), s.Credentials(), client.Options{})
		if err != nil {
			t.Fatal(err)
		}
		keys, err := c.List(t.Context())
		if err != nil || len(keys.Keys) != tt.want {
			t.Errorf("%+v: %d keys and %v", tt.options, len(keys.Keys), err)
		}
	}
}

func TestWhoIsNotLetIn(t *testing.T) {
	s := start(t, demo.Options{})
	good := s.Credentials()
	byState := map[client.State]client.Credentials{}
	for _, k := range s.Keys() {
		byState[k.State] = client.Credentials{KeyID: k.ID, Secret: s.SecretOf(k.ID)}
	}
	now := time.Now()
	fresh := sign(good, now, "once")
	if answer, _ := ask(t, "GET", s.Base()+"/management/accesskeys", fresh); answer.StatusCode != 200 {
		t.Fatalf("the right token: %s", answer.Status)
	}
	for name, tt := range map[string]struct{ token, why string }{
		"nobody":         {"", "no access token"},
		"nonsense":       {"abc", "malformed access token"},
		"unknown key":    {sign(client.Credentials{KeyID: "AKx"}, now, "a"), "unknown access key"},
		"wrong secret":   {sign(client.Credentials{KeyID: good.KeyID, Secret: client.NewSecret("x")}, now, "b"), "wrong signature"},
		"too old":        {sign(good, now.Add(-6*time.Minute), "c"), "timestamp"},
		"from ahead":     {sign(good, now.Add(6*time.Minute), "d"), "timestamp"},
		"replayed":       {fresh, "nonce"},
		"nonce again":    {sign(good, now.Add(time.Second), "once"), "nonce"},
		"a disabled key": {sign(byState[client.StateDisabled], now, "e"), "access key is disabled"},
		"a deleted key":  {sign(byState[client.StateDeleted], now, "f"), "access key is deleted"},
		"an expired key": {sign(byState[client.StateExpired], now, "g"), "access key is expired"},
	} {
		t.Run(name, func(t *testing.T) {
			answer, body := ask(t, "GET", s.Base()+"/management/accesskeys", tt.token)
			var status strictStatus
			if err := json.Unmarshal(body, &status); err != nil {
				t.Fatalf("%v in %s", err, body)
			}
			if answer.StatusCode != 401 || status.Success == nil || *status.Success || !strings.Contains(*status.Message, tt.why) {
				t.Errorf("answer is %s %s, want 401 and %q", answer.Status, body, tt.why)
			}
		})
	}
}

func TestVersionRefusesAWrongToken(t *testing.T) {
	s := start(t, demo.Options{})
	wrong := client.Credentials{KeyID: s.Credentials().KeyID, Secret: client.NewSecret("wrong")}
	for token, want := range map[string]int{"": 200, sign(s.Credentials(), time.Now(), "a"): 200, sign(wrong, time.Now(), "b"): 401, "abc": 401} {
		answer, body := ask(t, "GET", s.Base()+"/version", token)
		var status strictStatus
		if err := json.Unmarshal(body, &status); err != nil || answer.StatusCode != want || (want == 401) != (status.Success != nil && !*status.Success) {
			t.Errorf("%q: %s %s", token, answer.Status, body)
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

func TestTransitions(t *testing.T) {
	const enable, disable, remove = "enable", "disable", "delete"
	for _, tt := range []struct {
		from client.State
		verb string
		to   client.State
		ok   bool
	}{
		{client.StateEnabled, enable, client.StateEnabled, true},
		{client.StateEnabled, disable, client.StateDisabled, true},
		{client.StateEnabled, remove, client.StateDeleted, true},
		{client.StateDisabled, enable, client.StateEnabled, true},
		{client.StateDisabled, disable, client.StateDisabled, true},
		{client.StateDisabled, remove, client.StateDeleted, true},
		{client.StateExpired, enable, client.StateExpired, false},
		{client.StateExpired, disable, client.StateExpired, false},
		{client.StateExpired, remove, client.StateDeleted, true},
		{client.StateDeleted, enable, client.StateDeleted, false},
		{client.StateDeleted, disable, client.StateDeleted, false},
		{client.StateDeleted, remove, client.StateDeleted, false},
	} {
		t.Run(string(tt.from)+" "+tt.verb, func(t *testing.T) {
			s := start(t, demo.Options{})
			c, err := client.SignIn(t.Context(), s.URL(), s.Credentials(), client.Options{})
			if err != nil {
				t.Fatal(err)
			}
			find := func(match func(client.AccessKey) bool) client.AccessKey {
				keys := s.Keys()
				return keys[slices.IndexFunc(keys, match)]
			}
			id := find(func(k client.AccessKey) bool { return k.State == tt.from && k.ID != c.KeyID() }).ID
			change := map[string]func(context.Context, string) error{enable: c.Enable, disable: c.Disable, remove: c.Delete}
			err = change[tt.verb](t.Context(), id)
			var e *client.Error
			refused := errors.As(err, &e) && e.Kind == client.KindRefused && e.Status == 400 && e.Code == 400
			if (err == nil) != tt.ok || !tt.ok && !refused {
				t.Errorf("error is %v", err)
			}
			got := find(func(k client.AccessKey) bool { return k.ID == id })
			if got.State != tt.to || (got.State == client.StateDeleted) == got.DeletedAt.IsZero() {
				t.Errorf("afterwards %+v, want %s", got, tt.to)
			}
		})
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

func TestManyAtOnce(t *testing.T) {
	s := start(t, demo.Options{})
	c, err := client.SignIn(t.Context(), s.URL(), s.Credentials(), client.Options{})
	if err != nil {
		t.Fatal(err)
	}
	before := len(s.Keys())
	const makers = 8
	var wg sync.WaitGroup
	for range makers {
		wg.Go(func() {
			created, err := c.Create(t.Context())
			if err != nil || len(created.NewIDs) == 0 {
				t.Errorf("%v and %v", created.NewIDs, err)
			}
		})
	}
	wg.Wait()
	if got := len(s.Keys()) - before; got != makers {
		t.Errorf("%d keys made, want %d", got, makers)
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

// lockedBuffer is a buffer for a logger and a test at once.
type lockedBuffer struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (b *lockedBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.Write(p)
}

func (b *lockedBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.String()
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
