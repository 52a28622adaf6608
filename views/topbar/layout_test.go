package topbar

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/tooltip"
)

// shownFor returns which form of the countdown a bar of a width shows beside the avatar of a key ID.
func shownFor(id string, width float32) form {
	told := newCountdown(&tooltip.Tips{})
	told.widest = texts{"Secret on the clipboard: 30 s", "Secret: 30 s", "30 s"}
	avatar, clear := control.NewButton(shortID(id), control.ButtonPlain, nil), control.NewButton("Clear Now", control.ButtonDefault, nil)
	product, copied := style.Gap(140, 20), container.NewHBox(told.Object, clear)
	server := &serverName{label: newNameLabel("127.0.0.1:22583"), tip: told.tip, least: leastServer}
	l := &barLayout{left: container.NewHBox(style.Gap(110, 0), product), right: container.NewHBox(copied, avatar), product: product, copied: copied, countdown: told,
		server: server, clear: newShortened(clear, "Clear Now", "Clear"), avatar: newShortened(avatar, shortID(id), idEnd(id), ""), narrower: narrower(id)}
	l.Layout([]fyne.CanvasObject{l.left, l.right, server.label}, fyne.NewSize(width, foldedHeight))
	return told.form
}

func TestFormOfTheCountdownIsTheSameForAllKeyIDs(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	seen := map[form]bool{}
	for width := float32(480); width < 1000; width += 4 {
		want := shownFor("AKhcnykAIkGa24f8OXldiHfKB9EMid5F", width)
		seen[want] = true
		for _, id := range []string{"AK1lijtfIkGa24f8OXldiHfKB9EMi1lj", "AKMNRGOAIkGa24f8OXldiHfKB9EMNRGO"} {
			if got := shownFor(id, width); got != want {
				t.Errorf("%v wide, the form is %v for %s, and %v for another key", width, got, shortID(id), want)
			}
		}
	}
	if len(seen) != 3 {
		t.Errorf("only these forms were seen: %v", seen)
	}
}
