package rotation

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/rotation"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/words"
	"accesskeys/views/words/replacement"
)

// askAbandon asks before the replacement is given up.
func (t acts) askAbandon(s *rotation.State) {
	p := t.page
	label := ""
	if s.New != "" {
		label = p.host.Label(s.New)
	}
	body := []fyne.CanvasObject{dialog.Paragraph(lang.L("No key is changed, but the app no longer keeps track of the steps."))}
	if stay := replacement.KeysStay(s, p.host.Name); stay != "" {
		body = append(body, dialog.Paragraph(stay))
	}
	p.win.Dialogs.Ask(dialog.Question{
		Title: lang.L("Abandon this replacement?"),
		Body:  body,
		Verb:  lang.L("Abandon"), Kind: control.ButtonPrimary,
		OnYes: func() { t.abandon(label) },
		No:    lang.L("Keep Replacing"), // Cancel could mean to cancel the replacement
	})
}

// abandon ends the replacement. The new key keeps the label that it has had during it.
func (t acts) abandon(label string) {
	t.run(rotation.ActAbandon, func(g *rotation.Guide, ctx context.Context, old string) error { return g.Abandon(ctx, old, label) })
}

// tellAbandoned says that the replacement was abandoned, and whether the old key stays disabled. The question has said what can
// be done with the keys. labelLost means that the new key has lost the label that it had during the replacement.
func (t acts) tellAbandoned(before *rotation.State, labelLost bool) {
	p := t.page
	if labelLost {
		p.subject().Note(lang.L("The replacement is abandoned, but the label of the new key {{.ID}} couldn't be kept.",
			map[string]any{"ID": p.host.Name(before.New)}))
		return
	}
	said := lang.L("Replacement abandoned")
	if before.OldOff() {
		said = words.AndSay(said, lang.L("The old key {{.Old}} stays disabled.", map[string]any{"Old": p.host.Name(before.Old)}))
	}
	p.subject().Done(said)
}
