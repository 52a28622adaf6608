package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
)

const sheetColumn = float32(316) // width of one

// showShortcuts opens the sheet of every shortcut.
func (w *window) showShortcuts() {
	if w.covered() {
		return
	}
	groups := w.shortcuts()
	half := len(groups) / 2
	sheet := container.NewHBox(sheetOf(groups[:half]...), gap(24, 0), sheetOf(groups[half:]...))
	if wide := sheet.MinSize().Width; w.dialogs.width(wide) < wide {
		sheet = container.NewVBox(sheetOf(groups...))
	}
	w.dialogs.Tell(lang.L("Keyboard Shortcuts"), sheet)
}

func sheetOf(groups ...shortcutGroup) fyne.CanvasObject {
	column := container.New(layout.NewCustomPaddedVBoxLayout(3), gap(sheetColumn, 0))
	for i, group := range groups {
		if i > 0 {
			column.Add(gap(0, 4))
		}
		column.Add(newText(group.Title, sizeText, fyne.TextStyle{Bold: true}))
		for _, s := range group.Shortcuts {
			column.Add(sheetRow(s))
		}
	}
	return column
}

func sheetRow(s shortcut) fyne.CanvasObject {
	row := container.NewHBox(container.New(centred{}, newText(s.What, sizeText, fyne.TextStyle{})), layout.NewSpacer())
	for _, k := range s.Keys {
		row.Add(keyCap(chord(k)))
	}
	return row
}

// keyCap shows keys in a frame like that of a key.
func keyCap(keys string) fyne.CanvasObject {
	frame := newPanel(colorTableHead)
	frame.stroke = colorBorder
	frame.rect.StrokeWidth = 1
	frame.rect.CornerRadius = 4
	label := newText(keys, sizeCaption, fyne.TextStyle{})
	label.Color = theme.ColorNameForeground
	return container.NewStack(frame, container.New(layout.NewCustomPaddedLayout(2, 2, 7, 7), label))
}
