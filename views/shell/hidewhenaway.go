package shell

import (
	"context"
	"time"

	"accesskeys/app/platform/nativewindow"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/page"
)

// focusPatience is how long secrets stay when another window gets the focus: long enough for the keyring's
// prompt to go, or for a user who went to the wrong window.
const focusPatience = 2 * time.Second

// focusWatch hides what is secret when the window is without the keyboard or minimised.
type focusWatch struct {
	*state
	config *Config
	page   *page.Window
	system *systemWindow
	onUsed func() // the user has come back
	lost   bool   // another window has the keyboard
}

// follow takes note of when the window gets or loses the keyboard. There is one window, so what the
// toolkit reports about the application is about the window.
func (f *focusWatch) follow(l fyneLifecycle) {
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
		f.watch()
	})
}

// fyneLifecycle is the part of fyne.Lifecycle that reports the focus.
type fyneLifecycle interface {
	SetOnEnteredForeground(func())
	SetOnExitedForeground(func())
}

// watch hides what is secret where the window stays without the keyboard for more than a moment.
func (f *focusWatch) watch() {
	if !f.lost {
		return
	}
	f.page.Tasks.After(focusPatience, func() {
		if f.lost {
			f.hideShown()
		}
	})
}

// drawnBy is when the toolkit has drawn what was changed; it draws 60 times a second.
const drawnBy = 100 * time.Millisecond

// followMinimizing hides what is secret before the window is minimised, where the system tells: it keeps the last
// picture of a minimised window, and may show that at first when the window comes back.
func (f *focusWatch) followMinimizing() {
	minimizing := func() (wait bool) {
		if !f.showsSecret() {
			return false
		}
		f.hideSecrets()
		f.page.Tasks.After(drawnBy, func() { nativewindow.Minimize(f.system.handle) })
		return true
	}
	restoring := func() {
		for _, d := range []time.Duration{drawnBy, 5 * drawnBy} { // it may not be on screen at once
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

// hideIfMinimized hides what is secret at once where the window has gone: its picture may stay in a task
// bar. Some systems say that it has a moment later.
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
