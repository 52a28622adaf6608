package shell

import (
	"context"

	"accesskeys/app/platform/motion"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/style"
)

// askMotion turns animations off if the system is set to reduced motion.
func (l *looks) askMotion() {
	look := func(ctx context.Context) (bool, error) { return motion.Reduced(ctx), nil }
	background.Go(l.page.Tasks, look, func(reduced bool, _ error) {
		if reduced {
			style.KeepStill(l.frame.win.Canvas())
		}
	})
}
