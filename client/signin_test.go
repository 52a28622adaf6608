package client_test

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/client/route"
)

func TestSignInKeepsTheJoinThatIsLetIn(t *testing.T) {
	for _, join := range client.TokenFormats() {
		t.Run(string(join), func(t *testing.T) {
			s := start(t, demo.Options{TokenFormats: []client.TokenFormat{join}})
			c := signIn(t, s, client.Options{})
			if got, want := c.Endpoint(), (client.Endpoint{Base: s.Base(), TokenFormat: join}); got != want {
				t.Fatalf("Endpoint() = %v, want %v", got, want)
			}
			resumed, err := client.Resume(c.Endpoint(), s.Credentials(), client.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if _, err := resumed.List(t.Context()); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestSignInFindsTheBase(t *testing.T) {
	s := start(t, demo.Options{})
	host := strings.TrimPrefix(s.URL(), "http://")
	for typed, want := range map[string]string{
		host:                        "/api/v1",
		" " + s.URL() + "/ ":        "/api/v1",
		s.URL() + "/api/v1/":        "/api/v1",
		s.URL() + "/v1":             "/v1",
		s.URL() + "/api":            "/api/v1",
		s.URL() + "/#/settings?a=b": "/api/v1",
	} {
		c, err := client.SignIn(t.Context(), typed, s.Credentials(), client.Options{})
		if err != nil {
			t.Errorf("%q: %v", typed, err)
			continue
		}
		if got := c.Endpoint().Base; got != s.URL()+want {
			t.Errorf("%q: base is %s, want %s", typed, got, want)
		}
	}
}

func TestSignInWhereTheVersionNeedsAToken(t *testing.T) {
	for _, tt := range []struct {
		name    string
		version client.Version
		want    client.Kind
	}{
		{"supported", client.Version{}, ""},
		{"too old", client.Version{Edition: client.EditionBusiness, Number: "1.3.0"}, client.KindVersion},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := start(t, demo.Options{VersionNeedsAuth: true, Version: tt.version, TokenFormats: []client.TokenFormat{client.FormatTabEncoded}})
			c, err := client.SignIn(t.Context(), s.URL(), s.Credentials(), client.Options{})
			wantKind(t, err, tt.want)
			if (c == nil) != (err != nil) {
				t.Errorf("client is %v with error %v", c, err)
			}
		})
	}
}

func TestSignInRefusals(t *testing.T) {
	ours := func(s *demo.Server) client.Credentials { return s.Credentials() }
	for name, tt := range map[string]struct {
		options demo.Options
		faults  demo.Faults
		creds   func(*demo.Server) client.Credentials
		want    client.Kind
	}{
		"wrong secret": {creds: func(s *demo.Server) client.Credentials {
			return client.Credentials{KeyID: s.Credentials().KeyID, Secret: client.NewSecret("wrong")}
		}, want: client.KindUnauthorized},
		"unknown key": {creds: func(*demo.Server) client.Credentials {
			return client.Credentials{KeyID: "AKnobody", Secret: client.NewSecret("x")}
		}, want: client.KindUnauthorized},
		"unusable key ID": {creds: func(*demo.Server) client.Credentials {
			return client.Credentials{KeyID: "AK/../x", Secret: client.NewSecret("x")}
		}, want: client.KindKeyID},
		"community": {
			options: demo.Options{Version: client.Version{Edition: client.EditionCommunity, Number: "1.3.1"}},
			creds:   ours, want: client.KindEdition,
		},
		"old version": {
			options: demo.Options{Version: client.Version{Edition: client.EditionEnterprise, Number: "1.2.0"}},
			creds:   ours, want: client.KindVersion,
		},
		"no version number": {
			options: demo.Options{Version: client.Version{Edition: client.EditionEnterprise, Number: "nightly"}},
			creds:   ours, want: client.KindMalformed,
		},
		"web pages only": {faults: demo.Faults{HTML: true}, creds: ours, want: client.KindNotJSON},
		"server failing": {faults: demo.Faults{Status: 502, RetryAfter: "3600"}, creds: ours, want: client.KindServer},
		"forbidden":      {faults: demo.Faults{Match: demo.On("GET", "accesskeys"), Status: 403}, creds: ours, want: client.KindForbidden},
		"redirected":     {faults: demo.Faults{Redirect: "https://elsewhere.example/login?token=1"}, creds: ours, want: client.KindRedirect},
	} {
		t.Run(name, func(t *testing.T) {
			s := start(t, tt.options)
			s.SetFaults(tt.faults)
			_, err := client.SignIn(t.Context(), s.URL(), tt.creds(s), client.Options{})
			wantKind(t, err, tt.want)
		})
	}
}

func TestSignInSaysWhatTheServerSaid(t *testing.T) {
	s := start(t, demo.Options{})
	creds := s.Credentials()
	creds.Secret = client.NewSecret("not-it")
	_, err := client.SignIn(t.Context(), s.URL(), creds, client.Options{})
	var e *client.Error
	if !errors.As(err, &e) || e.Message != "wrong signature" || e.Status != 401 || e.Code != 401 || e.Skew != 0 {
		t.Fatalf("error is %#v", e)
	}
}

// A server that reads one token format says of the others only that it cannot read them.
func TestSignInSaysWhatTheServerSaidOfTheFormatThatItReads(t *testing.T) {
	for _, format := range client.TokenFormats() {
		s := start(t, demo.Options{TokenFormats: []client.TokenFormat{format}})
		creds := s.Credentials()
		creds.Secret = client.NewSecret("not-it")
		_, err := client.SignIn(t.Context(), s.URL(), creds, client.Options{})
		var e *client.Error
		if !errors.As(err, &e) || e.Kind != client.KindUnauthorized || e.Message != "wrong signature" {
			t.Errorf("%s: error is %#v", format, e)
		}
	}
}

func TestSignInTellsNoMessageThatMayBeOfAnotherFormat(t *testing.T) {
	s := start(t, demo.Options{TokenFormats: client.TokenFormats()[:2]})
	creds := s.Credentials()
	creds.Secret = client.NewSecret("not-it")
	_, err := client.SignIn(t.Context(), s.URL(), creds, client.Options{})
	var e *client.Error
	if !errors.As(err, &e) || e.Kind != client.KindUnauthorized || e.Message != "" {
		t.Errorf("error is %#v", e)
	}
}

func TestSignInUnreachable(t *testing.T) {
	t.Parallel()
	_, err := client.SignIn(t.Context(), nobodyAt(t), client.Credentials{KeyID: "AK1"}, client.Options{})
	wantKind(t, err, client.KindUnreachable)
}

func TestSignInCertificate(t *testing.T) {
	demoServer := start(t, demo.Options{})
	secure := httptest.NewUnstartedServer(demoServer)
	secure.Config.ErrorLog = discard()
	secure.StartTLS()
	t.Cleanup(secure.Close)

	_, err := client.SignIn(t.Context(), secure.URL, demoServer.Credentials(), client.Options{})
	wantKind(t, err, client.KindCertificate)

	file := write(t, "ca.pem", pemOf(secure.Certificate().Raw))
	_, err = client.SignIn(t.Context(), secure.URL, demoServer.Credentials(), client.Options{Network: route.Network{CAFile: file}})
	wantKind(t, err, "")
}

func TestSignInDoesNotFallBackToPlainHTTP(t *testing.T) {
	s := start(t, demo.Options{})
	secure := strings.Replace(s.URL(), "http://", "https://", 1)
	_, err := client.SignIn(t.Context(), secure, s.Credentials(), client.Options{})
	wantKind(t, err, client.KindNotTLS)
	if got := s.Requests(); len(got) != 0 {
		t.Errorf("asked in the clear: %v", got)
	}
}

func TestSignInSharesADeadline(t *testing.T) {
	s := start(t, demo.Options{})
	hold := make(chan struct{})
	t.Cleanup(func() { close(hold) })
	s.SetFaults(demo.Faults{Hold: hold})
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	_, err := client.SignIn(ctx, s.URL(), s.Credentials(), client.Options{})
	wantKind(t, err, client.KindTimeout)
}

func TestSignInWithAWrongClock(t *testing.T) {
	wrong := func(s *demo.Server) client.Credentials {
		return client.Credentials{KeyID: s.Credentials().KeyID, Secret: client.NewSecret("wrong")}
	}
	right := func(s *demo.Server) client.Credentials { return s.Credentials() }
	const hour = time.Hour
	for name, tt := range map[string]struct {
		offset, date time.Duration // of the server's clock, and of its Date header besides
		creds        func(*demo.Server) client.Credentials
		want         client.Kind
		skew         time.Duration
	}{
		"server ahead":                 {offset: hour, creds: right, skew: hour},
		"server behind":                {offset: -hour, creds: right, skew: -hour},
		"not worth a correction":       {offset: 2 * time.Minute, creds: right},
		"wrong key too":                {offset: hour, creds: wrong, want: client.KindUnauthorized, skew: hour},
		"wrong key, right clock":       {creds: wrong, want: client.KindUnauthorized},
		"Date does not tell the clock": {offset: hour, date: -hour, creds: right, want: client.KindClock},
		"server in another year":       {offset: 400 * 24 * hour, creds: right, want: client.KindClock},
		"Date lies about the clock":    {offset: hour, date: hour, creds: right, want: client.KindClock, skew: 2 * hour},
	} {
		t.Run(name, func(t *testing.T) {
			s := start(t, demo.Options{})
			s.SetFaults(demo.Faults{ClockOffset: tt.offset, DateOffset: tt.date})
			c, err := client.SignIn(t.Context(), s.URL(), tt.creds(s), client.Options{})
			wantKind(t, err, tt.want)
			var skew time.Duration
			var e *client.Error
			if errors.As(err, &e) {
				skew = e.Skew
			} else {
				skew = c.Skew()
			}
			if (skew - tt.skew).Abs() > 3*time.Second {
				t.Errorf("skew is %v, want about %v", skew, tt.skew)
			}
		})
	}
}

func TestClockCorrectionIsFoundLaterToo(t *testing.T) {
	s := start(t, demo.Options{})
	c := signIn(t, s, client.Options{})
	s.SetFaults(demo.Faults{ClockOffset: time.Hour})
	before := len(s.Keys())
	if _, err := c.Create(t.Context(), nil); err != nil { // the list has shown it by then: a POST is never signed again
		t.Fatal(err)
	}
	if got := len(s.Keys()); got != before+1 {
		t.Errorf("%d keys, want %d", got, before+1)
	}
	s.SetFaults()
	if _, err := c.List(t.Context()); err != nil || c.Skew() != 0 {
		t.Errorf("back to the right time: %v, skew %v", err, c.Skew())
	}
}

func TestResumeRefuses(t *testing.T) {
	good := client.Credentials{KeyID: "AK1"}
	for name, tt := range map[string]struct {
		endpoint client.Endpoint
		creds    client.Credentials
		want     client.Kind
	}{
		"no address": {client.Endpoint{TokenFormat: client.FormatSlash}, good, client.KindAddress},
		"no join":    {client.Endpoint{Base: "http://localhost"}, good, client.KindAddress},
		"no key ID":  {client.Endpoint{Base: "http://localhost", TokenFormat: client.FormatSlash}, client.Credentials{}, client.KindKeyID},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := client.Resume(tt.endpoint, tt.creds, client.Options{})
			wantKind(t, err, tt.want)
		})
	}
}

func TestNoMoreThanTheThreePlacesAreAsked(t *testing.T) {
	m := newMover(t, http.NotFoundHandler(), "/nowhere", lost["page"])
	_, err := client.SignIn(t.Context(), m.url, client.Credentials{KeyID: "AK1"}, client.Options{})
	wantKind(t, err, client.KindNotJSON)
	slices.Sort(m.asked)
	if got := strings.Join(m.asked, " "); got != "GET /api/v1/version GET /v1/version GET /version" {
		t.Errorf("asked %s", got)
	}
}

func TestSignInFindsTheConsoleAboveAPage(t *testing.T) {
	s := start(t, demo.Options{})
	for base, pages := range map[string][]string{
		"/optimizer/api/v1": {"/optimizer", "/optimizer/personal/settings", "/optimizer/index.html#/personal/settings?tab=keys", "/optimizer/a/b/c/d/e/f/g/h?x#y"},
		"/a/optimizer/v1":   {"/a/optimizer/", "/a/optimizer/personal/settings"},
		"/api/v1":           {"/personal/settings", "/api/v1/management/accesskeys", "/a/b/c/d/e/f/g/h/i/j"},
	} {
		for _, page := range pages {
			m := newMover(t, s, base, lost["page"])
			c, err := client.SignIn(t.Context(), m.url+page, s.Credentials(), client.Options{})
			if err != nil {
				t.Errorf("%s: %v after %v", page, err, m.asked)
				continue
			}
			if got := c.Endpoint().Base; got != m.url+base {
				t.Errorf("%s: the base is %s, want %s", page, got, m.url+base)
			}
		}
	}
}

func TestSignInLooksAboveAPageDeepestFirst(t *testing.T) {
	s := start(t, demo.Options{VersionNeedsAuth: true})
	m := newMover(t, s, "/a/api/v1", lost["text 404"])
	_, err := client.SignIn(t.Context(), m.url+"/a/b?x=y#z", client.Credentials{KeyID: s.Credentials().KeyID, Secret: client.NewSecret("wrong")}, client.Options{})
	wantKind(t, err, client.KindUnauthorized)
	// A console that asks for a token is not passed by for one further up.
	want := [][]string{
		{"GET /a/b/api/v1/version", "GET /a/b/v1/version", "GET /a/b/version"},
		{"GET /a/api/v1/version", "GET /a/v1/version", "GET /a/version"},
		{"GET /a/api/v1/management/accesskeys"},
	}
	rest := m.asked
	for _, wave := range want {
		if len(rest) < len(wave) {
			t.Fatalf("asked %v", m.asked)
		}
		if got := slices.Sorted(slices.Values(rest[:len(wave)])); !slices.Equal(got, wave) {
			t.Errorf("asked %v, want %v", got, wave)
		}
		rest = rest[len(wave):]
	}
	if slices.Contains(m.asked, "GET /version") {
		t.Errorf("asked %v", m.asked)
	}
}

func TestSignInAsksABoundedNumberOfPlacesOfOneServer(t *testing.T) {
	m := newMover(t, http.NotFoundHandler(), "/nowhere", lost["page"])
	for typed, most := range map[string]int{"": 3, "/a": 6, "/api/v1": 7, strings.Repeat("/a", 500): 18} {
		m.move(http.NotFoundHandler(), "/nowhere")
		_, err := client.SignIn(t.Context(), m.url+typed, client.Credentials{KeyID: "AK1"}, client.Options{})
		wantKind(t, err, client.KindNotJSON)
		var e *client.Error
		if errors.As(err, &e); e.NoPath != (typed == "") {
			t.Errorf("%.20s: NoPath is %v", typed, e.NoPath)
		}
		once := map[string]bool{}
		for _, asked := range m.asked {
			once[asked] = true
		}
		if len(m.asked) != most || len(once) != most {
			t.Errorf("%.20s: %d requests for %d paths, want %d", typed, len(m.asked), len(once), most)
		}
	}
}
