package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"accesskeys/views/kit/style"
)

type buttonRenderer struct {
	button *Button
	frame  *canvas.Rectangle
	ring   *ring
	label  *canvas.Text
	icon   *canvas.Image
	drawn  iconLook
}

// iconLook holds everything that the picture of an icon depends on.
type iconLook struct {
	icon    fyne.Resource
	ink     fyne.ThemeColorName
	variant fyne.ThemeVariant
}

func (r *buttonRenderer) Destroy() {}

func (r *buttonRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ring.Rectangle, r.frame, r.icon, r.label}
}

func (r *buttonRenderer) MinSize() fyne.Size {
	b := r.button
	height := ButtonHeight
	if b.Low {
		height = lowButtonHeight
	}
	switch {
	case b.Text == "":
		return fyne.NewSquareSize(IconButtonSize)
	case b.Kind == ButtonLink && b.Icon != nil:
		return fyne.NewSize(r.label.MinSize().Width+IconSize+iconGap+style.LinkGap, height)
	case b.Kind == ButtonLink:
		return fyne.NewSize(r.label.MinSize().Width+style.LinkGap, height)
	case b.Icon == nil:
		return fyne.NewSize(r.label.MinSize().Width+30, height)
	}
	return fyne.NewSize(r.label.MinSize().Width+IconSize+iconGap+2*PlainInset, height)
}

func (r *buttonRenderer) Layout(size fyne.Size) {
	r.frame.Resize(size)
	r.ring.place(size)

	width := float32(0)
	if r.button.Text != "" {
		width = r.label.MinSize().Width
	}
	x := (size.Width - width) / 2
	if r.button.Icon != nil {
		spacing := float32(0)
		if r.button.Text != "" {
			spacing = iconGap
		}
		x = (size.Width - width - IconSize - spacing) / 2
		r.icon.Resize(fyne.NewSquareSize(IconSize))
		r.icon.Move(fyne.NewPos(x, (size.Height-IconSize)/2))
		x += IconSize + spacing
	}
	style.PlaceLine(r.label, x, size.Height)
}

func (r *buttonRenderer) Refresh() {
	r.update()
	r.Layout(r.button.Size())
	canvas.Refresh(r.button)
}

func (r *buttonRenderer) update() {
	b := r.button
	fill, stroke, ink := b.colors()
	r.frame.FillColor = style.Color(b, fill)
	r.frame.StrokeColor = style.Color(b, stroke)
	r.frame.StrokeWidth = 1
	frameless := b.Kind == ButtonPlain || b.Kind == ButtonLink
	if frameless {
		r.frame.StrokeWidth = 0
	}
	r.frame.Hidden = frameless && !b.Hovered
	r.ring.recolor()
	r.ring.Hidden = !b.Ringed()
	r.label.Text = b.Text
	r.label.Color = style.Color(b, ink)
	r.icon.Hidden = b.Icon == nil
	if look := (iconLook{b.Icon, ink, style.Variant()}); look != r.drawn && b.Icon != nil {
		r.drawn = look // drawing an icon costs milliseconds
		r.icon.Resource = theme.NewColoredResource(b.Icon, ink)
		r.icon.Refresh()
	}
}

func (b *Button) colors() (fill, stroke, ink fyne.ThemeColorName) {
	if b.Disabled() {
		return theme.ColorNameDisabledButton, style.ColorBorder, theme.ColorNameDisabled
	}
	switch b.Kind {
	case ButtonPrimary:
		if b.Hovered {
			return style.ColorPrimaryHover, style.ColorPrimaryHover, style.ColorOnPrimary
		}
		return style.ColorPrimaryFill, style.ColorPrimaryFill, style.ColorOnPrimary
	case ButtonDanger:
		return style.ColorDangerFill, style.ColorDangerFill, style.ColorOnPrimary
	case ButtonPlain:
		return theme.ColorNameHover, theme.ColorNameHover, theme.ColorNameForeground
	case ButtonLink:
		return theme.ColorNameHover, theme.ColorNameHover, style.ColorLink
	}
	if b.Hovered {
		return style.ColorCard, style.ColorLink, style.ColorLink
	}
	return style.ColorCard, style.ColorBorder, theme.ColorNameForeground
}
