package shell

import (
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/client/demo"
)

func TestAColumnThatTakesTheRoomOfOthersNamesThem(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.showColumn("Expires At")
	r.setSize(fyne.NewSize(1330, 760))
	r.showColumn("Age")
	r.wantSaid("Age takes the room of ")
}
