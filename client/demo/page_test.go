package demo_test

import (
	"testing"

	"accesskeys/client"
	"accesskeys/client/demo"
)

func TestListsThatLackKeys(t *testing.T) {
	for name, tt := range map[string]struct {
		fault               demo.Faults
		keys, total, spoilt int
	}{
		"in pages":         {demo.Faults{PageSize: 10}, 31, 31, 0},
		"cut":              {demo.Faults{PageSize: 10, NoPaging: true}, 10, 31, 0},
		"in one page":      {demo.Faults{PageSize: 40}, 31, 31, 0},
		"one is not clear": {demo.Faults{}, 31, 0, 1},
	} {
		t.Run(name, func(t *testing.T) {
			s := start(t, demo.Options{Keys: 31})
			c, err := client.SignIn(t.Context(), s.URL(), s.Credentials(), client.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if tt.spoilt > 0 {
				tt.fault.Garbled = s.Keys()[30].ID
			}
			s.SetFaults(tt.fault)
			list, err := c.List(t.Context())
			if err != nil || len(list.Keys) != tt.keys || list.Total != tt.total || list.Unreadable != tt.spoilt {
				t.Errorf("%d keys of %d, %d unreadable, %v", len(list.Keys), list.Total, list.Unreadable, err)
			}
		})
	}
}
