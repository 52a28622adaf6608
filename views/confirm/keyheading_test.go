package confirm

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/style"
)

func TestRowFitsTheListOfAQuestion(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	r := NewRow()
	for _, length := range []int{20, 32, 36, 40, 48} {
		for _, state := range []string{"", "Unreadable", "a state this app doesn't know"} {
			for _, label := range []string{"", strings.Repeat("nightly backup ", 6)} {
				r.Set(strings.Repeat("W", length), state, Known{Label: label})
				if width := r.MinSize().Width; width > dialog.Width-2*6 { // 6 is the padding of the list
					t.Errorf("an ID of %d characters, the state %q and the label %q are %v wide", length, state, label, width)
				}
			}
		}
	}
}
