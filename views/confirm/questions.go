package confirm

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/words"
)

// Disable asks before a key is disabled. The key is the one named when it was asked, whatever
// happens to the list meanwhile.
func Disable(k keys.Key, known Known) dialog.Question {
	return dialog.Question{
		Title: lang.L("Disable this access key?"),
		Body: warning(k, known, lang.L("This app is signed in with this key. If you disable it, you'll need another key, or the web console, to get back in."),
			lang.L("Tasks that use it will fail until it is enabled again.")),
		Verb: lang.L("Disable"),
		Kind: control.ButtonPrimary,
	}
}

// Delete asks before a key is deleted. Of one that is enabled it offers to disable it instead.
func Delete(k keys.Key, known Known, now time.Time) dialog.Question {
	q := dialog.Question{
		Title: lang.L("Delete this access key?"),
		Verb:  lang.L("Delete"),
		Kind:  control.ButtonDanger,
	}
	own := lang.L("This app is signed in with this key. If you delete it, you'll need another key, or the web console, to get back in.")
	if k.State == client.StateEnabled {
		own = lang.L("This app is signed in with this key. If you disable or delete it, you'll need another key, or the web console, to get back in.")
		q.Instead, q.Cautious = lang.L("Disable Instead"), k.Own || known.StandsIn != ""
		q.Body = warning(k, known, own, words.DisableInstead(), lang.L("Tasks that use it will fail either way."))
		return q
	}
	consequences := []string{words.CannotBeUndone()}
	if !known.DisabledAt.IsZero() {
		consequences = []string{words.DisabledSince(known.DisabledAt, now), words.CannotBeUndone()}
	}
	q.Body = warning(k, known, own, consequences...)
	return q
}

// WithoutSecret asks before a key is made whose secret this server will not give out.
func WithoutSecret(yes func()) dialog.Question {
	return dialog.Question{
		Title: lang.L("Create a key without its secret?"),
		Body:  []fyne.CanvasObject{dialog.Paragraph(lang.L("This server gives no secrets to programs. You could not show or copy the new key's secret here."))},
		Verb:  lang.L("Create Key"),
		Kind:  control.ButtonPrimary,
		OnYes: yes,
	}
}

func warning(k keys.Key, known Known, ownConsequence string, consequences ...string) []fyne.CanvasObject {
	body := head(k.ID, known)
	for _, text := range consequences {
		body = append(body, dialog.Paragraph(text))
	}
	if known.StandsIn != "" {
		body = append(body, dialog.Warning(known.StandsIn))
	}
	if k.Own {
		body = append(body, dialog.Warning(ownConsequence))
	}
	return body
}
