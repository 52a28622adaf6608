package session

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"accesskeys/app/apptest/check"
	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/client/demo"
)

// pendingFile is what is on disk of what is not known of changes, "" for none.
func (f *family) pendingFile(name string) string {
	content, err := os.ReadFile(filepath.Join(f.config.Dir, name))
	if err != nil {
		return ""
	}
	return string(content)
}

// victim is a key of a session's list that is enabled.
func victim(s *Session) string {
	for _, k := range s.Keys().All() {
		if k.State == client.StateEnabled && !k.Own {
			return k.ID
		}
	}
	return ""
}

// lose has the answer to a change lost, which is carried out.
func (f *family) lose(i int, s *Session, id string) {
	f.Helper()
	f.servers[i].SetFaults(demo.Faults{Match: demo.On("PUT", ""), DropAfterHandling: true}, demo.Faults{Drop: true})
	check.Equal(f, "uncertain", keys.Uncertain(s.Keys().Do(f.Context(), keys.OpDisable, id)), true)
	f.servers[i].SetFaults()
}

// hold has the server hold a change of the first account. end lets it go and returns its error.
func (f *family) hold(s *Session) (id string, end func() error) {
	f.Helper()
	release, done := make(chan struct{}), make(chan error)
	f.servers[0].SetFaults(demo.Faults{Match: demo.On("PUT", ""), Hold: release})
	id = victim(s)
	go func() { done <- s.Keys().Do(f.Context(), keys.OpDisable, id) }()
	check.Must(f, f.servers[0].WaitFor(f.Context(), func(all []demo.Request) bool { return all[len(all)-1].Method == "PUT" }))
	return id, func() error {
		close(release)
		return <-done
	}
}

// told is what a session tells of changes that were not known, once its list is read.
func (f *family) told(s *Session) (told []keys.Resolved) {
	f.Helper()
	check.Must(f, s.Keys().Load(f.Context()))
	s.Keys().Resolved.SubscribeHeld(func(r keys.Resolved) { told = append(told, r) })
	return told
}

func TestChangeIsNotedOnDiskBeforeItIsAskedForUntilItIsKnown(t *testing.T) {
	f, s := newFamily(t, 1)
	id, end := f.hold(s)
	noted := f.pendingFile("pending.json")
	var file pendingFile
	check.Must(t, json.Unmarshal([]byte(noted), &file))
	check.Equal(t, "noted", file.SignIns[s.saved().Account()].Changes[id], keys.OpDisable)
	if strings.Contains(noted, f.servers[0].SecretOf(id).Reveal()) || strings.Contains(noted, f.servers[0].Credentials().Secret.Reveal()) {
		t.Error("there is a secret in the file")
	}
	check.Must(t, end())
	check.Equal(t, "noted once it is known", f.pendingFile("pending.json"), "")
	_, err := s.Keys().Reveal(t.Context(), id)
	check.Must(t, err)
	check.Equal(t, "noted of a secret", f.pendingFile("pending.json"), "")
}

func TestChangeThatEndsAfterItsSessionWasLeftIsNotAskedAboutLater(t *testing.T) {
	f, s := newFamily(t, 1)
	id, end := f.hold(s)
	f.app.Sessions.Leave(s)
	check.Equal(t, "noted of the key once its session is left", strings.Contains(f.pendingFile("pending.json"), id), true)
	check.Must(t, end())
	check.Equal(t, "noted once it is known", f.pendingFile("pending.json"), "")
}

func TestWhatIsNotKnownIsToldAtTheNextStart(t *testing.T) {
	f, s := newFamily(t, 2)
	id := victim(s)
	f.lose(1, s, id)
	check.Must(t, f.app.Sessions.Close(t.Context()))
	f.restart()
	check.EqualSlices(t, "told of another account", f.told(f.open(0)))
	check.EqualSlices(t, "told", f.told(f.open(1)), keys.Resolved{ID: id, Op: keys.OpDisable, Result: keys.ResultDone, State: client.StateDisabled})
	check.Equal(t, "noted then", f.pendingFile("pending.json"), "")
	f.restart()
	check.EqualSlices(t, "told again", f.told(f.open(1)))
}

func TestCreateThatIsNotKnownIsToldAtTheNextStart(t *testing.T) {
	f, s := newFamily(t, 1)
	var posted atomic.Bool
	post := func(method, _ string) bool { return method == "POST" && !posted.Swap(true) }
	f.servers[0].SetFaults(demo.Faults{Match: post, DropAfterHandling: true},
		demo.Faults{Match: func(string, string) bool { return posted.Load() }, Drop: true})
	_, err := s.Keys().Create(t.Context())
	check.Equal(t, "uncertain", keys.Uncertain(err), true)
	f.servers[0].SetFaults()
	all := f.servers[0].Keys()
	check.Must(t, f.app.Sessions.Close(t.Context()))
	f.restart()
	again := f.open(0)
	check.EqualSlices(t, "told", f.told(again), keys.Resolved{ID: all[len(all)-1].ID, Op: keys.OpCreate, Result: keys.ResultDone, State: client.StateEnabled})
	check.Equal(t, "noted then", f.pendingFile("pending.json"), "")
}

func TestWhatAnotherProcessAsksForIsItsOwn(t *testing.T) {
	f, s := newFamily(t, 1)
	id := victim(s)
	f.lose(0, s, id)
	first := f.app
	f.restart()
	second := f.open(0)
	check.EqualSlices(t, "told while the first lives", f.told(second))
	_, err := second.Keys().Reveal(t.Context(), id)
	check.Must(t, err)
	other := victim(second)
	f.lose(0, second, other)
	if f.pendingFile("pending.json") == "" || !strings.Contains(f.pendingFile("pending-2.json"), other) {
		t.Errorf("the files are %q and %q", f.pendingFile("pending.json"), f.pendingFile("pending-2.json"))
	}
	check.Must(t, first.Sessions.Close(t.Context()))
	check.Must(t, f.app.Sessions.Close(t.Context()))
	f.restart()
	third := f.open(0)
	check.Equal(t, "told once both have ended", len(f.told(third)), 2)
	check.Equal(t, "the files", f.pendingFile("pending.json")+f.pendingFile("pending-2.json"), "")
}

func TestFirstListWaitsForTheChangeThatAnotherProcessAsksFor(t *testing.T) {
	f, s := newFamily(t, 1)
	id, end := f.hold(s)
	first := f.app
	waiting := make(chan struct{})
	f.config.OnLog = func(message string) {
		if message == "waiting for the changes of another process" {
			close(waiting)
		}
	}
	f.restart()
	second := f.open(0)
	loaded := make(chan error)
	go func() { loaded <- second.LoadKeys(t.Context()) }()
	select {
	case <-waiting:
	case err := <-loaded:
		t.Fatal("the list did not wait:", err)
	}
	check.Must(t, end())
	check.Must(t, <-loaded)
	k, _ := second.Keys().Find(id)
	check.Equal(t, "state", k.State, client.StateDisabled)
	check.Must(t, first.Sessions.Close(t.Context()))
}

func TestWhatIsNotKnownGoesWithALogOutAndWithTime(t *testing.T) {
	f, s := newFamily(t, 1)
	f.lose(0, s, victim(s))
	check.Must(t, f.app.Sessions.LogOut(t.Context(), s, false))
	check.Equal(t, "noted after the log out", f.pendingFile("pending.json"), "")

	s = f.signIn(f.servers[0])
	f.lose(0, s, victim(s))
	check.Must(t, f.app.Sessions.Close(t.Context()))
	f.config.Now = func() time.Time { return time.Now().Add(pendingAge + time.Hour) }
	f.restart()
	check.EqualSlices(t, "told after weeks", f.told(f.open(0)))
	check.Equal(t, "noted then", f.pendingFile("pending.json"), "")
}

func TestKeyThatTakesOverTellsWhatTheOtherDidNotKnow(t *testing.T) {
	f, s := newFamily(t, 1)
	id := victim(s)
	f.lose(0, s, id)
	var next *Session
	for _, k := range s.Keys().All() {
		if k.State == client.StateEnabled && !k.Own && k.ID != id {
			var err error
			next, _, err = f.app.Sessions.Succeed(t.Context(), s, k.ID)
			check.Must(t, err)
			break
		}
	}
	f.app.Sessions.Leave(s)
	check.Must(t, f.app.Sessions.Close(t.Context()))
	f.restart()
	again := f.open(0)
	check.Equal(t, "signed in with", again.KeyID(), next.KeyID())
	check.EqualSlices(t, "told", f.told(again), keys.Resolved{ID: id, Op: keys.OpDisable, Result: keys.ResultDone, State: client.StateDisabled})
}

func TestPendingFileThatMakesNoSenseCountsAsNone(t *testing.T) {
	f, s := newFamily(t, 1)
	for _, content := range []string{"", "{", `{"version":2,"signIns":{"NAME":{"at":"NOW","changes":{"AK1":"delete"}}}}`,
		`{"version":1,"signIns":{"NAME":{"at":"NOW","changes":{"AK1":"reveal"}}}}`, `{"version":1,"signIns":{"NAME":{"at":"NOW","creates":{"count":0}}}}`} {
		check.Must(t, f.app.Sessions.Close(t.Context()))
		content = strings.NewReplacer("NAME", s.saved().Account(), "NOW", time.Now().UTC().Format(time.RFC3339)).Replace(content)
		check.Must(t, os.WriteFile(filepath.Join(f.config.Dir, "pending.json"), []byte(content), 0o600))
		f.restart()
		check.EqualSlices(t, "told of "+content, f.told(f.open(0)))
		check.Equal(t, "the file", f.pendingFile("pending.json"), "")
	}
}
