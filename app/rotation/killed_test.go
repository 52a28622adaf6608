//go:build !windows

package rotation

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"accesskeys/app/apptest/check"
	"accesskeys/app/history"
	"accesskeys/app/keycheck"
	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/client/demo"
)

// The environment of a helper process: this test's binary, which runs TestHelperProcess alone.
const (
	helperEnv = "ACCESSKEYS_TEST_HELPER" // the act that it does
	pathEnv   = "ACCESSKEYS_TEST_PATH"
	serverEnv = "ACCESSKEYS_TEST_SERVER"
	keyEnv    = "ACCESSKEYS_TEST_KEY"
	secretEnv = "ACCESSKEYS_TEST_SECRET"
	oldEnv    = "ACCESSKEYS_TEST_OLD"
)

// TestHelperProcess is what a helper process runs.
func TestHelperProcess(t *testing.T) {
	act := Act(os.Getenv(helperEnv))
	if act == "" {
		t.Skip("other tests run it")
	}
	g := guideOver(t, os.Getenv(serverEnv), os.Getenv(keyEnv), client.NewSecret(os.Getenv(secretEnv)), os.Getenv(pathEnv))
	check.Must(t, g.load(t.Context()))
	fmt.Println("ready")
	_, _ = bufio.NewReader(os.Stdin).ReadString('\n')
	if err := step(t.Context(), g, act, os.Getenv(oldEnv)); err != nil {
		t.Fatal(err)
	}
}

// guideOver is a start of the program.
func guideOver(t *testing.T, server, keyID string, secret client.Secret, path string) *Guide {
	t.Helper()
	b, err := client.SignIn(t.Context(), server, client.Credentials{KeyID: keyID, Secret: secret}, client.Options{})
	check.Must(t, err)
	log := slog.New(slog.DiscardHandler)
	list := keys.New(b, noVault{}, log, time.Now)
	return New(Options{
		File: Open(path, log), Keys: list, Now: time.Now, Check: keycheck.New(list, b, time.Now).Check,
		Pause: Pause, Record: func(history.Event) {},
		Move: func(ctx context.Context, _, _ keys.Ref) error {
			return check.Second(b.Version(ctx)) // a request to stop at
		},
	})
}

// actStart begins a replacement, and creates the new key.
const actStart Act = "start"

// step does one thing.
func step(ctx context.Context, g *Guide, a Act, old string) error {
	switch a {
	case actStart:
		return Starting(ctx, g, OrderSafe).Create(ctx, old, false)
	case ActCreate:
		return g.Create(ctx, old, false)
	case ActUse:
		s, _ := g.State(old)
		return g.Use(ctx, old, s.Candidates[0].ID)
	case ActPlaced, ActSetWait:
		for place := range 10_000 { // to be killed anywhere
			if err := g.Tick(ctx, old, fmt.Sprint("place ", place%3), place%2 == 0); err != nil {
				return err
			}
		}
		return nil
	case ActCheck:
		return g.CheckNew(ctx, old)
	case ActDisable:
		return g.Disable(ctx, old)
	case ActEnableOld:
		return g.EnableOld(ctx, old)
	case ActUndo:
		return g.Undo(ctx, leftOff(g, old))
	case ActDelete:
		return g.Delete(ctx, old)
	}
	return g.Finish(ctx, old)
}

// killings are the moments at which a process is killed, in the order of the steps: while a request waits to be carried out,
// or its answer to be sent.
var killings = []struct {
	act          Act
	method, path string
	carriedOut   bool
}{
	{actStart, http.MethodGet, "/accesskeys", false},
	{actStart, http.MethodGet, "/accesskeys", true},
	{ActCreate, http.MethodGet, "/accesskeys", false},
	{ActCreate, http.MethodPost, "/accesskeys", false},
	{ActCreate, http.MethodPost, "/accesskeys", true},
	{ActPlaced, "", "", false},
	{ActCheck, http.MethodGet, "", true},
	{ActDisable, http.MethodPut, "/disable", false},
	{ActDisable, http.MethodPut, "/disable", true},
	{ActSetWait, "", "", false},
	{ActEnableOld, http.MethodPut, "/enable", false},
	{ActEnableOld, http.MethodPut, "/enable", true},
	{ActUndo, http.MethodPut, "/enable", true},
	{ActDelete, http.MethodDelete, "", false},
	{ActDelete, http.MethodDelete, "", true},
	{ActFinish, http.MethodGet, "/version", false},
	{ActFinish, http.MethodGet, "/version", true},
}

// TestKilledAtEveryStep kills a process with SIGKILL once or twice at every step, and goes on each time.
func TestKilledAtEveryStep(t *testing.T) {
	for _, k := range killings {
		t.Run(fmt.Sprintf("%s %s%s carried out %v", k.act, k.method, k.path, k.carriedOut), func(t *testing.T) {
			d := newDesk(t)
			d.until(k.act)
			d.kill(k.act, k.method, k.path, k.carriedOut)
			d.oneIsOn()
			d.until("")
			made := len(d.server.Keys()) - d.keys
			check.Equal(t, "keys made", made, 1)
			check.Equal(t, "old", d.stateOf(d.old), client.StateDeleted)
			check.Equal(t, "new", d.server.Keys()[d.keys].State, client.StateEnabled)
		})
	}
}

// desk is a server, and where the program keeps its replacements.
type desk struct {
	*testing.T
	server *demo.Server
	path   string
	old    string
	keys   int // at the beginning
}

func newDesk(t *testing.T) *desk {
	server, err := demo.Start("", demo.Options{})
	check.Must(t, err)
	t.Cleanup(func() { _ = server.Close() })
	d := &desk{T: t, server: server, path: filepath.Join(t.TempDir(), "access-keys", "rotations.json"), keys: len(server.Keys())}
	for _, k := range server.Keys() {
		if k.State == client.StateEnabled && k.ID != server.Credentials().KeyID {
			d.old = k.ID
		}
	}
	return d
}

// until has a start of the program go on until an act is next, or to the end.
func (d *desk) until(stop Act) {
	d.Helper()
	own := d.server.Credentials()
	g := guideOver(d.T, d.server.URL(), own.KeyID, own.Secret, d.path)
	check.Must(d, g.load(d.Context()))
	if s, open := g.State(d.old); !open && stop != actStart && d.stateOf(d.old) == client.StateEnabled {
		check.Equal(d, "step", s.Step, "")
		check.Must(d, start(d.Context(), g, d.old, OrderSafe))
	}
	for {
		s, err := g.Look(d.Context(), d.old)
		if err != nil {
			check.Equal(d, "error", err, ErrElsewhere)
			return
		}
		a := s.Primary()
		if stop == ActSetWait && s.Step == StepWait || (stop == ActEnableOld || stop == ActUndo) && s.OldOff() || a == stop {
			return
		}
		switch a {
		case ActPlaced:
			check.Must(d, g.Placed(d.Context(), d.old))
			continue
		case ActLeave:
			if a = ActDelete; stop == a {
				return
			}
		case ActLook:
			check.Must(d, g.Create(d.Context(), d.old, true)) // the user says so
			continue
		}
		check.Must(d, step(d.Context(), g, a, d.old))
		d.oneIsOn()
	}
}

// kill has a process do something, and kills it at a moment of that.
func (d *desk) kill(a Act, method, path string, carriedOut bool) {
	d.Helper()
	self, err := os.Executable()
	check.Must(d, err)
	own := d.server.Credentials()
	cmd := exec.Command(self, "-test.run=^TestHelperProcess$", "-test.timeout=1m")
	cmd.Env = append(os.Environ(), helperEnv+"="+string(a), pathEnv+"="+d.path, serverEnv+"="+d.server.URL(),
		keyEnv+"="+own.KeyID, secretEnv+"="+own.Secret.Reveal(), oldEnv+"="+d.old)
	out, err := cmd.StdoutPipe()
	check.Must(d, err)
	in, err := cmd.StdinPipe()
	check.Must(d, err)
	begin := func() { _, _ = io.WriteString(in, "\n") }
	check.Must(d, cmd.Start())
	defer func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		d.server.SetFaults()
	}()
	said, _ := bufio.NewReader(out).ReadString('\n')
	if said != "ready\n" {
		rest, _ := io.ReadAll(out)
		d.Fatalf("the process says %q%s", said, rest)
	}
	if method+path == "" {
		begin()
		<-time.After(time.Duration(rand.IntN(30)) * time.Millisecond)
		return
	}
	d.await(begin, method, path, carriedOut)
}

// await has the process begin, and returns once it has a request wait.
func (d *desk) await(begin func(), method, path string, carriedOut bool) {
	d.Helper()
	f := demo.Faults{Match: demo.On(method, path)}
	if carriedOut {
		f.HoldAnswer = make(chan struct{})
	} else {
		f.Hold = make(chan struct{})
	}
	before := d.stateOf(d.old)
	keys := len(d.server.Keys())
	seen := len(d.server.Requests())
	d.server.SetFaults(f)
	begin()
	check.Must(d, d.server.WaitFor(d.Context(), func(all []demo.Request) bool {
		arrived := slices.ContainsFunc(all[seen:], func(r demo.Request) bool { return demo.On(method, path)(r.Method, r.Path) })
		done := !carriedOut || method == http.MethodGet || d.stateOf(d.old) != before || len(d.server.Keys()) > keys
		return arrived && done
	}))
}

func (d *desk) stateOf(id string) client.State {
	for _, k := range d.server.Keys() {
		if k.ID == id {
			return k.State
		}
	}
	return client.StateDeleted
}

// oneIsOn checks that the old key works, or the new one does.
func (d *desk) oneIsOn() {
	d.Helper()
	all := d.server.Keys()
	if d.stateOf(d.old) != client.StateEnabled && (len(all) == d.keys || all[d.keys].State != client.StateEnabled) {
		d.Error("no key works")
	}
}
