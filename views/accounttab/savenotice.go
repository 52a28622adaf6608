package accounttab

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/form"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/text"
)

// savedForm is a form with a button that saves it, and a notice of what is wrong with it.
type savedForm struct {
	Save   *control.Button
	Notice *text.Wrapped
	fields fyne.CanvasObject
	column *fyne.Container
	above  bool // the notice is above the fields
}

func newSavedForm(fields fyne.CanvasObject, save *control.Button) savedForm {
	f := savedForm{Save: save, Notice: dialog.Paragraph(""), fields: fields, column: form.Column(form.GroupGap)}
	f.Notice.Importance = widget.DangerImportance
	f.Notice.Hide()
	f.placeNotice(false)
	return f
}

// Complain shows what is wrong. An empty message hides the notice.
func (f *savedForm) Complain(message string) {
	f.Notice.SetText(message)
	width := form.Width
	if !f.above {
		width -= f.Save.MinSize().Width + noticeGap
	}
	f.Notice.Resize(fyne.NewSize(width+2*theme.InnerPadding(), f.Notice.MinSize().Height)) // its height depends on its width
	style.Show(f.Notice, message != "")
}

// placeNotice puts the notice beside Save, where it moves neither a field nor Save, or above the fields.
func (f *savedForm) placeNotice(above bool) {
	f.above = above
	notice := form.Flush(f.Notice)
	f.column.Objects = []fyne.CanvasObject{style.Gap(form.Width, 0), f.fields, container.New(besideSave{}, f.Save, notice)}
	if above {
		f.column.Objects = []fyne.CanvasObject{style.Gap(form.Width, 0), notice, f.fields, container.NewHBox(f.Save)}
	}
	f.Complain(f.Notice.Text)
	f.column.Refresh()
}

// placeNoticeNear places the notice so that it can be seen together with a field, in a view of the given height.
func (f *savedForm) placeNoticeNear(field fyne.CanvasObject, room float32) {
	f.placeNotice(false)
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject
	apart := place(f.Save).Y - place(field).Y
	f.placeNotice(apart+max(f.Save.MinSize().Height, f.Notice.MinSize().Height) > room)
}

// besideSave lays out a button, and beside it a notice that wraps. The first lines of both are at the same height.
type besideSave struct{}

const noticeGap = float32(12) // between Save and the notice

// noticeDrop returns how much lower than the button the notice begins.
func noticeDrop(save fyne.CanvasObject) float32 {
	line := fyne.MeasureText("M", style.SizeText, fyne.TextStyle{}).Height
	return max(0, (save.MinSize().Height-line)/2)
}

// MinSize implements fyne.Layout.
func (besideSave) MinSize(objects []fyne.CanvasObject) fyne.Size {
	save, notice := objects[0].MinSize(), objects[1].MinSize()
	if notice.Height > 0 {
		notice.Height += noticeDrop(objects[0])
	}
	return fyne.NewSize(save.Width+noticeGap+notice.Width, max(save.Height, notice.Height))
}

// Layout implements fyne.Layout.
func (besideSave) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	save, drop := objects[0].MinSize(), noticeDrop(objects[0])
	objects[0].Resize(save)
	objects[1].Move(fyne.NewPos(save.Width+noticeGap, drop))
	objects[1].Resize(fyne.NewSize(size.Width-save.Width-noticeGap, size.Height-drop))
}
