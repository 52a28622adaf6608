package words

import (
	"time"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/expiry"
	"accesskeys/app/keys"
	"accesskeys/app/settings"
)

// Expiry says when a key expires soon, or that its end has passed although the server does not report it as expired: in
// full, in a few words, and in fewer. The texts are empty for a key that does not expire soon.
func Expiry(k keys.Key, level expiry.Level, now time.Time) (whole, text, short string) {
	date := DayAndTime(k.ValidUntil, now)
	switch left := map[string]any{"Left": HowLong(k.ValidUntil.Sub(now)), "Date": date}; level {
	case expiry.None:
		return "", "", ""
	case expiry.Over:
		return lang.L("Expired {{.Date}}, but the server still says “{{.State}}”", map[string]any{"Date": date, "State": StateName(k.State)}),
			lang.L("Expired {{.Date}}", left), lang.L("Past date")
	default:
		return lang.L("Expires in {{.Left}}, {{.Date}}", left), lang.L("Expires in {{.Left}}", left), lang.L("{{.Left}} left", left)
	}
}

// ExpiryRemark says what Expiry says in full, to be shown below the date of expiry.
func ExpiryRemark(k keys.Key, level expiry.Level, now time.Time) string {
	if level == expiry.Over {
		return lang.L("Expired, but the server still says “{{.State}}”", map[string]any{"State": StateName(k.State)})
	}
	_, text, _ := Expiry(k, level, now)
	return text
}

// ExpiryNotice says which keys expire soon. The user sees it until they dismiss it.
func ExpiryNotice(n expiry.Notice, w settings.Warnings, now time.Time) string {
	others := map[string]any{"Count": len(n.Others), "Days": int(w.ExpiryDays)}
	if n.Own.ID == "" {
		return lang.N("{{.Count}} keys expire within {{.Days}} days.", len(n.Others), others)
	}
	own := lang.L("The key that this app is signed in with expires in {{.Left}}, {{.Date}}: this app will be locked out.",
		map[string]any{"Left": HowLong(n.Own.At.Sub(now)), "Date": DayAndTime(n.Own.At, now)})
	if len(n.Others) == 0 {
		return own
	}
	return Sentences(own, lang.N("{{.Count}} other keys expire within {{.Days}} days.", len(n.Others), others))
}
