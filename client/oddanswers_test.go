package client_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"accesskeys/client"
	"accesskeys/client/demo"
)

const (
	html      = "text/html; charset=utf-8"
	jsonType  = "application/json"
	loginPage = "<!DOCTYPE html><html><body>Sign in to Example Corp</body></html>"
)

// answering returns a handler that answers with a status, a content type ("" means none), and a body.
func answering(status int, contentType, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header()["Content-Type"] = nil // no sniffing
		if contentType != "" {
			w.Header().Set("Content-Type", contentType)
		}
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	}
}

// with returns a handler that adds a header to an answer.
func with(name, value string, h http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set(name, value)
		h(w, r)
	}
}

// piecewise returns a handler that sends a piece of its answer at intervals, endlessly if rest is endless.
func piecewise(status int, contentType string, every time.Duration, endless bool, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", contentType)
		w.WriteHeader(status)
		flush := http.NewResponseController(w).Flush
		for i := 0; i < len(body) || endless; i++ {
			piece := " "
			if i < len(body) {
				piece = body[i : i+1]
			}
			if _, err := io.WriteString(w, piece); err != nil || flush() != nil {
				return
			}
			select {
			case <-r.Context().Done():
				return
			case <-time.After(every):
			}
		}
	}
}

// cutShort returns a handler that announces a longer body than it sends.
func cutShort(status int, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", jsonType)
		w.Header().Set("Content-Length", "1000")
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
		_ = http.NewResponseController(w).Flush()
		panic(http.ErrAbortHandler)
	}
}

const refusal = `{"success":false,"code":9,"message":"no"}`

func TestOddAnswers(t *testing.T) {
	for name, tt := range map[string]struct {
		answer http.HandlerFunc
		want   client.Kind
		said   string // the error's Message
		asked  int64  // how often a list is asked for; 0 means once
	}{
		"HTML 200":               {answer: answering(200, html, loginPage), want: client.KindNotJSON, said: html},
		"HTML 401":               {answer: answering(401, html, loginPage), want: client.KindFronted},
		"HTML 403":               {answer: answering(403, html, loginPage), want: client.KindFronted},
		"HTML 404":               {answer: answering(404, html, loginPage), want: client.KindFronted},
		"HTML 405":               {answer: answering(405, html, loginPage), want: client.KindFronted},
		"HTML 407":               {answer: answering(407, html, loginPage), want: client.KindFronted},
		"HTML 429":               {answer: answering(429, html, loginPage), want: client.KindThrottled, asked: 4},
		"HTML 500":               {answer: answering(500, html, loginPage), want: client.KindServer, asked: 4},
		"HTML 502":               {answer: answering(502, html, loginPage), want: client.KindGateway, asked: 4},
		"HTML 503":               {answer: answering(503, html, loginPage), want: client.KindGateway, asked: 4},
		"HTML 504":               {answer: answering(504, html, loginPage), want: client.KindGateway, asked: 4},
		"HTML 401 as JSON":       {answer: answering(401, jsonType, loginPage), want: client.KindFronted},
		"HTML 401, no type":      {answer: answering(401, "", "\n "+loginPage), want: client.KindFronted},
		"HTML 401 as text":       {answer: answering(401, "text/plain", loginPage), want: client.KindFronted},
		"XML 403":                {answer: answering(403, "application/xml", "<?xml?>"), want: client.KindFronted},
		"Status 401":             {answer: answering(401, jsonType, refusal), want: client.KindUnauthorized, said: "no"},
		"other JSON 401":         {answer: answering(401, jsonType, `{"message":"Unauthorized"}`), want: client.KindUnauthorized},
		"empty 401":              {answer: answering(401, "", ""), want: client.KindUnauthorized},
		"empty HTML 401":         {answer: answering(401, html, ""), want: client.KindUnauthorized},
		"text 401":               {answer: answering(401, "text/plain", "unauthorized"), want: client.KindUnauthorized},
		"401 for a password":     {answer: with("WWW-Authenticate", `Basic realm="intranet"`, answering(401, "", "")), want: client.KindFronted},
		"401 for a token":        {answer: with("WWW-Authenticate", `Bearer error="invalid_token"`, answering(401, "", "")), want: client.KindUnauthorized},
		"Status 403":             {answer: answering(403, jsonType, refusal), want: client.KindForbidden, said: "no"},
		"empty 403":              {answer: answering(403, "", ""), want: client.KindForbidden},
		"Status 404":             {answer: answering(404, jsonType, refusal), want: client.KindNotFound, said: "no"},
		"empty 404":              {answer: answering(404, "", ""), want: client.KindNotFound},
		"text 404":               {answer: answering(404, "text/plain", "404 page not found"), want: client.KindFronted},
		"Status 503":             {answer: answering(503, jsonType, refusal), want: client.KindServer, said: "no", asked: 4},
		"text 502":               {answer: answering(502, "text/plain", "Bad Gateway"), want: client.KindServer, asked: 4},
		"JSON, no type":          {answer: answering(200, "", "[]")},
		"JSON as text":           {answer: answering(200, "text/plain", "[]"), want: client.KindNotJSON, said: "text/plain"},
		"JSON, wrong charset":    {answer: answering(200, "application/json; charset:utf-8", "[]")},
		"JSON, bare charset":     {answer: answering(200, "application/json; charset", "[]")},
		"JSON, blank charset":    {answer: answering(200, "Application/JSON charset=utf-8", "[]")},
		"JSON said twice":        {answer: answering(200, "application/json, application/json", "[]")},
		"JSON after text":        {answer: answering(200, "text/plain, application/json; x=\"a,b\"", "[]")},
		"JSON behind a mark":     {answer: answering(200, jsonType, "\ufeff[]")},
		"Status 403, mark":       {answer: answering(403, "application/json; charset", "\ufeff"+refusal), want: client.KindForbidden, said: "no"},
		"HTML 401 as JSON, mark": {answer: answering(401, jsonType, "\ufeff"+loginPage), want: client.KindFronted},
		"type quoted as sent":    {answer: answering(200, "image/PNG; q=x; charset", "[]"), want: client.KindNotJSON, said: "image/PNG; q=x; charset"},
		"HTML as JSON":           {answer: answering(200, jsonType, loginPage), want: client.KindMalformed},
		"JSON that ends early":   {answer: answering(200, jsonType, `[{"keyId":"AKa"`), want: client.KindMalformed},
		"connection cut":         {answer: cutShort(200, `[{"keyId":"AKa"`), want: client.KindUnreachable, asked: 4},
		"connection cut, 403":    {answer: cutShort(403, `{"success":fal`), want: client.KindForbidden},
		"a byte at a time":       {answer: piecewise(200, jsonType, time.Millisecond, false, `[{"keyId":"AKa","state":"enabled"}]`)},
		"a byte at a time 401":   {answer: piecewise(401, jsonType, time.Millisecond, false, refusal), want: client.KindUnauthorized, said: "no"},
		"null":                   {answer: answering(200, jsonType, "null")},
		"nothing 200":            {answer: answering(200, jsonType, ""), want: client.KindMalformed},
		"204":                    {answer: answering(204, "", ""), want: client.KindMalformed},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var asked atomic.Int64
			c := resume(t, serve(t, func(w http.ResponseWriter, r *http.Request) {
				asked.Add(1)
				tt.answer(w, r)
			}))
			_, err := c.List(t.Context())
			wantKind(t, err, tt.want)
			var e *client.Error
			if errors.As(err, &e) && e.Message != tt.said {
				t.Errorf("it said %q, want %q", e.Message, tt.said)
			}
			if got := asked.Load(); got != max(1, tt.asked) {
				t.Errorf("asked %d times, want %d", got, max(1, tt.asked))
			}
		})
	}
}

// TestEndlessAnswersEnd uses servers whose answers never end. The beginning of an answer is enough to classify it.
func TestEndlessAnswersEnd(t *testing.T) {
	const every = 20 * time.Millisecond
	for name, tt := range map[string]struct {
		answer http.HandlerFunc
		limit  time.Duration // of the call
		want   client.Kind
	}{
		"JSON":        {piecewise(200, jsonType, every, true, "["), 2 * time.Second, client.KindTimeout},
		"HTML":        {piecewise(200, html, every, true, loginPage), 10 * time.Second, client.KindNotJSON},
		"JSON 403":    {piecewise(403, jsonType, every, true, refusal), 10 * time.Second, client.KindForbidden},
		"HTML 401":    {piecewise(401, html, time.Nanosecond, true, loginPage), 10 * time.Second, client.KindFronted},
		"redirecting": {with("Location", "http://elsewhere.example/", piecewise(302, html, every, true, "")), 10 * time.Second, client.KindRedirect},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			hungUp := make(chan struct{}, 1)
			c := resume(t, serve(t, func(w http.ResponseWriter, r *http.Request) {
				defer func() { hungUp <- struct{}{} }()
				tt.answer(w, r)
			}))
			ctx, cancel := context.WithTimeout(t.Context(), tt.limit)
			defer cancel()
			began := time.Now()
			_, err := c.List(ctx)
			wantKind(t, err, tt.want)
			if took := time.Since(began); took > 5*time.Second {
				t.Errorf("it took %v", took)
			}
			select {
			case <-hungUp:
			case <-time.After(5 * time.Second):
				t.Error("the connection is still open")
			}
		})
	}
}

// TestPagesChangeNoKey has something in front of the API answer changes of a key. A 404 with a web page must not make the
// key count as deleted.
func TestPagesChangeNoKey(t *testing.T) {
	for name, tt := range map[string]struct {
		answer http.HandlerFunc
		want   client.Kind
	}{
		"HTML 401": {answering(401, html, loginPage), client.KindFronted},
		"HTML 404": {answering(404, html, loginPage), client.KindFronted},
		"text 404": {answering(404, "text/plain", "default backend - 404"), client.KindFronted},
		"HTML 405": {answering(405, html, loginPage), client.KindFronted},
	} {
		c := resume(t, serve(t, tt.answer))
		for op, do := range map[string]func(context.Context, string) error{
			"enable": c.Enable, "disable": c.Disable, "delete": c.Delete,
			"get": func(ctx context.Context, id string) error { _, _, err := c.Get(ctx, id); return err },
		} {
			if err := do(t.Context(), "AKa"); client.KindOf(err) != tt.want {
				t.Errorf("%s, %s: %v", name, op, err)
			}
		}
	}
}

func TestMaskedSecretsAreNone(t *testing.T) {
	for _, wrap := range []func(string) string{
		func(s string) string { return s },
		func(s string) string { return `{"success":true,"data":` + s + `}` },
	} {
		c := resume(t, serve(t, answering(200, jsonType, wrap(`{"keyId":"AKa","keySecret":"ab********yz","state":"enabled"}`))))
		key, secret, err := c.Get(t.Context(), "AKa")
		wantKind(t, err, client.KindMasked)
		if !secret.IsZero() || key.ID != "" || strings.Contains(err.Error(), "yz") {
			t.Errorf("got %v, %v and %v", key, secret, err)
		}
	}
}

func TestSignInWithAMaskedSecretAsksNobody(t *testing.T) {
	s := start(t, demo.Options{})
	creds := client.Credentials{KeyID: s.Credentials().KeyID, Secret: client.NewSecret("****")}
	_, err := client.SignIn(t.Context(), s.URL(), creds, client.Options{})
	wantKind(t, err, client.KindMasked)
	if got := s.Requests(); len(got) != 0 {
		t.Errorf("asked %v", got)
	}
}

func TestSignInBehindALoginPage(t *testing.T) {
	for name, tt := range map[string]struct {
		answer http.HandlerFunc
		want   client.Kind
	}{
		"HTML 401": {answering(401, html, loginPage), client.KindFronted},
		"HTML 403": {answering(403, html, loginPage), client.KindFronted},
		"HTML 404": {answering(404, html, loginPage), client.KindNotJSON},
		"HTML 502": {with("Retry-After", "3600", answering(502, html, loginPage)), client.KindGateway},
	} {
		t.Run(name, func(t *testing.T) {
			address := serve(t, tt.answer)
			_, err := client.SignIn(t.Context(), address, client.Credentials{KeyID: "AK1", Secret: client.NewSecret("x")}, client.Options{})
			wantKind(t, err, tt.want)
		})
	}
}
