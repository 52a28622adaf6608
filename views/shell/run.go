package shell

import (
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/app/platform/harden"
	"accesskeys/app/platform/nativewindow"
	"accesskeys/app/platform/screenlock"
	"accesskeys/views/history"
	"accesskeys/views/kit/press"
	"accesskeys/views/language"
	"accesskeys/views/preferencestab"
)

// Run opens the window and ends the process when it is closed, or the system asks it to end. It returns only if the
// toolkit ends by itself, or with an error if no window opens.
func Run(a fyne.App, c Config) error {
	collector := debug.SetGCPercent(startGarbage)
	looks := c.App.Settings.Get()
	a.Settings().SetTheme(preferencestab.ThemeOf(looks.Theme))
	c.Catalogue.UseChoice(looks.Language)
	win, err := makeWindow(a)
	if err != nil {
		endClaim(c.Instance)
		return err
	}
	w := newWindow(win, c)
	w.frame.setMenu = newNativeMenu(w).set
	w.frame.setMenu()
	w.ending.onSignal()
	w.raising.serve()
	w.opening.begin() // keyring, server and fonts are as slow as making the window is: all at once
	legible := language.WarmFonts(w.page.Tasks, c.Catalogue, looks.Language)
	w.size.Restore(nativewindow.Room())
	if err := w.system.appear(); err != nil {
		w.page.Tasks.Close()
		w.ending.finish()
		return err
	}
	w.protect(a.Lifecycle(), collector)
	w.looks.firstWords(<-legible)
	w.opening.firstLook()
	w.raising.onScreen.Store(true)
	c.Signals.Expect()
	a.Lifecycle().SetOnStarted(func() {
		c.Signals.TakeBack()
		w.page.Tasks.Post(w.size.Opened)
	})
	a.Run()
	w.page.Tasks.Close()
	w.ending.finish()
	return nil
}

// guardDelay is how long what takes a while to begin waits, so that the keys are on screen first.
const guardDelay = 300 * time.Millisecond

// startGarbage is how much garbage is left where it is until the keys are on screen, in percent of what is in use:
// collecting it takes the processor from what draws.
const startGarbage = 400

// protect begins to look after what is secret while the window is open.
func (w *window) protect(l fyne.Lifecycle, collector int) {
	w.system.attach()
	w.ending.onDisplayLost()
	press.Intercept(w.frame.win, press.Shortcuts{Has: w.commands.has, Do: w.input.typedShortcut}, &w.page.Presses)
	w.focus.follow(l)
	w.focus.followMinimizing()
	w.locking.idle.Watch()
	w.page.Tasks.After(guardDelay, func() {
		debug.SetGCPercent(collector)
		w.looks.askMotion()
		history.Load(w.page, w.config.App.History, w.config.Logger)
		w.page.Tasks.Start(func() { harden.Keep(w.config.Ctx, w.config.Logger) })
		w.page.Tasks.Start(func() { screenlock.Watch(w.config.Ctx, w.config.Logger, w.locking.away) })
	})
}
