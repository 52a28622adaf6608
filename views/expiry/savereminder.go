package expiry

import (
	"net/url"
	"strings"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/expiry"
	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/views/filedialog"
	"accesskeys/views/kit/page"
)

// OffersReminder reports whether a key is going to expire, so that a reminder makes sense.
func (w *Watch) OffersReminder(k keys.Key) bool { return expiry.Ahead(k, w.host.Now()) }

// NoReminder says that no reminder was saved for a key, and why.
func (w *Watch) NoReminder(k keys.Key) string {
	switch {
	case k.State == client.StateDeleted:
		return lang.L("No reminder saved: this key is already deleted.")
	case k.State == client.StateExpired, !k.ValidUntil.IsZero():
		return lang.L("No reminder saved: this key has already expired.")
	}
	return lang.L("No reminder saved: this key has no expiry date.")
}

// SaveReminder opens the dialog that saves a calendar entry for the expiry of a key. label may be empty, name names the key in
// a sentence, and base is the address of the server's API.
func (w *Watch) SaveReminder(win *page.Window, k keys.Key, label, name, base string) {
	now := w.host.Now()
	r := expiry.Reminder{
		KeyID: k.ID, Host: base, At: k.ValidUntil,
		Summary:     lang.L("Access key {{.Name}} expires", map[string]any{"Name": name}),
		Description: strings.Join(reminderLines(k, label, base), "\n"),
	}
	if at, err := url.Parse(base); err == nil {
		r.Host = at.Host
	}
	filedialog.Save(win, lang.L("Save Calendar Reminder"), fileName(k.ID), func() ([]byte, error) { return r.Calendar(now), nil })
}

func reminderLines(k keys.Key, label, base string) []string {
	lines := []string{lang.L("Access Key ID") + ": " + k.ID, lang.L("Server") + ": " + base}
	if label != "" {
		lines = append([]string{label}, lines...)
	}
	return lines
}

// fileName returns the suggested file name for the reminder of a key.
func fileName(id string) string { return "access-key-" + id[max(0, len(id)-6):] + ".ics" }
