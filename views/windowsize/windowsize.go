// Package windowsize opens the window at the size that it had when the program ended.
package windowsize

import (
	"context"
	"image"
	"runtime"
	"sync"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/app/settings"
	"accesskeys/views/kit/background"
)

const (
	Width  = 1221 // the width of the vendor's screenshots of the tab
	Height = 700

	titleBarRoom = float32(36) // the height that the window's frame may take
	frameSides   = 4           // the pixels that the frame may take at the left and right together
	SettleTime   = time.Second // how long the size must stay the same before it is saved
	quitPatience = time.Second // how long Quit waits for the system to tell whether the window is maximised

	// MaximizeDelay gives the toolkit, whose loop has just begun, time to make the window as large as its content
	// needs. If the toolkit did so after the window is maximised, the window manager would take the maximised size
	// for the size to restore later.
	MaximizeDelay = 100 * time.Millisecond
)

// Keeper opens the window at the size that it had when the program ended, and saves the size when it changes.
type Keeper struct {
	win       fyne.Window
	tasks     *background.Tasks
	room      image.Point                                 // the usable size of the screen in pixels; zero if not known
	Look      func(ctx context.Context, ask func()) error // calls ask on the thread that may ask the system
	Maximized func() (maximized, known bool)
	Maximize  func()
	Keep      func(settings.WindowSize)

	stop    func() // stops the timer that saves the size
	opened  bool   // the window is on screen
	fitting bool   // fit is resizing the window

	mu     sync.Mutex
	size   fyne.Size
	fitted fyne.Size // the size that the screen had room for; zero if the former size fitted
	Last   settings.WindowSize
}

// New returns a Keeper for a window that had the size last.
func New(win fyne.Window, t *background.Tasks, last settings.WindowSize) *Keeper {
	return &Keeper{win: win, tasks: t, Last: last, stop: func() {}}
}

// Restore resizes the window to its former size, in the middle of a screen whose usable size is room.
func (s *Keeper) Restore(room image.Point) {
	s.room = room
	s.win.Resize(openingSize(s.Last))
	s.win.CenterOnScreen()
}

// Opened is called when the window is on screen and the toolkit's loop has begun.
func (s *Keeper) Opened() {
	s.opened = true
	if s.Last.Maximized {
		s.tasks.After(MaximizeDelay, func() { s.tasks.Start(s.Maximize) })
	}
}

// Resized is called when the window's content has got another size. While the window is not visible yet, it fits the
// size to the screen; Restore cannot, because the toolkit knows the scale only when it makes the window. Later, it
// saves the size once it stays the same.
func (s *Keeper) Resized(size fyne.Size) {
	s.mu.Lock()
	s.size = size
	s.mu.Unlock()
	if !s.opened {
		s.fit(size)
		return
	}
	s.stop()
	s.stop = s.tasks.After(SettleTime, func() {
		background.Go(s.tasks, s.ask, func(news bool, err error) {
			if news && err == nil {
				s.save()
			}
		})
	})
}

func (s *Keeper) fit(size fyne.Size) {
	if s.fitting {
		return
	}
	most, known := largest(s.room, s.win.Canvas().Scale())
	if fitted := size.Min(most); known && fitted != size {
		s.mu.Lock()
		s.fitted = fitted
		s.mu.Unlock()
		s.fitting = true
		s.win.Resize(fitted)
		s.fitting = false
	}
}

// Quit saves the last size while the window still exists. The UI thread waits for at most quitPatience.
func (s *Keeper) Quit() {
	s.stop()
	ctx, cancel := context.WithTimeout(context.WithoutCancel(s.tasks.Ctx), quitPatience)
	defer cancel()
	if runtime.GOOS == "darwin" {
		s.record(s.Maximized())
	} else {
		s.tasks.Start(func() {
			defer cancel()
			s.record(s.Maximized())
		})
		<-ctx.Done()
	}
	s.save()
}

// ask finds out whether the window is maximised, records the size, and reports whether it has changed.
func (s *Keeper) ask(ctx context.Context) (news bool, err error) {
	err = s.Look(ctx, func() { news = s.record(s.Maximized()) })
	return news, err
}

// save saves the size that note recorded.
func (s *Keeper) save() {
	s.mu.Lock()
	last := s.Last
	s.mu.Unlock()
	s.Keep(last)
}

// record records the size, and reports whether it has changed. It does not record a size that the screen has forced on
// the window, so that on a larger screen or at another scale the window opens at the size that the user chose.
func (s *Keeper) record(maximized, known bool) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	next := s.Last
	switch {
	case !known:
		return false
	case !maximized && !s.isForced():
		next.Width, next.Height = int(s.size.Width+2*epsilon), int(s.size.Height+2*epsilon)
	}
	next.Maximized = maximized
	news := next != s.Last
	s.Last = next
	return news
}

// isForced reports whether the window still has the size that the screen had room for, up to rounding to whole pixels.
func (s *Keeper) isForced() bool {
	off := s.size.Subtract(s.fitted)
	return !s.fitted.IsZero() && max(off.Width, -off.Width, off.Height, -off.Height) <= 1
}

// epsilon is less than a pixel, and more than the rounding errors of computing with scales. The toolkit rounds sizes up
// to whole pixels, so that the window would grow at each start if it were not asked for a hair less than the saved
// size.
const epsilon = 0.01

// openingSize returns the size to open the window with.
func openingSize(s settings.WindowSize) fyne.Size {
	if s.Width == 0 {
		return fyne.NewSize(Width, Height)
	}
	return fyne.NewSize(float32(s.Width)-epsilon, float32(s.Height)-epsilon)
}

// largest returns the largest content that a window with a frame can have on a screen whose usable size is room.
func largest(room image.Point, scale float32) (size fyne.Size, known bool) {
	if room == (image.Point{}) || scale <= 0 {
		return fyne.Size{}, false
	}
	return fyne.NewSize(float32(room.X-frameSides)/scale, float32(room.Y)/scale-titleBarRoom), true
}
