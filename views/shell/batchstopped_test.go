package shell

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/demo"
)

func TestStopEndsWithTheKeyThatItIsAt(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	ids := r.enabled(4)
	off := r.idInState(client.StateDisabled, false)
	r.atStep(2, func() {
		r.says("Disabling 2 of 4", ids[1])
		r.press(fyne.KeyReturn)
		r.says("Stopping after this one")
	})
	r.batch(keys.OpDisable, append([]string{off}, ids...))
	r.answerDialog()
	r.says("Disabled 2 of 4 access keys", "not tried: you stopped it", ids[2]+"\nNot tried", ids[1]+"\nDisabled", off+"\nSkipped")
	if n := r.asked("PUT", "/disable"); n != 2 {
		t.Errorf("%d keys were disabled", n)
	}
	r.press(fyne.KeyEscape)
	if r.dialogOpen() || r.batchLeft() {
		t.Error("Escape did not close the report")
	}
}

func TestEscapeStopsABatch(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	ids := r.enabled(3)
	r.atStep(1, func() {
		r.press(fyne.KeyEscape)
		r.says("Stop After This One") // it was pressed before the user could see what it would stop
		r.pass(time.Second)
		r.press(fyne.KeyEscape)
		r.says("Disabling 1 of 3", "Stopping after this one")
	})
	r.batch(keys.OpDisable, ids)
	r.answerDialog()
	r.says("Disabled 1 of 3 access keys", "not tried: you stopped it", ids[1]+"\nNot tried")
}

func TestLockStopsABatchAndItsOutcomeIsToldAfterUnlocking(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	ids := r.enabled(3)
	r.atStep(1, func() { r.shortcut(shortcutLock()) })
	r.batch(keys.OpDisable, ids)
	r.answerDialog()
	if !r.locked() || r.dialogOpen() {
		t.Fatal("the lock shows how it went")
	}
	if n := r.asked("PUT", "/disable"); n > 1 {
		t.Errorf("%d keys were tried", n)
	}
	r.unlockPlain()
	r.says("not tried: the window was locked", ids[2]+"\nNot tried")

	r.shortcut(shortcutLock())
	if r.dialogOpen() {
		t.Fatal("the lock shows the report")
	}
	r.unlockPlain()
	r.says("not tried: the window was locked")
	r.tapButton("Disable the Rest")
	for _, id := range ids {
		if r.stateOf(id) != client.StateDisabled {
			t.Errorf("%s is %s", id, r.stateOf(id))
		}
	}
}

// unlockPlain unlocks with what the keyring has.
func (r *rig) unlockPlain() {
	r.t.Helper()
	r.unlock(client.Secret{})
	if r.locked() {
		r.t.Fatal("not unlocked")
	}
}

func TestBatchSaysThatItReadsTheListFirstAndStopsAtOnce(t *testing.T) {
	for language, texts := range map[settings.Language]struct{ reads, stop, stopping, why string }{
		settings.LanguageEnglish: {"Reading the list…", "Stop", "Stopping…", "No key was changed: you stopped it."},
		settings.LanguageChinese: {"正在读取列表…", "停止", "正在停止…", "未更改任何密钥：您停止了操作。"},
	} {
		r := newRig(t, demo.Options{Keys: 20})
		ids := r.enabled(3)
		r.batch(keys.OpDisable, ids)
		r.hold = true
		r.answerDialog()
		r.retranslate(language)
		r.says(texts.reads)
		r.lacks(ids[0])
		r.tapButton(texts.stop)
		r.says(texts.reads, texts.stopping)
		r.release()
		r.says(texts.why)
		if n := r.asked("PUT", "/disable"); n != 0 {
			t.Errorf("%d keys were disabled", n)
		}
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
	r.says("Reading the list…", "Stopping…")
	r.release()
	r.says("None of the 2 access keys was disabled", "No key was changed: the window was locked.", ids[0]+"\nNot tried")
}

func TestLogOutAndQuitStopABatch(t *testing.T) {
	for name, leave := range map[string]func(*rig){
		"quit": func(r *rig) {
			r.shortcut(shortcutQuit())
			if r.says("Quit again to stop here."); r.quit {
				r.t.Error("it has quit without a question")
			}
			r.shortcut(shortcutQuit())
		},
		"log out": func(r *rig) { r.logOut(false) },
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
				if r.dialogOpen() {
					t.Error("a dialog is open")
				}
			default:
				r.says("None of the 3 access keys was deleted", "No key was changed: you logged out.", ids[2]+"\nNot tried")
				r.lacks("the Rest")
				r.lacks("Try Again")
				r.press(fyne.KeyEscape)
				if r.dialogOpen() || r.listShown() {
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
	if r.signedIn() || !r.signInShown() {
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
	if !r.signedIn() {
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
	if strings.Contains(r.dialogText(), "the Rest") || strings.Contains(r.dialogText(), "Try Again") {
		t.Error("it offers to try again what would be rejected")
	}
	r.press(fyne.KeyEscape)
	if !r.signInShown() {
		t.Error("the sign-in form is not shown")
	}
}

func TestReportIsClosedOnceHoweverOftenItWasLocked(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	ids := r.enabled(3)
	r.atStep(1, func() { r.shortcut(shortcutLock()) })
	r.batch(keys.OpDisable, ids)
	r.answerDialog()
	r.hold = true
	r.batchLeft()
	r.batchLeft()
	held := r.held
	r.hold, r.held = false, nil
	r.unlockPlain()
	held[0]()
	r.says("not tried: the window was locked")
	r.press(fyne.KeyEscape)
	held[1]()
	if r.dialogOpen() {
		t.Error("a report that was closed is shown again")
	}
}

func TestReportThatWasNotReadIsShownOverTheSignInForm(t *testing.T) {
	for name, leave := range map[string]func(*rig){
		"logged out while locked": func(r *rig) {
			r.lock()
			r.logOut(false)
		},
		"rejected": func(r *rig) { r.reject(&client.Error{Kind: client.KindUnauthorized}) },
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{Keys: 20})
			ids := r.enabled(3)
			r.atStep(1, func() { r.press(fyne.KeyReturn) }) // on the button that stops it
			r.batch(keys.OpDisable, ids)
			r.answerDialog()
			leave(r)
			r.says("not tried: you stopped it", ids[2]+"\nNot tried")
			r.lacks("the Rest")
			r.lacks("Try Again")
			r.press(fyne.KeyEscape)
			if r.dialogOpen() || !r.signInShown() {
				t.Error("the report did not close on the sign-in form")
			}
		})
	}
}

func TestReportThatTheLockHidIsShownAfterLogOut(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	ids := r.enabled(3)
	r.atStep(1, func() { r.lock() })
	r.batch(keys.OpDisable, ids)
	r.answerDialog()
	r.logOut(false)
	r.says("not tried: the window was locked", ids[2]+"\nNot tried")
}

func TestSecondBatchIsRefusedWithAHintUntilTheFirstIsTold(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	ids := r.enabled(3)
	r.atStep(1, func() { r.lock() })
	r.batch(keys.OpDisable, ids)
	r.answerDialog()
	r.hold = true
	r.unlock(client.Secret{})
	unlock := r.held[0]
	r.held = nil
	unlock() // then it reads the list
	r.batch(keys.OpDelete, ids)
	if r.locked() || r.dialogOpen() {
		t.Error("it is locked, or asks about another batch")
	}
	r.wantSaid("Still working on the last selection")
	r.release()
	r.says("not tried: the window was locked")
}
