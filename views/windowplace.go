package views

import (
	"context"
	"image"
	"runtime"
	"sync"
	"time"

	"fyne.io/fyne/v2"
	fynedesktop "fyne.io/fyne/v2/driver/desktop"

	"accesskeys/app"
	"accesskeys/app/desktop"
	"accesskeys/views/kit/background"
)

const (
	windowWidth  = 1221 // the width of the vendor's own pictures of the tab
	windowHeight = 700

	titleBarRoom  = float32(36) // of a frame that has not been seen yet
	frameSides    = 4           // pixels that such a frame may take left and right together
	reachableEdge = 64          // how much of a title bar must be on a screen to get hold of it
	stillTime     = time.Second // for which a window is let be before its place is remembered
	quitPatience  = time.Second // with a display that is slow to tell the last place
)

// placement puts the window where it was when the program ended, and remembers where it is.
type placement struct {
	win     fyne.Window
	tasks   *background.Tasks
	screens []image.Rectangle
	look    func(ctx context.Context, ask func()) error // asks where the system may be asked
	locate  func() (p desktop.Place, sizeOnly, ok bool)
	keep    func(app.WindowPlace)

	stop    func() // ends the wait until the window is still
	opened  bool   // it has been seen
	fitting bool

	mu   sync.Mutex
	size fyne.Size
	last app.WindowPlace
}

func newPlacement(win fyne.Window, t *background.Tasks, last app.WindowPlace) *placement {
	return &placement{win: win, tasks: t, last: last, stop: func() {}}
}

// Restore has the window open where it was, or in the middle of the first of the screens.
func (p *placement) Restore(screens []image.Rectangle) {
	p.screens = screens
	p.win.Resize(sizeOf(p.last))
	native, ok := p.win.(fynedesktop.Window)
	if _, found := screenOf(p.last, screens); ok && found {
		native.RequestPosition(p.last.X, p.last.Y)
		return
	}
	p.win.CenterOnScreen()
}

// Opened tells that the window is on screen now, and whether it is to be maximised.
func (p *placement) Opened() (maximize bool) {
	p.opened = true
	return p.last.Maximized
}

// Resized takes note of another size of the window's content. The toolkit knows its scale only when it
// makes the window: so the size is fitted to the screen here, while the window is not to be seen yet.
func (p *placement) Resized(size fyne.Size) {
	p.mu.Lock()
	p.size = size
	p.mu.Unlock()
	if p.opened {
		p.Touched()
	} else {
		p.fit(size)
	}
}

func (p *placement) fit(size fyne.Size) {
	if p.fitting {
		return
	}
	room, ok := largest(p.last, p.screens, p.win.Canvas().Scale())
	if fitted := size.Min(room); ok && fitted != size {
		p.fitting = true
		p.win.Resize(fitted)
		p.fitting = false
	}
}

// Touched is for when the window may have been moved: nothing tells of that. Its place is remembered once
// it is still.
func (p *placement) Touched() {
	if !p.opened {
		return
	}
	p.stop()
	p.stop = p.tasks.After(stillTime, func() {
		background.Go(p.tasks, p.find, func(news bool, err error) {
			if news && err == nil {
				p.save()
			}
		})
	})
}

// Quit remembers the last place, while the window is still there. The UI thread waits a moment for it.
func (p *placement) Quit() {
	p.stop()
	ctx, cancel := context.WithTimeout(context.WithoutCancel(p.tasks.Ctx), quitPatience)
	defer cancel()
	if runtime.GOOS == "darwin" {
		p.note(p.locate())
	} else {
		p.tasks.Start(func() {
			defer cancel()
			p.note(p.locate())
		})
		<-ctx.Done()
	}
	p.save()
}

// find finds out where the window is, and reports whether that is news.
func (p *placement) find(ctx context.Context) (news bool, err error) {
	err = p.look(ctx, func() { news = p.note(p.locate()) })
	return news, err
}

// save writes what was noted.
func (p *placement) save() {
	p.mu.Lock()
	last := p.last
	p.mu.Unlock()
	p.keep(last)
}

// note takes note of where the window is, and reports whether that is news.
func (p *placement) note(at desktop.Place, sizeOnly, ok bool) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	next := p.last
	switch {
	case !ok && !sizeOnly:
		return false
	case at.Maximized:
		next.Maximized = true
	default:
		next.Width, next.Height = int(p.size.Width+2*aHair), int(p.size.Height+2*aHair)
		next.Maximized = false
		if ok {
			next.Placed, next.X, next.Y, next.Top = true, at.At.X, at.At.Y, at.Top
		}
	}
	news := next != p.last
	p.last = next
	return news
}

// aHair is less than a pixel, and more than what is lost in computing with scales. The toolkit rounds up to
// whole pixels: asked for a hair less than was remembered, it makes no window grow from start to start.
const aHair = 0.01

// sizeOf is the size to open with.
func sizeOf(p app.WindowPlace) fyne.Size {
	if p.Width == 0 {
		return fyne.NewSize(windowWidth, windowHeight)
	}
	return fyne.NewSize(float32(p.Width)-aHair, float32(p.Height)-aHair)
}

// screenOf is the screen on which a person could get hold of the title bar of a window that is put where it
// was, if there is one.
func screenOf(p app.WindowPlace, screens []image.Rectangle) (screen image.Rectangle, found bool) {
	bar := image.Rect(p.X, p.Y-p.Top, p.X+p.Width, p.Y)
	if p.Top == 0 {
		bar.Max.Y++
	}
	for _, s := range screens {
		if on := bar.Intersect(s); p.Placed && on.Dy() == bar.Dy() && on.Dx() >= reachableEdge {
			return s, true
		}
	}
	return image.Rectangle{}, false
}

// largest is the size that a window can have on the screen that it opens on.
func largest(p app.WindowPlace, screens []image.Rectangle, scale float32) (size fyne.Size, known bool) {
	if len(screens) == 0 || scale <= 0 {
		return fyne.Size{}, false
	}
	screen, found := screenOf(p, screens)
	sides, top := 0, float32(p.Top)
	if !found {
		screen, sides, top = screens[0], frameSides, titleBarRoom*scale
	}
	return fyne.NewSize(float32(screen.Dx()-sides)/scale, (float32(screen.Dy())-top)/scale), true
}
