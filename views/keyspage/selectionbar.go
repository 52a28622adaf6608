package keyspage

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
)

// selectionBar says how many keys are ticked, with what can be done to them.
type selectionBar struct {
	count                            *control.Text
	Disable, enable, Remove, nothing *control.Button
	Object                           *fyne.Container
	shown                            int // how many it says are selected; 0 where it is hidden
}

func newSelectionBar() *selectionBar {
	b := &selectionBar{
		count:   control.NewText("", style.SizeText, fyne.TextStyle{Bold: true}),
		Disable: control.NewButton(lang.L("Disable"), control.ButtonLink, nil),
		enable:  control.NewButton(lang.L("Enable"), control.ButtonLink, nil),
		Remove:  control.NewButton(lang.L("Delete"), control.ButtonLink, nil),
		nothing: control.NewButton(lang.L("Clear Selection"), control.ButtonLink, nil),
	}
	b.Object = container.NewHBox(container.New(style.Centred{}, b.count), style.Gap(4, 0))
	for _, each := range b.buttons() {
		b.Object.Add(container.New(style.Centred{}, each))
	}
	b.Object.Hide()
	return b
}

func (b *selectionBar) buttons() []*control.Button { return append(b.changes(), b.nothing) }

// changes are the buttons that change keys.
func (b *selectionBar) changes() []*control.Button {
	return []*control.Button{b.Disable, b.enable, b.Remove}
}

// keepsFocus tells whether one of the buttons has the keyboard, though they are not shown.
func (b *selectionBar) keepsFocus() bool {
	return !b.Object.Visible() && slices.ContainsFunc(b.buttons(), func(each *control.Button) bool { return each.Focused })
}

// Show says how many are ticked. Of the one that the cursor is on, the row itself says enough.
func (b *selectionBar) Show(count int) {
	if b.shown == count {
		return
	}
	b.shown = count
	style.Show(b.Object, count > 0)
	b.count.Set(lang.N("{{.Count}} selected", count, map[string]any{"Count": count}), theme.ColorNameForeground)
	b.Object.Refresh()
}
