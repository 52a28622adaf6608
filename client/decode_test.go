package client

import (
	"errors"
	"io"
	"math"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"accesskeys/client/oneline"
)

func TestDecodeList(t *testing.T) {
	const a, b = `{"id":1,"keyId":"AKa","keySecret":"x","state":"enabled"}`, `{"id":2,"keyId":"AKb","keySecret":{"deep":[1]},"state":"frozen"}`
	for name, tt := range map[string]struct {
		body string
		want []string
		kind Kind // "" means success, KindMalformed also any error without a kind
	}{
		"array":             {"[" + a + "," + b + "]", []string{"AKa", "AKb"}, ""},
		"empty":             {" [ ] ", nil, ""},
		"wrapped":           {`{"data":[` + a + `],"total":1,"success":true}`, []string{"AKa"}, ""},
		"wrapped, late":     {`{"success":true,"page":{"data":[1]},"data":[` + a + `]}`, []string{"AKa"}, ""},
		"wrapped, null":     {`{"data":null,"success":true}`, nil, ""},
		"no key ID":         {`[{"id":1,"keyId":""},{"id":2},null,` + a + `]`, []string{"AKa"}, ""},
		"duplicates":        {"[" + a + "," + b + "," + a + "]", []string{"AKa", "AKb"}, ""},
		"refused":           {`{"data":null,"success":false,"code":7,"message":"no"}`, nil, KindRefused},
		"no data":           {`{"success":true}`, nil, KindMalformed},
		"data is an object": {`{"data":{}}`, nil, KindMalformed},
		"number":            {`1`, nil, KindMalformed},
		"null":              {`null`, nil, ""},
		"nothing":           {``, nil, KindMalformed},
		"cut":               {"[" + a + ",", nil, KindMalformed},
		"no end":            {"[" + a, nil, KindMalformed},
		"wrapped, no end":   {`{"data":[` + a + `]`, nil, KindMalformed},
		"something follows": {"[]x", nil, KindMalformed},
		"two lists":         {"[][]", nil, KindMalformed},
		"strings":           {`["AKa"]`, nil, KindMalformed},
		"time is a number":  {`[{"keyId":"AKa","createdAt":5}]`, []string{"AKa"}, ""},
		"time is nonsense":  {`[{"keyId":"AKa","createdAt":"soon"}]`, []string{"AKa"}, ""},
		"some unreadable":   {`[5,{"keyId":7},{"keyId":"a/b"},{"keyId":"AKc","state":{}},` + a + `]`, []string{"AKc", "AKa"}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			list, err := decodeList(strings.NewReader(tt.body))
			keys := list.Keys
			if tt.kind != "" {
				if got := KindOf(err); err == nil || (got != tt.kind && (got != "" || tt.kind != KindMalformed)) {
					t.Fatalf("got %v and %v, want kind %s", keys, err, tt.kind)
				}
				return
			}
			var ids []string
			for _, k := range keys {
				ids = append(ids, k.ID)
			}
			if err != nil || !slices.Equal(ids, tt.want) || keys == nil {
				t.Fatalf("got %v and %v, want %v", keys, err, tt.want)
			}
		})
	}
}

func TestDecodeListKeepsWhatTheServerSays(t *testing.T) {
	list, err := decodeList(strings.NewReader(`[{"id":9,"userId":"u1","keyId":"AKa","keySecret":"x","state":"frozen",
		"validUntil":null,"createdAt":"2025-03-04T05:06:07.5+08:00","updateAt":"2025-04-01T00:00:00Z","deletedAt":"0001-01-01T00:00:00Z"}]`))
	if err != nil {
		t.Fatal(err)
	}
	got := list.Keys[0]
	if got.ID != "AKa" || got.UserID != "u1" || got.State != "frozen" {
		t.Errorf("got %+v", got)
	}
	if want := time.Date(2025, 3, 3, 21, 6, 7, 5e8, time.UTC); !got.CreatedAt.Equal(want) {
		t.Errorf("CreatedAt = %v, want %v", got.CreatedAt, want)
	}
	if want := time.Date(2025, 4, 1, 0, 0, 0, 0, time.UTC); !got.UpdatedAt.Equal(want) {
		t.Errorf("UpdatedAt = %v, want %v", got.UpdatedAt, want)
	}
	if !got.ValidUntil.IsZero() || !got.DeletedAt.IsZero() {
		t.Errorf("ValidUntil, DeletedAt = %v, %v, want none", got.ValidUntil, got.DeletedAt)
	}
}

func TestDecodeListCountsWhatItLeavesOut(t *testing.T) {
	list, err := decodeList(strings.NewReader(`[5,null,{"keyId":7},{"keyId":"a/b"},{},{"keyId":"` + strings.Repeat("x", 129) + `"},
		{"keyId":"AKa","state":"fro\u0000zen\u202e` + strings.Repeat("x", 100) + `","createdAt":"soon"}]`))
	keys, left := list.Keys, list.Unreadable
	if err != nil || left != 6 || len(keys) != 1 {
		t.Fatalf("got %v, %d left out and %v", keys, left, err)
	}
	if k := keys[0]; !strings.HasPrefix(string(k.State), "frozenxx") || len([]rune(string(k.State))) != 32 ||
		!k.CreatedAt.IsZero() || k.Unread != (UnreadDates{CreatedAt: "soon"}) {
		t.Errorf("got %+v", k)
	}
}

func TestDecodeErrorsHoldNoValue(t *testing.T) {
	_, _, err := decodeKey(strings.NewReader(`{"keyId":"AKa","keySecret":31337}`), "AKa")
	if text := decodeError(err).Error(); strings.Contains(text, "31337") || !strings.Contains(text, "keySecret") {
		t.Error(text)
	}
}

func TestErrorIsBounded(t *testing.T) {
	long := strings.Repeat("é\n", 5000)
	err := &Error{Kind: KindRefused, Op: "op", Message: long, Err: errors.New(long)}
	if text := err.Error(); len([]rune(text)) > 700 || strings.Contains(text, "\n") {
		t.Errorf("%d bytes", len(text))
	}
}

func TestDecodeKey(t *testing.T) {
	const key = `{"keyId":"AKa","keySecret":"x","state":"enabled"}`
	for name, tt := range map[string]struct {
		body string
		ok   bool
	}{
		"bare":              {key, true},
		"wrapped":           {`{"success":true,"data":` + key + `}`, true},
		"another key":       {`{"keyId":"AKb","keySecret":"x"}`, false},
		"secret too long":   {`{"keyId":"AKa","keySecret":"` + strings.Repeat("x", 4097) + `"}`, false},
		"secret with a \\n": {`{"keyId":"AKa","keySecret":"x\n"}`, false},
		"no secret":         {`{"keyId":"AKa","keySecret":""}`, false},
		"refused":           {`{"success":false,"message":"no"}`, false},
		"an array":          {`[` + key + `]`, false},
		"text after it":     {key + "x", false},
	} {
		k, secret, err := decodeKey(strings.NewReader(tt.body), "AKa")
		if (err == nil) != tt.ok || tt.ok && (k.ID != "AKa" || secret.Reveal() != "x") {
			t.Errorf("%s: got %v and %v", name, k, err)
		}
	}
}

func TestLimitedBody(t *testing.T) {
	exact := &limitedBody{r: strings.NewReader("12345"), left: 5}
	if got, err := io.ReadAll(exact); err != nil || string(got) != "12345" {
		t.Errorf("exact: %q and %v", got, err)
	}
	over := &limitedBody{r: strings.NewReader("123456"), left: 5}
	if _, err := io.ReadAll(over); !errors.Is(err, errTooLarge) || !errors.Is(over.err, errTooLarge) {
		t.Errorf("over: %v", err)
	}
}

func TestIsJSON(t *testing.T) {
	for value, want := range map[string]bool{
		"application/json":               true,
		"application/json;charset=UTF-8": true,
		"application/problem+json":       true,
		"text/json":                      true,
		"text/html":                      false,
		"text/plain":                     false,
		"":                               false,
	} {
		if got := isJSON(http.Header{"Content-Type": {value}}); got != want {
			t.Errorf("%q: %v", value, got)
		}
	}
}

func TestClean(t *testing.T) {
	for text, want := range map[string]string{
		"plain":                  "plain",
		" two\r\nlines\t ":       "two lines",
		"bell\a \x1b[31mred":     "bell [31mred",
		"right\u202eto left":     "rightto left",
		"中文":                     "中文",
		strings.Repeat("x", 400): strings.Repeat("x", 299) + "…",
	} {
		if got := oneline.Clean(text); got != want {
			t.Errorf("%q: got %q", text, got)
		}
	}
}

func TestParseRetryAfter(t *testing.T) {
	now := time.Date(2025, 1, 2, 3, 4, 5, 0, time.UTC)
	in := func(d time.Duration) string { return now.Add(d).Format(http.TimeFormat) }
	for name, tt := range map[string]struct {
		header http.Header
		want   time.Duration
	}{
		"none":               {http.Header{}, 0},
		"seconds":            {http.Header{"Retry-After": {"7"}}, 7 * time.Second},
		"date":               {http.Header{"Retry-After": {in(9 * time.Second)}}, 9 * time.Second},
		"date, server's now": {http.Header{"Retry-After": {in(time.Hour + time.Second)}, "Date": {in(time.Hour)}}, time.Second},
		"past":               {http.Header{"Retry-After": {in(-time.Minute)}}, 0},
		"negative":           {http.Header{"Retry-After": {"-3"}}, 0},
		"out of range":       {http.Header{"Retry-After": {"99999999999999999999"}}, math.MaxInt64},
		"nonsense":           {http.Header{"Retry-After": {"soon"}}, 0},
	} {
		if got := parseRetryAfter(tt.header, now); got != tt.want {
			t.Errorf("%s: got %v, want %v", name, got, tt.want)
		}
	}
}

func TestADateMoreThanADayOffIsOnlySaid(t *testing.T) {
	now := time.Date(2025, 1, 2, 3, 4, 5, 0, time.UTC)
	for off, want := range map[time.Duration]bool{
		time.Second: false, time.Hour: true, 24 * time.Hour: true, -24 * time.Hour: true,
		25 * time.Hour: false, -25 * time.Hour: false, 45 * 365 * 24 * time.Hour: false, -56 * 365 * 24 * time.Hour: false,
	} {
		c := &clock{local: func() time.Time { return now }}
		if got := c.adopt(now.Add(off).Format(http.TimeFormat)); got != want || want != (c.correction() != 0) {
			t.Errorf("%v: %v, corrected by %v", off, got, c.correction())
		}
		e := &Error{Kind: KindUnauthorized}
		c.explain(e, now.Add(off).Format(http.TimeFormat))
		if far := off.Abs() > 24*time.Hour; far != !e.ServerTime.IsZero() || far != (e.Kind == KindClock) {
			t.Errorf("%v: %s, server's time %v", off, e.Kind, e.ServerTime)
		}
	}
}

func TestValidKeyID(t *testing.T) {
	for id, want := range map[string]bool{
		"AKa0_-": true, strings.Repeat("x", 128): true,
		"": false, strings.Repeat("x", 129): false, "a/b": false, "..": false, "a:b": false, "a?b": false, "a b": false, "é": false, "a%2Fb": false,
	} {
		if got := validKeyID(id); got != want {
			t.Errorf("%q: %v", id, got)
		}
	}
}

func TestValidKey(t *testing.T) {
	for name, tt := range map[string]struct {
		key  AccessKey
		want bool
	}{
		"known state":    {AccessKey{ID: "AK1", State: StateEnabled, UserID: "u 1"}, true},
		"unknown state":  {AccessKey{ID: "AK1", State: "on hold"}, true},
		"no ID":          {AccessKey{}, false},
		"path":           {AccessKey{ID: "../AK1"}, false},
		"unseen state":   {AccessKey{ID: "AK1", State: "ena\u200bbled"}, false},
		"long state":     {AccessKey{ID: "AK1", State: State(strings.Repeat("x", maxState+1))}, false},
		"user of lines":  {AccessKey{ID: "AK1", UserID: "a\nb"}, false},
		"long user name": {AccessKey{ID: "AK1", UserID: strings.Repeat("x", maxUserID+1)}, false},
	} {
		if got := tt.key.Valid(); got != tt.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
