package keys

import (
	"strings"
	"testing"
	"time"

	"accesskeys/app/apptest/check"
	"accesskeys/app/settings"
	"accesskeys/client"
)

func day(n int) time.Time { return time.Date(2026, 1, n, 0, 0, 0, 0, time.UTC) }

// someKeys differ in all that they can be sorted by.
func someKeys() []Key {
	return []Key{
		{AccessKey: client.AccessKey{ID: "AKb", State: client.StateExpired, CreatedAt: day(2), UpdatedAt: day(9), ValidUntil: day(3)}},
		{AccessKey: client.AccessKey{ID: "AKa", State: client.StateDeleted, CreatedAt: day(3), UpdatedAt: day(8)}},
		{AccessKey: client.AccessKey{ID: "AKC", State: client.StateEnabled, CreatedAt: day(1), UpdatedAt: day(7)}},
		{AccessKey: client.AccessKey{ID: "AKd", State: "odd", CreatedAt: day(4), UpdatedAt: day(6), ValidUntil: day(2)}},
		{AccessKey: client.AccessKey{ID: "AKe", State: client.StateDisabled, CreatedAt: day(4), ValidUntil: day(5)}},
	}
}

func inEnglish() Names { return Names{State: capital, Month: time.Month.String} }

func capital(s client.State) string { return strings.ToUpper(string(s[:1])) + string(s[1:]) }

func ids(keys []Key) string {
	var all []string
	for _, k := range keys {
		all = append(all, strings.TrimPrefix(k.ID, "AK"))
	}
	return strings.Join(all, "")
}

func TestArrangeSorts(t *testing.T) {
	for _, c := range []struct {
		by         settings.Column
		descending bool
		want       string
	}{
		{"", false, "baCde"},
		{settings.ColumnID, false, "abCde"},
		{settings.ColumnID, true, "edCba"},
		{settings.ColumnState, false, "Cebad"},
		{settings.ColumnState, true, "dabeC"},
		{settings.ColumnCreated, false, "Cbade"}, // d and e are alike: the server's order
		{settings.ColumnCreated, true, "deabC"},
		{settings.ColumnUpdated, false, "edCab"},
		{settings.ColumnExpires, false, "dbeaC"}, // never comes last
		{settings.ColumnAge, false, "deabC"},
		{settings.ColumnAge, true, "Cbade"},
		{settings.ColumnSecret, false, "baCde"},
	} {
		got := Arrange(someKeys(), settings.Table{SortBy: c.by, Descending: c.descending, ShowDeleted: true}, Find{}, inEnglish())
		check.Equal(t, string(c.by), ids(got.Keys), c.want)
	}
}

func TestArrangeFinds(t *testing.T) {
	chinese := inEnglish()
	chinese.State = func(s client.State) string {
		return map[client.State]string{client.StateEnabled: "正常", client.StateDisabled: "禁用"}[s]
	}
	for _, c := range []struct {
		name    string
		find    Find
		named   Names
		want    string
		deleted int
	}{
		{"everything but the deleted", Find{}, inEnglish(), "bCde", 1},
		{"part of an ID in another case", Find{Text: "kc"}, inEnglish(), "C", 0},
		{"spaces around it", Find{Text: " akB "}, inEnglish(), "b", 0},
		{"the state's name", Find{Text: "expir"}, inEnglish(), "b", 0},
		{"the state's name in Chinese", Find{Text: "禁用"}, chinese, "e", 0},
		{"a state that the app does not know", Find{Text: "ODD"}, inEnglish(), "d", 0},
		{"one state", Find{State: client.StateEnabled}, inEnglish(), "C", 0},
		{"a state and a text", Find{State: client.StateEnabled, Text: "b"}, inEnglish(), "C", 0},
		{"asked for, the deleted too", Find{State: client.StateDeleted}, inEnglish(), "a", 0},
		{"a deleted one is counted", Find{Text: "aka"}, inEnglish(), "", 1},
		{"nothing", Find{Text: "nowhere"}, inEnglish(), "", 0},
	} {
		got := Arrange(someKeys(), settings.DefaultTable(), c.find, c.named)
		check.Equal(t, c.name, ids(got.Keys), c.want)
		check.Equal(t, c.name+": deleted", got.Deleted, c.deleted)
	}
}

// labelled is Names in which some keys have notes.
func labelled() Names {
	n := inEnglish()
	n.Noted = func(k *Key) Noted {
		return map[string]Noted{
			"AKb": {Label: "Zebra", Search: "zebra\nci > billing"},
			"AKC": {Search: "\nlaptop of 梅"},
			"AKd": {Label: "éclair", Search: "éclair"},
			"AKe": {Label: "Anna", Search: "anna"},
		}[k.ID]
	}
	return n
}

func TestArrangeSortsByLabelBeforeID(t *testing.T) {
	for descending, want := range map[bool]string{false: "ebdaC", true: "Cadbe"} {
		got := Arrange(someKeys(), settings.Table{SortBy: settings.ColumnID, Descending: descending, ShowDeleted: true}, Find{}, labelled())
		check.Equal(t, "order", ids(got.Keys), want)
	}
}

func TestArrangeFindsWhatIsNoted(t *testing.T) {
	for text, want := range map[string]string{"ZEB": "b", "billing": "b", "ci bill": "b", "laptop 梅": "C", "Éc": "d", "a": "bCde", "anna disabled": "e"} {
		check.Equal(t, text, ids(Arrange(someKeys(), settings.DefaultTable(), Find{Text: text}, labelled()).Keys), want)
	}
}

// manyKeys are as many as one user could ever have.
func manyKeys(n int) []Key {
	const letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	all := make([]Key, n)
	for i := range all {
		id := []byte("AK000000000000000000000000000000")
		for j, seed := 2, uint32(i)*2654435761; j < len(id); j++ {
			seed = seed*1664525 + 1013904223
			id[j] = letters[seed>>16%62]
		}
		states := []client.State{client.StateEnabled, client.StateDisabled, client.StateExpired, client.StateDeleted}
		all[i] = Key{AccessKey: client.AccessKey{ID: string(id), State: states[i%7%4], CreatedAt: day(i * 7919 % 365), UpdatedAt: day(i * 7919 % 365), ValidUntil: day(i * 7919 % 365)}}
	}
	return all
}

// BenchmarkArrange is the work below the window of a keystroke in the filter, and of a sort.
func BenchmarkArrange(b *testing.B) {
	all := manyKeys(10000)
	for _, c := range []struct {
		name string
		t    settings.Table
		f    Find
	}{
		{"everything", settings.DefaultTable(), Find{}},
		{"filter", settings.DefaultTable(), Find{Text: "k7"}},
		{"filter by date", settings.Table{Shown: map[settings.Column]bool{settings.ColumnUpdated: true, settings.ColumnExpires: true}}, Find{Text: "2031-1 septe"}},
		{"sort by ID", settings.Table{SortBy: settings.ColumnID}, Find{}},
		{"sort by time", settings.Table{SortBy: settings.ColumnCreated, Descending: true}, Find{}},
		{"sort by state", settings.Table{SortBy: settings.ColumnState}, Find{}},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Arrange(all, c.t, c.f, inEnglish())
			}
		})
	}
}

func TestAnExpiryThatCannotBeReadSortsFirst(t *testing.T) {
	keys := append(someKeys(), Key{AccessKey: client.AccessKey{ID: "AKu", Unread: client.UnreadDates{ValidUntil: "03/04/2025"}}})
	got := Arrange(keys, settings.Table{SortBy: settings.ColumnExpires, ShowDeleted: true}, Find{}, inEnglish())
	check.Equal(t, "sorted by expiry", ids(got.Keys), "udbeaC")
}
