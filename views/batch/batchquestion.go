package batch

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/views/confirm"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/words"
)

// question returns the question to ask before an operation on several keys. It names the keys, and a yes acts on
// exactly these, whatever happens to the list meanwhile. own is the app's own key if it is one of them; skips says which
// of the selected keys are left alone.
func (b *Runner) question(run *run, own *keys.Key, skips []string) dialog.Question {
	q := dialog.Question{Kind: control.ButtonPrimary, OnYes: func() { b.beginIfAllowed(run) }}
	data := map[string]any{"Count": len(run.ids)}
	consequence := ""
	switch run.op {
	case keys.OpEnable:
		q.Title, q.Verb = lang.N("Enable {{.Count}} access keys?", len(run.ids), data), lang.L("Enable")
		consequence = lang.N("Their secrets will work again.", len(run.ids), data)
	case keys.OpDisable:
		q.Title, q.Verb = lang.N("Disable {{.Count}} access keys?", len(run.ids), data), lang.L("Disable")
		consequence = lang.N("Tasks that use them will fail until they are enabled again.", len(run.ids), data)
	default:
		q.Kind = control.ButtonDanger
		q.Title, q.Verb = lang.N("Delete {{.Count}} access keys?", len(run.ids), data), lang.L("Delete")
		consequence = b.deleteConsequence(run, &q)
	}
	if own != nil {
		if warning := confirm.OwnOfSeveral(run.op, b.host.Name(own.ID)); warning != "" {
			q.Body = append(q.Body, dialog.Warning(warning)) // above the keys, so that a small window shows it without scrolling
			q.FocusCancel = true
		}
	}
	above := len(q.Body)
	b.warn(run, &q)
	if len(skips) > 0 {
		q.Body = append(q.Body, dialog.Paragraph(words.LeftOut(skips)))
	}
	q.Body = append(q.Body, dialog.Paragraph(consequence))
	q.Body = slices.Insert(q.Body, above, b.keysIn(run, q))
	return q
}

// warn adds to q what depends on the keys that are disabled or deleted.
func (b *Runner) warn(run *run, q *dialog.Question) {
	if run.op == keys.OpEnable {
		return
	}
	for _, id := range run.ids {
		known := b.host.Known(id)
		if known.Replacement != "" {
			q.Body = append(q.Body, dialog.Warning(known.Replacement))
			q.FocusCancel = q.FocusCancel || known.StandsIn
		}
		if known.Account != "" {
			q.Body = append(q.Body, dialog.Warning(confirm.AccountOfSeveral(known.Account, b.host.Name(id))))
			q.FocusCancel = true
		}
	}
}

// deleteConsequence returns the text that says what deleting the keys means. If some are enabled, it adds to q the
// offer to disable them instead.
func (b *Runner) deleteConsequence(run *run, q *dialog.Question) string {
	var enabled []keys.Key
	for _, k := range run.seen {
		if k.State == client.StateEnabled {
			enabled = append(enabled, k)
		}
	}
	count := len(enabled)
	if count == 0 {
		return confirm.NotRestored()
	}
	data := map[string]any{"Count": count}
	q.InsteadOnly = lang.L("Disable Instead")
	q.Instead = lang.N("Disable the {{.Count}} Enabled Keys Instead", count, data)
	q.OnInstead = func() { b.beginIfAllowed(newRun(keys.OpDisable, enabled)) }
	return words.Sentences(confirm.DisableInstead(), lang.N("Tasks that use the {{.Count}} enabled keys will fail either way.", count, data))
}

// keysIn returns a list of the keys of run that fits beside what q contains already. It has their states if the keys
// can be in different ones.
func (b *Runner) keysIn(run *run, q dialog.Question) fyne.CanvasObject {
	d, ids, measured := b.win.Dialogs, run.ids, confirm.NewRow()
	states := map[string]string{}
	if run.op == keys.OpDelete { // the other operations are only for keys in one state
		for _, k := range run.seen {
			states[k.ID] = words.StateName(k.State)
		}
	}
	type look struct {
		length           int
		labelled, places bool
	}
	heights := map[look]float32{}
	l := dialog.NewDialogList(len(ids),
		func() fyne.CanvasObject { return confirm.NewRow() },
		func(i int, o fyne.CanvasObject) { o.(*confirm.Row).Set(ids[i], states[ids[i]], b.host.Known(ids[i])) },
		func(i int) float32 {
			known := b.host.Known(ids[i])
			as := look{len(ids[i]), known.Label != "", len(known.Places) > 0}
			if _, seen := heights[as]; !seen {
				measured.Set(ids[i], states[ids[i]], known)
				heights[as] = measured.MinSize().Height
			}
			return heights[as]
		})
	return l.In(d.ListHeightInQuestion(q))
}
