package shortcut

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/press"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/surface"
	"accesskeys/views/kit/text"
)

const (
	sheetColumn = float32(316) // width of a column
	twoColumns  = 2*sheetColumn + 32
	groupGap    = float32(8) // between groups of a column
)

// Show opens a dialog that lists every shortcut.
func (t Table) Show(d *dialog.Dialogs) {
	half := len(t) / 2
	d.Tell(lang.L("Keyboard Shortcuts"), twoColumns, container.New(&columns{}, t[:half].sheet(), t[half:].sheet()))
}

// columns lays out two objects beside one another, or below one another where there is no room beside.
type columns struct{ stacked bool }

// MinSize implements fyne.Layout.
func (c *columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	first, second := objects[0].MinSize(), objects[1].MinSize()
	least := first.Max(second)
	if c.stacked {
		least.Height = first.Height + groupGap + second.Height
	}
	return least
}

// Layout implements fyne.Layout.
func (c *columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	first, width, at := objects[0].MinSize(), sheetColumn, fyne.NewPos(twoColumns-sheetColumn, 0)
	if c.stacked = size.Width < twoColumns; c.stacked {
		width, at = size.Width, fyne.NewPos(0, first.Height+groupGap)
	}
	objects[0].Resize(fyne.NewSize(width, first.Height))
	objects[1].Move(at)
	objects[1].Resize(fyne.NewSize(width, objects[1].MinSize().Height))
}

func (t Table) sheet() fyne.CanvasObject {
	column := container.New(layout.NewCustomPaddedVBoxLayout(2), style.Gap(sheetColumn, 0))
	for i, group := range t {
		if i > 0 {
			column.Add(style.Gap(0, 4))
		}
		column.Add(text.New(group.Title, style.SizeText, fyne.TextStyle{Bold: true}))
		for _, s := range group.Shortcuts {
			column.Add(sheetRow(s))
		}
	}
	return column
}

func sheetRow(s Shortcut) fyne.CanvasObject {
	row := container.NewHBox(container.New(style.Centred{}, text.New(s.What, style.SizeText, fyne.TextStyle{})), layout.NewSpacer())
	for _, k := range s.Keys {
		row.Add(keyCap(press.Chord(k)))
	}
	return row
}

// keyCap shows keys in a frame like that of a key.
func keyCap(keys string) fyne.CanvasObject {
	frame := surface.NewPanel(style.ColorTableHead)
	frame.Stroke = style.ColorBorder
	frame.Rect.StrokeWidth = 1
	frame.Rect.CornerRadius = 4
	label := text.New(keys, style.SizeCaption, fyne.TextStyle{})
	label.Color = theme.ColorNameForeground
	return container.NewStack(frame, container.New(layout.NewCustomPaddedLayout(2, 2, 7, 7), label))
}
