package batch

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/text"
)

// Bar shows how many keys are selected, with buttons for what can be done to them.
type Bar struct {
	count                                 *text.Text
	Check, Disable, Enable, Delete, Clear *control.Button
	Object                                *fyne.Container
	shown                                 int // the number shown; 0 while the bar is hidden
}

// NewBar returns a hidden bar.
func NewBar() *Bar {
	b := &Bar{
		count:   text.New("", style.SizeText, fyne.TextStyle{Bold: true}),
		Check:   control.NewButton(lang.L("Check"), control.ButtonLink, nil),
		Disable: control.NewButton(lang.L("Disable"), control.ButtonLink, nil),
		Enable:  control.NewButton(lang.L("Enable"), control.ButtonLink, nil),
		Delete:  control.NewButton(lang.L("Delete"), control.ButtonLink, nil),
		Clear:   control.NewButton(lang.L("Clear Selection"), control.ButtonLink, nil),
	}
	b.Object = container.NewHBox(container.New(style.Centred{}, b.count), style.Gap(4, 0))
	for _, each := range b.Buttons() {
		b.Object.Add(container.New(style.Centred{}, each))
	}
	b.Object.Hide()
	return b
}

// Buttons returns all buttons of the bar.
func (b *Bar) Buttons() []*control.Button {
	return slices.Concat([]*control.Button{b.Check}, b.Changes(), []*control.Button{b.Clear})
}

// Changes returns the buttons that change keys.
func (b *Bar) Changes() []*control.Button { return []*control.Button{b.Disable, b.Enable, b.Delete} }

// HasPointer reports whether the pointer is over one of the buttons.
func (b *Bar) HasPointer() bool {
	return b.Object.Visible() && slices.ContainsFunc(b.Buttons(), func(each *control.Button) bool { return each.Hovered })
}

// Show sets the number of keys selected, and reports whether it has changed. Zero hides the bar.
func (b *Bar) Show(count int) (changed bool) {
	if b.shown == count {
		return false
	}
	b.shown = count
	style.Show(b.Object, count > 0)
	b.count.Set(lang.N("{{.Count}} selected", count, map[string]any{"Count": count}), theme.ColorNameForeground)
	b.Object.Refresh()
	return true
}
