package shell

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/keyshortcuts"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/text"
	"accesskeys/views/words"
)

// textInDialog returns a text that is drawn in the open dialog.
func (r *rig) textInDialog(text string) *canvas.Text {
	r.t.Helper()
	for _, o := range test.LaidOutObjects(r.dialogContent()) {
		if t, ok := o.(*canvas.Text); ok && t.Text == text {
			return t
		}
	}
	r.t.Fatalf("the dialog does not say %q", text)
	return nil
}

// textLeft returns where a text in the open dialog begins.
func (r *rig) textLeft(says string) float32 {
	r.t.Helper()
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject
	for _, o := range test.LaidOutObjects(r.dialogContent()) {
		if l, ok := o.(*text.Wrapped); ok && l.Text == says {
			return place(l).X + theme.InnerPadding()
		}
	}
	return place(r.textInDialog(says)).X
}

func TestTextsOfADialogBeginWhereItsTitleDoes(t *testing.T) {
	for name, dialog := range map[string]struct {
		open        func(*rig)
		title, text string
	}{
		"facts":     {func(r *rig) { r.shortcut(keyshortcuts.Details()) }, "Access Key", "State"},
		"a text":    {func(r *rig) { r.showAbout() }, "About", "A native window for the access keys of Wiseinf's Cluster Optimizer."},
		"fields":    {func(r *rig) { r.press(fyne.KeyF2) }, "Label and Note", "Used by (one place per line)"},
		"shortcuts": {func(r *rig) { r.showShortcuts() }, "Keyboard Shortcuts", "Selected access key"},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			r.selectKey(r.idInState(client.StateEnabled, false), 0)
			dialog.open(r)
			if title, text := r.textLeft(dialog.title), r.textLeft(dialog.text); title != text {
				t.Errorf("the title begins at %v, %q at %v", title, dialog.text, text)
			}
		})
	}
}

func TestAnIDAsAFactIsMonospaced(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	r.selectKey(id, 0)
	r.shortcut(keyshortcuts.Details())
	if text := r.textInDialog(id); !text.TextStyle.Monospace || r.textInDialog("Enabled").TextStyle.Monospace {
		t.Errorf("the ID is drawn as %+v", text.TextStyle)
	}
}

func TestADialogLeavesAMarginInASmallWindow(t *testing.T) {
	const least = 6
	for _, size := range []fyne.Size{{Width: 480, Height: 360}, {Width: 760, Height: 480}} {
		for name, open := range map[string]func(*rig){
			"fields":    func(r *rig) { r.press(fyne.KeyF2) },
			"facts":     func(r *rig) { r.shortcut(keyshortcuts.Details()) },
			"shortcuts": func(r *rig) { r.showShortcuts() },
			"question":  func(r *rig) { r.press(fyne.KeyDelete) },
			"licences":  func(r *rig) { r.showAbout(); r.tapButton("Licenses") },
		} {
			r := newRig(t, demo.Options{})
			r.setSize(size)
			r.selectKey(r.idInState(client.StateEnabled, false), 0)
			open(r)
			at, is := r.dialogContent().Position(), r.dialogContent().Size()
			right, below := size.Width-at.X-is.Width, size.Height-at.Y-is.Height
			if min(at.X, at.Y, right, below) < least {
				t.Errorf("%v: the %s leave %v, %v, %v, %v", size, name, at.X, at.Y, right, below)
			}
		}
	}
}

func TestHintOfTheNoteDialogIsWholeInALowWindow(t *testing.T) {
	for _, language := range []settings.Language{settings.LanguageEnglish, settings.LanguageChinese} {
		for _, size := range []fyne.Size{{Width: 480, Height: 360}, {Width: 760, Height: 420}, {Width: 760, Height: 480}, {Width: 900, Height: 600}} {
			r := newRig(t, demo.Options{})
			r.chooseLanguage(language)
			r.setSize(size)
			r.chooseEnabled()
			r.press(fyne.KeyF2)
			hint := onScreen(r, "hint", func(l *text.Wrapped) bool { return strings.HasPrefix(l.Text, style.WithBreakMarks(words.OnlyHere())) })
			if !r.seenInDialog(hint) {
				t.Errorf("%s, %v: the hint is cut", language, size)
			}
		}
	}
}
