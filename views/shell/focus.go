package shell

import (
	"context"
	"time"

	"accesskeys/app/platform/nativewindow"
	"accesskeys/views/kit/background"
)

// focusPatience is how long secrets stay when another window gets the focus: long enough for the keyring's
// prompt to go, or for who went to the wrong window.
const focusPatience = 2 * time.Second

// followFocus has the window told when it gets or loses the keyboard. There is one window, so what the
// toolkit tells of the application is about it.
func (w *window) followFocus(l fyneLifecycle) {
	l.SetOnEnteredForeground(func() {
		w.unfocused = false
		w.idle.Active()
		if w.settings != nil {
			w.settings.keys.FocusGained()
		}
	})
	l.SetOnExitedForeground(func() {
		w.unfocused = true
		w.hideIfMinimized()
		w.WatchFocus()
	})
}

// fyneLifecycle is the part of fyne.Lifecycle that tells of the focus.
type fyneLifecycle interface {
	SetOnEnteredForeground(func())
	SetOnExitedForeground(func())
}

// WatchFocus hides what is secret where the window stays without the keyboard for more than a moment.
func (w *window) WatchFocus() {
	if !w.unfocused {
		return
	}
	w.Tasks.After(focusPatience, func() {
		if w.unfocused {
			w.hideShown()
		}
	})
}

// hideIfMinimized hides what is secret at once where the window has gone: its picture may stay in a task
// bar. Some systems say that it has a moment later.
func (w *window) hideIfMinimized() {
	look := func(after time.Duration) {
		w.Tasks.After(after, func() {
			background.Go(w.Tasks, func(ctx context.Context) (bool, error) { return w.minimized(ctx), nil },
				func(gone bool, _ error) {
					if gone && w.unfocused {
						w.Logger.Info("minimised")
						w.hideSecrets()
					}
				})
		})
	}
	look(0)
	look(200 * time.Millisecond)
}

func (w *window) minimized(ctx context.Context) (gone bool) {
	err := w.look(ctx, func() { gone = nativewindow.Minimized(w.handle) })
	return err == nil && gone
}

func (w *window) hideSecrets() {
	if w.settings != nil {
		w.settings.keys.HideSecrets()
	}
}

func (w *window) hideShown() {
	if w.settings != nil {
		w.settings.keys.HideShown()
	}
}
