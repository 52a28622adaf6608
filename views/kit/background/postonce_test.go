package background

import "testing"

func TestManyChangesWhileTheWindowIsBusyAreShownOnce(t *testing.T) {
	var waiting []func()
	shown := 0
	var change func()
	change = PostOnce(&Tasks{Post: func(update func()) { waiting = append(waiting, update) }}, func() {
		if shown++; shown == 1 {
			change() // while the first is being shown, so this must be shown too
		}
	})
	for range 100 {
		change()
	}
	for len(waiting) > 0 {
		next := waiting[0]
		waiting = waiting[1:]
		next()
	}
	if shown != 2 {
		t.Errorf("shown %d times", shown)
	}
	if change(); len(waiting) != 1 {
		t.Error("a later change is not shown")
	}
}
