package scroll

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/style"
)

// longList is a list of rows 26 high, 30 apart, in a window 300 high.
type longList struct {
	widget.List
	rows   int
	canvas fyne.Canvas
}

func (l *longList) CreateRenderer() fyne.WidgetRenderer { return NewListRenderer(&l.List) }

func showList(t *testing.T, rows int) *longList {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	l := &longList{rows: rows}
	l.Length = func() int { return l.rows }
	l.CreateItem = func() fyne.CanvasObject { return style.Gap(100, 26) }
	l.UpdateItem = func(int, fyne.CanvasObject) {}
	l.ExtendBaseWidget(l)
	w := test.NewTempWindow(t, l)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(200, 300))
	l.canvas = w.Canvas()
	return l
}

// end is how far the list can be scrolled.
func (l *longList) end() float32 { return float32(l.rows)*30 - 4 - 300 }

func (l *longList) bar() *Bar { return barIn(test.WidgetRenderer(l).Objects()) }

func barIn(objects []fyne.CanvasObject) *Bar { return objects[1].(*Bar) }

// drawn returns where the thumb is drawn.
func (b *Bar) drawn() (top, left, length float32) {
	thumb := test.WidgetRenderer(b).Objects()[0].(*fyne.Container).Objects[1].(*canvas.Rectangle)
	return thumb.Position().Y, b.Position().X + thumb.Position().X, thumb.Size().Height
}

func (b *Bar) press(y float32) {
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	e.Position.Y = y
	b.MouseDown(e)
}

func (b *Bar) drag(y float32) {
	e := &fyne.DragEvent{}
	e.Position.Y = y
	b.Dragged(e)
}

func near(a, b float32) bool { return math.Abs(float64(a-b)) < 1 }

func TestThumbOfALongListIsLong(t *testing.T) {
	for rows, want := range map[int]float32{1000: 28, 500: 28, 20: 300 * 300 / 596.} {
		l := showList(t, rows)
		if top, _, length := l.bar().drawn(); top != 0 || !near(length, want) {
			t.Errorf("of %d rows it is %v long, from %v", rows, length, top)
		}
		l.ScrollToBottom()
		if top, _, length := l.bar().drawn(); !near(top+length, 300) {
			t.Errorf("at the end of %d rows it is from %v to %v", rows, top, top+length)
		}
	}
}

func TestListFollowsTheThumb(t *testing.T) {
	l := showList(t, 500)
	b := l.bar()
	b.press(20)
	if l.GetScrollOffset() != 0 {
		t.Errorf("a press scrolls to %v", l.GetScrollOffset())
	}
	for y, want := range map[float32]float32{20 + 272/2: l.end() / 2, 20 + 272/4: l.end() / 4, 292: l.end(), 1000: l.end(), -50: 0} {
		b.drag(y)
		if got := l.GetScrollOffset(); !near(got, want) || (want == l.end() && got != want) {
			t.Errorf("dragged from 20 to %v it is scrolled by %v, not %v", y, got, want)
		}
	}
	b.drag(20 + 100)
	b.DragEnd()
	if top, _, _ := b.drawn(); !near(top, 100) {
		t.Errorf("dragged by 100, the thumb is at %v", top)
	}
}

func TestPressBesideTheThumbTakesHoldOfIt(t *testing.T) {
	l := showList(t, 500)
	b := l.bar()
	for _, y := range []float32{200, 100} {
		b.press(y)
		if top, _, length := b.drawn(); !near(top+length/2, y) {
			t.Errorf("after a press at %v the thumb is from %v to %v", y, top, top+length)
		}
		b.drag(y + 40)
		if top, _, length := b.drawn(); !near(top+length/2, y+40) || !near(l.GetScrollOffset(), l.end()*top/272) {
			t.Errorf("dragged to %v, the thumb is from %v to %v, the list at %v", y+40, top, top+length, l.GetScrollOffset())
		}
		b.DragEnd()
	}
	e := &desktop.MouseEvent{Button: desktop.MouseButtonSecondary}
	at := l.GetScrollOffset()
	if b.MouseDown(e); l.GetScrollOffset() != at {
		t.Errorf("the right button scrolls to %v", l.GetScrollOffset())
	}
}

func TestNoBarWhenAllFits(t *testing.T) {
	l := showList(t, 5)
	b := l.bar()
	for rows, want := range map[int]bool{10: false, 11: true} {
		l.rows = rows
		if l.Refresh(); b.Visible() != want {
			t.Errorf("with %d rows it is shown: %t", rows, b.Visible())
		}
	}
}

func TestThumbIsWhereTheListIs(t *testing.T) {
	l := showList(t, 500)
	for how, scrolls := range map[string]func(){
		"by code":                      func() { l.ScrollToOffset(3000) },
		"to a row":                     func() { l.ScrollTo(100) },
		"to the end":                   l.ScrollToBottom,
		"by the wheel over the scroll": func() { test.Scroll(l.canvas, fyne.NewPos(100, 100), 0, -500) },
		"by the wheel over the bar":    func() { test.Scroll(l.canvas, fyne.NewPos(197, 100), 0, -500) },
	} {
		l.ScrollToTop()
		scrolls()
		at := l.GetScrollOffset()
		if top, _, _ := l.bar().drawn(); at == 0 || !near(top, 272*at/l.end()) {
			t.Errorf("scrolled %s to %v of %v, the thumb is at %v", how, at, l.end(), top)
		}
	}
}

func TestBarIsWideWhileItIsUsed(t *testing.T) {
	l := showList(t, 500)
	b := l.bar()
	look := func(when string, want float32) {
		t.Helper()
		if _, left, _ := b.drawn(); left != want {
			t.Errorf("%s the thumb begins at %v, not %v", when, left, want)
		}
	}
	look("at rest", 197)
	test.MoveMouse(l.canvas, fyne.NewPos(195, 100))
	look("under the pointer", 188)
	b.drag(50)
	test.MoveMouse(l.canvas, fyne.NewPos(100, 100))
	look("while it is dragged", 188)
	b.DragEnd()
	look("afterwards", 197)
}

func TestPageHasABarInItsGutter(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	page := NewPage(container.NewVBox(style.Gap(100, 1000)))
	page.Object.Resize(fyne.NewSize(200, 300))
	b := barIn(page.Object.Objects)
	if b.Position().X < 200 {
		t.Errorf("it is at %v", b.Position())
	}
	b.press(290)
	if b.drag(299); page.Scroll.Offset.Y != 700 {
		t.Errorf("it scrolls to %v", page.Scroll.Offset.Y)
	}
}
