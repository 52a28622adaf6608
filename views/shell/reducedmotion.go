package shell

import (
	"context"

	"fyne.io/fyne/v2"

	"accesskeys/app/platform/motion"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/style"
)

// askMotion finds out whether the user has asked the system that nothing moves.
func (l *looks) askMotion() {
	look := func(ctx context.Context) (bool, error) { return motion.Reduced(ctx), nil }
	background.Go(l.page.Tasks, look, func(reduced bool, _ error) {
		if reduced {
			l.keepStill()
		}
	})
}

// keepStill ends what moves: the blinking of the cursor in a field, and the flash of a list that is opened.
// Nothing else does. To the toolkit it is a setting of the user's for all its applications, which is not
// ours to change, so the widgets are told something else than is set there. Call it in the toolkit's loop,
// which knows its own settings from others as it begins.
func (l *looks) keepStill() {
	fyne.SetCurrentApp(style.Still(fyne.CurrentApp()))
	if focused := l.frame.win.Canvas().Focused(); focused != nil {
		focused.FocusLost() // a cursor that blinks already goes on until then
		focused.FocusGained()
	}
}
