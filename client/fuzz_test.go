package client

import (
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"
	"time"
	"unicode"

	"accesskeys/client/oneline"
	"accesskeys/client/route"
)

func FuzzDecodeList(f *testing.F) {
	for _, body := range []string{
		`[{"id":1,"userId":"u1","keyId":"AKa","keySecret":"s3cr3ts3cr3t","state":"enabled","createdAt":"2025-03-04T05:06:07.5+08:00"}]`,
		`{"data":[{"keyId":"AKa","state":"fro\u0000zen\u202e"}],"total":1,"success":true}`,
		`{"success":false,"code":7,"message":"no s3cr3ts3cr3t"}`,
		`[{"keyId":"AKa"},null,{"keyId":"AKa"},{"keyId":"a/../b"},5,{"keyId":"","updateAt":""}]`,
		`{"data":null}`, `null`, `[]`, `{}`, `[`, `[]x`, ``,
	} {
		f.Add(body)
	}
	f.Fuzz(func(t *testing.T, body string) {
		list, err := decodeList(strings.NewReader(body))
		keys, left := list.Keys, list.Unreadable
		if err != nil {
			checkErrorKeepsSecrets(t, body, err)
		}
		seen := map[string]bool{}
		for _, k := range keys {
			checkKey(t, k)
			if seen[k.ID] {
				t.Errorf("%s is there twice", k.ID)
			}
			seen[k.ID] = true
		}
		same := func(how, body string) {
			listAgain, errAgain := decodeList(iotest.OneByteReader(strings.NewReader(body)))
			again, leftAgain := listAgain.Keys, listAgain.Unreadable
			if (err == nil) != (errAgain == nil) || left != leftAgain || !reflect.DeepEqual(keys, again) {
				t.Errorf("%s: %v, %d left out and %v, not %v, %d and %v", how, again, leftAgain, errAgain, keys, left, err)
			}
		}
		same("a byte at a time", body)
		if start := strings.TrimLeft(body, " \t\r\n"); json.Valid([]byte(body)) && (start[0] == '[' || start == "null") {
			same("wrapped", `{"total":1,"data":`+body+`,"success":true}`)
		}
	})
}

func FuzzDecodeKey(f *testing.F) {
	for _, body := range []string{
		`{"keyId":"AKa","keySecret":"s3cr3ts3cr3t","state":"enabled","validUntil":null}`,
		`{"data":{"keyId":"AKa","keySecret":"s3cr3ts3cr3t"},"success":true}`,
		`{"keyId":"AKa","keySecret":"ab****yz"}`, `{"keyId":"AKa","keySecret":31337}`,
		`{"keyId":"AKb","keySecret":"s3cr3ts3cr3t"}`, `{"success":false,"message":"no"}`, `null`, ``,
	} {
		f.Add(body, "AKa")
	}
	f.Fuzz(func(t *testing.T, body, id string) {
		if !validKeyID(id) {
			t.Skip("never asked for")
		}
		k, secret, err := decodeKey(strings.NewReader(body), id)
		if err != nil {
			checkErrorKeepsSecrets(t, body, err)
			if !secret.IsZero() || k != (AccessKey{}) {
				t.Errorf("something comes with %v", err)
			}
			return
		}
		checkKey(t, k)
		value := secret.Reveal()
		if k.ID != id || value == "" || secret.Masked() || len(value) > maxSecret || strings.ContainsFunc(value, unicode.IsControl) {
			t.Errorf("of %s: %s with %q", id, k.ID, value)
		}
	})
}

func FuzzDecodeStatus(f *testing.F) {
	for _, body := range []string{
		`{"success":true,"code":0,"message":"ok"}`, `{"success":false,"code":9,"message":"token s3cr3t/1 refused"}`,
		`{"success":null}`, `{"code":1}`, `{"success":"yes"}`, `{"success":false,"message":"s3c\u200br3t\n"}`, `[]`, `null`, ``,
	} {
		f.Add(body, "s3cr3t")
	}
	f.Fuzz(func(t *testing.T, body, value string) {
		err := decodeStatus(strings.NewReader(body))
		var said wireStatus
		valid := json.Unmarshal([]byte(body), &said) == nil
		if want := valid && said.Success != nil && *said.Success; want != (err == nil) {
			t.Errorf("%v, although success is %v", err, want)
		}
		if s, ok := decodeErrorStatus([]byte(body)); ok != (valid && said.Success != nil) || ok && s.Message != said.Message {
			t.Errorf("as an error's body: %v and %v", s, ok)
		}
		var e *Error
		if !errors.As(err, &e) {
			return
		}
		secret := NewSecret(value)
		k := &call{secretTexts: func() []string { return secretTexts(&secret, nil) }}
		checkText(t, "message", k.redact(e.Message), oneline.Max)
		if shown := k.redact(e.Message); value != "" && !strings.Contains(value, "*") && strings.Contains(shown, value) {
			t.Errorf("%q shows %q", shown, value)
		}
	})
}

// FuzzParseAddress tests parsing typed addresses, and where the API is searched for then.
func FuzzParseAddress(f *testing.F) {
	for _, typed := range []string{
		"localhost:8000", "::1", "fe80::1%eth0", "[::1]:8000", "HTTPS://Example.com/", "https://example.com/a//b/../c%2Fd?x#y", "http://10.0.0.1",
		"user:hunter2@example.com", "控制台.example.com", "example.com.", "https://例え。jp", "https://ｌocalhost:8443", "\u200bhttp://x", "http:/x", "", "#", "a|b", "http://[fe80::1%25eth0]/",
	} {
		f.Add(typed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		u, err := route.ParseAddress(typed)
		if err != nil {
			if KindOf(err) != KindAddress || len(typed) > 16 && strings.Contains(err.Error(), typed) {
				t.Errorf("error is %v", err)
			}
			return
		}
		text := u.String()
		if u.User != nil || strings.ContainsAny(text, "?#") || strings.HasSuffix(text, "/") || u.Hostname() == "" {
			t.Errorf("%q is %s", typed, text)
		}
		plain := strings.HasPrefix(strings.ToLower(strings.TrimFunc(typed, route.IsUnseen)), "http://")
		if u.Scheme != "https" && (u.Scheme != "http" || !plain && !route.IsLoopback(u.Hostname())) {
			t.Errorf("%q is %s", typed, text)
		}
		for _, base := range append(basesAt(u), u) {
			checkBase(t, u, base)
		}
	})
}

// checkBase fails the test if a base cannot be stored, parsed again, and called.
func checkBase(t *testing.T, server, base *url.URL) {
	t.Helper()
	text := base.String()
	again, err := route.ParseAddress(text)
	if err != nil || again.String() != text || !route.SameOrigin(server, again) {
		t.Errorf("%s is read again as %v with %v", text, again, err)
	}
	r, err := http.NewRequest(http.MethodGet, text+"/version", nil)
	if err != nil {
		t.Errorf("%s cannot be asked: %v", text, err)
		return
	}
	s := &signer{origin: base, keyID: "AK1", secret: holding("s3cr3t"), format: FormatSlash, clock: &clock{local: time.Now}}
	if err := s.sign(r); err != nil {
		t.Errorf("%s is not signed for: %v", text, err)
	}
}

func checkKey(t *testing.T, k AccessKey) {
	t.Helper()
	if !validKeyID(k.ID) {
		t.Errorf("ID is %q", k.ID)
	}
	if !k.Valid() {
		t.Errorf("not valid: %+v", k)
	}
	checkText(t, "state", string(k.State), maxState)
	checkText(t, "user", k.UserID, maxUserID)
	for _, at := range []time.Time{k.CreatedAt, k.UpdatedAt, k.ValidUntil, k.DeletedAt} {
		if !at.IsZero() && (at.Year() <= 1 || at.Unix() == 0) {
			t.Errorf("a time is %v", at)
		}
	}
}

func checkText(t *testing.T, what, text string, limit int) {
	t.Helper()
	if len([]rune(text)) > limit || text != oneline.Flat(text) || strings.ContainsFunc(text, unicode.IsControl) {
		t.Errorf("%s is %q", what, text)
	}
}

// checkErrorKeepsSecrets fails the test if an error shows a secret from the body that it is about.
func checkErrorKeepsSecrets(t *testing.T, body string, err error) {
	t.Helper()
	var any any
	_ = json.Unmarshal([]byte(body), &any)
	text := decodeError(err).Error()
	for _, secret := range secretsIn(any) {
		var e *Error
		if len(secret) > 8 && strings.Contains(text, secret) && !errors.As(err, &e) { // the Message of an *Error is redacted later
			t.Errorf("%q shows %q", text, secret)
		}
	}
}

func secretsIn(v any) (secrets []string) {
	switch v := v.(type) {
	case []any:
		for _, v := range v {
			secrets = append(secrets, secretsIn(v)...)
		}
	case map[string]any:
		for name, v := range v {
			if s, ok := v.(string); ok && strings.EqualFold(name, "keySecret") {
				secrets = append(secrets, s)
			}
			secrets = append(secrets, secretsIn(v)...)
		}
	}
	return secrets
}
