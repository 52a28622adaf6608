package words

import (
	"time"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/expiry"
	"accesskeys/app/keys"
)

// ExpiryTexts are the forms of what is said about the expiry of a key, from the longest to the shortest.
type ExpiryTexts struct{ Whole, Text, Short, Brief string }

// Expiry says when a key expires soon, or that its end has passed although it is not listed as expired. asked is whether
// the key's state was read after its end. The texts are empty for a key that does not expire soon.
func Expiry(k keys.Key, level expiry.Level, now time.Time, asked bool) ExpiryTexts {
	left := k.ValidUntil.Sub(now)
	data := map[string]any{"Left": HowLongShort(left), "Date": EventTime(k.ValidUntil), "State": StateName(k.State)}
	whole := ""
	switch {
	case level == expiry.None:
		return ExpiryTexts{}
	case level == expiry.Over && asked:
		whole = lang.L("Expired {{.Date}}, but the server still says “{{.State}}”", data)
	case level == expiry.Over:
		whole = lang.L("Expiry passed {{.Date}}; reload to see the state", data)
	}
	if level == expiry.Over {
		return ExpiryTexts{whole, lang.L("Expiry passed {{.Date}}", data), lang.L("Expiry passed"), lang.X("chip.expiryPassed", "Overdue")}
	}
	brief := map[string]any{"Left": HowLongBrief(left)}
	short := data
	if left < 48*time.Hour {
		short = brief // "36 hours left" has no room where "15 days left" has
	}
	return ExpiryTexts{lang.L("Expires in {{.Left}}, {{.Date}}", data), lang.L("Expires in {{.Left}}", data),
		lang.L("{{.Left}} left", short), lang.X("chip.left", "{{.Left}}", brief)}
}

// ExpiryRemark says what Expiry says in full, to be shown below the date of expiry.
func ExpiryRemark(k keys.Key, level expiry.Level, now time.Time, asked bool) string {
	switch {
	case level == expiry.Over && asked:
		return lang.L("Expired, but the server still says “{{.State}}”", map[string]any{"State": StateName(k.State)})
	case level == expiry.Over:
		return lang.L("Expiry passed; reload to see the state")
	}
	return Expiry(k, level, now, asked).Text
}
