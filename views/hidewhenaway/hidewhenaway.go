// Package hidewhenaway hides secrets when the window loses the keyboard or is minimised.
package hidewhenaway

import (
	"context"
	"log/slog"
	"time"

	"accesskeys/app/platform/nativewindow"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/page"
	"accesskeys/views/systemwindow"
)

// Patience is how long secrets stay when another window gets the focus: long enough for the keyring's prompt to
// close, or for a user who switched to the wrong window.
const Patience = 2 * time.Second

// Host is what a Watch needs of the window.
type Host interface {
	ShowsSecret() bool
	HideShown()
	HideSecrets() // like HideShown, but also hides those that are still being fetched
	FocusGained() // called when the user comes back
}

// Watch hides secrets when the window loses the keyboard or is minimised.
type Watch struct {
	host   Host
	page   *page.Window
	logger *slog.Logger
	system *systemwindow.Window
	Lost   bool // the window does not have the keyboard
}

// New returns a Watch that does not observe the window yet.
func New(h Host, p *page.Window, logger *slog.Logger, system *systemwindow.Window) *Watch {
	return &Watch{host: h, page: p, logger: logger, system: system}
}

// Follow observes when the window gets or loses the keyboard. The toolkit reports this for the application, but there is
// only one window.
func (f *Watch) Follow(l Events) {
	l.SetOnEnteredForeground(func() {
		f.Lost = false
		f.page.Presses.ComeBack()
		f.host.FocusGained()
	})
	l.SetOnExitedForeground(func() {
		f.Lost = true
		f.hideIfMinimized()
		f.HideUnlessFocused()
	})
}

// Events is the part of fyne.Lifecycle that reports the focus.
type Events interface {
	SetOnEnteredForeground(func())
	SetOnExitedForeground(func())
}

// HideUnlessFocused hides secrets if the window does not have the keyboard now and still lacks it after a moment.
func (f *Watch) HideUnlessFocused() {
	if !f.Lost {
		return
	}
	f.page.Tasks.After(Patience, func() {
		if f.Lost {
			f.host.HideShown()
		}
	})
}

// redrawTime is how long the toolkit needs at most to draw a change. It draws 60 times a second.
const redrawTime = 100 * time.Millisecond

// FollowMinimizing hides secrets before the window is minimised, on systems that announce it. The system keeps the last
// picture of a minimised window, and may show it for a moment when the window is restored.
func (f *Watch) FollowMinimizing() {
	minimizing := func() (wait bool) {
		if !f.host.ShowsSecret() {
			return false
		}
		f.host.HideSecrets()
		f.page.Tasks.After(redrawTime, func() { nativewindow.Minimize(f.system.Handle) })
		return true
	}
	restoring := func() {
		for _, d := range []time.Duration{redrawTime, 5 * redrawTime} { // twice, because the window may not be on screen at once
			f.page.Tasks.After(d, func() { f.page.Canvas.Refresh(f.page.Canvas.Content()) })
		}
	}
	if f.system.Handle == 0 {
		return
	}
	if err := nativewindow.FollowMinimizing(f.system.Handle, minimizing, restoring); err != nil {
		f.logger.Warn("hiding secrets before the window is minimised", "error", err)
	}
}

// hideIfMinimized hides secrets at once if the window is minimised, because its picture may stay in a task bar. It looks
// twice, because some systems report it a moment late.
func (f *Watch) hideIfMinimized() {
	look := func(after time.Duration) {
		f.page.Tasks.After(after, func() {
			background.Go(f.page.Tasks, func(ctx context.Context) (bool, error) { return f.system.Minimized(ctx), nil },
				func(gone bool, _ error) {
					if gone && f.Lost {
						f.logger.Info("minimised")
						f.host.HideSecrets()
					}
				})
		})
	}
	look(0)
	look(200 * time.Millisecond)
}
