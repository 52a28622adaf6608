package keyspage

import (
	"errors"
	"time"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/views/kit/toast"
	"accesskeys/views/undo"
	"accesskeys/views/words"
)

// outcomes says how changes went, also where that is known only later.
type outcomes struct {
	*scope
	display *display
	loader  *loader
	created bool                     // it is not known whether a key was created
	ofBatch func(keys.Resolved) bool // takes what is part of the report of a batch
	undo    *undo.Undo

	disabled map[string]time.Time   // when keys were disabled in this session, by ID
	standsIn func(id string) string // says that a key replaces one that is disabled
}

func newOutcomes(s *scope, d *display, l *loader) *outcomes {
	return &outcomes{scope: s, display: d, loader: l, disabled: map[string]time.Time{}}
}

// resolved says what became of a change whose outcome was pending.
func (o *outcomes) resolved(s keys.Resolved) {
	o.log.Info("resolved", "operation", s.Op, "key", s.ID, "result", s.Result)
	if s.Result == keys.ResultDone {
		o.undo.End()
	}
	if o.ofBatch(s) {
		return
	}
	if s.Op == keys.OpCreate {
		o.resolvedCreate(s)
		return
	}
	if s.Result == keys.ResultDone {
		o.doneLate(s.Op, s.ID)
		o.tellOwnKeyGone(s.ID)
		return
	}
	o.about(s.Op, s.ID).Error(words.NotDoneSoFar(s.Op, o.labels.named(s.ID), s.State))
}

// doneLate says that a change was carried out of which that was not known.
func (o *outcomes) doneLate(op keys.Operation, id string) {
	message := words.NowDone(op, o.labels.named(id))
	if op != keys.OpDisable {
		o.about(op, id).Note(message)
		return
	}
	o.done(op, []string{id}, o.about(op, id), message)
	delete(o.disabled, id) // when that was is not known
}

func (o *outcomes) resolvedCreate(s keys.Resolved) {
	o.created = false
	said := o.about(keys.OpCreate, "")
	if s.ID == "" {
		said.Note(words.NoNewKey())
		return
	}
	o.display.highlight([]string{s.ID}) // the user may be doing something with other keys by now
	said.Note(lang.L("A new key has appeared: {{.ID}}. It may be the one that the server didn't confirm.",
		map[string]any{"ID": o.labels.named(s.ID)}))
}

// changed says how the change of a key went.
func (o *outcomes) changed(id string, op keys.Operation, err error) {
	switch {
	case o.left():
		o.changedLate(id, op, err)
	case err != nil:
		o.failed(id, op, err)
	default:
		o.log.Info("changed a key", "operation", op, "key", id)
		o.undo.End()
		o.done(op, []string{id}, o.about(op, id), words.Outcome(op, o.labels.named(id)))
		o.tellOwnKeyGone(id)
	}
}

// done says that something was done to keys, and offers to undo it where that is possible.
func (o *outcomes) done(op keys.Operation, ids []string, said toast.Subject, message string) {
	if op != keys.OpDisable {
		said.Done(message)
		return
	}
	var disabled []keys.Key
	for _, id := range ids {
		o.disabled[id] = o.tasks.Now()
		if k, ok := o.keys.Find(id); ok && !k.Own { // without its own key the app is signed out
			disabled = append(disabled, k)
		}
	}
	if len(disabled) < len(ids) {
		said.Done(message)
		return
	}
	o.undo.Offer(said, message, disabled)
}

// tellOwnKeyGone tells the window that the app is signed in with a key that was just disabled or deleted, and reports
// whether that is so.
func (o *outcomes) tellOwnKeyGone(id string) bool {
	k, ok := o.keys.Find(id)
	gone := ok && k.Own && k.State != client.StateEnabled
	if gone {
		o.host.OwnKeyGone(k)
	}
	return gone
}

// failed says what was not done with a key, or may not have been. It reads the list again where that may be wrong now.
func (o *outcomes) failed(id string, op keys.Operation, err error) {
	o.log.Warn("working on a key", "operation", op, "key", id, "reason", words.Reason(err))
	o.about(op, id).Failed(words.Failure(op, o.labels.named(id), err), keys.Uncertain(err))
	if outdates(err) || keys.Offline(err) || errors.Is(err, keys.ErrNotKept) {
		o.loader.reloadQuietly()
	}
}

// outdates reports whether an error shows that the list is no longer right, or that the session has ended.
func outdates(err error) bool {
	var unacknowledged *keys.UnacknowledgedError
	var changed *keys.ChangedError
	var unchecked *keys.UncheckedError
	return errors.As(err, &unacknowledged) || errors.As(err, &changed) || client.KindOf(err) == client.KindNotFound ||
		errors.As(err, &unchecked) && keys.Rejected(err)
}
