package keycheck_test

import (
	"context"
	"errors"
	"log/slog"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"accesskeys/app/apptest"
	"accesskeys/app/apptest/check"
	"accesskeys/app/keycheck"
	"accesskeys/app/keys"
	"accesskeys/app/secrets"
	"accesskeys/client"
	"accesskeys/client/demo"
)

// fixture is the checker of a session with a demo back end.
type fixture struct {
	*testing.T
	server  *demo.Server
	client  *client.Client
	store   *apptest.Store
	vault   *secrets.Vault
	keys    *keys.Keys
	checker *keycheck.Checker
	now     time.Time
}

func start(t *testing.T) *fixture {
	t.Helper()
	server, err := demo.Start("", demo.Options{})
	check.Must(t, err)
	t.Cleanup(func() { _ = server.Close() })
	// Without signing in, of which the server may note a request late that was given up: tests look at all that it was asked.
	c, err := client.Resume(client.Endpoint{Base: server.Base(), TokenFormat: client.FormatSlash}, server.Credentials(), client.Options{})
	check.Must(t, err)
	return startWith(t, server, c, c)
}

func startWith(t *testing.T, server *demo.Server, c *client.Client, b keys.Backend) *fixture {
	t.Helper()
	log := slog.New(slog.DiscardHandler)
	f := &fixture{T: t, server: server, client: c, store: apptest.NewStore(), now: time.Unix(1_800_000_000, 0)}
	f.vault = secrets.NewVault(f.store, secrets.OpenIndex(filepath.Join(t.TempDir(), "vault.json"), log), c.Endpoint().Base)
	f.keys = keys.New(b, f.vault, log, time.Now)
	check.Must(t, f.keys.Load(t.Context()))
	f.checker = keycheck.New(f.keys, c, func() time.Time { return f.now })
	return f
}

// other is the ID of a key in a state that is not the one signed in with.
func (f *fixture) other(state client.State) string {
	f.Helper()
	for _, k := range f.keys.All() {
		if k.State == state && !k.Own {
			return k.ID
		}
	}
	f.Fatalf("no other key is %s", state)
	return ""
}

// asked is what the server was asked since, by which key.
func (f *fixture) asked(since int) (signed []string) {
	for _, r := range f.server.Requests()[since:] {
		signed = append(signed, strings.TrimPrefix(r.Path, "/api/v1/management/accesskeys/")+" by "+r.KeyID)
	}
	return signed
}

func TestCheckTellsWhetherTheServerAcceptsAKey(t *testing.T) {
	type result struct {
		kind  keycheck.Kind
		state client.State
	}
	for name, tt := range map[string]struct {
		of    client.State
		given func(f *fixture, id string)
		want  result
	}{
		"enabled":  {client.StateEnabled, nil, result{keycheck.Accepted, client.StateEnabled}},
		"disabled": {client.StateDisabled, nil, result{keycheck.RefusedInactive, client.StateDisabled}},
		"expired":  {client.StateExpired, nil, result{keycheck.RefusedInactive, client.StateExpired}},
		"still accepted although disabled": {client.StateDisabled,
			func(f *fixture, _ string) { f.server.SetLenient(true) }, result{keycheck.AcceptedInactive, client.StateDisabled}},
		"disabled elsewhere since the list": {client.StateEnabled,
			func(f *fixture, id string) { check.Must(f, f.client.Disable(f.Context(), id)) }, result{keycheck.RefusedInactive, client.StateDisabled}},
		"enabled elsewhere since the list": {client.StateDisabled,
			func(f *fixture, id string) { check.Must(f, f.client.Enable(f.Context(), id)) }, result{keycheck.Accepted, client.StateEnabled}},
		"another secret": {client.StateEnabled,
			func(f *fixture, id string) { f.keep(id, "another secret") }, result{keycheck.Refused, client.StateEnabled}},
		"forbidden": {client.StateEnabled,
			func(f *fixture, id string) { f.keep(id, ""); f.fault(id, demo.Faults{Status: 403}) }, result{keycheck.Refused, client.StateEnabled}},
		"clock": {client.StateEnabled,
			func(f *fixture, id string) { f.keep(id, ""); f.fault(id, demo.Faults{ClockOffset: 48 * time.Hour}) }, result{keycheck.ClockDiffers, client.StateEnabled}},
		"page": {client.StateEnabled,
			func(f *fixture, id string) { f.keep(id, ""); f.fault(id, demo.Faults{HTML: true}) }, result{keycheck.Unanswered, client.StateEnabled}},
		"other JSON": {client.StateEnabled,
			func(f *fixture, id string) { f.keep(id, ""); f.fault(id, demo.Faults{Malformed: true}) }, result{keycheck.Unanswered, client.StateEnabled}},
		"not found": {client.StateEnabled,
			func(f *fixture, id string) { f.keep(id, ""); f.fault(id, demo.Faults{Status: 404}) }, result{keycheck.Unanswered, client.StateEnabled}},
		"not reached": {client.StateEnabled,
			func(f *fixture, id string) { f.keep(id, ""); check.Must(f, f.server.Close()) }, result{keycheck.Unanswered, client.StateEnabled}},
		"secret not reached": {client.StateEnabled,
			func(f *fixture, id string) { check.Must(f, f.server.Close()) }, result{keycheck.Unanswered, client.StateEnabled}},
		"deleted": {client.StateDeleted, nil, result{keycheck.NoSecret, client.StateDeleted}},
		"deleted elsewhere since the list": {client.StateEnabled,
			func(f *fixture, id string) { check.Must(f, f.client.Delete(f.Context(), id)) }, result{keycheck.NoSecret, client.StateEnabled}},
	} {
		t.Run(name, func(t *testing.T) {
			f := start(t)
			id := f.other(tt.of)
			if tt.given != nil {
				tt.given(f, id)
			}
			got := f.checker.Check(t.Context(), id)
			check.Equal(t, "result", result{got.Kind, got.State}, tt.want)
			check.Equal(t, "key", got.KeyID, id)
			check.Equal(t, "time", got.At, f.now)
			accepted := got.Kind == keycheck.Accepted || got.Kind == keycheck.AcceptedInactive
			check.Equal(t, "no error", got.Err == nil, accepted)
		})
	}
}

// keep has the vault keep a secret for a key, "" meaning its own.
func (f *fixture) keep(id, secret string) {
	s := client.NewSecret(secret)
	if secret == "" {
		s = f.server.SecretOf(id)
	}
	check.Must(f, f.vault.Put(f.Context(), id, s, secrets.Entry{Stamp: secrets.StampOf(time.Now())}, apptest.Always))
}

// fault has the server misbehave when it is asked for a key once more, which is by that key where its secret is kept.
func (f *fixture) fault(id string, faults demo.Faults) {
	faults.Match, faults.Times = demo.On("GET", "/"+id), 1
	f.server.SetFaults(faults)
}

// What is known of the server is said of a secret that it is not asked for.
func TestCheckOfflineSaysWhyTheServerIsNotAsked(t *testing.T) {
	for status, want := range map[int]client.Kind{503: client.KindServer, 404: ""} {
		f := start(t)
		f.server.SetFaults(demo.Faults{Status: status})
		if err := f.keys.Load(t.Context()); err == nil {
			t.Fatal("the list is read")
		}
		got := f.checker.Check(t.Context(), f.other(client.StateEnabled))
		check.Equal(t, "kind", got.Kind, keycheck.Unanswered)
		check.Equal(t, "error", client.KindOf(got.Err), want)
	}
}

func TestCheckSignsWithTheKeyItself(t *testing.T) {
	f := start(t)
	own, id := f.client.KeyID(), f.other(client.StateEnabled)
	before := len(f.server.Requests())
	f.checker.Check(t.Context(), id)
	check.EqualSlices(t, "from the server", f.asked(before), id+" by "+own, id+" by "+id, id+" by "+own)
	f.keep(id, "")
	before = len(f.server.Requests())
	f.checker.Check(t.Context(), id)
	check.EqualSlices(t, "from the vault", f.asked(before), id+" by "+id, id+" by "+own)
}

// TestCheckAgainIsAccepted shows a fresh nonce each time: the back end takes none twice.
func TestCheckAgainIsAccepted(t *testing.T) {
	f := start(t)
	id := f.other(client.StateEnabled)
	for range 3 {
		check.Equal(t, "kind", f.checker.Check(t.Context(), id).Kind, keycheck.Accepted)
	}
}

func TestCheckKeepsNoSecret(t *testing.T) {
	f := start(t)
	f.checker.Check(t.Context(), f.other(client.StateEnabled))
	check.EqualSlices(t, "keyring", f.store.Names())
}

func TestCheckOfTheOwnKeyLeavesTheSessionSignedIn(t *testing.T) {
	f := start(t)
	check.Equal(t, "kind", f.checker.Check(t.Context(), f.client.KeyID()).Kind, keycheck.Accepted)
	check.Must(t, f.keys.Load(t.Context()))
}

func TestCheckStops(t *testing.T) {
	f := start(t)
	id := f.other(client.StateEnabled)
	f.keep(id, "")
	ctx, stop := context.WithCancel(t.Context())
	f.server.SetFaults(demo.Faults{Hold: t.Context().Done(), Match: demo.On("GET", "/"+id)})
	go func() {
		_ = f.server.WaitFor(t.Context(), func(r []demo.Request) bool { return strings.HasSuffix(r[len(r)-1].Path, id) })
		stop()
	}()
	got := f.checker.Check(ctx, id)
	check.Equal(t, "kind", got.Kind, keycheck.Unanswered)
	check.Equal(t, "cancelled", errors.Is(got.Err, context.Canceled), true)
}

// masking is a back end that shows no secrets.
type masking struct{ *client.Client }

func (masking) Get(context.Context, string) (client.AccessKey, client.Secret, error) {
	return client.AccessKey{}, client.Secret{}, &client.Error{Kind: client.KindMasked}
}

func TestCheckWithoutSecret(t *testing.T) {
	f := start(t)
	f = startWith(t, f.server, f.client, masking{f.client})
	got := f.checker.Check(t.Context(), f.other(client.StateEnabled))
	check.Equal(t, "kind", got.Kind, keycheck.NoSecret)
}

// foreign is a list whose keys are said to be another user's than the server says when it is asked for one.
type foreign struct{ *client.Client }

func (b foreign) List(ctx context.Context) (client.Listing, error) {
	list, err := b.Client.List(ctx)
	for i := range list.Keys {
		list.Keys[i].UserID = "somebody else"
	}
	return list, err
}

func TestAnswerAboutAnotherUsersKeyIsNone(t *testing.T) {
	f := start(t)
	f = startWith(t, f.server, f.client, foreign{f.client})
	got := f.checker.Check(t.Context(), f.other(client.StateEnabled))
	check.Equal(t, "kind", got.Kind, keycheck.Unanswered)
	check.Equal(t, "error", client.KindOf(got.Err), client.KindMalformed)
}

func TestKeyIsNotBusyWhileItIsChecked(t *testing.T) {
	f := start(t)
	id := f.other(client.StateEnabled)
	arrived, release := make(chan struct{}), make(chan struct{})
	f.server.SetFaults(demo.Faults{Times: 1, Hold: release, Match: func(method, path string) bool {
		reads := demo.On("GET", "/"+id)(method, path)
		if reads {
			close(arrived)
		}
		return reads
	}})
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan keycheck.Result, 1)
	go func() { done <- f.checker.Check(ctx, id) }()
	<-arrived
	check.Must(t, f.keys.Do(t.Context(), keys.OpDisable, id))
	stop()
	if r := <-done; !errors.Is(r.Err, context.Canceled) {
		t.Errorf("the check ends with %v", r.Err)
	}
	close(release)
}
