package expiry

import (
	"time"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/expiry"
	"accesskeys/app/settings"
	"accesskeys/views/words"
)

// noticeText says which keys expire soon. The user sees it until they dismiss it. It is short enough for two lines of a
// small window, unless other keys expire besides the app's own.
func noticeText(n expiry.Notice, w settings.Warnings, now time.Time) string {
	others := map[string]any{"Count": len(n.Others), "Days": int(w.ExpiryDays)}
	if n.Own.ID == "" {
		return lang.N("{{.Count}} keys expire within {{.Days}} days.", len(n.Others), others)
	}
	own := lang.L("Your sign-in key expires in {{.Left}} ({{.Date}}). Replace it before then.",
		map[string]any{"Left": words.HowLong(n.Own.At.Sub(now)), "Date": n.Own.At.Local().Format("2006-01-02 15:04")})
	if len(n.Others) == 0 {
		return own
	}
	return words.Sentences(own, lang.N("{{.Count}} other keys expire within {{.Days}} days.", len(n.Others), others))
}
