package notes

import (
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	appnotes "accesskeys/app/notes"

	"accesskeys/views/keyshortcuts"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/form"
	"accesskeys/views/kit/press"
	"accesskeys/views/kit/scroll"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/text"
	"accesskeys/views/kit/toast"
	"accesskeys/views/words"
)

// noteForm is the dialog that edits the note about a key.
type noteForm struct {
	editor *Editor
	change change

	label        *control.Entry
	places, text *control.TextArea
	notice       *text.Wrapped
	hint         *text.Wrapped // says where the note is kept, and how to save it
	save         *control.Button
	dialog       *fyne.Container // as in Dialogs.Shown while the form is open
	saving       bool
	leaving      string // says how what was typed is discarded, after the first attempt; "" before that
}

// Open opens the dialog with the note about a key, or with the draft of it that was not saved.
func (e *Editor) Open(id string) {
	f := e.form(id)
	if f == nil {
		return
	}
	typed, isDraft := e.drafts[id]
	if !isDraft {
		f.show(f.label)
		f.label.SelectAll()
		return
	}
	first := f.fieldOf(typed.in)
	f.show(first)
	first.Follow() // in a small window, it scrolls to the field
}

// OpenPlaces is Open for a user who wants to add a place where the key is used.
func (e *Editor) OpenPlaces(id string) {
	f := e.form(id)
	if f == nil {
		return
	}
	if typed := f.places.Text; typed != "" && !strings.HasSuffix(typed, "\n") {
		f.places.SetText(typed + "\n")
	}
	f.show(f.places)
	f.places.Follow()
}

// form returns the dialog, which is not shown yet. It returns nil if a dialog is open already.
func (e *Editor) form(id string) *noteForm {
	if e.win.Dialogs.IsOpen() {
		return nil
	}
	f := &noteForm{editor: e, change: change{id: id, before: e.noteOf(id)}}
	f.build()
	shown := f.change.before
	typed, isDraft := e.drafts[id]
	if isDraft {
		shown = typed.note
	}
	f.label.SetText(shown.Label)
	f.places.SetText(strings.Join(shown.Places, "\n"))
	f.text.SetText(shown.Text)
	if isDraft {
		f.setNotice(lang.L("You typed this before. It is not saved yet."), widget.MediumImportance)
	}
	return f
}

func (f *noteForm) build() {
	typing := *f.editor.win.Typing
	typing.OnTooLong = func(most int) { f.setNotice(words.TooLong(most), widget.DangerImportance) }
	f.label = newLineField(&typing, f.submit)
	f.places = newAreaField(&typing, 3, f.submit)
	f.text = newAreaField(&typing, 4, f.submit)
	f.label.SetName(words.AskPurpose())
	f.places.SetName(lang.L("Used by (one place per line)"))
	f.places.SetPlaceHolder(lang.L("Such as CI > billing"))
	f.text.SetName(lang.L("Anything else, such as whom to ask"))
	f.notice = form.Fact("")
	f.notice.Hide()
	f.hint = form.Remark(hint())
	f.watch(f.label, f.label, appnotes.FieldLabel)
	f.watch(&f.places.Entry, f.places, appnotes.FieldPlaces)
	f.watch(&f.text.Entry, f.text, appnotes.FieldText)
}

// watch sets the callbacks of a field for a part of the note.
func (f *noteForm) watch(e *control.Entry, field fyne.CanvasObject, part appnotes.Field) {
	e.OnFocus = f.follow(field)
	e.OnEdited = func() { f.edited(part) }
}

// show shows the dialog, with the keyboard in the field first. In each field, the user goes on at the end.
func (f *noteForm) show(first fyne.Focusable) {
	d := f.editor.win.Dialogs
	id := text.NewMono(dialog.IDLength, 3)
	id.Set(f.change.id, style.ColorSecondary)
	cancel := control.NewButton(lang.L("Cancel"), control.ButtonDefault, f.discard)
	f.save = control.NewButton(lang.L("Save"), control.ButtonPrimary, f.submit)
	d.Show(dialog.Sheet{
		Title: words.LabelAndNote(),
		Width: dialog.Width,
		Body: []fyne.CanvasObject{
			inset(form.Column(form.GroupGap/2, id,
				form.Group(form.FieldName(lang.L("Label")), f.label),
				form.Group(form.FieldName(f.places.Name), f.places),
				form.Group(form.FieldName(lang.L("Note")), f.text))),
		},
		// The notice stands still with the buttons, so that it does not scroll the field away that has the keyboard; so does the
		// hint, which a low window would cut.
		Buttons: form.Column(form.NameGap, form.Flush(f.notice),
			container.NewBorder(nil, nil, nil, container.NewHBox(style.Gap(4, 0), cancel, style.Gap(4, 0), f.save),
				container.New(style.AcrossMiddle{}, form.Flush(f.hint)))),
		First:    first,
		OnEscape: f.leave,
	})
	f.dialog, f.editor.opened = d.Shown, f
	f.editor.said(f.change.id).Withdraw() // the dialog shows it
}

// inset adds room for the focus rings of fields, which a scroll would cut off.
func inset(o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(4, 4, 0, 0), o)
}

func (f *noteForm) open() bool { return f.dialog != nil && f.editor.win.Dialogs.Shown == f.dialog }

// follow returns a function that scrolls to a field when it gets the focus.
func (f *noteForm) follow(field fyne.CanvasObject) func() {
	return f.editor.win.Follow(func() {
		if s := f.editor.win.Dialogs.Scroll; f.open() && s != nil {
			scroll.To(s, s.Content, field, field)
		}
	})
}

// note returns the note in the fields.
func (f *noteForm) note() appnotes.Note {
	return appnotes.Note{Label: f.label.Text, Places: appnotes.PlacesOf(f.places.Text), Text: f.text.Text}.Clean()
}

// edited is called when the user has changed the field for a part of the note. It says what is too long at once, and leaves
// it to the user what to do without.
func (f *noteForm) edited(part appnotes.Field) {
	f.change.in, f.change.confirmed = part, false
	f.setLeaving("")
	f.change.note = f.note()
	f.editor.drafts[f.change.id] = draft{change: f.change}
	f.setNotice(words.PastLimit(f.change.note), widget.DangerImportance)
}

func (f *noteForm) submit() {
	if f.saving || !f.open() {
		return
	}
	f.change.note = f.note()
	f.saving = true
	f.save.SetText(lang.L("Saving…"))
	f.editor.save(f.change, f.saved)
}

// saved handles the outcome of saving.
func (f *noteForm) saved(err error) {
	f.saving = false
	f.save.SetText(lang.L("Save"))
	switch {
	case !f.open():
		f.editor.tellFailure(f.change.id, err)
		return
	case err == nil:
		f.editor.win.Dialogs.Dismiss()
		return
	case errors.Is(err, appnotes.ErrLooksSecret):
		f.change.confirmed = true
	case errors.Is(err, appnotes.ErrChanged):
		f.change.before = f.editor.noteOf(f.change.id)
	}
	var limit *appnotes.LimitError
	if errors.As(err, &limit) {
		f.editor.win.Canvas.Focus(f.fieldOf(limit.Field))
	}
	f.setNotice(words.NotNoted(err), widget.DangerImportance)
}

// fieldOf returns the field for a part of the note.
func (f *noteForm) fieldOf(part appnotes.Field) scroll.Followed {
	switch part {
	case appnotes.FieldLabel:
		return f.label
	case appnotes.FieldText:
		return f.text
	}
	return f.places
}

// leave closes the dialog. If something would be lost, it asks for a second Escape first.
func (f *noteForm) leave() {
	if f.note().Equal(f.change.before) || f.warned(pressAgain()) {
		f.discard()
	}
}

// warned says how what was typed is discarded. It reports whether that was said before, and the user has not typed since.
func (f *noteForm) warned(how string) bool {
	if f.leaving == how {
		return true
	}
	f.setLeaving(how)
	return false
}

// setLeaving says how what was typed is discarded in the place of the hint, so that nothing moves.
func (f *noteForm) setLeaving(how string) {
	if f.leaving == how {
		return
	}
	f.leaving = how
	f.hint.Importance = widget.LowImportance
	says := hint()
	if how != "" {
		f.hint.Importance = widget.MediumImportance
		says = how
	}
	f.hint.SetText(says)
}

func hint() string {
	return words.Sentences(words.OnlyHere(), words.Saves(press.Chord(keyshortcuts.SaveNote())))
}

func pressAgain() string { return lang.L("Press Esc again to discard what you typed.") }

func (f *noteForm) discard() {
	if f.saving {
		return
	}
	f.editor.drop(f.change.id)
	f.editor.win.Dialogs.Dismiss()
}

// setNotice shows a text above the buttons: in red what is wrong, and like other texts what is only good to know.
func (f *noteForm) setNotice(text string, importance widget.Importance) {
	if f.notice.Text == text {
		return
	}
	f.notice.Importance = importance
	f.notice.SetText(text)
	style.Show(f.notice, text != "")
	if f.open() {
		f.editor.win.Dialogs.Fit()
	}
}

// tellFailure says in a toast that saving has failed, because the dialog was closed meanwhile.
func (e *Editor) tellFailure(id string, err error) {
	said, name := e.said(id), words.KeyName(e.noteOf(id).Label, id)
	switch {
	case err == nil:
	case e.left:
		said.Error(words.NoteLost(name, err))
	default:
		key := map[string]any{"ID": name}
		e.sayOfDraft(id, toast.Subject.Error, words.NotNoted(err),
			lang.L("Press F2 on {{.ID}} to see what you typed.", key), lang.L("{{.ID}} is deleted, but you can still copy the text.", key))
	}
}
