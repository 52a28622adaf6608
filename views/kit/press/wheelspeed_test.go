package press

import "testing"

func TestANotchOfTheWheelScrollsThreeLines(t *testing.T) {
	for _, tt := range []struct {
		system   string
		by, want float64
	}{
		{"linux", 1, 3},
		{"windows", -1, -3},
		{"windows", -2, -6},
		{"windows", 5, 9},     // the toolkit makes more of 10 and above
		{"linux", 0.15, 0.15}, // a touchpad
		{"windows", -1.25, -1.25},
		{"darwin", 1, 1},
		{"linux", 0, 0},
	} {
		if got := scrolled(tt.by, tt.system); got != tt.want {
			t.Errorf("on %s, %v scrolls %v, want %v", tt.system, tt.by, got, tt.want)
		}
	}
}
