// Package windowsize opens the window as large as it was when the program ended.
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
	Width  = 1221 // the width of the vendor's own pictures of the tab
	Height = 700

	titleBarRoom = float32(36) // of the window's frame
	frameSides   = 4           // pixels that the frame may take left and right together
	StillTime    = time.Second // after the last change of the size, before it is remembered
	quitPatience = time.Second // with a display that is slow to tell whether the window is maximised

	// MaximizeDelay is for the toolkit, whose loop has just begun, to make the window as large as its content needs.
	// Done later, that would have the window manager take the maximised size for the former one.
	MaximizeDelay = 100 * time.Millisecond
)

// Keeper opens the window as large as it was when the program ended, and remembers how large it is.
type Keeper struct {
	win       fyne.Window
	tasks     *background.Tasks
	room      image.Point                                 // on the screen, in pixels; zero where that is not known
	Look      func(ctx context.Context, ask func()) error // asks where the system may be asked
	Maximized func() (maximized, known bool)
	Maximize  func()
	Keep      func(settings.WindowSize)

	stop    func() // ends the wait until the size stays
	opened  bool   // the window has been seen
	fitting bool

	mu     sync.Mutex
	size   fyne.Size
	fitted fyne.Size // what the screen had room for; zero where all of the former size fitted
	Last   settings.WindowSize
}

// New returns what keeps the size of a window that was that large the last time.
func New(win fyne.Window, t *background.Tasks, last settings.WindowSize) *Keeper {
	return &Keeper{win: win, tasks: t, Last: last, stop: func() {}}
}

// Restore opens the window as large as it was, in the middle of a screen that has so much room.
func (s *Keeper) Restore(room image.Point) {
	s.room = room
	s.win.Resize(sizeOf(s.Last))
	s.win.CenterOnScreen()
}

// Opened is for when the window is on screen and the toolkit's loop has begun.
func (s *Keeper) Opened() {
	s.opened = true
	if s.Last.Maximized {
		s.tasks.After(MaximizeDelay, func() { s.tasks.Start(s.Maximize) })
	}
}

// Resized takes note of another size of the window's content. The toolkit knows its scale only when it
// makes the window: so the size is fitted to the screen here, while the window is not to be seen yet.
func (s *Keeper) Resized(size fyne.Size) {
	s.mu.Lock()
	s.size = size
	s.mu.Unlock()
	if !s.opened {
		s.fit(size)
		return
	}
	s.stop()
	s.stop = s.tasks.After(StillTime, func() {
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

// Quit remembers the last size, while the window is still there. The UI thread waits a moment for it.
func (s *Keeper) Quit() {
	s.stop()
	ctx, cancel := context.WithTimeout(context.WithoutCancel(s.tasks.Ctx), quitPatience)
	defer cancel()
	if runtime.GOOS == "darwin" {
		s.note(s.Maximized())
	} else {
		s.tasks.Start(func() {
			defer cancel()
			s.note(s.Maximized())
		})
		<-ctx.Done()
	}
	s.save()
}

// ask asks whether the window is maximised, and reports whether the size is news.
func (s *Keeper) ask(ctx context.Context) (news bool, err error) {
	err = s.Look(ctx, func() { news = s.note(s.Maximized()) })
	return news, err
}

// save writes what was noted.
func (s *Keeper) save() {
	s.mu.Lock()
	last := s.Last
	s.mu.Unlock()
	s.Keep(last)
}

// note takes note of the size, and reports whether it is news. A size that the screen has forced on the window is none: on
// a larger screen, or at another scale, it opens as large as the user had left it.
func (s *Keeper) note(maximized, known bool) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	next := s.Last
	switch {
	case !known:
		return false
	case !maximized && !s.forced():
		next.Width, next.Height = int(s.size.Width+2*aHair), int(s.size.Height+2*aHair)
	}
	next.Maximized = maximized
	news := next != s.Last
	s.Last = next
	return news
}

// forced reports whether the window is still as large as the screen had room for, but for the pixels that it is rounded to.
func (s *Keeper) forced() bool {
	off := s.size.Subtract(s.fitted)
	return !s.fitted.IsZero() && max(off.Width, -off.Width, off.Height, -off.Height) <= 1
}

// aHair is less than a pixel, and more than what is lost in computing with scales. The toolkit rounds up to
// whole pixels: asked for a hair less than was remembered, it makes no window grow from start to start.
const aHair = 0.01

// sizeOf is the size to open with.
func sizeOf(s settings.WindowSize) fyne.Size {
	if s.Width == 0 {
		return fyne.NewSize(Width, Height)
	}
	return fyne.NewSize(float32(s.Width)-aHair, float32(s.Height)-aHair)
}

// largest is the size that a window with a frame can have in a room.
func largest(room image.Point, scale float32) (size fyne.Size, known bool) {
	if room == (image.Point{}) || scale <= 0 {
		return fyne.Size{}, false
	}
	return fyne.NewSize(float32(room.X-frameSides)/scale, float32(room.Y)/scale-titleBarRoom), true
}
