package confirm

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/words"
)

// NotRestored says that nothing brings back a deleted key. It names the deletion, because it may follow a sentence about
// the disabling.
func NotRestored() string { return lang.L("A deleted key cannot be restored.") }

// DisableInstead says why disabling comes before deleting.
func DisableInstead() string {
	return lang.L("A disabled key can be enabled again. A deleted one cannot.")
}

// DisabledSince says when this app disabled a key.
func DisabledSince(at, now time.Time) string {
	return lang.L("Disabled since {{.Time}}, by this app.", map[string]any{"Time": words.Moment(at, now)})
}

// questionBody returns the body of a question about one key: the key, what to be warned of, and the consequences. The worst
// comes first, so that a small window shows it without scrolling.
func questionBody(k keys.Key, known Known, ownConsequence string, consequences ...string) []fyne.CanvasObject {
	body := append(keyHeading(k.ID, known), ownKeyWarning(k, ownConsequence)...)
	if known.Account != "" {
		body = append(body, dialog.Warning(lang.L("This app's account {{.Account}} signs in with this key, and can't once it is disabled or deleted.",
			map[string]any{"Account": known.Account})))
	}
	if known.Replacement != "" {
		body = append(body, dialog.Warning(known.Replacement))
	}
	for _, text := range consequences {
		body = append(body, dialog.Paragraph(text))
	}
	return body
}
