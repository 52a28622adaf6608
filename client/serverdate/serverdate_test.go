package serverdate

import (
	"strings"
	"testing"
	"time"
)

func TestDatesAreReadInAllCommonForms(t *testing.T) {
	at := time.Date(2025, 3, 4, 5, 6, 7, 0, time.UTC)
	half := at.Add(500 * time.Millisecond)
	for text, want := range map[string]time.Time{
		`"2025-03-04T05:06:07Z"`: at, `"2025-03-04 05:06:07"`: at, `"2025-03-04T05:06:07"`: at, `"2025/3/4 5:06:07"`: at,
		`"2025-03-04t05:06:07z"`: at, `"2025-03-04 05:06:07 UTC"`: at, `"2025-03-04 13:06:07 +0800 CST"`: at,
		`"2025-03-04T13:06:07+0800"`: at, `"2025-03-04 13:06:07+08"`: at, `"2025-03-04T13:06:07+08:00[Asia/Shanghai]"`: at,
		`"2025-03-04T05:06:07,5Z"`: half, `"2025-03-04 05:06:07,500"`: half, `"2025-03-04T13:06:07,5+0800"`: half, `"2025-03-04 05:06:07.500"`: half, `"2025年3月4日 05:06:07"`: at,
		`"2025-03-04"`: at.Truncate(24 * time.Hour), `"2025-03-04 05:06"`: at.Add(-7 * time.Second),
		`"Tue, 04 Mar 2025 05:06:07 GMT"`: at, `"Tue Mar  4 05:06:07 2025"`: at, `"Mar 4, 2025 5:06:07 AM"`: at,
		`"Tue Mar 04 2025 13:06:07 GMT+0800 (China Standard Time)"`: at, `"20250304T050607Z"`: at, `" 2025-03-04 05:06:07\n"`: at,
		`1741064767`: at, `"1741064767"`: at, `1741064767000`: at, `"1741064767500"`: half, `1741064767.5`: half,
		`1741064767000000`: at, `1741064767000000000`: at, `1.741064767e9`: at,
		`{"Time":"2025-03-04T05:06:07Z","Valid":true}`: at, `"9999-12-31T23:59:59Z"`: time.Date(9999, 12, 31, 23, 59, 59, 0, time.UTC),
	} {
		var got Time
		if err := got.UnmarshalJSON([]byte(text)); err != nil || !got.Equal(want) || got.Unread != "" || got.Location() != time.UTC {
			t.Errorf("%s: %v, unread %q, %v", text, got.Time, got.Unread, err)
		}
	}
}

func TestNoDateIsNone(t *testing.T) {
	for _, text := range []string{`null`, `""`, `"  "`, `0`, `"0"`, `0.0`, `"0001-01-01T00:00:00Z"`, `"0001-01-01 00:00:00"`,
		`"0001-01-01T08:05:43+08:05"`, `"1970-01-01T00:00:00Z"`, `"1970-01-01 08:00:00+0800"`, `"0000-00-00 00:00:00"`, `"0000-00-00"`,
		`-62135596800`, `-62135596800000`, `{"Time":"0001-01-01T00:00:00Z","Valid":false}`,
	} {
		var got Time
		if err := got.UnmarshalJSON([]byte(text)); err != nil || !got.IsZero() || got.Unread != "" {
			t.Errorf("%s: %v, unread %q, %v", text, got.Time, got.Unread, err)
		}
	}
}

func TestADateThatCannotBeReadIsKeptAsText(t *testing.T) {
	for text, want := range map[string]string{
		`"03/04/2025"`: "03/04/2025", `"2025-03-04 05:06:07 CST"`: "2025-03-04 05:06:07 CST", `"never"`: "never", `-1`: "-1",
		`20250304`: "20250304", `"20250304050607"`: "20250304050607", `99999999999`: "99999999999", `1e300`: "1e300",
		`"0000-05-05T00:00:00Z"`: "0000-05-05T00:00:00Z", `"99999-01-01T00:00:00Z"`: "99999-01-01T00:00:00Z", `"2025-02-30"`: "2025-02-30",
		`"2025-03-04T05:06:07+99:00"`: "2025-03-04T05:06:07+99:00", `true`: "true", `[2025,3]`: "[2025,3]",
		`"\u200b"`: "?", `"so\n\u202eon"`: "so on", `"` + strings.Repeat("x", 100) + `"`: strings.Repeat("x", 63) + "…",
		`{"seconds":5}`: `{"seconds":5}`,
	} {
		var got Time
		if err := got.UnmarshalJSON([]byte(text)); err != nil || !got.IsZero() || got.Unread != want {
			t.Errorf("%s: %v, unread %q, %v", text, got.Time, got.Unread, err)
		}
	}
}
