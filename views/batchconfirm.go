package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/app"
)

// confirmRoom is the height of what is in a confirmation beside the IDs, at most.
const confirmRoom = float32(365)

// confirmBatch asks before something is done to several keys: those that are named, whatever happens to the
// list meanwhile. skips says which of the keys chosen are left be.
func confirmBatch(run *batchRun, own *app.Key, skips string, d *dialogs, yes func()) question {
	q := question{Kind: buttonPrimary, OnYes: yes}
	data := map[string]any{"Count": len(run.ids)}
	var consequence, ownConsequence string
	switch run.op {
	case app.OpEnable:
		q.Title, q.Verb = lang.N("Enable {{.Count}} access keys?", len(run.ids), data), lang.L("Enable")
		consequence = lang.L("Whoever has their secrets can use them again.")
	case app.OpDisable:
		q.Title, q.Verb = lang.N("Disable {{.Count}} access keys?", len(run.ids), data), lang.L("Disable")
		consequence = lang.L("Tasks that use them will fail until they are enabled again.")
		ownConsequence = lang.L("This app is signed in with {{.ID}}, which comes last. Disabling it locks the app out: you will need another key, or the web console, to get back in.", ownID(own))
	default:
		q.Kind = buttonDanger
		q.Title, q.Verb = lang.N("Delete {{.Count}} access keys?", len(run.ids), data), lang.L("Delete")
		consequence = lang.L("Tasks that use them will fail. This cannot be undone.")
		ownConsequence = lang.L("This app is signed in with {{.ID}}, which comes last. Deleting it locks the app out: you will need another key, or the web console, to get back in.", ownID(own))
	}
	q.Body = append(q.Body, idsIn(run.ids, d))
	if skips != "" {
		q.Body = append(q.Body, paragraph(skips))
	}
	q.Body = append(q.Body, paragraph(consequence))
	if own != nil && ownConsequence != "" {
		warning := paragraph(ownConsequence)
		warning.Importance = widget.DangerImportance
		q.Body = append(q.Body, warning)
	}
	return q
}

func ownID(own *app.Key) map[string]any {
	if own == nil {
		return map[string]any{"ID": ""}
	}
	return map[string]any{"ID": own.ID}
}

// idsIn is a list of key IDs for a dialog.
func idsIn(ids []string, d *dialogs) fyne.CanvasObject {
	measured := newMono(dialogIDLength, 3)
	l := newDialogList(len(ids),
		func() fyne.CanvasObject { return newMono(dialogIDLength, 3) },
		func(i int, o fyne.CanvasObject) { o.(*mono).Set(ids[i], theme.ColorNameForeground) },
		func(i int) float32 {
			measured.Set(ids[i], theme.ColorNameForeground)
			return measured.MinSize().Height
		})
	l.OnKey = d.key
	return l.In(d.width(dialogWidth), d.canvas.Size().Height-confirmRoom)
}
