package shell

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"accesskeys/app/keys"
	"accesskeys/app/notes"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/keyshortcuts"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/text"
)

const canBeEnabledAgain = "A disabled key can be enabled again. A deleted one cannot."

// focusedButton returns the label of the focused button.
func (r *rig) focusedButton() string {
	r.t.Helper()
	b, ok := r.canvas().Focused().(*control.Button)
	if !ok {
		r.t.Fatalf("the keyboard is at %T", r.canvas().Focused())
	}
	return b.Text
}

// idEnd returns the part of an ID that is shown in large characters.
func idEnd(id string) string { return "…" + id[len(id)-6:] }

func TestTwoKeystrokesDisableAndDoNotDelete(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.chooseEnabled()
	r.press(fyne.KeyDelete)
	r.says("Delete this access key?", idEnd(id), id, canBeEnabledAgain, "Tasks that use it will fail either way.")
	if got := r.focusedButton(); got != "Disable Instead" {
		t.Errorf("the keyboard is on %q", got)
	}
	r.press(fyne.KeyReturn)
	if got := r.stateOf(id); got != client.StateDisabled || r.asked("DELETE", "") != 0 {
		t.Errorf("the key is %s", got)
	}
	if !r.toldOf("Disabled " + id) {
		t.Errorf("said %q", r.said())
	}
}

func TestConfirmationsNameLabelAndPlaces(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	ids := r.enabled(2)
	r.note(ids[0], notes.Note{Label: "CI billing", Places: []string{"CI > billing", "a laptop"}})
	r.selectKey(ids[0], 0)
	r.press(fyne.KeyDelete)
	r.says("CI billing\n"+idEnd(ids[0])+"\n"+ids[0], "Used by: CI > billing, a laptop")
	r.press(fyne.KeyEscape)
	r.shortcut(keyshortcuts.ToggleState())
	r.says("Disable this access key?", "CI billing\n"+idEnd(ids[0]), "Used by: CI > billing, a laptop")
	r.press(fyne.KeyEscape)
	r.batch(keys.OpDelete, ids)
	r.says(idEnd(ids[0])+"\nCI billing\n\n\n\n"+ids[0]+"\nEnabled\nUsed by: CI > billing, a laptop", idEnd(ids[1])+"\n\n"+ids[1])
}

func TestManyPlacesAreCounted(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.chooseEnabled()
	r.note(id, notes.Note{Places: []string{"a", "b", "c", "d", "e", "f"}})
	r.press(fyne.KeyDelete)
	r.says("Used by: a, b, c, d, and 2 more")
}

func TestEscapeLeavesTheKeyAlone(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.chooseEnabled()
	r.press(fyne.KeyDelete, fyne.KeyEscape)
	if got := r.stateOf(id); got != client.StateEnabled || r.dialogOpen() {
		t.Errorf("the key is %s", got)
	}
}

func TestDisableInsteadReadsTheKeyAgainFirst(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.chooseEnabled()
	r.press(fyne.KeyDelete)
	r.elsewhere(keys.OpDelete, id)
	r.press(fyne.KeyReturn)
	if !r.toldOf("Nothing was done: "+id+" was deleted meanwhile.") || r.asked("PUT", "/disable") != 0 {
		t.Errorf("said %q", r.said())
	}
}

// Without its own key, nobody could sign in again.
func TestOwnKeyIsNotDisabledByTwoKeystrokes(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	own := r.idInState(client.StateEnabled, true)
	r.selectKey(own, 0)
	r.press(fyne.KeyDelete)
	r.says("If you disable or delete it, you'll need another key")
	if got := r.focusedButton(); got != "Cancel" {
		t.Errorf("the keyboard is on %q", got)
	}
	r.press(fyne.KeyEscape)
	r.batch(keys.OpDelete, []string{own, r.enabled(1)[0]})
	if got := r.focusedButton(); got != "Cancel" {
		t.Errorf("with others, the keyboard is on %q", got)
	}
}

func TestWithoutAHistoryTheConfirmationSaysWhatThisRunDisabled(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	r.showPreferences()
	onScreen(r, "tick box", func(c *control.Check) bool { return strings.HasPrefix(c.Text, "Keep a history") }).SetChecked(false)
	r.openKeys()
	at := "Disabled since " + r.now.Local().Format("15:04") + ", by this app."
	id := r.operate(keys.OpDisable)
	r.press(fyne.KeyDelete)
	r.says(at, "A deleted key cannot be restored.")
	r.press(fyne.KeyEscape)
	ids := r.enabled(2)
	r.batch(keys.OpDisable, ids)
	r.answerDialog()
	r.selectKey(ids[1], 0)
	r.press(fyne.KeyDelete)
	r.says(at)
	r.press(fyne.KeyEscape)
	r.elsewhere(keys.OpEnable, id)
	r.reload()
	r.selectKey(id, 0)
	r.press(fyne.KeyDelete)
	r.lacks("Disabled since")
}

func TestDeletingADisabledKeyIsAskedOnceAndSaysSinceWhen(t *testing.T) {
	r := newRig(t, demo.Options{})
	elsewhere, here := r.idInState(client.StateDisabled, false), r.chooseEnabled()
	r.selectKey(elsewhere, 0)
	r.press(fyne.KeyDelete)
	r.says("Delete this access key?", idEnd(elsewhere), "A deleted key cannot be restored.")
	for _, text := range []string{"Disabled since", "Tasks", "Disable Instead", canBeEnabledAgain} {
		r.lacks(text)
	}
	if got := r.focusedButton(); got != "Cancel" {
		t.Errorf("the keyboard is on %q", got)
	}
	r.press(fyne.KeyEscape)

	at := r.now
	r.selectKey(here, 0)
	r.press(fyne.KeyDelete, fyne.KeyReturn)
	r.pass(2 * time.Minute)
	r.press(fyne.KeyDelete)
	r.says("Disabled since "+at.Local().Format("15:04")+", by this app.", "A deleted key cannot be restored.")
	r.lacks("Tasks")
	r.answerDialog()
	if got := r.stateOf(here); got != client.StateDeleted {
		t.Errorf("the key is %s, said %q, %v", got, r.said(), r.dialogText())
	}
}

func TestSinceWhenIsForgottenOnceEnabled(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.chooseEnabled()
	r.press(fyne.KeyDelete, fyne.KeyReturn)
	r.shortcut(keyshortcuts.ToggleState()) // enables it
	r.elsewhere(keys.OpDisable, id)
	r.reload()
	r.press(fyne.KeyDelete)
	r.says("A deleted key cannot be restored.")
	r.lacks("by this app")
}

func TestSinceWhenIsForgottenOnceChangedElsewhere(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.chooseEnabled()
	r.press(fyne.KeyDelete, fyne.KeyReturn)
	r.reload()
	r.elsewhere(keys.OpEnable, id)
	r.reload()
	r.elsewhere(keys.OpDisable, id)
	r.reload()
	r.press(fyne.KeyDelete)
	r.says("A deleted key cannot be restored.")
	r.lacks("by this app")
}

func TestDeletingSeveralOffersToDisableTheEnabled(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	on := r.enabled(3)
	off := r.idInState(client.StateDisabled, false)
	r.batch(keys.OpDelete, append(on[:3:3], off))
	r.says("Delete 4 access keys?", idEnd(on[0]), on[2], off, canBeEnabledAgain, "Tasks that use the 3 enabled keys will fail either way.")
	if got := r.focusedButton(); got != "Disable the 3 Enabled Keys Instead" {
		t.Errorf("the keyboard is on %q", got)
	}
	r.press(fyne.KeyReturn)
	for _, id := range on {
		if got := r.stateOf(id); got != client.StateDisabled {
			t.Errorf("%s is %s", id, got)
		}
	}
	if r.asked("DELETE", "") != 0 || !r.toldOf("Disabled 3 access keys") {
		t.Errorf("said %q", r.said())
	}

	r.batch(keys.OpDelete, append(on[:2:2], off)) // all are disabled by now
	r.says("Delete 3 access keys?", "A deleted key cannot be restored.")
	for _, text := range []string{"Tasks", "instead", canBeEnabledAgain} {
		r.lacks(text)
	}
	if got := r.focusedButton(); got != "Cancel" {
		t.Errorf("the keyboard is on %q", got)
	}
	r.answerDialog()
	if r.stateOf(off) != client.StateDeleted || r.stateOf(on[0]) != client.StateDeleted || r.stateOf(on[2]) != client.StateDisabled {
		t.Errorf("states are %s, %s, %s", r.stateOf(off), r.stateOf(on[0]), r.stateOf(on[2]))
	}
}

func TestOneEnabledKeyAmongSeveralIsSingular(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	r.batch(keys.OpDelete, []string{r.enabled(1)[0], r.idInState(client.StateDisabled, false)})
	r.says("Disable the Enabled Key Instead", "Tasks that use the enabled key will fail either way.")
	if strings.Contains(r.dialogText(), "1 enabled keys") {
		t.Error("one key is spoken of as several")
	}
}

func TestSmallWindowShowsThatTheOwnKeyLocksTheUserOut(t *testing.T) {
	for _, locale := range []string{"en_US.UTF-8", "zh_CN.UTF-8"} {
		speak(t, locale)
		r := newAccountsRig(t, 2)
		r.resize(fyne.NewSize(480, 360), 1)
		own, other := r.session().KeyID(), r.enabled(1)[0]
		for _, id := range []string{own, other} {
			r.note(id, notes.Note{Label: "billing", Places: []string{"ci-1", "ci-2"}})
		}
		for name, ask := range map[string]func(){
			"disable":         func() { r.toggleState(own) },
			"delete":          func() { r.deleteKey(own) },
			"disable several": func() { r.batch(keys.OpDisable, []string{other, own}) },
			"delete several":  func() { r.batch(keys.OpDelete, []string{other, own}) },
		} {
			ask()
			walkVisible(r.dialogContent(), func(o fyne.CanvasObject) {
				if w, ok := o.(*text.Wrapped); ok && w.Importance == widget.DangerImportance && !r.seenInDialog(w) {
					t.Errorf("%s, %s: %q is out of sight", locale, name, w.Text)
				}
			})
			if !readsAsFault(r.dialogContent()) {
				t.Errorf("%s, %s: no warning", locale, name)
			}
			r.closeDialog()
		}
	}
}
