package expiry

import (
	"accesskeys/app/expiry"
	"accesskeys/app/keys"
	"accesskeys/views/keytable"
	"accesskeys/views/words"
)

// Chips is what the row of a key says of its end: nothing, unless that is near.
func (w *Watch) Chips(k keys.Key) []keytable.Chip {
	now := w.host.Now()
	level := expiry.Of(k, now, w.w)
	if level == expiry.None {
		return nil
	}
	chip := keytable.Chip{Mark: keytable.MarkClock, Tone: keytable.ToneSoon}
	switch level {
	case expiry.Near:
		chip.Mark, chip.Tone = keytable.MarkWarning, keytable.ToneUrgent
	case expiry.Over:
		chip.Mark, chip.Tone = keytable.MarkError, keytable.ToneUrgent
	}
	chip.Whole, chip.Text, chip.Short = words.Expiry(k, level, now)
	return []keytable.Chip{chip}
}

// Age is how old a key is, as its row says in the column for that.
func (w *Watch) Age(k keys.Key) keytable.Age {
	now := w.host.Now()
	age := keytable.Age{Text: words.Age(expiry.Age(k, now)), Whole: words.ExactTime(k.CreatedAt)}
	if expiry.Old(k, now, w.w) {
		age.Old, age.Whole = true, words.OlderThan(w.w)
	}
	return age
}
