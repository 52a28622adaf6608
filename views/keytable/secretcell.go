package keytable

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"accesskeys/app/keys"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

const (
	mask       = "********************************" // as long as a secret
	secretRoom = len(mask) / 2                      // how many characters of a secret fit on a line at least
	maskDrop   = float32(3)                         // how much lower than a secret its mask is: asterisks are high in their line
)

// secretChars returns how many characters of a secret fit on a line that it shares with its links.
func (l *Layout) secretChars(at Arrangement) int {
	cell := at.Spans[columnSecret]
	if at.stacked {
		cell = at.Spans[ColumnID]
	}
	room := int((cell.Width - 2*CellInset - l.needs.links) / l.mono)
	return min(max(room, 1), len(mask))
}

// masked reports whether the row shows a mask in place of a secret.
func (r *Row) masked() bool {
	return r.Data.Secret.IsZero() && r.Data.Busy != keys.OpReveal && keys.CanReveal(r.Data.State)
}

func (r *Row) setSecret() {
	d := r.Data
	verb, canPress := lang.L("Show"), !d.NoSecret
	switch {
	case r.masked():
		r.secret.Set(mask[:arrangeLines(r, r.look.At).secretChars], style.ColorSecondary)
	case !keys.CanReveal(d.State):
		r.secret.Set("", style.ColorSecondary)
	case d.Secret.IsZero():
		r.secret.Set(words.Fetching(), style.ColorSecondary)
		verb, canPress = lang.L("Cancel"), true
	default:
		r.secret.SetSecret(d.Secret.Reveal(), theme.ColorNameForeground)
		verb, canPress = lang.L("Hide"), true
	}
	copyVerb := lang.L("Copy")
	if !keys.CanReveal(d.State) {
		verb, copyVerb = "", ""
	}
	r.secret.Name = lang.L("Access Key Secret")
	r.Links.Show.Set(d.ID, verb)
	r.Links.Copy.Set(d.ID, copyVerb)
	r.Links.Show.Mute(!canPress)
	r.Links.Copy.Mute(d.NoSecret && d.Secret.IsZero())
}

// layoutSecretGround places what is behind a secret that is shown below its ID, and tells the two apart: they look alike.
func (r *Row) layoutSecretGround(in rowLines) {
	const beside = float32(2) // how far it reaches beyond the characters
	r.frame.secret.Hidden = !in.secretBelow || r.Data.Secret.IsZero()
	size := r.secret.Drawn()
	r.frame.secret.Resize(fyne.NewSize(size.Width+2*beside, size.Height))
	r.frame.secret.Move(r.secret.Position().AddXY(-beside, 0))
}
