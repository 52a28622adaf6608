package session

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"accesskeys/app/apptest"
	"accesskeys/app/apptest/check"
	"accesskeys/app/keyring"
	"accesskeys/app/keys"
	"accesskeys/app/secrets"
	"accesskeys/app/secrets/secretstest"
	"accesskeys/client"
)

// computer is a user's computer with a server that is there or not, on which the program is started again and again.
type computer struct {
	*testing.T
	config  programConfig
	store   *apptest.Store
	backend *apptest.Backend
	now     time.Time
}

func newComputer(t *testing.T, ids ...string) *computer {
	d := &computer{T: t, store: apptest.NewStore(), backend: apptest.NewBackend(ids...), now: time.Date(2026, 11, 1, 12, 0, 0, 0, time.UTC)}
	d.config = programConfig{Dir: filepath.Join(t.TempDir(), "settings"), Store: d.store, Connector: &fakeConnector{backend: d.backend},
		Now: func() time.Time { return d.now }}
	return d
}

// signedIn is a first run of the program, which remembers the sign-in and keeps the list.
func (d *computer) signedIn() (*program, *Session) {
	d.Helper()
	a := newProgram(d.config)
	s, err := a.Sessions.SignIn(d.Context(), "server", client.Credentials{KeyID: "AK1", Secret: apptest.SecretOf("AK1")})
	check.Must(d, err)
	check.Must(d, a.Sessions.Remember(d.Context(), s))
	check.Must(d, s.Keys().Load(d.Context()))
	check.Must(d, a.Sessions.KeepList(s))
	return a, s
}

// restarted is another run of the program.
func (d *computer) restarted() (*program, *Session) {
	d.Helper()
	a := newProgram(d.config)
	s, err := a.Sessions.Resume(d.Context())
	check.Must(d, err)
	return a, s
}

func (d *computer) file() string { return filepath.Join(d.config.Dir, "list.json") }

func (d *computer) content() string {
	d.Helper()
	content, err := os.ReadFile(d.file())
	check.Must(d, err)
	return string(content)
}

func (d *computer) wantNoFile(when string) {
	d.Helper()
	if _, err := os.Stat(d.file()); !errors.Is(err, fs.ErrNotExist) {
		d.Errorf("%s: there is a list on disk (%v)", when, err)
	}
}

func (d *computer) wantListed(s *Session, ids ...string) {
	d.Helper()
	var got []string
	for _, k := range s.Keys().All() {
		got = append(got, k.ID)
	}
	check.EqualSlices(d, "listed", got, ids...)
}

func TestNextStartBeginsWithTheListThatWasKept(t *testing.T) {
	d := newComputer(t, "AK1", "AK2")
	d.backend.Keys[1] = client.AccessKey{ID: "AK2", UserID: "me", State: "frozen", CreatedAt: d.now.Add(-time.Hour),
		UpdatedAt: d.now.Add(-time.Minute), ValidUntil: d.now.Add(time.Hour),
		Unread: client.UnreadDates{DeletedAt: "last spring"}}
	d.signedIn()
	read := d.now
	d.now = d.now.Add(20 * time.Hour)
	d.backend.Fail["list"] = &client.Error{Kind: client.KindUnreachable}

	_, s := d.restarted()
	d.wantListed(s, "AK1", "AK2")
	k, _ := s.Keys().Find("AK2")
	check.Equal(t, "the key is as it was", k.AccessKey == d.backend.Keys[1], true)
	own, _ := s.Keys().Find("AK1")
	check.Equal(t, "own", own.Own, true)
	fresh := s.Keys().Freshness()
	check.Equal(t, "read at", fresh.ReadAt.Equal(read), true)
	check.Equal(t, "listed", fresh.Listed(), true)
	check.Equal(t, "loaded", s.Keys().Loaded(), false)
	check.Equal(t, "read-only", fresh.ReadOnly(), true)
	check.Equal(t, "offline before the first attempt", fresh.Offline(), false)

	check.Equal(t, "kind", client.KindOf(s.Keys().Load(t.Context())), client.KindUnreachable)
	d.wantListed(s, "AK1", "AK2")
	check.Equal(t, "offline", s.Keys().Freshness().Offline(), true)
	delete(d.backend.Fail, "list")
	check.Must(t, s.Keys().Load(t.Context()))
	fresh = s.Keys().Freshness()
	check.Equal(t, "read-only afterwards", fresh.ReadOnly(), false)
	check.Equal(t, "read at", fresh.ReadAt.Equal(d.now), true)
}

func TestKeptListHoldsNoSecret(t *testing.T) {
	d := newComputer(t, "AK1", "AK2")
	d.signedIn()
	content := d.content()
	for _, id := range []string{"AK1", "AK2"} {
		check.Equal(t, "names "+id, strings.Contains(content, id), true)
		check.Equal(t, "holds the secret of "+id, strings.Contains(content, apptest.SecretOf(id).Reveal()), false)
	}
}

func TestListIsKeptOnlyWhereTheSignInIs(t *testing.T) {
	load := func(d *computer, a *program) *Session {
		s, err := a.Sessions.SignIn(t.Context(), "server", client.Credentials{KeyID: "AK1", Secret: apptest.SecretOf("AK1")})
		check.Must(t, err)
		check.Must(t, s.Keys().Load(t.Context()))
		return s
	}
	t.Run("not remembered", func(t *testing.T) {
		d := newComputer(t, "AK1")
		a := newProgram(d.config)
		check.Must(t, a.Sessions.KeepList(load(d, a)))
		d.wantNoFile("not remembered")
	})
	t.Run("ephemeral", func(t *testing.T) {
		d := newComputer(t, "AK1")
		d.config.Ephemeral = true
		a := newProgram(d.config)
		s := load(d, a)
		check.Must(t, a.Sessions.Remember(t.Context(), s))
		check.Must(t, a.Sessions.KeepList(s))
		d.wantNoFile("ephemeral")
	})
	t.Run("logged out", func(t *testing.T) {
		d := newComputer(t, "AK1")
		a, s := d.signedIn()
		check.Must(t, a.Sessions.LogOut(t.Context(), s, false))
		d.wantNoFile("after logging out")
		check.Must(t, s.Keys().Load(t.Context()))
		check.Must(t, a.Sessions.KeepList(s))
		d.wantNoFile("after a list that came late")
	})
	t.Run("logged out while locked at the start", func(t *testing.T) {
		d := newComputer(t, "AK1")
		d.signedIn()
		check.Must(t, newProgram(d.config).Sessions.LogOutAll(t.Context(), nil, false))
		d.wantNoFile("after logging out")
	})
	t.Run("logged out by another process", func(t *testing.T) {
		d := newComputer(t, "AK1")
		a, s := d.signedIn()
		other, same := d.restarted()
		check.Must(t, other.Sessions.LogOut(t.Context(), same, false))
		d.now = d.now.Add(time.Hour)
		check.Must(t, s.Keys().Load(t.Context()))
		check.Must(t, a.Sessions.KeepList(s))
		d.wantNoFile("after the other's log-out")
	})
	t.Run("not to be remembered any more", func(t *testing.T) {
		d := newComputer(t, "AK1")
		a, _ := d.signedIn()
		check.Must(t, a.Sessions.Forget(t.Context(), load(d, a), true))
		d.wantNoFile("forgotten")
	})
	t.Run("the keyring no longer has it", func(t *testing.T) {
		d := newComputer(t, "AK1")
		d.signedIn()
		clear(d.store.Entries)
		if _, err := newProgram(d.config).Sessions.Resume(t.Context()); !errors.Is(err, keyring.ErrNotStored) {
			t.Fatal(err)
		}
		d.wantNoFile("not in the keyring")
	})
	t.Run("another key took its place", func(t *testing.T) {
		d := newComputer(t, "AK1")
		a, before := d.signedIn()
		d.config.Connector.(*fakeConnector).backend = asAK9{d.backend}
		s, err := a.Sessions.SignIn(t.Context(), "server", client.Credentials{KeyID: "AK9", Secret: apptest.SecretOf("AK9")})
		check.Must(t, err)
		check.Must(t, a.Sessions.Remember(t.Context(), s))
		d.wantNoFile("before the other's list")
		d.now = d.now.Add(time.Hour)
		check.Must(t, before.Keys().Load(t.Context()))
		check.Must(t, a.Sessions.KeepList(before))
		d.wantNoFile("the list of the key before")
	})
}

// asAK9 is a back end that is signed in with another key.
type asAK9 struct{ *apptest.Backend }

func (asAK9) KeyID() string { return "AK9" }

func TestKeptListOfNoUseCountsAsNone(t *testing.T) {
	list := func(head, keys string) string {
		return `{"version":VERSION,"base":"http://server/api/v1","keyId":"AK1","readAt":"2026-11-01T11:00:00Z",` + head + `"keys":{` + keys + `}}`
	}
	for name, content := range map[string]string{
		"no JSON":          "{",
		"other JSON":       "[]",
		"another version":  list(`"version":99,`, `"id":"AK1"`), // the last of two values counts
		"another server":   list(`"base":"http://other/api/v1",`, `"id":"AK1"`),
		"another key":      list(`"keyId":"AK2",`, `"id":"AK1"`),
		"from the future":  list(`"readAt":"2026-11-01T13:00:00Z",`, `"id":"AK1"`),
		"the same twice":   list("", `"id":"AK1\nAK1"`),
		"a path for an ID": list("", `"id":"../AK1"`),
		"a long state":     list("", `"id":"AK1","state":"`+strings.Repeat("x", 1<<20)+`"`),
		"a user of lines":  list("", `"id":"AK1","user":"a\nb"`),
		"without an ID":    list("", `"id":"AK1\n"`),
		"half a column":    list("", `"id":"AK1\nAK2","state":"enabled"`),
		"a date of words":  list("", `"id":"AK1","created":"spring"`),
		"a date too many":  list("", `"id":"AK1","unread":{"1":{"created":"x"}}`),
		"of use":           list("", `"id":"AK1"`),
	} {
		t.Run(name, func(t *testing.T) {
			d := newComputer(t, "AK1", "AK2")
			d.signedIn()
			version := regexp.MustCompile(`"version":(\d+)`).FindStringSubmatch(d.content())[1]
			check.Must(t, os.WriteFile(d.file(), []byte(strings.Replace(content, "VERSION", version, 1)), 0o600))
			a, s := d.restarted()
			check.Equal(t, "listed", s.Keys().Freshness().Listed(), name == "of use")
			check.Equal(t, "keys", s.Keys().Count() > 0, name == "of use")
			check.Must(t, s.Keys().Load(t.Context()))
			d.now = d.now.Add(keepAge)
			check.Must(t, a.Sessions.KeepList(s))
			_, s = d.restarted()
			d.wantListed(s, "AK1", "AK2")
		})
	}
}

// The next start tells how old the list is. But the disk is spared: an unchanged list is written again only when it was read
// some seconds later, a long one some minutes.
func TestListIsWrittenWhenThatIsWorthIt(t *testing.T) {
	long := []string{"AK1", "AK2"}
	for len(long) <= longList {
		long = append(long, fmt.Sprintf("AK%d", len(long)+1))
	}
	for age, ids := range map[time.Duration][]string{keepAge: long[:2], keepAgeLong: long} {
		testWhenListIsWritten(t, age, ids...)
	}
}

func testWhenListIsWritten(t *testing.T, age time.Duration, ids ...string) {
	d := newComputer(t, ids...)
	a, s := d.signedIn()
	again := func() (written bool) {
		t.Helper()
		check.Must(t, os.Remove(d.file()))
		check.Must(t, s.Keys().Load(t.Context()))
		check.Must(t, a.Sessions.KeepList(s))
		_, err := os.Stat(d.file())
		if err != nil {
			check.Must(t, os.WriteFile(d.file(), nil, 0o600))
		}
		return err == nil
	}
	d.now = d.now.Add(age - time.Second)
	check.Equal(t, "soon after", again(), false)
	d.now = d.now.Add(time.Second)
	check.Equal(t, "later", again(), true)
	d.backend.Change("AK2", d.now, client.Secret{})
	check.Equal(t, "changed", again(), true)
	check.Must(t, s.Keys().Do(t.Context(), keys.OpDisable, "AK2"))
	check.Equal(t, "disabled here", again(), true)
	check.Equal(t, "and that is all", again(), false)
	d.now = d.now.Add(-8 * time.Hour)
	check.Equal(t, "after the clock was set back", again(), true)
}

// Neither is it written at each of several starts.
func TestListThatWasKeptIsNotWrittenAgainAtTheStart(t *testing.T) {
	for after, written := range map[time.Duration]bool{keepAge / 2: false, keepAge: true} {
		d := newComputer(t, "AK1", "AK2")
		d.signedIn()
		before := d.content()
		d.now = d.now.Add(after)
		a, s := d.restarted()
		check.Must(t, s.Keys().Load(t.Context()))
		check.Must(t, a.Sessions.KeepList(s))
		check.Equal(t, "written after "+after.String(), d.content() != before, written)
	}
}

func TestOlderListNeverReplacesAYoungerOnDisk(t *testing.T) {
	d := newComputer(t, "AK1")
	a, s := d.signedIn()
	d.now = d.now.Add(keepAge)
	check.Must(t, s.Keys().Load(t.Context()))
	older := d.now

	d.now = d.now.Add(time.Hour)
	other, same := d.restarted()
	check.Must(t, same.Keys().Load(t.Context()))
	check.Must(t, other.Sessions.KeepList(same))
	check.Must(t, a.Sessions.KeepList(s)) // read an hour before
	_, s = d.restarted()
	if got := s.Keys().Freshness().ReadAt; !got.After(older) {
		t.Errorf("the list on disk is of %s", got)
	}
}

// A list of yesterday forgets nothing, one of today does.
func TestSecretIsPrunedOnceTheListIsRead(t *testing.T) {
	d := newComputer(t, "AK1")
	_, s := d.signedIn()
	check.Must(t, s.vault.Put(t.Context(), "AK2", apptest.SecretOf("AK2"), secrets.Entry{Stamp: secrets.StampOf(time.Now(), time.Now()), User: "user of AK1"}, apptest.Always))
	_, s = d.restarted()
	check.EqualSlices(t, "in the vault", secretstest.IDs(t, s.vault), "AK2")
	check.Must(t, s.Keys().Load(t.Context()))
	check.EqualSlices(t, "in the vault once the list is read", secretstest.IDs(t, s.vault))
}

// Another process may write its list at the moment of logging out here.
func TestListWithoutASignInIsRemoved(t *testing.T) {
	d := newComputer(t, "AK1")
	a, s := d.signedIn()
	left := d.content()
	check.Must(t, a.Sessions.LogOut(t.Context(), s, false))
	check.Must(t, os.WriteFile(d.file(), []byte(left), 0o600))
	if _, err := newProgram(d.config).Sessions.Resume(t.Context()); !errors.Is(err, keys.ErrSignedOut) {
		t.Errorf("got %v, want ErrSignedOut", err)
	}
	d.wantNoFile("at the next start")
}

func TestKeepingAtOnceWithLoggingOutLeavesNothing(t *testing.T) {
	for range 20 {
		d := newComputer(t, "AK1")
		a, s := d.signedIn()
		d.now = d.now.Add(time.Hour)
		check.Must(t, s.Keys().Load(t.Context()))
		var both sync.WaitGroup
		both.Go(func() { _ = a.Sessions.KeepList(s) })
		both.Go(func() { _ = a.Sessions.LogOut(t.Context(), s, false) })
		both.Wait()
		d.wantNoFile("after both")
	}
}

func TestAttemptsThatFailAreDatedFromTheFirst(t *testing.T) {
	d := newComputer(t, "AK1")
	_, s := d.signedIn()
	k := s.Keys()
	first := d.now.Add(time.Minute)
	for _, kind := range []client.Kind{client.KindUnreachable, client.KindServer} {
		d.now = d.now.Add(time.Minute)
		d.backend.Fail["list"] = &client.Error{Kind: kind}
		check.Equal(t, "kind", client.KindOf(k.Load(t.Context())), kind)
		check.Equal(t, "why", client.KindOf(k.Freshness().Failure), kind)
		check.Equal(t, "since", k.Freshness().FailedSince.Equal(first), true)
	}
	for _, said := range []error{&client.Error{Kind: client.KindLocked}, context.Canceled} {
		d.backend.Fail["list"] = said // nobody was asked
		_ = k.Load(t.Context())
		check.Equal(t, "why", client.KindOf(k.Freshness().Failure), client.KindServer)
	}
	delete(d.backend.Fail, "list")
	check.Must(t, k.Load(t.Context()))
	check.Equal(t, "offline", k.Freshness().Offline(), false)
	check.Equal(t, "failure", k.Freshness().Failure, nil)
}
