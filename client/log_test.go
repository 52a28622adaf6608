package client_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"strings"
	"testing"

	"accesskeys/client"
	"accesskeys/client/demo"
)

func TestLogHasALineAnAttemptAndNoSecret(t *testing.T) {
	var theirs, ours bytes.Buffer
	level := &slog.HandlerOptions{Level: slog.LevelDebug}
	s := start(t, demo.Options{Logger: slog.New(slog.NewTextHandler(&theirs, level))})
	c := resumeAt(t, s.Base(), s.Credentials(), client.Options{Logger: slog.New(slog.NewJSONHandler(&ours, level))})
	id := other(t, s, client.StateEnabled)
	_, secret, err := c.Get(t.Context(), id)
	wantKind(t, err, "")
	s.SetFaults(demo.Faults{Status: 503, Times: 1})
	wantKind(t, c.Disable(t.Context(), id), "")
	_, err = c.Create(t.Context(), nil)
	wantKind(t, err, "")

	if lines := strings.Count(ours.String(), "\n"); lines != len(s.Requests()) {
		t.Errorf("%d lines of ours, want %d", lines, len(s.Requests()))
	}
	for _, want := range []string{`"op":"disable access key"`, `"method":"PUT"`, `"status":503`, `"status":200`, `"key":"` + id + `"`} {
		if !strings.Contains(ours.String(), want) {
			t.Errorf("no %s in %s", want, ours.String())
		}
	}
	for name, log := range map[string]string{"ours": ours.String(), "theirs": theirs.String()} {
		for _, leak := range []string{secret.Reveal(), s.Credentials().Secret.Reveal(), "Bearer", "Authorization"} {
			if strings.Contains(log, leak) {
				t.Errorf("%s shows %q", name, leak)
			}
		}
	}
}

func TestErrorsDoNotEchoTheSigningSecret(t *testing.T) {
	s := start(t, demo.Options{})
	c := signedIn(t, s, client.Options{})
	s.SetFaults(demo.Faults{RefuseMutations: "bad secret " + s.Credentials().Secret.Reveal()})
	err := c.Disable(t.Context(), other(t, s, client.StateEnabled))
	wantKind(t, err, client.KindRefused)
	if !strings.Contains(err.Error(), "bad secret ***") {
		t.Errorf("error is %v", err)
	}
}

func TestErrorsEchoNothingThatSigns(t *testing.T) {
	for name, echo := range map[string]func(token string) string{
		"secret, split invisibly": func(string) string { return "se\u200bcr\u0000et" },
		"secret at the cut":       func(string) string { return strings.Repeat("x", 297) + "secret" },
		"token":                   func(token string) string { return token },
		"signature":               func(token string) string { return token[len(token)-44:] },
	} {
		var token string
		err := resume(t, serve(t, func(w http.ResponseWriter, r *http.Request) {
			token = strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
			w.Header().Set("Content-Type", "application/json")
			w.WriteHeader(http.StatusBadRequest)
			_ = json.NewEncoder(w).Encode(map[string]any{"success": false, "message": echo(token)})
		})).Enable(t.Context(), "AK1")
		wantKind(t, err, client.KindRefused)
		for _, leak := range []string{"sec", token[len(token)-44:]} {
			if strings.Contains(err.Error(), leak) {
				t.Errorf("%s: error is %v", name, err)
			}
		}
	}
}

func TestServersTextWithTheSecretInItIsMaskedOrDropped(t *testing.T) {
	for _, c := range []struct{ secret, said, want string }{
		{"Invalid", "Invalid signature", ""},
		{"a", "bad signature", ""},
		{"bcdefg", "xbcdefgx is wrong", ""},
		{"签名", "签名无效", ""},
		{"AK1/secret", "not AK1/secret", "not ***"},
		{"Invalid", "wrong signature", "wrong signature"},
	} {
		base := serve(t, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/json")
			w.WriteHeader(http.StatusUnauthorized)
			_ = json.NewEncoder(w).Encode(map[string]any{"success": false, "message": c.said})
		})
		in, err := client.Resume(client.Endpoint{Base: base, TokenFormat: client.FormatSlash},
			client.Credentials{KeyID: "AKtest", Secret: client.NewSecret(c.secret)}, client.Options{})
		wantKind(t, err, "")
		var e *client.Error
		if err := in.Enable(t.Context(), "AK1"); !errors.As(err, &e) || e.Message != c.want {
			t.Errorf("with %q, %q is told as %q", c.secret, c.said, e.Message)
		}
	}
}

func TestListSaysHowManyItLeftOut(t *testing.T) {
	var log bytes.Buffer
	c, err := client.Resume(
		client.Endpoint{Base: serve(t, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/json")
			_, _ = w.Write([]byte(`[1,2,{"keyId":"AK1","state":"enabled"}]`))
		}), TokenFormat: client.FormatSlash},
		client.Credentials{KeyID: "AKtest", Secret: client.NewSecret("secret")},
		client.Options{Logger: slog.New(slog.NewTextHandler(&log, nil))})
	wantKind(t, err, "")
	keys, err := c.List(t.Context())
	wantKind(t, err, "")
	if len(keys.Keys) != 1 || keys.Unreadable != 2 || keys.Whole() || strings.Count(log.String(), "\n") != 1 || !strings.Contains(log.String(), "count=2") {
		t.Errorf("got %v and %s", keys, log.String())
	}
}

func TestListAndGet(t *testing.T) {
	s := start(t, demo.Options{})
	c := signedIn(t, s, client.Options{Version: "1"})
	keys, err := c.List(t.Context())
	wantKind(t, err, "")
	want := s.Keys()
	if len(keys.Keys) != len(want) {
		t.Fatalf("%d keys, want %d", len(keys.Keys), len(want))
	}
	for i, k := range keys.Keys {
		if k != want[i] {
			t.Errorf("key %d is %+v, want %+v", i, k, want[i])
		}
		got, secret, err := c.Get(t.Context(), k.ID)
		wantKind(t, err, "")
		if got != k || !secret.Equal(s.SecretOf(k.ID)) {
			t.Errorf("Get(%s) = %+v", k.ID, got)
		}
	}
	if c.KeyID() != s.Credentials().KeyID || c.Skew() != 0 {
		t.Errorf("KeyID, Skew = %s, %v", c.KeyID(), c.Skew())
	}
}
