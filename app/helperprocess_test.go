//go:build linux

package app

import (
	"bufio"
	"fmt"
	"io"
	"log/slog"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"

	"accesskeys/app/apptest"
	"accesskeys/app/apptest/check"
	"accesskeys/app/keyring"
	"accesskeys/app/keys"
	"accesskeys/app/pin"
	"accesskeys/app/secrets"
	"accesskeys/app/session"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/client/route"
)

// The environment of a helper process: this test's binary, which runs TestHelperProcess alone.
const (
	helperEnv = "ACCESSKEYS_TEST_HELPER" // what it does, one of helperWork
	dirEnv    = "ACCESSKEYS_TEST_DIR"
	serverEnv = "ACCESSKEYS_TEST_SERVER"
	keyEnv    = "ACCESSKEYS_TEST_KEY"
	secretEnv = "ACCESSKEYS_TEST_SECRET"
	numberEnv = "ACCESSKEYS_TEST_NUMBER" // which of several it is
	countEnv  = "ACCESSKEYS_TEST_COUNT"
	opEnv     = "ACCESSKEYS_TEST_OPERATION"

	// roundsEnv is how often tests with processes of their own repeat what is left to chance.
	roundsEnv = "ACCESSKEYS_TEST_ROUNDS"
)

// helperWork is what a helper process does. prepare returns what is to be done once the test says so.
var helperWork = map[string]func(t *testing.T, a *App) (work func()){
	"remember": func(t *testing.T, a *App) func() {
		s := helperSignIn(t, a)
		return func() { check.Must(t, a.Sessions.Remember(t.Context(), s)) }
	},
	"log out": func(t *testing.T, a *App) func() {
		s, err := a.Sessions.Resume(t.Context())
		check.Must(t, err)
		return func() { check.Must(t, a.Sessions.LogOut(t.Context(), s, true)) }
	},
	"change settings": func(t *testing.T, a *App) func() {
		return func() {
			for i := range number(countEnv, 0) {
				server := fmt.Sprintf("https://%s%d.test", os.Getenv(numberEnv), i)
				a.Settings.SetServer(server, route.Network{Seconds: 20})
				check.Must(t, a.Settings.Save())
			}
		}
	},
	"store secrets": func(t *testing.T, a *App) func() {
		v := a.Sessions.NewVault("http://server/v1")
		return func() {
			for i := range number(countEnv, 0) {
				id := os.Getenv(numberEnv) + "-" + strconv.Itoa(i)
				check.Must(t, v.Put(t.Context(), id, apptest.SecretOf(id), secrets.Entry{}, apptest.Always))
			}
		}
	},
	"ask": func(t *testing.T, a *App) func() {
		s := helperSignIn(t, a)
		check.Must(t, s.LoadKeys(t.Context()))
		return func() {
			if op := keys.Operation(os.Getenv(opEnv)); op != keys.OpCreate {
				_ = s.Keys().Do(t.Context(), op, os.Getenv(numberEnv))
				return
			}
			_, _ = s.Keys().Create(t.Context())
		}
	},
	"wrong PIN": func(t *testing.T, a *App) func() {
		epoch := time.Unix(1e9, 0)
		a.PIN = pin.New(a.Settings, slog.New(slog.DiscardHandler), func() time.Time {
			return epoch.Add(time.Since(epoch) % (24 * time.Hour) * 20000)
		})
		return func() {
			for {
				err := a.PIN.Check(client.NewSecret("wrong"))
				if _, early := err.(*pin.DelayError); !early {
					check.Equal(t, "answer", err, pin.ErrWrong)
					return
				}
			}
		}
	},
}

// TestHelperProcess is what a helper process runs.
func TestHelperProcess(t *testing.T) {
	prepare := helperWork[os.Getenv(helperEnv)]
	if prepare == nil {
		t.Skip("other tests run it")
	}
	a := New(Config{Dir: os.Getenv(dirEnv), Store: keyring.New(keyring.Options{}), Connector: session.NewConnector(client.Options{})})
	work := prepare(t, a)
	fmt.Println("ready")
	_, _ = bufio.NewReader(os.Stdin).ReadString('\n')
	work()
	fmt.Println("done")
}

func helperSignIn(t *testing.T, a *App) *session.Session {
	s, err := a.Sessions.SignIn(t.Context(), os.Getenv(serverEnv),
		client.Credentials{KeyID: os.Getenv(keyEnv), Secret: client.NewSecret(os.Getenv(secretEnv))})
	check.Must(t, err)
	return s
}

// number is an environment variable's, or what it is without.
func number(name string, without int) int {
	if n, err := strconv.Atoi(os.Getenv(name)); err == nil {
		return n
	}
	return without
}

// helper is a helper process.
type helper struct {
	t   *testing.T
	cmd *exec.Cmd
	in  io.WriteCloser
	out *bufio.Reader
}

// startHelper starts a helper and waits until it is ready.
func startHelper(t *testing.T, work, dir string, env ...string) *helper {
	t.Helper()
	self, err := os.Executable()
	check.Must(t, err)
	h := &helper{t: t, cmd: exec.Command(self, "-test.run=^TestHelperProcess$", "-test.timeout=5m")}
	h.cmd.Env = append(append(os.Environ(), helperEnv+"="+work, dirEnv+"="+dir), env...)
	h.in, err = h.cmd.StdinPipe()
	check.Must(t, err)
	out, err := h.cmd.StdoutPipe()
	check.Must(t, err)
	h.out = bufio.NewReader(out)
	check.Must(t, h.cmd.Start())
	t.Cleanup(func() { _ = h.cmd.Process.Kill(); _ = h.cmd.Wait() })
	h.await("ready")
	return h
}

// await waits for a line.
func (h *helper) await(line string) {
	h.t.Helper()
	said, err := h.out.ReadString('\n')
	if said != line+"\n" {
		rest, _ := io.ReadAll(h.out)
		h.t.Fatalf("a helper says %q and not %q: %v\n%s", said, line, err, rest)
	}
}

// begin has it do its work.
func (h *helper) begin() { _, _ = io.WriteString(h.in, "\n") }

// finish waits until it is done.
func (h *helper) finish() {
	h.t.Helper()
	h.await("done")
	_, _ = io.Copy(io.Discard, h.out)
	if err := h.cmd.Wait(); err != nil {
		h.t.Error(err)
	}
}

// killAfter kills it some time after it has begun.
func (h *helper) killAfter(wait time.Duration) {
	h.begin()
	<-time.After(wait)
	_ = h.cmd.Process.Kill()
	_ = h.cmd.Wait()
}

// together has helpers do their work at the same time.
func together(helpers ...*helper) {
	for _, h := range helpers {
		h.begin()
	}
	for _, h := range helpers {
		h.finish()
	}
}

// keyringDesk is a session bus with a real keyring on it, and a server.
type keyringDesk struct {
	*testing.T
	conn    *dbus.Conn
	keyring *keyring.Keyring
	server  *demo.Server
}

func newKeyringDesk(t *testing.T) *keyringDesk {
	t.Helper()
	check.RequirePrograms(t, "dbus-daemon", "gnome-keyring-daemon")
	home := t.TempDir()
	for _, name := range []string{"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"} {
		t.Setenv(name, home)
	}
	t.Setenv("GNOME_KEYRING_CONTROL", "")
	t.Setenv("DISPLAY", "")
	d := &keyringDesk{T: t, conn: startBus(t).connect(), keyring: keyring.New(keyring.Options{})}
	check.StartKeyring(t, d.conn)
	server, err := demo.Start("", demo.Options{})
	check.Must(t, err)
	t.Cleanup(func() { _ = server.Close() })
	d.server = server
	return d
}

// open is a start of the application.
func (d *keyringDesk) open(dir string) *App {
	return New(Config{Dir: dir, Store: d.keyring, Connector: session.NewConnector(client.Options{})})
}

func (d *keyringDesk) signIn(a *App, id string) *session.Session {
	d.Helper()
	s, err := a.Sessions.SignIn(d.Context(), d.server.URL(), client.Credentials{KeyID: id, Secret: d.server.SecretOf(id)})
	check.Must(d, err)
	return s
}

// helper starts a helper that may sign in with a key.
func (d *keyringDesk) helper(work, dir, id string) *helper {
	d.Helper()
	return startHelper(d.T, work, dir, serverEnv+"="+d.server.URL(), keyEnv+"="+id, secretEnv+"="+d.server.SecretOf(id).Reveal())
}

// entries are the accounts that the keyring itself says it has for a service.
func (d *keyringDesk) entries(service string) []string {
	d.Helper()
	accounts, err := keyring.New(keyring.Options{}).Accounts(d.Context(), service)
	check.Must(d, err)
	return accounts
}

// moments returns when to kill a helper: at random, within the time that its work takes.
func moments(seed uint64, took time.Duration, n int) []time.Duration {
	r := rand.New(rand.NewPCG(seed, seed))
	all := make([]time.Duration, n)
	for i := range all {
		all[i] = time.Duration(r.Float64() * 1.2 * float64(took))
	}
	return all
}

// subdir is a directory for the application that is not there yet.
func subdir(t *testing.T, i int) string {
	return filepath.Join(t.TempDir(), strconv.Itoa(i), "access-keys")
}
