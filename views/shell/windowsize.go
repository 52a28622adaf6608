package shell

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
	windowWidth  = 1221 // the width of the vendor's own pictures of the tab
	windowHeight = 700

	titleBarRoom = float32(36) // of the window's frame
	frameSides   = 4           // pixels that the frame may take left and right together
	stillTime    = time.Second // after the last change of the size, before it is remembered
	quitPatience = time.Second // with a display that is slow to tell whether the window is maximised

	// maximizeDelay is for the toolkit, whose loop has just begun, to make the window as large as its content needs.
	// Done later, that would have the window manager take the maximised size for the former one.
	maximizeDelay = 100 * time.Millisecond
)

// windowSize opens the window as large as it was when the program ended, and remembers how large it is.
type windowSize struct {
	win       fyne.Window
	tasks     *background.Tasks
	room      image.Point                                 // on the screen, in pixels; zero where that is not known
	look      func(ctx context.Context, ask func()) error // asks where the system may be asked
	maximized func() (maximized, known bool)
	maximize  func()
	keep      func(settings.WindowSize)

	stop    func() // ends the wait until the size stays
	opened  bool   // the window has been seen
	fitting bool

	mu   sync.Mutex
	size fyne.Size
	last settings.WindowSize
}

func newWindowSize(win fyne.Window, t *background.Tasks, last settings.WindowSize) *windowSize {
	return &windowSize{win: win, tasks: t, last: last, stop: func() {}}
}

// Restore opens the window as large as it was, in the middle of a screen that has so much room.
func (s *windowSize) Restore(room image.Point) {
	s.room = room
	s.win.Resize(sizeOf(s.last))
	s.win.CenterOnScreen()
}

// Opened is for when the window is on screen and the toolkit's loop has begun.
func (s *windowSize) Opened() {
	s.opened = true
	if s.last.Maximized {
		s.tasks.After(maximizeDelay, func() { s.tasks.Start(s.maximize) })
	}
}

// Resized takes note of another size of the window's content. The toolkit knows its scale only when it
// makes the window: so the size is fitted to the screen here, while the window is not to be seen yet.
func (s *windowSize) Resized(size fyne.Size) {
	s.mu.Lock()
	s.size = size
	s.mu.Unlock()
	if !s.opened {
		s.fit(size)
		return
	}
	s.stop()
	s.stop = s.tasks.After(stillTime, func() {
		background.Go(s.tasks, s.ask, func(news bool, err error) {
			if news && err == nil {
				s.save()
			}
		})
	})
}

func (s *windowSize) fit(size fyne.Size) {
	if s.fitting {
		return
	}
	most, known := largest(s.room, s.win.Canvas().Scale())
	if fitted := size.Min(most); known && fitted != size {
		s.fitting = true
		s.win.Resize(fitted)
		s.fitting = false
	}
}

// Quit remembers the last size, while the window is still there. The UI thread waits a moment for it.
func (s *windowSize) Quit() {
	s.stop()
	ctx, cancel := context.WithTimeout(context.WithoutCancel(s.tasks.Ctx), quitPatience)
	defer cancel()
	if runtime.GOOS == "darwin" {
		s.note(s.maximized())
	} else {
		s.tasks.Start(func() {
			defer cancel()
			s.note(s.maximized())
		})
		<-ctx.Done()
	}
	s.save()
}

// ask asks whether the window is maximised, and reports whether the size is news.
func (s *windowSize) ask(ctx context.Context) (news bool, err error) {
	err = s.look(ctx, func() { news = s.note(s.maximized()) })
	return news, err
}

// save writes what was noted.
func (s *windowSize) save() {
	s.mu.Lock()
	last := s.last
	s.mu.Unlock()
	s.keep(last)
}

// note takes note of the size, and reports whether it is news.
func (s *windowSize) note(maximized, known bool) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	next := s.last
	switch {
	case !known:
		return false
	case !maximized:
		next.Width, next.Height = int(s.size.Width+2*aHair), int(s.size.Height+2*aHair)
	}
	next.Maximized = maximized
	news := next != s.last
	s.last = next
	return news
}

// aHair is less than a pixel, and more than what is lost in computing with scales. The toolkit rounds up to
// whole pixels: asked for a hair less than was remembered, it makes no window grow from start to start.
const aHair = 0.01

// sizeOf is the size to open with.
func sizeOf(s settings.WindowSize) fyne.Size {
	if s.Width == 0 {
		return fyne.NewSize(windowWidth, windowHeight)
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
