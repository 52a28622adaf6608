package shell

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/app/keys"
	"accesskeys/app/notes"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/demo"
)

func TestDialogsOfABatchFitTheSmallestWindow(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 200})
	small := fyne.NewSize(760, 480)
	r.setSize(small)
	own := r.idInState(client.StateEnabled, true)
	ids := append([]string{own, r.idInState(client.StateDisabled, false), "AKgone"}, r.enabled(40)...)
	fits := func(what string) {
		t.Helper()
		content := r.dialogContent() // on its backdrop
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
	r.setSize(fyne.NewSize(1280, 1000))
	high := r.dialogContent().Size().Height
	if high < 600 {
		t.Errorf("in a large window, the confirmation is %v px high", high)
	}
	r.setSize(small)
	fits("confirmation, after that")
	r.answerDialog()
	r.setSize(fyne.NewSize(1280, 1000))
	r.setSize(small)
	fits("report")
}

func TestQuestionAboutDeletingTellsTheStateOfEachKey(t *testing.T) {
	r := newRig(t, demo.Options{})
	on, off := r.idInState(client.StateEnabled, false), r.idInState(client.StateDisabled, false)
	r.note(off, notes.Note{Label: "nightly backup"})
	r.batch(keys.OpDelete, []string{on, off})
	r.says(on+"\nEnabled", off+"\nDisabled")
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
	if r.dialogOpen() {
		t.Error("Escape on the list did not cancel")
	}
}

func TestBatchIsToldOfInAnotherLanguageToo(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	ids := r.enabled(3)
	r.atStep(1, func() {
		r.chooseLanguage(settings.LanguageChinese)
		r.says("正在禁用第 1 个，共 3 个", ids[0])
		r.press(fyne.KeyReturn) // on the button that stops it
	})
	r.batch(keys.OpDisable, ids)
	r.answerDialog()
	r.says(ids[2])
	r.chooseLanguage(settings.LanguageEnglish)
	r.says("not tried: you stopped it", ids[2]+"\nNot tried")
	r.press(fyne.KeyEscape)
	if r.dialogOpen() || r.batchLeft() {
		t.Error("Escape did not close the report")
	}
}

func TestNewsOfTheListLeavesRoomToTheSelectionsBar(t *testing.T) {
	for _, size := range []fyne.Size{{Width: 1221, Height: 760}, {Width: 760, Height: 480}, {Width: 480, Height: 360}} {
		r := newRig(t, demo.Options{})
		r.setSize(size)
		r.selectAll()
		r.reload()
		if said := slices.Contains(r.texts(), "Updated just now"); said != (size.Width > 500) {
			t.Errorf("%v: it is said that the list is new: %v", size, said)
		}
		for _, wrong := range r.misplaced() {
			t.Errorf("%v: %s", size, wrong)
		}
	}
}

func TestKeyboardLeavesTheSelectionsBarWithIt(t *testing.T) {
	r := newRig(t, demo.Options{})
	ids := r.enabled(2)
	r.selectKey(ids[0], 0)
	r.selectKey(ids[1], fyne.KeyModifierShortcutDefault)
	remove, clearing := r.keysButton("Delete"), r.keysButton("Clear Selection")
	r.canvas().Focus(remove)
	r.press(fyne.KeyReturn)
	r.tapButton("Delete")
	r.closeDialog()
	if r.sees(clearing) {
		t.Fatal("the bar is still there")
	}
	if r.canvas().Focused() != r.list() {
		t.Errorf("the keyboard is at %T", r.canvas().Focused())
	}
}
