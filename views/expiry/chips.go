package expiry

import (
	"time"

	"accesskeys/app/expiry"
	"accesskeys/app/keys"
	"accesskeys/views/chips"
	"accesskeys/views/keytable"
	"accesskeys/views/words"
)

// Chips returns the chip about the expiry of a key, or nothing if it does not expire soon.
func (w *Watch) Chips(k keys.Key) []chips.Chip {
	now := w.host.Now()
	level := expiry.OfRow(k, now, w.warnings)
	if level == expiry.None {
		return nil
	}
	return w.chips.get(k, func() []chips.Chip { return []chips.Chip{chip(k, level, now, w.asked(k))} })
}

func chip(k keys.Key, level expiry.Level, now time.Time, asked bool) chips.Chip {
	c := chips.Chip{Mark: chips.MarkClock, Tone: chips.ToneSoon}
	switch level {
	case expiry.Near:
		c.Mark, c.Tone = chips.MarkWarning, chips.ToneUrgent
	case expiry.Over:
		c.Mark, c.Tone = chips.MarkError, chips.ToneUrgent
	}
	says := words.Expiry(k, level, now, asked)
	c.Exact, c.Whole, c.Text, c.Short, c.Brief = says.Whole, says.Whole, says.Text, says.Short, says.Brief
	if level == expiry.Over { // what is whole is too long, and what is next has the date
		c.Exact, c.Text = says.Text, says.Short
	}
	return c
}

// Age returns what the row of a key shows in the column for its age.
func (w *Watch) Age(k keys.Key) keytable.Age {
	now := w.host.Now()
	return w.ages.get(k, func() keytable.Age {
		age := keytable.Age{Text: words.Age(expiry.Age(k, now)), Whole: words.ExactTime(k.CreatedAt)}
		if expiry.Old(k, now, w.warnings) {
			age.Old, age.Whole = true, words.OlderThan(w.warnings)
		}
		return age
	})
}
