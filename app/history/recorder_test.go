package history

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"accesskeys/app/apptest/check"
	"accesskeys/app/keys"
	"accesskeys/app/store"
	"accesskeys/client"
)

const base = "https://server.example/api/v1"

// desk is a recorder with a fake clock.
type desk struct {
	*Recorder
	t    *testing.T
	path string
	now  time.Time
	off  bool
}

func newDesk(t *testing.T, path string) *desk {
	t.Helper()
	d := &desk{t: t, path: path, now: time.Date(2026, 11, 1, 12, 0, 0, 0, time.UTC)}
	d.Recorder = New(Options{Path: path, On: func() bool { return !d.off }, Version: "1.2.3",
		Now: func() time.Time { return d.now }, Logger: slog.New(slog.DiscardHandler)})
	return d
}

func atPath(t *testing.T) *desk {
	t.Helper()
	return newDesk(t, filepath.Join(t.TempDir(), "history.jsonl"))
}

// did records an action on a key, a second after the previous one.
func (d *desk) did(a Action, id string) {
	d.now = d.now.Add(time.Second)
	d.Record(About(keys.Ref{Base: base, User: "u", KeyID: id}, a))
}

func (d *desk) flush() {
	d.t.Helper()
	check.Must(d.t, d.Flush(d.t.Context()))
}

// all returns all events, the oldest first.
func (d *desk) all() (events []Event) {
	d.t.Helper()
	check.Must(d.t, check.Second(d.ReadSince(d.t.Context(), Mark{}, func(chunk []Event) bool {
		events = append(events, chunk...)
		return true
	})))
	slices.Reverse(events)
	return events
}

func (d *desk) brief() (all []string) {
	for _, e := range d.all() {
		all = append(all, strings.TrimRight(fmt.Sprintf("%s %s %s %s", e.Action, e.KeyID, e.Outcome, e.Kind), " "))
	}
	return all
}

func TestWhatWasRecordedIsRead(t *testing.T) {
	for name, d := range map[string]*desk{"file": atPath(t), "memory": newDesk(t, "")} {
		t.Run(name, func(t *testing.T) {
			d.did(Create, "AK1")
			d.did(Copy, "AK1")
			check.Equal(t, "before it is written", len(d.all()), 0)
			d.flush()
			check.EqualSlices(t, "events", d.brief(), "create AK1 done", "copy AK1 done")
			e := d.all()[0]
			check.Equal(t, "event", e, Event{At: d.now.Add(-time.Second), Base: base, User: "u", KeyID: "AK1", Action: Create, Outcome: Done, Version: "1.2.3"})
		})
	}
}

// Waiting is emitted only once for several events before a Flush.
func TestWaitingIsToldOnceForAFlush(t *testing.T) {
	d := atPath(t)
	told := 0
	d.Waiting.Subscribe(func(struct{}) { told++ })
	d.did(Show, "AK1")
	d.did(Show, "AK2")
	check.Equal(t, "told", told, 1)
	d.flush()
	d.did(Show, "AK3")
	check.Equal(t, "told after a flush", told, 2)
}

func TestWhatFailsToBeWrittenIsToldOnceAndWrittenLater(t *testing.T) {
	d := atPath(t)
	check.Must(t, os.Mkdir(d.path, 0o700)) // a directory in the place of the file
	told, asked := 0, 0
	d.Trouble.Subscribe(func(error) { told++ })
	d.Waiting.Subscribe(func(struct{}) { asked++ })
	for _, id := range []string{"AK1", "AK2"} {
		d.did(Show, id)
		if d.Flush(t.Context()) == nil {
			t.Error("no error")
		}
	}
	check.Equal(t, "told", told, 1)
	check.Equal(t, "asked", asked, 2)
	check.Must(t, os.Remove(d.path))
	d.did(Show, "AK3")
	d.flush()
	check.EqualSlices(t, "events", d.brief(), "show AK1 done", "show AK2 done", "show AK3 done")
}

func TestBrokenLinesAreSkipped(t *testing.T) {
	d := atPath(t)
	d.did(Show, "AK1")
	d.flush()
	content, err := os.ReadFile(d.path)
	check.Must(t, err)
	check.Must(t, os.WriteFile(d.path, append([]byte("null\n\n[1]\n{\"at\":7}\n"), append(content, content[:30]...)...), 0o600))
	d.did(Show, "AK2")
	d.flush()
	check.EqualSlices(t, "events", d.brief(), "show AK1 done", "show AK2 done")
}

func TestNothingIsRecordedWhileTheHistoryIsOff(t *testing.T) {
	d := atPath(t)
	d.off = true
	d.did(Show, "AK1")
	d.did(Off, "")
	d.flush()
	check.EqualSlices(t, "events", d.brief(), "off  done")
}

func TestClearingLeavesOneEvent(t *testing.T) {
	for name, d := range map[string]*desk{"file": atPath(t), "memory": newDesk(t, "")} {
		t.Run(name, func(t *testing.T) {
			d.did(Show, "AK1")
			d.flush()
			d.did(Show, "AK2")
			check.Must(t, d.Clear(t.Context()))
			d.flush()
			check.EqualSlices(t, "events", d.brief(), "clear  done")
			check.Equal(t, "facts", d.Of(keys.Ref{Base: base, KeyID: "AK1"}), Facts{})
		})
	}
}

func TestAYearIsKept(t *testing.T) {
	d := atPath(t)
	d.did(Show, "AK1")
	d.now = d.now.Add(200 * 24 * time.Hour)
	d.did(Show, "AK2")
	d.flush()
	d.now = d.now.Add(200 * 24 * time.Hour)
	d.did(Show, "AK3")
	d.flush()
	check.EqualSlices(t, "events", d.brief(), "show AK2 done", "show AK3 done")
}

func TestTheOldestOfTooMuchIsDropped(t *testing.T) {
	d := atPath(t)
	const most, rest = 64 << 10, 48 << 10
	d.storage = file{store.Lines{Path: d.path, Log: slog.New(slog.DiscardHandler)}, most, rest}
	e := Event{At: d.now, Base: base, Action: Show, Outcome: Done}
	var content bytes.Buffer
	for i := 0; content.Len() <= most; i++ {
		e.KeyID = fmt.Sprintf("AK%d", i)
		content.Write(append(e.line(), '\n'))
	}
	check.Must(t, os.WriteFile(d.path, content.Bytes(), 0o600))
	d.did(Show, "last")
	d.flush()
	info, err := os.Stat(d.path)
	check.Must(t, err)
	if info.Size() > rest+longestLine || info.Size() < rest-longestLine {
		t.Errorf("%d bytes are left", info.Size())
	}
	events := d.all()
	check.Equal(t, "the last", events[len(events)-1].KeyID, "last")
	check.Equal(t, "the last but one", events[len(events)-2].KeyID, e.KeyID)
}

func TestALineHasNoMoreThanFourKilobytes(t *testing.T) {
	long := strings.Repeat("é", 5000)
	e := Event{At: time.Now(), Base: long, User: strings.Repeat("\x01", 5000), KeyID: strings.Repeat("k", 128), Action: Elsewhere, Outcome: Done, State: client.State(long[:30])}
	line := e.line()
	if len(line) >= longestLine || bytes.ContainsRune(line, '\n') {
		t.Errorf("it has %d bytes", len(line))
	}
	read, ok := eventOf(line)
	if !ok || read.State != client.StateUnreadable || !strings.HasPrefix(long, read.Base) {
		t.Errorf("read as %+v", read)
	}
}

func TestHowAnActEndedIsKept(t *testing.T) {
	for err, want := range map[error]Event{
		nil:                         {Outcome: Done},
		&keys.UnacknowledgedError{}: {Outcome: Pending},
		&keys.UnacknowledgedError{Read: true, State: client.StateEnabled, Err: &client.Error{Kind: client.KindTimeout}}: {Outcome: Failed, Kind: Unconfirmed, State: client.StateEnabled},
		&keys.ChangedError{}:                      {Outcome: Failed, Kind: Changed},
		&client.Error{Kind: client.KindThrottled}: {Outcome: Failed, Kind: "throttled"},
		context.Canceled:                          {Outcome: Failed, Kind: Cancelled},
		context.DeadlineExceeded:                  {Outcome: Failed, Kind: "timeout"},
		keys.ErrNotKept:                           {Outcome: Failed, Kind: NotKept},
		errors.New("the server's words"):          {Outcome: Failed, Kind: Other},
	} {
		check.Equal(t, fmt.Sprint(err), Event{}.Ending(err), want)
	}
}
