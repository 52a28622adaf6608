package expiry

import (
	"testing"
	"time"

	"accesskeys/app/expiry"
	"accesskeys/app/settings"
)

func TestNoticeCountsTheKeysBesideTheAppsOwn(t *testing.T) {
	now := time.Date(2026, 5, 9, 13, 0, 0, 0, time.Local)
	own := expiry.End{ID: "AK", At: time.Date(2026, 5, 12, 14, 0, 40, 0, time.Local)}
	const ours = "Your sign-in key expires in 3 days (2026-05-12 14:00). Replace it before then."
	for want, n := range map[string]expiry.Notice{
		"1 key expires within 90 days.": {Others: make([]expiry.End, 1)},
		"2 keys expire within 90 days.": {Others: make([]expiry.End, 2)},
		ours:                            {Own: own},
		ours + " 1 other key expires within 90 days.":  {Own: own, Others: make([]expiry.End, 1)},
		ours + " 12 other keys expire within 90 days.": {Own: own, Others: make([]expiry.End, 12)},
	} {
		if got := noticeText(n, settings.Warnings{ExpiryDays: 90}, now); got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}
