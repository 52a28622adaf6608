package shell

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/app/platform/harden"
	"accesskeys/app/platform/nativewindow"
	"accesskeys/app/platform/screenlock"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/keyboard"
	"accesskeys/views/language"
)

// Run opens the window and ends the process when it is closed, or the system asks it to end. It returns only if the
// toolkit ends by itself, or with an error if no window opens.
func Run(a fyne.App, c Config) error {
	looks := c.App.Settings.Get()
	a.Settings().SetTheme(themeOf(looks.Theme))
	c.Catalogue.Speak(looks.Language)
	win, err := makeWindow(a)
	if err != nil {
		endClaim(c.Instance)
		return err
	}
	w := newWindow(win, c)
	w.setNativeMenu()
	w.heedEnd()
	w.heedCalls()
	w.begin() // keyring, server and fonts are as slow as making the window is: all at once
	legible := language.WarmFonts(w.Tasks, c.Catalogue, looks.Language)
	w.size.Restore(nativewindow.Room())
	if err := w.appear(); err != nil {
		w.Tasks.End()
		w.finish()
		return err
	}
	w.protect(a.Lifecycle())
	w.firstWords(<-legible)
	w.firstLook()
	w.onScreen.Store(true)
	c.Signals.Expect()
	a.Lifecycle().SetOnStarted(func() {
		c.Signals.TakeBack()
		w.Tasks.Post(w.size.Opened)
	})
	a.Run()
	w.Tasks.End()
	w.finish()
	return nil
}

// guardDelay is how long what takes a while to begin waits, so that the keys are on screen first.
const guardDelay = 300 * time.Millisecond

// protect begins to look after what is secret while the window is open.
func (w *window) protect(l fyne.Lifecycle) {
	w.attach()
	w.heedDisplay()
	keyboard.Follow(w.win, keyboard.Shortcuts{Has: w.hasShortcut, Do: w.typedShortcut})
	w.followFocus(l)
	w.idle.Watch()
	w.Tasks.After(guardDelay, func() {
		w.askMotion()
		w.Tasks.Start(w.harden)
		w.Tasks.Start(func() { screenlock.Watch(w.Ctx, w.Logger, w.away) })
	})
}

func (w *window) harden() {
	if err := harden.Process(); err != nil {
		w.Logger.Warn("keeping the memory to ourselves", "error", err)
	}
}

// away locks the window when the person's screen is locked or the computer is about to sleep, which waits
// for it where it can.
func (w *window) away() {
	ctx, cancel := context.WithTimeout(w.Ctx, background.AwayLimit)
	defer cancel()
	if err := w.Tasks.CallOnUI(ctx, w.lock); err != nil {
		w.Logger.Warn("locking while the person is away", "error", err)
	}
}
