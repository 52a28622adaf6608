package keyspage

import (
	"cmp"
	"errors"
	"time"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/views/kit/toast"
	"accesskeys/views/notes"
	"accesskeys/views/undo"
	"accesskeys/views/words"
)

// outcomes tells the user how changes went, including those whose outcome becomes known only later.
type outcomes struct {
	*scope
	display       *display
	loader        *loader
	whileOffline  []string                 // messages of what failed because the server could not be reached
	createPending bool                     // creating a key has a pending outcome
	addToBatch    func(keys.Resolved) bool // adds an outcome to a batch's report, and reports whether it belongs there
	undo          *undo.Undo
	ownGone       string // the ID of the app's own key once it is gone; "" before

	disabled    map[string]time.Time                         // when keys were disabled in this session, by ID
	replacement func(id string) (text string, standsIn bool) // like rotation.Tab.Remark
	asker       *notes.Asker
}

func newOutcomes(s *scope, d *display, l *loader) *outcomes {
	return &outcomes{scope: s, display: d, loader: l, disabled: map[string]time.Time{}}
}

// tellResolved says how a change ended whose outcome was pending.
func (o *outcomes) tellResolved(s keys.Resolved) {
	o.log.Info("resolved", "operation", s.Op, "key", s.ID, "result", s.Result)
	if s.Result == keys.ResultDone {
		o.undo.Changed(s.Op, s.ID)
	}
	if o.addToBatch(s) {
		return
	}
	if s.Op == keys.OpCreate {
		o.tellResolvedCreate(s)
		return
	}
	if s.Result == keys.ResultDone {
		o.tellDoneLate(s.Op, s.ID)
		o.tellOwnKeyGone(s.ID)
		return
	}
	o.about(s.Op, s.ID).Error(words.NotDoneSoFar(s.Op, o.labels.nameOf(s.ID), s.State, nil))
}

// tellDoneLate says that a change with a pending outcome has been carried out after all.
func (o *outcomes) tellDoneLate(op keys.Operation, id string) {
	message := func() string { return words.NowDone(op, o.labels.nameOf(id)) }
	if op != keys.OpDisable {
		o.about(op, id).Note(message())
		return
	}
	o.tellDone(op, []string{id}, o.about(op, id), message)
	delete(o.disabled, id) // the time when it happened is not known
}

func (o *outcomes) tellResolvedCreate(s keys.Resolved) {
	o.createPending = false
	said := o.about(keys.OpCreate, "")
	if s.ID == "" {
		said.Note(words.NoNewKey())
		return
	}
	o.display.highlight([]string{s.ID}) // the user may be doing something with other keys by now
	show := toast.Offer{Label: lang.L("Show in List"), For: toast.ReadingTime, Take: func() { o.host.ShowKey(s.ID) }}
	said.Offering(show).Note(lang.L("A new key has appeared: {{.ID}}. It may be the one that the server didn't confirm.",
		map[string]any{"ID": o.labels.nameOf(s.ID)}))
}

// tellChanged says how the change of a key went.
func (o *outcomes) tellChanged(id string, op keys.Operation, err error) {
	if err == nil {
		o.undo.Changed(op, id)
	}
	o.undo.Over(id)
	switch {
	case o.sessionEnded():
		o.tellChangedLate(id, op, err)
	case err != nil:
		o.tellFailed(id, op, err)
	default:
		o.log.Info("changed a key", "operation", op, "key", id)
		o.tellDone(op, []string{id}, o.about(op, id), func() string { return words.Outcome(op, o.labels.nameOf(id)) })
		o.tellOwnKeyGone(id)
	}
}

// tellDone says that an operation was carried out on keys, and offers to undo it if possible.
func (o *outcomes) tellDone(op keys.Operation, ids []string, said toast.Subject, message func() string) {
	if op == keys.OpDisable && o.offerUndo(ids, said, message) {
		return
	}
	for _, id := range ids {
		o.about(op, id).Withdraw() // what an earlier change of the key has said
	}
	said.Done(message())
}

// offerUndo says that keys were disabled, and offers to undo it. It reports whether that is possible; if not, it says nothing.
func (o *outcomes) offerUndo(ids []string, said toast.Subject, message func() string) bool {
	var disabled []keys.Key
	for _, id := range ids {
		o.about(keys.OpDisable, id).Withdraw() // what an earlier change of the key has said
		o.disabled[id] = o.tasks.Now()
		if k, ok := o.keys.Find(id); ok && !k.Own { // without its own key the app could not undo it
			disabled = append(disabled, k)
		}
	}
	if len(disabled) == len(ids) {
		o.undo.Offer(said, message, disabled)
		return true
	}
	return false
}

// tellOwnKeyGone reports whether the app is signed in with this key and the key is no longer enabled. If so, it tells
// the window.
func (o *outcomes) tellOwnKeyGone(id string) bool {
	k, _ := o.keys.Find(id)
	gone := k.Own && k.State != client.StateEnabled
	if gone {
		o.ownGone = id
		o.host.OwnKeyGone(k)
	}
	return gone
}

// tellFailed says that an operation on a key failed, or may have failed. It reloads the list if that may be out of date.
func (o *outcomes) tellFailed(id string, op keys.Operation, err error) {
	o.log.Warn("working on a key", "operation", op, "key", id, "reason", words.Reason(err))
	o.tellError(o.about(op, id), cmp.Or(o.undo.NotYet(op, id, err), words.BriefFailure(op, o.labels.nameOf(id), err)), err)
	if outdates(err) || keys.Offline(err) || errors.Is(err, keys.ErrNotKept) {
		o.loader.reloadQuietly()
	}
}

// tellError says what failed, or that it is not known whether it failed.
func (o *outcomes) tellError(said toast.Subject, message string, err error) {
	said.Failed(message, keys.Uncertain(err))
	if (keys.Offline(err) || errors.Is(err, keys.ErrNotKept)) && !keys.Uncertain(err) {
		o.whileOffline = append(o.whileOffline, message)
	}
}

// online removes the messages of what failed because the server could not be reached.
func (o *outcomes) online() {
	for _, message := range o.whileOffline {
		o.win.Toasts.WithdrawRead(message)
	}
	o.whileOffline = nil
}

// outdates reports whether an error shows that the list is out of date, or that the session has ended.
func outdates(err error) bool {
	var unacknowledged *keys.UnacknowledgedError
	var changed *keys.ChangedError
	var unchecked *keys.UncheckedError
	return errors.As(err, &unacknowledged) || errors.As(err, &changed) || client.KindOf(err) == client.KindNotFound ||
		errors.As(err, &unchecked) && keys.Rejected(err)
}
