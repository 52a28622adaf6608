package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/style"
	"accesskeys/views/kit/tooltip"
)

// Clearer is the sign within a FilterField that empties it by a click. It is there while the field has a text. It takes no
// focus, so that the keyboard stays in the field, where Escape does the same.
type Clearer struct {
	widget.BaseWidget
	tooltip.Hover
	field *FilterField
	icon  *widget.Icon
}

func newClearer(f *FilterField, tips tooltip.Offerer) *Clearer {
	c := &Clearer{field: f, icon: widget.NewIcon(nil)}
	c.Tips, c.Redraw = tips, c.Refresh
	c.TellOn(c, c.AccessibilityLabel)
	c.ExtendBaseWidget(c)
	return c
}

// Tapped empties the field, and gives it the keyboard.
func (c *Clearer) Tapped(*fyne.PointEvent) {
	c.MouseOut()
	c.field.SetText("")
	if on := fyne.CurrentApp().Driver().CanvasForObject(c.field.self); on != nil {
		on.Focus(c.field.self.(fyne.Focusable))
	}
}

// Cursor returns a hand.
func (c *Clearer) Cursor() desktop.Cursor { return desktop.PointerCursor }

// AccessibilityLabel says what a click does.
func (c *Clearer) AccessibilityLabel() string { return lang.L("Clear Filter") }

// AccessibilityRole returns the role of a button.
func (c *Clearer) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (c *Clearer) CreateRenderer() fyne.WidgetRenderer {
	r := &clearerRenderer{clearer: c}
	r.update()
	return r
}

type clearerRenderer struct {
	clearer *Clearer
	drawn   iconLook
}

func (r *clearerRenderer) Destroy() {}

func (r *clearerRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.clearer.icon}
}

// MinSize returns the room that the text leaves free: none while the sign is hidden.
func (r *clearerRenderer) MinSize() fyne.Size {
	if r.clearer.Hidden {
		return fyne.Size{}
	}
	return fyne.NewSquareSize(IconButtonSize)
}

func (r *clearerRenderer) Layout(size fyne.Size) {
	r.clearer.icon.Resize(fyne.NewSquareSize(IconSize))
	r.clearer.icon.Move(fyne.NewPos((size.Width-IconSize)/2, (size.Height-IconSize)/2))
}

func (r *clearerRenderer) Refresh() {
	r.update()
	canvas.Refresh(r.clearer)
}

func (r *clearerRenderer) update() {
	ink := style.ColorSecondary
	if r.clearer.Hovered {
		ink = theme.ColorNameForeground
	}
	if look := (iconLook{theme.CancelIcon(), ink, style.Variant()}); look != r.drawn {
		r.drawn = look // drawing an icon costs milliseconds
		r.clearer.icon.SetResource(theme.NewColoredResource(look.icon, ink))
	}
}

// clearableRenderer shows the Clearer of a field while there is something to clear, and lays the text out beside it.
type clearableRenderer struct {
	fyne.WidgetRenderer
	field *FilterField
}

func (r *clearableRenderer) Refresh() {
	if show := r.field.Text != ""; show != r.field.clearer.Visible() {
		if !show {
			r.field.clearer.MouseOut() // the toolkit tells so only when the pointer moves
		}
		style.Show(r.field.clearer, show)
		r.WidgetRenderer.Layout(r.field.Size())
	}
	r.WidgetRenderer.Refresh()
}
