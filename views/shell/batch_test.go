package shell

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/kit/control"
)

// enabled is some keys that are enabled and not the app's own, in list order.
func (r *rig) enabled(count int) []string {
	r.t.Helper()
	var ids []string
	for _, k := range r.list().Keys {
		if k.State == client.StateEnabled && !k.Own && len(ids) < count {
			ids = append(ids, k.ID)
		}
	}
	if len(ids) < count {
		r.t.Fatalf("%d keys are enabled, want %d", len(ids), count)
	}
	return ids
}

// dialogText is all that the open dialog says, a line for each text.
func (r *rig) dialogText() string {
	top := r.canvas().Overlays().Top()
	if top == nil {
		return ""
	}
	var all []string
	for _, o := range test.LaidOutObjects(top) {
		switch o := o.(type) {
		case *control.Text:
			all = append(all, o.Line.Text)
		case *control.Mono:
			all = append(all, string(o.Value))
		case *widget.Label:
			all = append(all, o.Text)
		case *control.Button:
			all = append(all, o.Text)
		}
	}
	return strings.Join(all, "\n")
}

// says checks that the open dialog says something.
func (r *rig) says(what ...string) {
	r.t.Helper()
	for _, s := range what {
		if !strings.Contains(r.dialogText(), s) {
			r.t.Errorf("the dialog does not say %q but\n%s", s, r.dialogText())
		}
	}
}

// lacks checks that the open dialog does not say something.
func (r *rig) lacks(what string) {
	r.t.Helper()
	if strings.Contains(r.dialogText(), what) {
		r.t.Errorf("the dialog says %q", what)
	}
}

// tapButton clicks a button of the open dialog.
func (r *rig) tapButton(label string) {
	r.t.Helper()
	for _, o := range test.LaidOutObjects(r.canvas().Overlays().Top()) {
		if b, ok := o.(*control.Button); ok && b.Text == label {
			b.Tapped(nil)
			return
		}
	}
	r.t.Fatalf("no button says %q in\n%s", label, r.dialogText())
}

// atStep has something done while a batch is at a key, before the server is asked.
func (r *rig) atStep(number int, act func()) {
	done := false
	r.w.page.Tasks.Post = func(update func()) {
		update()
		if !done && r.atBatchStep(number) {
			done = true
			act()
		}
	}
}

func (r *rig) toldOf(what string) bool {
	return slices.ContainsFunc(r.said(), func(s string) bool { return strings.Contains(s, what) })
}

func TestSeveralKeysAreDoneAfterOneQuestion(t *testing.T) {
	for _, c := range []struct {
		op   keys.Operation
		want client.State
		said string
	}{
		{keys.OpDisable, client.StateDisabled, "Disabled 3 access keys"},
		{keys.OpDelete, client.StateDeleted, "Deleted 3 access keys"},
	} {
		t.Run(string(c.op), func(t *testing.T) {
			r := newRig(t, demo.Options{Keys: 20})
			ids := r.enabled(3)
			r.batch(c.op, ids)
			r.says(ids...)
			r.says("3 access keys?")
			r.press(fyne.KeyReturn) // on Cancel
			if r.w.page.Dialogs.Open() || r.stateOf(ids[0]) != client.StateEnabled {
				t.Fatal("cancelling did not cancel")
			}
			r.batch(c.op, ids)
			r.answerDialog()
			for _, id := range ids {
				if r.stateOf(id) != c.want {
					t.Errorf("%s is %s", id, r.stateOf(id))
				}
			}
			if r.w.page.Dialogs.Open() || !r.toldOf(c.said) {
				t.Errorf("said %q, and the dialog %q", r.said(), r.dialogText())
			}
			if len(r.busyKeys()) > 0 {
				t.Error("the keys are still marked as being worked on")
			}
		})
	}
}

func TestOneKeyIsAskedAboutByItself(t *testing.T) {
	r := newRig(t, demo.Options{})
	on, off := r.idInState(client.StateEnabled, false), r.idInState(client.StateDisabled, false)
	r.batch(keys.OpEnable, []string{off})
	if r.stateOf(off) != client.StateEnabled || !r.toldOf("Enabled "+off) {
		t.Errorf("enabling asked first, or failed: %q", r.said())
	}
	r.batch(keys.OpDisable, []string{on})
	r.says("Disable this access key?", on)
	r.press(fyne.KeyEscape)
	r.batch(keys.OpDelete, []string{on})
	r.says("Delete this access key?", on)
	r.press(fyne.KeyEscape)
	r.batch(keys.OpEnable, []string{on})
	if !r.toldOf("only a disabled one enabled") {
		t.Errorf("said %q", r.said())
	}
}

func TestConfirmationSaysWhatIsLeftAlone(t *testing.T) {
	r := newRig(t, demo.Options{})
	test.Tap(onlyOne[*control.Check](r))
	on, own, off := r.idInState(client.StateEnabled, false), r.idInState(client.StateEnabled, true), r.idInState(client.StateDisabled, false)
	expired, deleted := r.idInState(client.StateExpired, false), r.idInState(client.StateDeleted, false)
	r.batch(keys.OpDisable, []string{own, on, off, expired, deleted})
	r.says("Disable 2 access keys?", on, "1 of 5 is disabled already.", "1 of 5 is expired.", "1 of 5 is deleted already.",
		"signed in with "+own+", which comes last")
	if strings.Contains(r.dialogText(), off) {
		t.Error("a key that is left alone is listed")
	}
	if text := r.dialogText(); strings.Index(text, on) > strings.Index(text, own) {
		t.Errorf("the app's own key does not come last in\n%s", text)
	}
	r.press(fyne.KeyEscape)

	r.batch(keys.OpEnable, []string{on, own, expired})
	if r.w.page.Dialogs.Open() || !r.toldOf("None of the selected keys can be enabled. 1 of 3 is expired. 2 of 3 are enabled already.") {
		t.Errorf("said %q", r.said())
	}
}

func TestKeyBeingWorkedOnIsLeftOutOfABatch(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	ids := r.enabled(3)
	r.hold = true
	r.batch(keys.OpDelete, ids[:1])
	r.answerDialog()
	r.batch(keys.OpDisable, ids)
	r.says("Disable 2 access keys?", "1 of 3 is being worked on.")
	r.answerDialog()

	r.list().Actions.OnToggleState(ids[1]) // by the way, while it waits for its turn
	r.release()
	if n := r.asked("PUT", "/enable"); n != 0 {
		t.Errorf("a key of the batch was worked on by the way %d times", n)
	}
	if r.stateOf(ids[0]) != client.StateDeleted || r.stateOf(ids[1]) != client.StateDisabled || r.stateOf(ids[2]) != client.StateDisabled {
		t.Errorf("states are %s, %s, %s", r.stateOf(ids[0]), r.stateOf(ids[1]), r.stateOf(ids[2]))
	}
}

func TestFailureMidwayLeavesAClearList(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	ids := r.enabled(4)
	r.server.SetFaults(demo.Faults{Match: demo.On("PUT", ids[1]+"/disable"), Status: 400})
	r.batch(keys.OpDisable, ids)
	r.answerDialog()
	r.says("Disabled 3 of 4 access keys", ids[1]+"\nNot disabled\nThe server refused.", ids[3]+"\nDisabled")

	r.press(fyne.KeyReturn) // on Copy List
	copied := fyne.CurrentApp().Clipboard().Content()
	for _, line := range []string{"Disabled 3 of 4 access keys\n", ids[1] + "\tNot disabled\tThe server refused.", ids[3] + "\tDisabled\n"} {
		if !strings.Contains(copied, line) {
			t.Errorf("copied\n%s\nwithout %q", copied, line)
		}
	}

	r.server.SetFaults()
	before := r.asked("PUT", "/disable")
	r.tapButton("Try the Rest Again")
	if n := r.asked("PUT", "/disable") - before; n != 1 {
		t.Errorf("%d requests to try the rest again", n)
	}
	if r.stateOf(ids[1]) != client.StateDisabled || r.w.page.Dialogs.Open() || !r.toldOf("Disabled "+ids[1]) {
		t.Errorf("the key is %s, said %q", r.stateOf(ids[1]), r.said())
	}
}

func TestStopEndsWithTheKeyThatItIsAt(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	ids := r.enabled(4)
	r.atStep(2, func() {
		r.says("Disabling 2 of 4", ids[1])
		r.press(fyne.KeyEscape)
		if !r.w.page.Dialogs.Open() {
			t.Error("Escape closed the progress")
		}
		r.says("Stop After This One")
		r.press(fyne.KeyReturn)
		r.says("Stopping after this one")
	})
	r.batch(keys.OpDisable, ids)
	r.answerDialog()
	r.says("Disabled 2 of 4 access keys", "because you stopped it", ids[2]+"\nNot tried", ids[1]+"\nDisabled")
	if n := r.asked("PUT", "/disable"); n != 2 {
		t.Errorf("%d keys were disabled", n)
	}
	r.press(fyne.KeyEscape)
	if r.w.page.Dialogs.Open() || r.batchLeft() {
		t.Error("Escape did not close the report")
	}
}

func TestLockStopsABatchAndItsOutcomeIsToldAfterUnlocking(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	ids := r.enabled(3)
	r.atStep(1, func() { r.shortcut(shortcutLock()) })
	r.batch(keys.OpDisable, ids)
	r.answerDialog()
	if !r.w.locking.locked() || r.w.page.Dialogs.Open() {
		t.Fatal("the lock shows how it went")
	}
	if n := r.asked("PUT", "/disable"); n > 1 {
		t.Errorf("%d keys were tried", n)
	}
	r.unlockPlain()
	r.says("because the window was locked", ids[2]+"\nNot tried")

	r.shortcut(shortcutLock())
	if r.w.page.Dialogs.Open() {
		t.Fatal("the lock shows the report")
	}
	r.unlockPlain()
	r.says("because the window was locked")
	r.tapButton("Try the Rest Again")
	for _, id := range ids {
		if r.stateOf(id) != client.StateDisabled {
			t.Errorf("%s is %s", id, r.stateOf(id))
		}
	}
}

// unlockPlain unlocks with what the keyring has.
func (r *rig) unlockPlain() {
	r.t.Helper()
	r.w.locking.unlock(client.Secret{})
	if r.w.locking.locked() {
		r.t.Fatal("not unlocked")
	}
}

func TestBatchOverWhileLockedIsToldAfterUnlocking(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	ids := r.enabled(2)
	r.batch(keys.OpDisable, ids)
	r.hold = true
	r.answerDialog()
	r.lock()
	r.hold = false
	r.unlockPlain()
	r.says("Disabling 1 of 2", "Stopping after this one")
	r.release()
	r.says("Disabled 0 of 2 access keys", ids[0]+"\nNot tried")
}

func TestLogOutAndQuitStopABatch(t *testing.T) {
	for name, leave := range map[string]func(*rig){
		"quit":    func(r *rig) { r.shortcut(shortcutQuit()) },
		"log out": func(r *rig) { r.w.session.logOut(r.w.session.current, false, "") },
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{Keys: 20})
			ids := r.enabled(3)
			r.hold = true
			r.batch(keys.OpDelete, ids)
			r.answerDialog()
			leave(r)
			r.release()
			if n := r.asked("DELETE", ""); n != 0 {
				t.Errorf("%d keys were deleted afterwards", n)
			}
			switch name {
			case "quit":
				if r.w.page.Dialogs.Open() {
					t.Error("a dialog is open")
				}
			default:
				r.says("Deleted 0 of 3 access keys", "because the session was left", ids[2]+"\nNot tried")
				r.lacks("Try the Rest Again")
				r.press(fyne.KeyEscape)
				if r.w.page.Dialogs.Open() || r.w.session.settings != nil {
					t.Error("the report did not close on the sign-in form")
				}
			}
		})
	}
}

func TestOwnKeyInABatchLocksTheAppOutAtTheEnd(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	own := r.idInState(client.StateEnabled, true)
	ids := append([]string{own}, r.enabled(2)...)
	r.batch(keys.OpDelete, ids)
	r.answerDialog()
	for _, id := range ids {
		if r.stateOf(id) != client.StateDeleted {
			t.Errorf("%s is %s", id, r.stateOf(id))
		}
	}
	if r.w.session.current != nil || r.w.session.signIn == nil {
		t.Error("the session goes on with a key that is gone")
	}
}

func TestOwnKeyIsKeptWhileSomethingIsLeft(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	own := r.idInState(client.StateEnabled, true)
	ids := append([]string{own}, r.enabled(2)...)
	r.server.SetFaults(demo.Faults{Match: demo.On("DELETE", ids[1]), Status: 403})
	r.batch(keys.OpDelete, ids)
	r.answerDialog()
	r.says("Deleted 1 of 3 access keys", own+"\nNot tried", "comes last")
	r.press(fyne.KeyEscape)
	if r.w.session.current == nil {
		t.Error("the session ended")
	}
}

func TestRejectedInTheMiddleAsksToSignInAfterTheReport(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	ids := r.enabled(3)
	r.server.SetFaults(demo.Faults{Match: demo.On("PUT", ids[1]+"/disable"), Status: 401})
	r.batch(keys.OpDisable, ids)
	r.answerDialog()
	r.says("Disabled 1 of 3 access keys", "would have failed too", ids[2]+"\nNot tried")
	if strings.Contains(r.dialogText(), "Try the Rest Again") {
		t.Error("it offers to try again what would be rejected")
	}
	r.press(fyne.KeyEscape)
	if r.w.session.signIn == nil {
		t.Error("the sign-in form is not shown")
	}
}

func TestDialogsOfABatchFitTheSmallestWindow(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 200})
	small := fyne.NewSize(760, 480)
	r.w.frame.win.Resize(small)
	own := r.idInState(client.StateEnabled, true)
	ids := append([]string{own, r.idInState(client.StateDisabled, false), "AKgone"}, r.enabled(40)...)
	fits := func(what string) {
		t.Helper()
		content := r.w.page.Dialogs.Shown.Objects[1] // on its backdrop
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(content)
		end := at.Add(content.Size().Max(content.MinSize()))
		if at.X < 0 || at.Y < 0 || end.X > small.Width || end.Y > small.Height {
			t.Errorf("the %s is drawn from %v to %v", what, at, end)
		}
	}
	r.atStep(20, func() { fits("progress") })
	r.server.SetFaults(demo.Faults{Match: demo.On("PUT", ids[30]+"/disable"), Status: 401})
	r.batch(keys.OpDisable, ids)
	fits("confirmation")
	r.answerDialog()
	fits("report")
}

func TestLongListInADialogScrollsByKeys(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 200})
	ids := r.enabled(100)
	r.batch(keys.OpDisable, ids)
	if strings.Contains(r.dialogText(), ids[99]) {
		t.Fatal("100 IDs are drawn at once")
	}
	r.canvas().FocusPrevious()
	r.press(fyne.KeyEnd)
	r.says(ids[99])
	r.press(fyne.KeyHome)
	r.says(ids[0])
	r.press(fyne.KeyEscape)
	if r.w.page.Dialogs.Open() {
		t.Error("Escape on the list did not cancel")
	}
}

func TestBatchIsToldOfInAnotherLanguageToo(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	ids := r.enabled(3)
	r.atStep(1, func() {
		r.w.looks.chooseLanguage(settings.LanguageChinese)
		r.says("正在禁用第 1 个，共 3 个", ids[0])
		r.press(fyne.KeyReturn) // on the button that stops it
	})
	r.batch(keys.OpDisable, ids)
	r.answerDialog()
	r.says(ids[2])
	r.w.looks.chooseLanguage(settings.LanguageEnglish)
	r.says("because you stopped it", ids[2]+"\nNot tried")
	r.press(fyne.KeyEscape)
	if r.w.page.Dialogs.Open() || r.batchLeft() {
		t.Error("Escape did not close the report")
	}
}

func TestReportIsClosedOnceHoweverOftenItWasLocked(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	ids := r.enabled(3)
	r.atStep(1, func() { r.shortcut(shortcutLock()) })
	r.batch(keys.OpDisable, ids)
	r.answerDialog()
	r.hold = true
	r.page().ResumeBatch()
	r.page().ResumeBatch()
	held := r.held
	r.hold, r.held = false, nil
	r.unlockPlain()
	held[0]()
	r.says("because the window was locked")
	r.press(fyne.KeyEscape)
	held[1]()
	if r.w.page.Dialogs.Open() {
		t.Error("a report that was closed is shown again")
	}
}

func TestKeyboardLeavesTheSelectionsBarWithIt(t *testing.T) {
	r := newRig(t, demo.Options{})
	ids := r.enabled(2)
	r.list().Choose(ids[0], 0)
	r.list().Choose(ids[1], fyne.KeyModifierShortcutDefault)
	remove, clearing := r.keysButton("Delete"), r.keysButton("Clear Selection")
	r.canvas().Focus(remove)
	r.press(fyne.KeyReturn)
	r.tapButton("Delete")
	r.w.page.Dialogs.Dismiss()
	if r.sees(clearing) {
		t.Fatal("the bar is still there")
	}
	if r.canvas().Focused() != r.list() {
		t.Errorf("the keyboard is at %T", r.canvas().Focused())
	}
}
