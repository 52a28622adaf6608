package session

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"accesskeys/app/apptest"
	"accesskeys/app/apptest/check"
	"accesskeys/app/keyring"
	"accesskeys/app/keys"
	"accesskeys/app/secrets"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/demo"
)

// family is a computer with accounts at several servers.
type family struct {
	*testing.T
	config  programConfig
	store   *apptest.Store
	app     *program
	servers []*demo.Server
}

// newFamily signs in to as many servers, each as an account of its own. The last is open.
func newFamily(t *testing.T, servers int) (*family, *Session) {
	f := &family{T: t, store: apptest.NewStore()}
	f.config = programConfig{Dir: filepath.Join(t.TempDir(), "settings"), Store: f.store, Connector: NewConnector(client.Options{})}
	f.restart()
	var s *Session
	for range servers {
		server, err := demo.Start("", demo.Options{})
		check.Must(t, err)
		t.Cleanup(func() { _ = server.Close() })
		f.servers = append(f.servers, server)
		s = f.signIn(server)
	}
	return f, s
}

func (f *family) restart() { f.app = newProgram(f.config) }

// signIn adds an account, and keeps its list.
func (f *family) signIn(server *demo.Server) *Session {
	f.Helper()
	s, err := f.app.Sessions.SignInAs(f.Context(), "", server.URL(), server.Credentials())
	check.Must(f, err)
	check.Must(f, f.app.Sessions.Remember(f.Context(), s))
	check.Must(f, s.LoadKeys(f.Context()))
	check.Must(f, f.app.Sessions.KeepList(s))
	return s
}

func (f *family) account(i int) settings.Account {
	f.Helper()
	accounts := f.app.Settings.Get().Accounts
	at := slices.IndexFunc(accounts, func(a settings.Account) bool { return a.Endpoint.Base == f.servers[i].Base() })
	if at < 0 {
		f.Fatalf("account %d is not listed", i)
	}
	return accounts[at]
}

func (f *family) open(i int) *Session {
	f.Helper()
	id := f.account(i).ID
	_, err := f.app.Settings.Update(func(v *settings.Settings) { v.Open(id) }) // as the window does when it is chosen
	check.Must(f, err)
	s, err := f.app.Sessions.Open(f.Context(), id)
	check.Must(f, err)
	return s
}

// entry is the name that the keyring has the sign-in of an account under.
func (f *family) entry(i int) string {
	return keyring.ServiceSignIn + "/" + keyring.Account(f.servers[i].Base(), f.servers[i].Credentials().KeyID)
}

// entries are those names, sorted.
func (f *family) entries(accounts ...int) (all []string) {
	for _, i := range accounts {
		all = append(all, f.entry(i))
	}
	slices.Sort(all)
	return all
}

func (f *family) wantOf(s *Session, i int) {
	f.Helper()
	check.Equal(f, "base", s.Endpoint().Base, f.servers[i].Base())
	want := f.servers[i].Keys()
	got := s.Keys().All()
	check.Equal(f, "keys", len(got), len(want))
	for j := range got {
		check.Equal(f, "key", got[j].ID, want[j].ID)
	}
}

func TestEachAccountOpensWithItsOwnKeyAndList(t *testing.T) {
	f, _ := newFamily(t, 3)
	check.EqualSlices(t, "keyring", f.store.Names(), f.entries(0, 1, 2)...)
	for _, server := range f.servers {
		check.Must(t, server.Close()) // an account is opened without its server
	}
	for _, i := range []int{1, 0, 2, 0} {
		s := f.open(i)
		f.wantOf(s, i)
		check.Equal(t, "loaded", s.Keys().Loaded(), false)
		f.app.Sessions.Leave(s)
	}
	f.restart()                                  // as if it was killed
	s, err := f.app.Sessions.Resume(t.Context()) // the one that was open last
	check.Must(t, err)
	f.wantOf(s, 0)
	files, err := filepath.Glob(filepath.Join(f.config.Dir, "list*.json"))
	check.Must(t, err)
	check.Equal(t, "lists", len(files), 3)
}

func TestAccountWhoseEntryIsLostAsksAndOthersWork(t *testing.T) {
	f, _ := newFamily(t, 3)
	delete(f.store.Entries, f.entry(1))
	if _, err := f.app.Sessions.Open(t.Context(), f.account(1).ID); !errors.Is(err, keyring.ErrNotStored) {
		t.Errorf("got %v, want ErrNotStored", err)
	}
	check.Equal(t, "it is still listed and asks", f.account(1).SignedOut, true)
	f.app.Sessions.ForgetLeftovers(t.Context()) // which looks for what nothing names
	check.EqualSlices(t, "keyring", f.store.Names(), f.entries(0, 2)...)
	f.wantOf(f.open(0), 0)
	f.wantOf(f.signIn(f.servers[1]), 1)
	check.Equal(t, "it does not ask any more", f.account(1).SignedOut, false)
	check.Equal(t, "accounts", len(f.app.Settings.Get().Accounts), 3)
}

func TestAccountThatTheKeyringDoesNotGiveStays(t *testing.T) {
	f, _ := newFamily(t, 2)
	f.store.FailWith(&keyring.Error{Kind: keyring.Timeout})
	_, err := f.app.Sessions.Open(t.Context(), f.account(0).ID)
	check.Equal(t, "kind", keyring.KindOf(err), keyring.Timeout)
	f.store.FailWith(nil)
	check.Equal(t, "what the next start opens", f.app.Settings.Get().Current, f.account(1).ID)
	f.wantOf(f.open(0), 0)
}

func TestLoggingOutOfOneAccountLeavesTheOthersAndThePIN(t *testing.T) {
	f, s := newFamily(t, 3)
	check.Must(t, f.app.PIN.Set(client.Secret{}, client.NewSecret("1234"), s.Ended))
	check.Must(t, f.app.Sessions.LogOut(t.Context(), s, true))
	check.EqualSlices(t, "keyring", f.store.Names(), f.entries(0, 1)...)
	check.Equal(t, "PIN", f.app.PIN.IsSet(), true)
	check.Equal(t, "it asks", f.account(2).SignedOut, true)
	if _, err := os.Stat(filepath.Join(f.config.Dir, f.account(2).ListFile())); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("its list: %v, want that there is none", err)
	}
	f.restart()
	if _, err := f.app.Sessions.Resume(t.Context()); !errors.Is(err, keys.ErrSignedOut) {
		t.Errorf("got %v, want ErrSignedOut", err)
	}
	f.wantOf(f.open(1), 1)

	check.Must(t, f.app.Sessions.LogOutAll(t.Context(), f.open(0), true))
	check.EqualSlices(t, "keyring after all", f.store.Names())
	check.Equal(t, "PIN after all", f.app.PIN.IsSet(), false)
	check.Equal(t, "accounts are still listed", len(f.app.Settings.Get().Accounts), 3)
	lists, err := filepath.Glob(filepath.Join(f.config.Dir, "list*.json"))
	check.Must(t, err)
	check.EqualSlices(t, "lists", lists)
}

func TestAPromptThatWasDismissedIsNotShownAgainByALogOut(t *testing.T) {
	f, s := newFamily(t, 3)
	asked := 0
	f.store.Before = func(string, string) { asked++ }
	f.store.FailWith(&keyring.Error{Kind: keyring.Refused})
	check.Equal(t, "kind", keyring.KindOf(f.app.Sessions.LogOutAll(t.Context(), s, true)), keyring.Refused)
	check.Equal(t, "asked", asked, 1)
	f.store.Before = nil
	f.store.FailWith(nil)
	f.app.Sessions.ForgetLeftovers(t.Context())
	check.EqualSlices(t, "keyring after the next call", f.store.Names())
}

func TestRemovedAccountLeavesNothing(t *testing.T) {
	f, s := newFamily(t, 3)
	keep(t, s, f.servers[2].Credentials().KeyID)
	list := filepath.Join(f.config.Dir, f.account(2).ListFile())
	check.Must(t, f.app.Sessions.Remove(t.Context(), f.account(2).ID, s, true))
	check.EqualSlices(t, "keyring", f.store.Names(), f.entries(0, 1)...)
	check.Must(t, f.app.Sessions.Remove(t.Context(), f.account(0).ID, nil, true)) // one that is not open
	check.EqualSlices(t, "keyring", f.store.Names(), f.entry(1))
	if _, err := os.Stat(list); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("list: %v, want that there is none", err)
	}
	f.restart()
	check.Equal(t, "accounts", len(f.app.Settings.Get().Accounts), 1)
	check.Equal(t, "leftovers", len(f.app.Settings.Get().Forget), 0)
	f.wantOf(f.open(1), 1)
}

func TestSignInThatIsNotKeptIsListedAmongOthers(t *testing.T) {
	f, _ := newFamily(t, 1)
	server, err := demo.Start("", demo.Options{})
	check.Must(t, err)
	defer func() { _ = server.Close() }()
	f.servers = append(f.servers, server)
	s, err := f.app.Sessions.SignInAs(t.Context(), "", server.URL(), server.Credentials())
	check.Must(t, err)
	check.Must(t, f.app.Sessions.Forget(t.Context(), s, true))
	check.Equal(t, "it asks", f.account(1).SignedOut, true)
	check.EqualSlices(t, "keyring", f.store.Names(), f.entry(0))
	check.Equal(t, "what the next start opens", f.app.Settings.Get().Current, f.account(0).ID)
}

func TestWhatIsNotKnownOfChangesStaysWithTheAccount(t *testing.T) {
	f, s := newFamily(t, 2)
	id := victim(s)
	f.lose(1, s, id)
	f.app.Sessions.Leave(s)

	other := f.open(0)
	check.EqualSlices(t, "told of another account", f.told(other))
	f.app.Sessions.Leave(other)

	again := f.open(1)
	k, _ := again.Keys().Find(id)
	check.Equal(t, "pending", k.Pending, keys.OpDisable)
	check.EqualSlices(t, "told", f.told(again), keys.Resolved{ID: id, Op: keys.OpDisable, Result: keys.ResultDone, State: client.StateDisabled})
}

func TestLeftSessionAsksNothingMore(t *testing.T) {
	f, s := newFamily(t, 2)
	f.app.Sessions.Leave(s)
	signed := func() int { // of the sign-in, the server may note late what was given up
		return len(slices.DeleteFunc(f.servers[1].Requests(), func(r demo.Request) bool { return r.KeyID == "" }))
	}
	before := signed()
	check.Equal(t, "kind", client.KindOf(s.Keys().Load(t.Context())), client.KindLocked)
	check.Equal(t, "requests", signed(), before)
}

// The keyring may take its time, and the user may go on to another account meanwhile.
func TestSignInThatIsRememberedLateDoesNotTakeOver(t *testing.T) {
	f, _ := newFamily(t, 2)
	server, err := demo.Start("", demo.Options{})
	check.Must(t, err)
	defer func() { _ = server.Close() }()
	f.servers = append(f.servers, server)
	s, err := f.app.Sessions.SignInAs(t.Context(), "", server.URL(), server.Credentials())
	check.Must(t, err)
	f.store.Before = func(op, _ string) {
		if op == "set" {
			f.store.Before = nil
			f.app.Sessions.Leave(s)
			f.open(0)
		}
	}
	check.Must(t, f.app.Sessions.Remember(t.Context(), s))
	check.Equal(t, "what the next start opens", f.app.Settings.Get().Current, f.account(0).ID)
	check.EqualSlices(t, "keyring", f.store.Names(), f.entries(0, 1, 2)...)
	check.Equal(t, "base", f.open(2).Endpoint().Base, server.Base())
}

// So may it when the session goes on with another key.
func TestKeyThatTakesOverLateDoesNotOpenItsAccount(t *testing.T) {
	f, s := newFamily(t, 2)
	other := victim(s)
	f.store.Before = func(op, _ string) {
		if op == "set" {
			f.store.Before = nil
			f.app.Sessions.Leave(s)
			f.open(0)
		}
	}
	_, _, err := f.app.Sessions.Succeed(t.Context(), s, other)
	check.Equal(t, "left", errors.Is(err, keys.ErrSignedOut), true)
	check.Equal(t, "what the next start opens", f.app.Settings.Get().Current, f.account(0).ID)
	check.Equal(t, "key", f.account(1).KeyID, other)
}

// asKey is a back end that was signed in to with another key of another user.
type asKey struct {
	*apptest.Backend
	id string
}

func (b asKey) KeyID() string { return b.id }

// Two accounts may be at one server, where the vault is shared.
func TestForgettingSecretsLeavesThoseOfAnotherUserOfTheServer(t *testing.T) {
	for name, end := range map[string]func(*house, *Session, settings.Account) error{
		"logging out": func(h *house, s *Session, _ settings.Account) error {
			return h.app.Sessions.LogOut(t.Context(), s, true)
		},
		"removing": func(h *house, s *Session, a settings.Account) error {
			return h.app.Sessions.Remove(t.Context(), a.ID, s, true)
		},
		"removing while not open": func(h *house, _ *Session, a settings.Account) error {
			return h.app.Sessions.Remove(t.Context(), a.ID, nil, true)
		},
		"removing once logged out": func(h *house, s *Session, a settings.Account) error {
			_ = h.app.Sessions.LogOut(t.Context(), s, false)
			return h.app.Sessions.Remove(t.Context(), a.ID, nil, true)
		},
		"removing once the sign-in is lost": func(h *house, _ *Session, a settings.Account) error {
			h.store.FailWith(keyring.ErrNotStored)
			_, _ = h.app.Sessions.Open(t.Context(), a.ID)
			return h.app.Sessions.Remove(t.Context(), a.ID, nil, true)
		},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t)
			sessions := map[string]*Session{}
			for _, user := range []string{"AK1", "AK2"} {
				sessions[user] = h.signInAs(t, user)
			}
			a, _ := sessions["AK2"].Account(h.app.Settings.Get())
			h.store.FailWith(&keyring.Error{Kind: keyring.Timeout}) // and later, when it answers
			_ = end(h, sessions["AK2"], a)
			h.store.FailWith(nil)
			h.app.Sessions.ForgetLeftovers(t.Context())
			check.EqualSlices(t, "keyring", h.store.Names(), signInEntry, keyring.ServiceVault+"/http://server/api/v1 AK1x")
			check.Equal(t, "leftovers", len(h.app.Settings.Get().Forget), 0)
		})
	}
}

// signInAs adds an account of a user of the same server, who has shown a key's secret.
func (h *house) signInAs(t *testing.T, user string) *Session {
	t.Helper()
	b := apptest.NewBackend(user, user+"x")
	for i := range b.Keys {
		b.Keys[i].UserID = "user " + user
	}
	h.connector.backend = asKey{b, user}
	s, err := h.app.Sessions.SignInAs(t.Context(), "", "localhost:8000", pastedCreds)
	check.Must(t, err)
	check.Must(t, h.app.Sessions.Remember(t.Context(), s))
	check.Must(t, s.Keys().Load(t.Context()))
	keep(t, s, user+"x")
	check.Must(t, h.app.Sessions.KeepList(s))
	return s
}

// Without its list nothing says whose an account is.
func TestForgettingSecretsOfAnUnknownUserTellsOfWhatMayRemain(t *testing.T) {
	for name, before := range map[string]func(h *house, t *testing.T){
		"others of the server are listed alone": nil,
		"one is of no account": func(h *house, t *testing.T) {
			check.Must(t, h.app.Sessions.LogOut(t.Context(), h.signInAs(t, "AK3"), false))
		},
		"one is of nobody": func(h *house, t *testing.T) { // as earlier versions listed them
			check.Must(t, h.app.Sessions.NewVault("http://server/api/v1").Put(t.Context(), "AK3", apptest.SecretOf("AK3"), secrets.Entry{}, apptest.Always))
		},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t)
			if before != nil {
				before(h, t)
			}
			h.signInAs(t, "AK1")
			h.connector.backend = asKey{apptest.NewBackend("AK2"), "AK2"}
			s, err := h.app.Sessions.SignInAs(t.Context(), "", "localhost:8000", pastedCreds)
			check.Must(t, err)
			check.Must(t, h.app.Sessions.Remember(t.Context(), s))
			a, _ := s.Account(h.app.Settings.Get())
			err = h.app.Sessions.Remove(t.Context(), a.ID, s, true)
			check.Equal(t, "told", errors.Is(err, keys.ErrOwnerUnknown), before != nil)
			check.Equal(t, "leftovers", len(h.app.Settings.Get().Forget), 0)
		})
	}
}

func TestFirstStartInAnotherDirectoryDeletesNothing(t *testing.T) {
	f, _ := newFamily(t, 2)
	first := f.config.Dir
	f.config.Dir = filepath.Join(t.TempDir(), "another")
	f.restart()
	f.app.Sessions.ForgetLeftovers(t.Context())
	f.signIn(f.servers[0])
	f.config.Dir = first
	f.restart()
	check.EqualSlices(t, "keyring", f.store.Names(), f.entries(0, 1)...)
	f.wantOf(f.open(1), 1)
}
