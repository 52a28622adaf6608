package keyspage

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

// DetailsOf is all there is to know about a key but its secret, of which the columns may have no room. more are facts
// that the list does not have, each a name and a value.
func DetailsOf(k keys.Key, more ...fyne.CanvasObject) fyne.CanvasObject {
	facts := []fyne.CanvasObject{
		control.FactName(lang.L("Access Key ID")), control.Fact(k.ID),
		control.FactName(lang.L("State")), control.Fact(words.StateName(k.State)),
	}
	for _, t := range []struct {
		name   string
		at     time.Time
		unread string
	}{
		{lang.L("Created At"), k.CreatedAt, k.Unread.CreatedAt}, {lang.L("Updated At"), k.UpdatedAt, k.Unread.UpdatedAt},
		{lang.L("Expires At"), k.ValidUntil, k.Unread.ValidUntil}, {lang.L("Deleted At"), k.DeletedAt, k.Unread.DeletedAt},
	} {
		switch {
		case t.unread != "":
			facts = append(facts, control.FactName(t.name), control.Fact(words.UnreadTime(t.unread)))
		case !t.at.IsZero():
			facts = append(facts, control.FactName(t.name), control.Fact(words.ExactTime(t.at)))
		}
	}
	if k.Own {
		facts = append(facts, style.Gap(0, 0), control.Fact(lang.L("This app is signed in with this key")))
	}
	return container.NewVBox(style.Gap(dialog.Width, 0), container.New(control.NewFormLayout(), append(facts, more...)...))
}
