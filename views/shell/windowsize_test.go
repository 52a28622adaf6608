package shell

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/app"
	"accesskeys/app/settings"
	"accesskeys/client/demo"
	"accesskeys/views/windowsize"
)

func TestWindowSizeIsKeptOnceItStays(t *testing.T) {
	r := newRig(t, demo.Options{})
	maximized, known := false, true
	r.maximized(func() (bool, bool) { return maximized, known })
	r.sizeOpened()
	kept := func() settings.WindowSize { return app.New(app.Config{Dir: r.dir}).Settings.Get().Window }

	r.setSize(fyne.NewSize(1300, 800))
	r.pass(windowsize.SettleTime - time.Millisecond)
	if kept() != (settings.WindowSize{}) {
		t.Error("kept while the window may still be changing")
	}
	r.pass(time.Millisecond)
	size := settings.WindowSize{Width: 1300, Height: 800}
	if kept() != size {
		t.Errorf("kept %+v", kept())
	}

	maximized = true
	r.setSize(fyne.NewSize(1920, 1000))
	r.pass(windowsize.SettleTime)
	size.Maximized = true
	if kept() != size {
		t.Errorf("maximised, it kept %+v", kept())
	}

	maximized, known = false, false // minimised
	r.setSize(fyne.NewSize(160, 30))
	r.pass(windowsize.SettleTime)
	if kept() != size {
		t.Errorf("minimised, it kept %+v", kept())
	}

	known = true
	r.setSize(fyne.NewSize(1210, 805))
	r.shortcut(shortcutQuit())
	if now := kept(); now != (settings.WindowSize{Width: 1210, Height: 805}) {
		t.Errorf("at the end it kept %+v", now)
	}
}

func TestMaximisedWindowIsMaximisedWhenItOpens(t *testing.T) {
	r := newRig(t, demo.Options{})
	times := 0
	r.onMaximize(func() { times++ })
	r.sizeOpened()
	r.wasMaximized()
	r.sizeOpened()
	r.pass(windowsize.MaximizeDelay)
	if times != 1 {
		t.Errorf("maximised %d times", times)
	}
}
