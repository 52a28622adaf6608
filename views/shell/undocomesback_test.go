package shell

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/keyshortcuts"
	"accesskeys/views/undo"
)

func TestUndoComesBackWhenAChangeOfItsKeyFails(t *testing.T) {
	changes := changesOfADisabledKey()
	changes["undo"] = func(r *rig) { r.tapButton("Undo") }
	for name, next := range changes {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			id := r.operate(keys.OpDisable)
			r.selectKey(id, 0)
			r.pass(undo.Time - time.Second)
			r.server.SetFaults(demo.Faults{Match: mutations, Status: 400})
			r.hold = true
			next(r)
			if r.hasButton("Undo") {
				t.Errorf("while it is changed, said %q", r.said())
			}
			r.release()
			r.server.SetFaults()
			if !r.hasButton("Undo") || !r.toldOf("Disabled "+id) || !r.toldOf("The server refused") {
				t.Fatalf("said %q", r.said())
			}
			r.pass(undo.Time - time.Second)
			r.tapButton("Undo")
			if got := r.stateOf(id); got != client.StateEnabled || r.hasButton("Undo") || r.toldOf("Disabled") {
				t.Errorf("the key is %s, said %q", got, r.said())
			}
		})
	}
}

func TestDismissedMessageOfAnUndoDoesNotComeBack(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.operate(keys.OpDisable)
	r.selectKey(id, 0)
	r.press(fyne.KeyEscape)
	r.server.SetFaults(demo.Faults{Match: mutations, Status: 400})
	r.press(fyne.KeyDelete)
	r.answerDialog()
	r.server.SetFaults()
	if r.hasButton("Undo") || !r.toldOf("The server refused") {
		t.Errorf("said %q", r.said())
	}
	r.undo()
	if got := r.stateOf(id); got != client.StateEnabled {
		t.Errorf("it can't be undone any more: the key is %s", got)
	}
}

func TestUndoComesBackWhenABatchWithItsKeyFails(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	ids := r.enabled(2)
	r.batch(keys.OpDisable, ids)
	r.answerDialog()
	r.server.SetFaults(demo.Faults{Match: mutations, Status: 400})
	r.batch(keys.OpDelete, ids)
	r.answerDialog()
	r.server.SetFaults()
	r.press(fyne.KeyEscape) // of the report
	r.tapButton("Undo")
	if r.stateOf(ids[0]) != client.StateEnabled || r.stateOf(ids[1]) != client.StateEnabled {
		t.Errorf("states are %s, %s; said %q", r.stateOf(ids[0]), r.stateOf(ids[1]), r.said())
	}
}

func TestUndoDoesNotComeBackWhereItsKeyMayBeChanged(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.operate(keys.OpDisable)
	r.selectKey(id, 0)
	r.lose()
	r.shortcut(keyshortcuts.ToggleState())
	r.server.SetFaults()
	if r.hasButton("Undo") {
		t.Errorf("said %q", r.said())
	}
}

func TestUndoStaysWhileNothingCanBeChanged(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.operate(keys.OpDisable)
	r.server.SetFaults(demo.Faults{Status: 503})
	r.reload()
	r.tapButton("Undo")
	r.wantSaid(id + " is still disabled. Enable it once the server works again. Server error 503.")
	if !r.hasButton("Undo") || len(r.enables()) != 0 {
		t.Fatalf("said %q", r.said())
	}
	r.server.SetFaults()
	r.reload()
	r.tapButton("Undo")
	if got := r.stateOf(id); got != client.StateEnabled {
		t.Errorf("the key is %s, said %q", got, r.said())
	}
}

func TestUndoWithoutAServerSaysWhatIsStillSo(t *testing.T) {
	for name, known := range map[string]bool{"known": true, "not known": false} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			id := r.operate(keys.OpDisable)
			r.server.SetFaults(demo.Faults{Status: 503})
			if known {
				r.reload()
			}
			r.undo()
			r.wantSaid(id + " is still disabled. Enable it once the server works again. Server error 503.")
		})
	}
}

func TestUndoStaysInItsMessageAfterAnotherBatch(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	r.batch(keys.OpDisable, r.enabled(2))
	r.answerDialog()
	others := r.enabled(2)
	r.server.SetFaults(demo.Faults{Match: mutations, Status: 400})
	r.batch(keys.OpDelete, others)
	r.answerDialog()
	r.press(fyne.KeyEscape) // of the report
	if !r.hasButton("Undo") {
		t.Errorf("after a batch that has changed nothing, said %q", r.said())
	}
	r.server.SetFaults(demo.Faults{Match: demo.On("DELETE", others[1]), Status: 400})
	r.batch(keys.OpDelete, others)
	r.answerDialog()
	r.press(fyne.KeyEscape)
	if !r.hasButton("Undo") {
		t.Errorf("after a batch that has changed a key, said %q", r.said())
	}
}

func TestUndoComesBackInTheLanguageChosenMeanwhile(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.operate(keys.OpDisable)
	r.chooseLanguage(settings.LanguageChinese)
	r.server.SetFaults(demo.Faults{Match: mutations, Status: 400})
	r.undo()
	if r.toldOf("Disabled") || !r.toldOf(id) || len(r.said()) != 2 || !r.hasButton("撤销") {
		t.Errorf("said %q", r.said())
	}
}
