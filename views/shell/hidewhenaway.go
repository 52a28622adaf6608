package shell

import (
	"context"
	"time"

	"accesskeys/app/platform/nativewindow"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/page"
)

// focusPatience is how long secrets stay when another window gets the focus: long enough for the keyring's prompt to
// close, or for a user who switched to the wrong window.
const focusPatience = 2 * time.Second

// focusWatch hides secrets when the window loses the keyboard or is minimised.
type focusWatch struct {
	*state
	config *Config
	page   *page.Window
	system *systemWindow
	onUsed func() // called when the user comes back
	lost   bool   // the window does not have the keyboard
}

// follow observes when the window gets or loses the keyboard. The toolkit reports this for the application, but there is
// only one window.
func (f *focusWatch) follow(l focusEvents) {
	l.SetOnEnteredForeground(func() {
		f.lost = false
		f.onUsed()
		if f.settings != nil {
			f.settings.keys.FocusGained()
		}
	})
	l.SetOnExitedForeground(func() {
		f.lost = true
		f.hideIfMinimized()
		f.hideUnlessFocused()
	})
}

// focusEvents is the part of fyne.Lifecycle that reports the focus.
type focusEvents interface {
	SetOnEnteredForeground(func())
	SetOnExitedForeground(func())
}

// hideUnlessFocused hides secrets if the window does not have the keyboard now and still lacks it after a moment.
func (f *focusWatch) hideUnlessFocused() {
	if !f.lost {
		return
	}
	f.page.Tasks.After(focusPatience, func() {
		if f.lost {
			f.hideShown()
		}
	})
}

// redrawTime is how long the toolkit needs at most to draw a change. It draws 60 times a second.
const redrawTime = 100 * time.Millisecond

// followMinimizing hides secrets before the window is minimised, on systems that announce it. The system keeps the last
// picture of a minimised window, and may show it for a moment when the window is restored.
func (f *focusWatch) followMinimizing() {
	minimizing := func() (wait bool) {
		if !f.showsSecret() {
			return false
		}
		f.hideSecrets()
		f.page.Tasks.After(redrawTime, func() { nativewindow.Minimize(f.system.handle) })
		return true
	}
	restoring := func() {
		for _, d := range []time.Duration{redrawTime, 5 * redrawTime} { // twice, because the window may not be on screen at once
			f.page.Tasks.After(d, func() { f.page.Canvas.Refresh(f.page.Canvas.Content()) })
		}
	}
	if f.system.handle == 0 {
		return
	}
	if err := nativewindow.FollowMinimizing(f.system.handle, minimizing, restoring); err != nil {
		f.config.Logger.Warn("hiding secrets before the window is minimised", "error", err)
	}
}

// hideIfMinimized hides secrets at once if the window is minimised, because its picture may stay in a task bar. It looks
// twice, because some systems report it a moment late.
func (f *focusWatch) hideIfMinimized() {
	look := func(after time.Duration) {
		f.page.Tasks.After(after, func() {
			background.Go(f.page.Tasks, func(ctx context.Context) (bool, error) { return f.system.minimized(ctx), nil },
				func(gone bool, _ error) {
					if gone && f.lost {
						f.config.Logger.Info("minimised")
						f.hideSecrets()
					}
				})
		})
	}
	look(0)
	look(200 * time.Millisecond)
}
