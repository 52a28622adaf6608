package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/keyboard"
	"accesskeys/views/kit/style"
)

const sheetColumn = float32(316) // width of one

// showShortcuts opens the sheet of every shortcut.
func (c *commands) showShortcuts() {
	if c.locked() {
		return
	}
	groups := c.shortcuts()
	half := len(groups) / 2
	sheet := container.NewHBox(sheetOf(groups[:half]...), style.Gap(24, 0), sheetOf(groups[half:]...))
	if wide := sheet.MinSize().Width; c.page.Dialogs.Width(wide) < wide {
		sheet = container.NewVBox(sheetOf(groups...))
	}
	c.page.Dialogs.Tell(lang.L("Keyboard Shortcuts"), sheet)
}

func sheetOf(groups ...shortcutGroup) fyne.CanvasObject {
	column := container.New(layout.NewCustomPaddedVBoxLayout(3), style.Gap(sheetColumn, 0))
	for i, group := range groups {
		if i > 0 {
			column.Add(style.Gap(0, 4))
		}
		column.Add(control.NewText(group.Title, style.SizeText, fyne.TextStyle{Bold: true}))
		for _, s := range group.Shortcuts {
			column.Add(sheetRow(s))
		}
	}
	return column
}

func sheetRow(s shortcut) fyne.CanvasObject {
	row := container.NewHBox(container.New(style.Centred{}, control.NewText(s.What, style.SizeText, fyne.TextStyle{})), layout.NewSpacer())
	for _, k := range s.Keys {
		row.Add(keyCap(keyboard.Chord(k)))
	}
	return row
}

// keyCap shows keys in a frame like that of a key.
func keyCap(keys string) fyne.CanvasObject {
	frame := control.NewPanel(style.ColorTableHead)
	frame.Stroke = style.ColorBorder
	frame.Rect.StrokeWidth = 1
	frame.Rect.CornerRadius = 4
	label := control.NewText(keys, style.SizeCaption, fyne.TextStyle{})
	label.Color = theme.ColorNameForeground
	return container.NewStack(frame, container.New(layout.NewCustomPaddedLayout(2, 2, 7, 7), label))
}
