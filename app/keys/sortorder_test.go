package keys

import (
	"testing"
	"time"

	"accesskeys/app/settings"
)

func TestOrderTellsApartWhatBeginsAlike(t *testing.T) {
	list := []Key{{}, {}, {}, {}, {}}
	ids := []string{"AKabcdefgZ", "akABCDEFGa", "AKab", "AKb", "AKabcdefgZ1"}
	times := []time.Time{time.Unix(5, 7), time.Unix(5, 3), {}, time.Unix(-9, 0), time.Unix(5, 7)}
	for i := range list {
		list[i].ID, list[i].CreatedAt = ids[i], times[i]
	}
	for column, want := range map[settings.Column][]int{settings.ColumnID: {2, 1, 0, 4, 3}, settings.ColumnCreated: {2, 3, 1, 0, 4}} {
		for at, place := range comparison(column, inEnglish()).places(list, false) {
			if place.place != want[at] {
				t.Errorf("by %s, %s is at %d", column, list[place.place].ID, at)
			}
		}
	}
}
