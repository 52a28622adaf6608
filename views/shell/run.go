package shell

import (
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/app/platform/harden"
	"accesskeys/app/platform/nativewindow"
	"accesskeys/app/platform/screenlock"
	"accesskeys/views/history"
	"accesskeys/views/language"
	"accesskeys/views/preferencestab"
	"accesskeys/views/systemwindow"
)

// Run opens the window. It ends the process when the window is closed or the system asks for that, and so returns only
// if no window could be opened, with an error, or if the toolkit ends on its own.
func Run(a fyne.App, c Config) error {
	collector := debug.SetGCPercent(startGCPercent)
	looks := c.App.Settings.Get()
	a.Settings().SetTheme(preferencestab.ThemeOf(looks.Theme))
	c.Catalogue.UseChoice(looks.Language)
	win, err := systemwindow.Make(a, AppName())
	if err != nil {
		c.Instance.Release()
		return err
	}
	w := newWindow(win, c)
	w.frame.setMenu = (&nativeMenu{frame: w.frame, session: w.session, commands: w.commands, input: w.input}).set
	w.frame.setMenu()
	w.ending.OnSignal()
	w.raising.serve()
	w.opening.begin() // in parallel with making the window: keyring, server and fonts take about as long
	legible := language.WarmFonts(w.page.Tasks, c.Catalogue, looks.Language)
	w.size.Restore(nativewindow.Room())
	if err := w.system.Appear(); err != nil {
		w.page.Tasks.Close()
		w.ending.Finish()
		return err
	}
	w.protect(a.Lifecycle(), collector)
	w.looks.checkLegible(<-legible)
	w.opening.showFirstPage()
	w.raising.onScreen.Store(true)
	c.Signals.Expect()
	a.Lifecycle().SetOnStarted(func() {
		c.Signals.TakeBack()
		w.page.Tasks.Post(w.size.Opened)
	})
	a.Run()
	w.page.Tasks.Close()
	w.ending.Finish()
	return nil
}

// guardDelay is how long slow, less urgent work waits at the start, so that the keys are on screen first.
const guardDelay = 300 * time.Millisecond

// startGCPercent is the GOGC value until the keys are on screen: collecting garbage would take processor time from
// drawing.
const startGCPercent = 400

// protect starts everything that protects secrets while the window is open.
func (w *window) protect(l fyne.Lifecycle, collector int) {
	w.system.Attach()
	w.config.Clipboard.Attach(w.system.Handle)
	w.ending.OnDisplayLost()
	w.followPresses()
	w.focus.Follow(l)
	w.focus.FollowMinimizing()
	w.locking.idle.Watch()
	w.page.Tasks.After(guardDelay, func() {
		debug.SetGCPercent(collector)
		systemwindow.AskMotion(w.page.Tasks, w.frame.win.Canvas())
		history.Load(w.page, w.config.App.History, w.config.Logger)
		w.page.Tasks.Start(func() { harden.Keep(w.config.Ctx, w.config.Logger) })
		w.page.Tasks.Start(func() { screenlock.Watch(w.config.Ctx, w.config.Logger, w.locking.lockWhileAway) })
	})
}
