package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

type buttonRenderer struct {
	button      *button
	frame, ring *canvas.Rectangle
	label       *canvas.Text
	icon        *canvas.Image
	drawn       iconLook
}

// iconLook is what an icon's picture depends on.
type iconLook struct {
	icon    fyne.Resource
	ink     fyne.ThemeColorName
	variant fyne.ThemeVariant
}

func (r *buttonRenderer) Destroy() {}

func (r *buttonRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ring, r.frame, r.icon, r.label}
}

func (r *buttonRenderer) MinSize() fyne.Size {
	b := r.button
	switch {
	case b.Text == "":
		return fyne.NewSquareSize(buttonHeight)
	case b.Kind == buttonLink:
		return fyne.NewSize(r.label.MinSize().Width+linkGap, buttonHeight)
	case b.Icon == nil:
		return fyne.NewSize(r.label.MinSize().Width+30, buttonHeight)
	}
	return fyne.NewSize(r.label.MinSize().Width+iconSize+8+20, buttonHeight)
}

func (r *buttonRenderer) Layout(size fyne.Size) {
	r.frame.Resize(size)
	r.ring.Resize(size.AddWidthHeight(8, 8)) // with a gap, to be seen around a button of its own colour
	r.ring.Move(fyne.NewPos(-4, -4))

	width := float32(0)
	if r.button.Text != "" {
		width = r.label.MinSize().Width
	}
	x := (size.Width - width) / 2
	if r.button.Icon != nil {
		spacing := float32(0)
		if r.button.Text != "" {
			spacing = 8
		}
		x = (size.Width - width - iconSize - spacing) / 2
		r.icon.Resize(fyne.NewSquareSize(iconSize))
		r.icon.Move(fyne.NewPos(x, (size.Height-iconSize)/2))
		x += iconSize + spacing
	}
	place(r.label, x, size.Height)
}

func (r *buttonRenderer) Refresh() {
	r.update()
	r.Layout(r.button.Size())
	canvas.Refresh(r.button)
}

func (r *buttonRenderer) update() {
	b := r.button
	fill, stroke, ink := b.colors()
	r.frame.FillColor = themeColor(b, fill)
	r.frame.StrokeColor = themeColor(b, stroke)
	r.frame.StrokeWidth = 1
	frameless := b.Kind == buttonPlain || b.Kind == buttonLink
	if frameless {
		r.frame.StrokeWidth = 0
	}
	r.frame.Hidden = frameless && !b.hovered
	r.ring.StrokeColor = themeColor(b, theme.ColorNamePrimary)
	r.ring.Hidden = !b.focused
	r.label.Text = b.Text
	r.label.Color = themeColor(b, ink)
	r.icon.Hidden = b.Icon == nil
	if look := (iconLook{b.Icon, ink, shownVariant()}); look != r.drawn && b.Icon != nil {
		r.drawn = look // drawing an icon costs milliseconds
		r.icon.Resource = theme.NewColoredResource(b.Icon, ink)
		r.icon.Refresh()
	}
}

func (b *button) colors() (fill, stroke, ink fyne.ThemeColorName) {
	if b.Disabled() {
		return theme.ColorNameDisabledButton, colorBorder, theme.ColorNameDisabled
	}
	switch b.Kind {
	case buttonPrimary:
		if b.hovered {
			return colorPrimaryHover, colorPrimaryHover, colorOnPrimary
		}
		return colorPrimaryFill, colorPrimaryFill, colorOnPrimary
	case buttonDanger:
		return colorDangerFill, colorDangerFill, colorOnPrimary
	case buttonPlain:
		return theme.ColorNameHover, theme.ColorNameHover, theme.ColorNameForeground
	case buttonLink:
		return theme.ColorNameHover, theme.ColorNameHover, colorLink
	}
	if b.hovered {
		return colorCard, colorLink, colorLink
	}
	return colorCard, colorBorder, theme.ColorNameForeground
}
