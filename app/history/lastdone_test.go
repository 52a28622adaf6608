package history

import (
	"context"
	"testing"
	"time"

	"accesskeys/app/apptest/check"
	"accesskeys/app/keycheck"
	"accesskeys/app/keys"
	"accesskeys/client"
)

func ref(id string) keys.Ref {
	return keys.Ref{Base: base, User: "of a list that came later", KeyID: id}
}

func TestWhatWasLastDoneToAKeyIsKnownAtTheNextStart(t *testing.T) {
	d := atPath(t)
	d.did(Show, "AK1")
	shown := d.now
	d.did(Copy, "AK1")
	copied := d.now
	d.did(Disable, "AK1")
	disabled := d.now
	d.did(Check, "AK1") // without an answer
	d.Record(Checked(ref("AK2"), string(keycheck.Accepted), client.StateEnabled))
	checked := d.now
	failed := About(keys.Ref{Base: base, KeyID: "AK1"}, Show)
	failed.Outcome = Failed
	d.Record(failed)
	want := Facts{Shown: shown, Copied: copied, DisabledSince: disabled}
	check.Equal(t, "at once", d.Of(ref("AK1")), want)
	d.flush()

	next := newDesk(t, d.path)
	next.now = d.now
	next.did(Show, "AK2")
	check.Must(t, next.Load(t.Context()))
	check.Equal(t, "at the next start", next.Of(ref("AK1")), want)
	check.Equal(t, "with what was done before it was read", next.Of(ref("AK2")), Facts{Shown: next.now, Checked: checked, CheckKind: string(keycheck.Accepted), CheckState: client.StateEnabled})
}

func TestWhatAnotherProcessDidIsKnownOnceReadAgain(t *testing.T) {
	d := atPath(t)
	d.did(Show, "AK1")
	d.flush()
	check.Must(t, d.Load(t.Context()))
	other := newDesk(t, d.path)
	other.now = d.now
	other.did(Copy, "AK1")
	other.flush()
	want := Facts{Shown: d.now, Copied: other.now}
	d.now = other.now
	check.Equal(t, "before", d.Of(ref("AK1")), Facts{Shown: want.Shown})
	check.Must(t, d.Load(t.Context()))
	check.Equal(t, "then", d.Of(ref("AK1")), want)
	d.did(Show, "AK1")
	want.Shown = d.now
	check.Must(t, d.Load(t.Context()))
	check.Equal(t, "with what is not written so far", d.Of(ref("AK1")), want)
	d.flush()
	check.Must(t, other.Clear(t.Context()))
	check.Must(t, d.Load(t.Context()))
	check.Equal(t, "cleared there", d.Of(ref("AK1")), Facts{})
}

func TestAKeyIsDisabledSinceItWasHere(t *testing.T) {
	d := atPath(t)
	since := func() time.Time { return d.Of(ref("AK1")).DisabledSince }
	resolved := func(a Action, kind string, state client.State) {
		e := About(keys.Ref{Base: base, KeyID: "AK1"}, a)
		e.Outcome, e.Kind, e.State = Resolved, kind, state
		d.now = d.now.Add(time.Second)
		d.Record(e)
	}
	for name, step := range map[string]func(){
		"enabled": func() { d.did(Enable, "AK1") }, "deleted": func() { d.did(Delete, "AK1") },
		"enabled elsewhere": func() {
			e := About(keys.Ref{Base: base, KeyID: "AK1"}, Elsewhere)
			e.State = client.StateEnabled
			d.Record(e)
		},
		"off":                    func() { d.did(Off, "") },
		"resolved, not as asked": func() { resolved(Disable, NotDone, client.StateEnabled) },
	} {
		d.did(Disable, "AK1")
		check.Equal(t, "disabled", since(), d.now)
		d.did(Show, "AK1")
		check.Equal(t, "disabled and shown", since(), d.now.Add(-time.Second))
		step()
		check.Equal(t, name, since(), time.Time{})
	}
	resolved(Disable, "", client.StateDisabled)
	check.Equal(t, "resolved", since(), d.now)
}

// interrupted is a storage that calls a function while it is being read.
type interrupted struct {
	storage
	during func()
}

func (i interrupted) backwards(ctx context.Context, since Mark, take func([]Event) bool) (Mark, error) {
	m, err := i.storage.backwards(ctx, since, take)
	i.during()
	return m, err
}

func TestWhatIsNotWrittenIsKnownWhereAllIsReadAgain(t *testing.T) {
	d := newDesk(t, "") // all events are in memory
	check.Must(t, d.Load(t.Context()))
	d.did(Show, "AK1")
	check.Must(t, d.Load(t.Context()))
	check.Equal(t, "facts", d.Of(ref("AK1")), Facts{Shown: d.now})
}

func TestClearingWhileTheHistoryIsReadLeavesNothing(t *testing.T) {
	d := newDesk(t, "")
	d.did(Show, "AK1")
	d.flush()
	d.storage = interrupted{d.storage, func() {
		check.Must(t, d.Clear(t.Context()))
		d.did(Copy, "AK1")
	}}
	check.Must(t, d.Load(t.Context()))
	d.did(Check, "AK2")
	check.Equal(t, "facts", d.Of(ref("AK1")), Facts{Copied: d.now.Add(-time.Second)})
	check.Equal(t, "events that are kept", len(d.facts.since), 0)
}
