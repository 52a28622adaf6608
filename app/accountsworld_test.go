package app

import (
	"crypto/ecdsa"
	"crypto/sha256"
	"crypto/tls"
	"crypto/x509"
	"encoding/hex"
	"encoding/pem"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"accesskeys/app/apptest"
	"accesskeys/app/apptest/check"
	"accesskeys/app/keyring"
	"accesskeys/app/session"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/client/route"
)

// household is a computer with an account at each of some servers, which have nothing in common: users, token formats,
// certificates, and the certificates that they are shown.
type household struct {
	testing.TB
	config  Config
	store   *apptest.Store
	servers []*watchedServer
	app     *App
	session *session.Session // that is open, nil is none
	open    int              // of which server
}

func newHousehold(t testing.TB) *household {
	h := &household{TB: t, store: apptest.NewStore()}
	h.config = Config{Dir: filepath.Join(t.TempDir(), "settings"), Store: h.store, Connector: session.NewConnector(client.Options{})}
	h.app = New(h.config)
	for i, format := range client.TokenFormats()[:3] {
		h.servers = append(h.servers, newWatchedServer(t, i, format))
	}
	for i := range h.servers {
		h.signIn(i)
	}
	return h
}

// watchedServer is a back end that notes what comes from an account of another.
type watchedServer struct {
	*demo.Server
	url    string
	format client.TokenFormat
	pin    route.Fingerprint
	shown  [32]byte // of the certificate that it is shown
	files  [2]string

	mu       sync.Mutex
	wrong    []string
	signed   int      // requests that the right key signed
	foreign  []string // what no request may have in it: the keys of others
	refusing bool
}

func newWatchedServer(t testing.TB, place int, format client.TokenFormat) *watchedServer {
	t.Helper()
	demoServer, err := demo.Start("", demo.Options{User: fmt.Sprint("user ", place), TokenFormats: []client.TokenFormat{format}})
	check.Must(t, err)
	t.Cleanup(func() { _ = demoServer.Close() })
	own, err := demo.SelfSigned()
	check.Must(t, err)
	mine, err := demo.SelfSigned()
	check.Must(t, err)
	w := &watchedServer{Server: demoServer, format: format, shown: sha256.Sum256(mine.Certificate[0])}
	sum := sha256.Sum256(own.Certificate[0])
	w.pin = route.Fingerprint(hex.EncodeToString(sum[:]))
	w.files = writePair(t, mine)
	s := httptest.NewUnstartedServer(http.HandlerFunc(w.watch))
	s.Config.ErrorLog = log.New(io.Discard, "", 0)
	s.TLS = &tls.Config{Certificates: []tls.Certificate{own}, ClientAuth: tls.RequestClientCert}
	s.StartTLS()
	t.Cleanup(s.Close)
	w.url = s.URL
	return w
}

// writePair writes a certificate and its key where they can be named.
func writePair(t testing.TB, c tls.Certificate) [2]string {
	t.Helper()
	key, err := x509.MarshalECPrivateKey(c.PrivateKey.(*ecdsa.PrivateKey))
	check.Must(t, err)
	dir := t.TempDir()
	files := [2]string{filepath.Join(dir, "certificate.pem"), filepath.Join(dir, "key.pem")}
	for i, block := range []*pem.Block{{Type: "CERTIFICATE", Bytes: c.Certificate[0]}, {Type: "EC PRIVATE KEY", Bytes: key}} {
		check.Must(t, os.WriteFile(files[i], pem.EncodeToMemory(block), 0o600))
	}
	return files
}

// watch notes whose certificate and token a request comes with.
func (w *watchedServer) watch(rw http.ResponseWriter, r *http.Request) {
	w.mu.Lock()
	if certificates := r.TLS.PeerCertificates; len(certificates) != 1 || sha256.Sum256(certificates[0].Raw) != w.shown {
		w.wrong = append(w.wrong, fmt.Sprintf("%s %s came with %d certificates, or another's", r.Method, r.URL, len(certificates)))
	}
	all := r.URL.String() + fmt.Sprint(r.Header)
	for _, foreign := range w.foreign {
		if strings.Contains(all, foreign) {
			w.wrong = append(w.wrong, fmt.Sprintf("%s %s came with what is another's", r.Method, r.URL))
		}
	}
	if strings.Contains(r.Header.Get("Authorization"), w.Credentials().KeyID) {
		w.signed++
	}
	refusing := w.refusing
	w.mu.Unlock()
	answer := &watchedAnswer{ResponseWriter: rw}
	w.ServeHTTP(answer, r)
	if token := r.Header.Get("Authorization"); answer.status == http.StatusUnauthorized && !refusing && formatOf(token) == w.format {
		w.mu.Lock()
		defer w.mu.Unlock()
		w.wrong = append(w.wrong, fmt.Sprintf("%s %s came signed with another secret", r.Method, r.URL))
	}
}

// watchedAnswer knows what was answered.
type watchedAnswer struct {
	http.ResponseWriter
	status int
}

func (a *watchedAnswer) WriteHeader(status int) {
	a.status = status
	a.ResponseWriter.WriteHeader(status)
}

// formatOf is how the parts of a token are put together.
func formatOf(token string) client.TokenFormat {
	switch {
	case strings.Contains(token, "%09"):
		return client.FormatTabEncoded
	case strings.Contains(token, "/"):
		return client.FormatSlash
	case strings.Count(token, "%2Ft") > 2:
		return client.FormatSampleEncoded
	}
	return client.FormatSlashEncoded
}

// refuse has the server let nobody in, or does no more.
func (w *watchedServer) refuse(on bool) {
	w.SetFaults()
	if on {
		w.SetFaults(demo.Faults{Status: http.StatusUnauthorized})
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.refusing = on
}

// at reports whether a base of the API is the server's. There is one at two of its places.
func (w *watchedServer) at(base string) bool { return strings.HasPrefix(base, w.url+"/") }

func (w *watchedServer) network() route.Network {
	return route.Network{Pin: w.pin, CertFile: w.files[0], KeyFile: w.files[1], Proxy: route.ProxyNone}
}

// others have every server know what it must not be told.
func (h *household) others() {
	for i, w := range h.servers {
		w.mu.Lock()
		w.foreign = nil
		for j, o := range h.servers {
			if i == j {
				continue
			}
			for _, k := range o.Keys() {
				w.foreign = append(w.foreign, k.ID, o.SecretOf(k.ID).Reveal())
			}
		}
		w.mu.Unlock()
	}
}

// signIn adds the account at a server, or signs in to it again.
func (h *household) signIn(i int) {
	h.Helper()
	h.leave()
	h.others()
	w := h.servers[i]
	check.Must(h, h.app.Networks.Set(w.url, w.network()))
	into, _ := h.account(i)
	s, err := h.app.Sessions.SignInAs(h.Context(), into, w.url, w.Credentials())
	if err != nil {
		return // the server does not let it in now
	}
	_ = h.app.Sessions.Remember(h.Context(), s) // the keyring may fail
	_ = s.LoadKeys(h.Context())
	h.session, h.open = s, i
}

// account is the ID of the account at a server, and whether it is listed.
func (h *household) account(i int) (string, bool) {
	for _, a := range h.app.Settings.Get().Accounts {
		if h.servers[i].at(a.Endpoint.Base) {
			return a.ID, true
		}
	}
	return "", false
}

func (h *household) leave() {
	if h.session != nil {
		h.app.Sessions.Leave(h.session)
		h.session = nil
	}
}

// judge fails where anything went to the wrong server, entry or file.
func (h *household) judge(step string) {
	h.Helper()
	for i, w := range h.servers {
		w.mu.Lock()
		wrong := w.wrong
		w.mu.Unlock()
		if len(wrong) > 0 {
			h.Fatalf("%s: server %d: %q", step, i, wrong)
		}
	}
	h.judgeKeyring(step)
	h.judgeFiles(step)
	if h.session == nil {
		return
	}
	for _, k := range h.session.Keys().All() {
		if h.servers[h.open].SecretOf(k.ID).IsZero() {
			h.Fatalf("%s: the list has a key of another account", step)
		}
	}
}

// judgeKeyring fails where an entry is not of the server that its name says.
func (h *household) judgeKeyring(step string) {
	h.Helper()
	for _, service := range []string{keyring.ServiceSignIn, keyring.ServiceVault} {
		accounts, err := h.store.Accounts(h.Context(), service)
		if err != nil {
			return // it does not answer now
		}
		for _, account := range accounts {
			base, id, _ := strings.Cut(account, " ")
			at := slices.IndexFunc(h.servers, func(w *watchedServer) bool { return w.at(base) })
			secret, err := h.store.Get(h.Context(), service, account)
			if err != nil || at < 0 || !secret.Equal(h.servers[at].SecretOf(id)) {
				h.Fatalf("%s: %s has a wrong entry %s", step, service, account)
			}
		}
	}
}

// judgeFiles fails where a file has a secret, or a list has keys of two servers.
func (h *household) judgeFiles(step string) {
	h.Helper()
	files, err := filepath.Glob(filepath.Join(h.config.Dir, "*"))
	check.Must(h, err)
	for _, path := range files {
		raw, err := os.ReadFile(path)
		check.Must(h, err)
		content, bases := string(raw), 0
		for _, w := range h.servers {
			named := false
			for _, k := range w.Keys() {
				named = named || strings.Contains(content, k.ID)
				if strings.Contains(content, w.SecretOf(k.ID).Reveal()) {
					h.Fatalf("%s: %s has a secret", step, path)
				}
			}
			if named {
				bases++
			}
		}
		if strings.HasPrefix(filepath.Base(path), "list") && bases > 1 {
			h.Fatalf("%s: %s is a list of two accounts", step, path)
		}
	}
}
