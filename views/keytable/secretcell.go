package keytable

import (
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"accesskeys/app/keys"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

const (
	mask       = "**********************" // about as wide as the console's
	secretRoom = len(mask)                // how many characters of a secret fit on a line at least
)

// secretChars returns how many characters of a secret fit on a line of a width that it shares with its links.
func (l *Layout) secretChars(width float32) int {
	room := int((width - 2*CellInset - linksWidth()) / l.mono)
	return min(max(room, 1), idLength)
}

func (r *Row) setSecret() {
	d := r.Data
	verb := lang.L("Show")
	switch {
	case d.Secret.IsZero() && d.Busy == keys.OpReveal:
		r.secret.Set(words.Fetching(), style.ColorSecondary)
	case !keys.CanReveal(d.State):
		r.secret.Set("", style.ColorSecondary)
	case d.Secret.IsZero():
		r.secret.Set(mask, style.ColorSecondary)
	default:
		r.secret.SetSecret(d.Secret.Reveal(), theme.ColorNameForeground)
		verb = lang.L("Hide")
	}
	copyVerb := lang.L("Copy")
	if !keys.CanReveal(d.State) {
		verb, copyVerb = "", ""
	}
	r.Links.Show.Set(d.ID, verb)
	r.Links.Copy.Set(d.ID, copyVerb)
	r.Links.Show.Mute(d.NoSecret && d.Secret.IsZero())
	r.Links.Copy.Mute(d.NoSecret && d.Secret.IsZero())
}
