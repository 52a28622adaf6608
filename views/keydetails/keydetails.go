// Package keydetails shows facts about a key in a dialog.
package keydetails

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/form"
	"accesskeys/views/kit/scroll"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

// width is the width of the details if the window has room for it: an ID is on one line with its name and its link.
const width = float32(460)

// Show opens a dialog with facts about a key. copied is called for a fact that the user wants to copy. The
// returned function closes the dialog and reports whether it was still open.
func Show(in *dialog.Dialogs, facts []words.Fact, copied func(words.Fact)) (withdraw func() bool) {
	return in.Tell(lang.L("Access Key"), width, Of(facts, in, copied))
}

// Of returns an object that shows facts about a key in a dialog, one per line. A fact to copy has a link that calls
// copied.
func Of(facts []words.Fact, in *dialog.Dialogs, copied func(words.Fact)) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	links := copyLinks{dialogs: in, copied: copied}
	for _, f := range facts {
		var name fyne.CanvasObject = style.Gap(0, 0)
		if f.Name != "" {
			name = form.FactName(f.Name)
		}
		text := form.Fact
		if f.ID {
			text = form.FactID
		}
		var value fyne.CanvasObject = text(f.Value)
		if f.ToCopy {
			value = container.NewBorder(nil, nil, nil, links.make(f, text("0").MinSize().Height), value)
		}
		rows = append(rows, name, value)
	}
	return form.FlushForm(rows...)
}

// copyLinks makes the links that copy facts. Only the last one pressed says that its fact was copied.
type copyLinks struct {
	dialogs *dialog.Dialogs
	copied  func(words.Fact)
	pressed *control.Button
}

// make returns the link beside a fact whose lines have this height.
func (c *copyLinks) make(f words.Fact, lineHeight float32) fyne.CanvasObject {
	link := control.NewButton(lang.L("Copy"), control.ButtonLink, nil)
	link.OnFocus = func() { scroll.To(c.dialogs.Scroll, c.dialogs.Scroll.Content, link, link) }
	link.OnTapped = func() {
		c.copied(f)
		if c.pressed != nil {
			c.pressed.SetText(lang.L("Copy"))
		}
		c.pressed = link
		link.SetText(lang.L("Copied"))
	}
	lower := (lineHeight - control.ButtonHeight) / 2 // so that it is in line with the first line
	wide := style.Gap(style.Measure(lang.L("Copied"), style.SizeText, fyne.TextStyle{})+style.LinkGap, 0)
	return form.Column(0, container.New(layout.NewCustomPaddedLayout(lower, lower, 0, 0), link), wide)
}
