package shell

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"accesskeys/app/history"
	"accesskeys/app/keys"
	"accesskeys/client/demo"
	"accesskeys/views/kit/scroll"
)

// dragBar presses in the only scroll bar there is, in the middle of its track, and drags its thumb to the end.
func (r *rig) dragBar() {
	r.t.Helper()
	bar := onScreen(r, "scroll bar", func(*scroll.Bar) bool { return true })
	press := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	press.Position.Y = bar.Size().Height / 2
	bar.MouseDown(press)
	drag := &fyne.DragEvent{}
	drag.Position.Y = bar.Size().Height
	bar.Dragged(drag)
	bar.DragEnd()
	bar.MouseUp(press)
}

func TestDragInTheScrollBarShowsTheEndAndSelectsNothing(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 200})
	cursor, count := r.cursor(), r.selectedCount()
	r.dragBar()
	list := r.list()
	if got, end := list.GetScrollOffset(), float32(200)*list.Layout.Pitch()-list.Size().Height; got < end-10 || list.Pool.At(199, list.Keys[199].ID) == nil {
		t.Errorf("the keys are scrolled to %v of %v", got, end)
	}
	if r.cursor() != cursor || r.selectedCount() != count {
		t.Errorf("it selects %q", r.selected())
	}
	for n := range 500 {
		r.app.History.Record(history.About(keys.Ref{KeyID: fmt.Sprint("AK", n)}, history.Show))
	}
	r.openHistory()
	marked := r.historyList().Marked
	r.dragBar()
	if entries := r.historyList(); entries.GetScrollOffset() < 10_000 || entries.Marked != marked {
		t.Errorf("the history is scrolled to %v, and marked is %d", entries.GetScrollOffset(), entries.Marked)
	}
}
