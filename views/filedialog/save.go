package filedialog

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"accesskeys/app/store"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/form"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/press"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

const longestName = 255

var errFolder = errors.New("a folder")

// saver is a dialog in which the user chooses where to save a file.
type saver struct {
	*browser
	name    *control.Entry
	suggest string // the name that was suggested, whose ending the user may leave out
	content func() ([]byte, error)
	shown   *fyne.Container // the dialog
	saving  bool
	aimed   bool // a folder was clicked last, which the button opens, as it looks chosen
}

// Save opens a dialog in which the user chooses where to save a file, with a suggested name, and writes content there.
// It replaces an existing file only after the user has confirmed it. content is called in the background.
func Save(win *page.Window, title, name string, content func() ([]byte, error)) {
	s := &saver{browser: newBrowser(win, title), suggest: name, content: content}
	tooLong := form.Fact("")
	tooLong.Importance = widget.DangerImportance
	tooLong.Hide()
	typing := *win.Typing
	typing.OnTooLong = func(most int) {
		tooLong.SetText(words.TooLong(most))
		style.Show(tooLong, true)
		win.Dialogs.Fit()
	}
	s.name = control.NewEntry(&typing, longestName)
	s.name.Name = lang.L("File name")
	s.name.SetText(name)
	s.name.OnChanged = func(string) { s.offerSave("") }
	s.name.OnEdited = func() {
		style.Show(tooLong, false)
		s.leaveOutHidden()
	}
	s.name.OnFocus = func() { s.aimed = false }
	s.name.OnSubmitted, s.name.OnConfirm = func(string) { s.save(false) }, s.confirm
	s.onFile = func(path string) { s.name.SetText(filepath.Base(path)) }
	s.onRead = func() {
		s.aimed = false
		s.setButton(lang.L("Save"), control.ButtonPrimary) // the question was about the folder before
	}
	s.list.saves = true
	s.list.OnClick = func(int) { s.takeMarked() }
	s.list.OnEmpty = func() { s.win.Canvas.Focus(s.name) }
	verb := control.NewButton(lang.L("Save"), control.ButtonPrimary, s.confirm)
	s.showDialog(title, verb, s.name, form.Group(form.FieldName(s.name.Name), s.name, form.Flush(tooLong)))
	s.shown = win.Dialogs.Shown
	s.name.SelectAll()
	s.leaveOutHidden()
	s.enter(win.SavedIn)
}

// confirm opens the folder that was clicked, or else saves.
func (s *saver) confirm() {
	if e, ok := s.list.marked(); s.aimed && ok && e.Folder {
		s.open(e)
		return
	}
	s.save(s.verb.Kind == control.ButtonDanger)
}

// leaveOutHidden lists hidden entries only while the name that was typed is hidden itself: few users save a file beside them.
func (s *saver) leaveOutHidden() {
	s.setTidy(!(store.FolderEntry{Name: s.name.Text}).Hidden())
}

// takeMarked takes the name of a file that was clicked, so that Save writes no other file than the one that looks chosen. The
// arrow keys take no name: they would replace what was typed on the way.
func (s *saver) takeMarked() {
	e, ok := s.list.marked()
	if s.aimed = ok && e.Folder; ok && !e.Folder {
		s.name.SetText(e.Name)
	}
}

// offerSave shows what is wrong, if anything, and labels the button Save.
func (s *saver) offerSave(wrong string) {
	s.setNotice(wrong)
	s.setButton(lang.L("Save"), control.ButtonPrimary)
}

// offerReplacing asks whether to replace a file. Enter in the field asks again, so that a second press replaces nothing;
// Ctrl+Enter confirms.
func (s *saver) offerReplacing(path string) {
	s.setNotice(lang.L("“{{.File}}” already exists. Type another name, or press Replace ({{.Keys}}).",
		map[string]any{"File": filepath.Base(path), "Keys": press.Chord(press.Command(fyne.KeyReturn, 0))}))
	s.setButton(lang.L("Replace"), control.ButtonDanger)
}

func (s *saver) setButton(label string, kind control.ButtonKind) {
	s.verb.Kind = kind
	s.verb.Text = label
	s.verb.Refresh()
}

func (s *saver) save(replace bool) {
	name := strings.TrimSpace(s.name.Text)
	switch {
	case s.saving, s.path.Text == "": // no folder is read so far
		return
	case name == "":
		s.offerSave(lang.L("Type a file name."))
		return
	}
	s.saving = true
	folder, path := s.path.Text, ""
	background.GoVitalErr(s.win.Tasks, s.win.Tasks.Limit, func(context.Context) (err error) {
		var asFolder bool
		if path, asFolder = store.ResolveTyped(folder, name); asFolder {
			return errFolder
		}
		if filepath.Ext(path) == "" {
			path += filepath.Ext(s.suggest)
		}
		content, err := s.content()
		if err != nil {
			return err
		}
		return store.Export(path, content, replace)
	}, func(err error) { s.saved(path, err) })
}

func (s *saver) saved(path string, err error) {
	s.saving = false
	open := s.win.Dialogs.Shown == s.shown
	switch {
	case err == nil:
		s.win.SavedIn = filepath.Dir(path)
		if open {
			s.win.Dialogs.Dismiss()
		}
		s.win.Toasts.Done(lang.L("Saved {{.File}}", map[string]any{"File": path}))
	case errors.Is(err, errFolder):
		s.enter(path)
		s.name.SetText(s.suggest)
		s.name.SelectAll()
	case !open:
		s.win.Toasts.Error(words.Explain(err))
	case errors.Is(err, fs.ErrExist):
		s.offerReplacing(path)
	default:
		s.offerSave(words.Explain(err))
	}
}
