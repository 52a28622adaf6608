package keys

import (
	"testing"
	"time"

	"accesskeys/app/apptest/check"
	"accesskeys/app/settings"
	"accesskeys/client"
)

func TestFilterFindsWordsInIDStateAndDates(t *testing.T) {
	at := func(year int, m time.Month, d int) time.Time { return time.Date(year, m, d, 15, 4, 5, 0, time.Local) }
	all := []Key{
		{AccessKey: client.AccessKey{ID: "AKseed1", State: client.StateEnabled, CreatedAt: at(2026, 9, 3)}},
		{AccessKey: client.AccessKey{ID: "AKseed3", State: client.StateEnabled, CreatedAt: at(2026, 11, 21), ValidUntil: at(2027, 1, 1)}},
		{AccessKey: client.AccessKey{ID: "AK3x", State: client.StateDisabled, CreatedAt: at(2025, 11, 2)}},
	}
	chinese := Names{State: func(s client.State) string {
		return map[client.State]string{client.StateEnabled: "已启用", client.StateDisabled: "已禁用"}[s]
	}, Month: func(m time.Month) string { return string(rune('0'+m%10)) + " 月" }}
	expires := settings.Table{Shown: map[settings.Column]bool{settings.ColumnExpires: true}}
	for _, c := range []struct {
		text  string
		names Names
		table settings.Table
		want  string
	}{
		{"seed 3", inEnglish(), settings.Table{}, "seed3"},
		{"3 SEED", inEnglish(), settings.Table{}, "seed3"},
		{"seed disabled", inEnglish(), settings.Table{}, ""},
		{"2026-11-2", inEnglish(), settings.Table{}, "seed3"},
		{"2026/11/2", inEnglish(), settings.Table{}, "seed3"},
		{"11-02", inEnglish(), settings.Table{}, "3x"},
		{"15:04", inEnglish(), settings.Table{}, "seed1seed33x"},
		{"2025", inEnglish(), settings.Table{}, "3x"},
		{"September", inEnglish(), settings.Table{}, "seed1"},
		{"nov 2026", inEnglish(), settings.Table{}, "seed3"},
		{"9月", chinese, settings.Table{}, "seed1"},
		{"9 月", chinese, settings.Table{}, "seed1"},
		{"9 月 seed", chinese, settings.Table{}, "seed1"},
		{"禁用", chinese, settings.Table{}, "3x"},
		{"Disabled", chinese, settings.Table{}, "3x"},
		{"enab seed3", chinese, settings.Table{}, "seed3"},
		{"en", chinese, settings.Table{}, ""},       // too short for the server's name
		{"able", chinese, settings.Table{}, ""},     // which does not begin with this
		{"2027", inEnglish(), settings.Table{}, ""}, // of a column that is not shown
		{"2027", inEnglish(), expires, "seed3"},
		{"jan", inEnglish(), expires, "seed3"},
		{"se", inEnglish(), settings.Table{}, "seed1seed3"}, // too short for a month
	} {
		check.Equal(t, c.text, ids(Arrange(all, c.table, Find{Text: c.text}, c.names).Keys), c.want)
	}
}

func TestArrangeCountsWhatCanBeFound(t *testing.T) {
	for _, c := range []struct {
		name                     string
		find                     Find
		showDeleted              bool
		shown, deleted, findable int
	}{
		{"everything", Find{}, false, 4, 1, 4},
		{"with the deleted", Find{}, true, 5, 0, 5},
		{"filtered", Find{Text: "akb"}, false, 1, 0, 4},
		{"a hidden one matches", Find{Text: "aka"}, false, 0, 1, 4},
		{"the deleted alone", Find{State: client.StateDeleted}, false, 1, 0, 5},
		{"another state alone", Find{State: client.StateDisabled}, false, 1, 0, 5}, // Hide deleted has no effect
	} {
		got := Arrange(someKeys(), settings.Table{ShowDeleted: c.showDeleted}, c.find, inEnglish())
		check.Equal(t, c.name, [3]int{len(got.Keys), got.Deleted, got.Findable}, [3]int{c.shown, c.deleted, c.findable})
	}
}
