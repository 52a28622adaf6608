package systemwindow

import (
	"context"

	"fyne.io/fyne/v2"

	"accesskeys/app/platform/motion"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/style"
)

// AskMotion turns the animations of a window off if the system is set to reduced motion.
func AskMotion(tasks *background.Tasks, window fyne.Canvas) {
	look := func(ctx context.Context) (bool, error) { return motion.Reduced(ctx), nil }
	background.Go(tasks, look, func(reduced bool, _ error) {
		if reduced {
			style.DisableAnimations(window)
		}
	})
}
