package dialog

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
)

func TestListIsAsHighAsItsDialogAllows(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	const row = float32(40)
	for name, tt := range map[string]struct {
		height, least, most float32 // of the window, and of the list
		scrolls             bool
	}{
		"a large window":  {800, 600, 700, false},
		"a small one":     {382, 190, 260, false},
		"a tiny one":      {200, 3 * row, 4 * row, true},
		"one of few rows": {800, 4 * row, 5 * row, false},
	} {
		w := test.NewTempWindow(t, nil)
		w.Resize(fyne.NewSize(480, tt.height))
		d, rows := New(w.Canvas(), func() {}), 100
		if name == "one of few rows" {
			rows = 4
		}
		rest := []fyne.CanvasObject{Paragraph("It is said what that means.")}
		l := NewDialogList(rows, func() fyne.CanvasObject { return style.Gap(10, row) }, func(int, fyne.CanvasObject) {}, func(int) float32 { return row })
		list := l.In(d.ListHeight(Width, rest))
		d.Show(Sheet{Title: "Several?", Width: Width, Body: append(rest, list), Buttons: container.NewHBox(control.NewButton("Yes", control.ButtonPrimary, nil))})
		if h := list.Size().Height; h < tt.least || h > tt.most {
			t.Errorf("in %s the list is %v high", name, h)
		}
		w.Canvas().FocusNext()
		_, focused := w.Canvas().Focused().(*dialogList)
		if several := name != "one of few rows"; focused != several {
			t.Errorf("in %s Tab goes to the list: %v", name, focused)
		}
		if scrolls := d.Scroll.Content.MinSize().Height > d.Scroll.Size().Height+0.5; scrolls != tt.scrolls {
			t.Errorf("in %s the dialog scrolls: %v", name, scrolls)
		}
	}
}
