package shell

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"accesskeys/client/demo"
)

func TestTabGoesOnFromTheListAfterAMenuOpenedByMouse(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.canvas().Unfocus() // as the toolkit does when the button is clicked
	test.Tap(r.iconButton("Column Settings"))
	r.press(fyne.KeyEscape)
	if r.dialogOpen() || r.canvas().Focused() != r.list() {
		t.Errorf("%T has the keyboard", r.canvas().Focused())
	}
}

func TestATipGoesWithItsPage(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.iconButton("Column Settings").MouseIn(nil)
	r.pass(time.Second)
	if len(r.tips().Layer.Objects) == 0 {
		t.Fatal("there is no tip")
	}
	r.openPreferences()
	if len(r.tips().Layer.Objects) > 0 {
		t.Error("the tip is still there")
	}
}

func TestAColumnThatTakesTheRoomOfOthersNamesThem(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.showColumn("Expires At")
	r.setSize(fyne.NewSize(1300, 760))
	r.showColumn("Age")
	r.wantSaid("Age takes the room of ")
}
