package batch

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"accesskeys/app/keys"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
)

// confirmRoom is the height of what is in a confirmation beside the IDs, at most.
const confirmRoom = float32(365)

// confirm asks before something is done to several keys: those that are named, whatever happens to the
// list meanwhile. skips says which of the keys chosen are left alone.
func confirm(run *run, own *keys.Key, skips string, d *dialog.Dialogs, yes func()) dialog.Question {
	q := dialog.Question{Kind: control.ButtonPrimary, OnYes: yes}
	data := map[string]any{"Count": len(run.ids)}
	var consequence, ownConsequence string
	switch run.op {
	case keys.OpEnable:
		q.Title, q.Verb = lang.N("Enable {{.Count}} access keys?", len(run.ids), data), lang.L("Enable")
		consequence = lang.L("Their secrets work again.")
	case keys.OpDisable:
		q.Title, q.Verb = lang.N("Disable {{.Count}} access keys?", len(run.ids), data), lang.L("Disable")
		consequence = lang.L("Tasks that use them will fail until they are enabled again.")
		ownConsequence = lang.L("This app is signed in with {{.ID}}, which comes last. If you disable it, you'll need another key, or the web console, to get back in.", ownID(own))
	default:
		q.Kind = control.ButtonDanger
		q.Title, q.Verb = lang.N("Delete {{.Count}} access keys?", len(run.ids), data), lang.L("Delete")
		consequence = lang.L("Tasks that use them will fail. This cannot be undone.")
		ownConsequence = lang.L("This app is signed in with {{.ID}}, which comes last. If you delete it, you'll need another key, or the web console, to get back in.", ownID(own))
	}
	q.Body = append(q.Body, idsIn(run.ids, d))
	if skips != "" {
		q.Body = append(q.Body, dialog.Paragraph(skips))
	}
	q.Body = append(q.Body, dialog.Paragraph(consequence))
	if own != nil && ownConsequence != "" {
		q.Body = append(q.Body, dialog.Warning(ownConsequence))
	}
	return q
}

func ownID(own *keys.Key) map[string]any {
	if own == nil {
		return map[string]any{"ID": ""}
	}
	return map[string]any{"ID": own.ID}
}

// idsIn is a list of key IDs for a dialog.
func idsIn(ids []string, d *dialog.Dialogs) fyne.CanvasObject {
	measured := control.NewMono(dialog.IDLength, 3)
	l := dialog.NewDialogList(len(ids),
		func() fyne.CanvasObject { return control.NewMono(dialog.IDLength, 3) },
		func(i int, o fyne.CanvasObject) { o.(*control.Mono).Set(ids[i], theme.ColorNameForeground) },
		func(i int) float32 {
			measured.Set(ids[i], theme.ColorNameForeground)
			return measured.MinSize().Height
		})
	return l.In(d.Width(dialog.Width), d.Canvas.Size().Height-confirmRoom)
}
