package shell

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/app/settings"
	"accesskeys/client/demo"
)

// A message takes room from a folded page.
func TestWhatHasTheKeyboardStaysInSightBesideAMessage(t *testing.T) {
	for _, language := range []settings.Language{settings.LanguageEnglish, settings.LanguageChinese} {
		for _, size := range []fyne.Size{{Width: 480, Height: 360}, {Width: 760, Height: 480}, {Width: 1221, Height: 500}} {
			for name, open := range map[string]func(*rig){"Account": (*rig).openAccount, "Preferences": (*rig).openPreferences} {
				t.Run(fmt.Sprint(language, size, name), func(t *testing.T) {
					r := newRig(t, demo.Options{})
					r.retranslate(language)
					r.setSize(size)
					open(r)
					tab, c := r.tabScroll(), r.canvas()
					for i, control := range controlsOf(tab) {
						c.Unfocus()
						c.Focus(control)
						high := tab.Object.Size().Height
						r.tellDone("done")
						if tab.Object.Size().Height >= high {
							t.Fatal("the message takes no room: is the test broken?")
						}
						if !inView(tab, control.(fyne.CanvasObject)) {
							t.Errorf("control %d, %T, is not in view", i, control)
						}
						r.toastsGone()
					}
				})
			}
		}
	}
}

func TestRemarkStaysInSightBesideAMessage(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.setSize(fyne.NewSize(760, 480))
	r.openPreferences()
	tab := r.tabScroll()
	for _, control := range []fyne.CanvasObject{r.choice("Hide a shown secret after"), r.choice("Lock when idle for")} {
		r.canvas().Focus(control.(fyne.Focusable))
		end := below(tab, control) + control.Size().Height + 24 // of the remark's first line
		tab.Scroll.ScrollToOffset(fyne.NewPos(0, end-tab.Scroll.Size().Height))
		r.tellDone("done")
		if hidden := end - tab.Scroll.Offset.Y - tab.Scroll.Size().Height; hidden > 0 {
			t.Errorf("%g of the remark is hidden", hidden)
		}
		r.toastsGone()
	}
}

func TestPageDoesNotScrollBackToWhatTheUserHasScrolledAway(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.setSize(fyne.NewSize(760, 480))
	r.openPreferences()
	tab := r.tabScroll()
	for _, top := range []float32{-20, tab.Scroll.Size().Height - 10} { // how far below the upper edge the user scrolls it
		field := r.choice("Hide a shown secret after")
		r.canvas().Focus(field)
		offset := fyne.NewPos(0, below(tab, field)-top)
		tab.Scroll.ScrollToOffset(offset)
		r.tellDone("done")
		if tab.Scroll.Offset != offset {
			t.Errorf("scrolled to %v, it scrolls to %v", offset, tab.Scroll.Offset)
		}
		r.toastsGone()
		r.canvas().Unfocus()
	}
}
