package shell

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/scroll"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/toast"
)

func TestMessageThatIsCutIsToldWhole(t *testing.T) {
	r := newRig(t, demo.Options{})
	long := strings.Repeat("word ", toast.LongestToast)
	r.tellError(long)
	shown := r.messages()[len(r.messages())-1]
	if !strings.HasSuffix(shown.shown, "…") || shown.whole != long {
		t.Errorf("%q is shown, and %q explained", shown.shown, style.Shorten(shown.whole, 40))
	}
	shown.more.OnTapped()
	if said := strings.Join(r.texts(), " "); !strings.Contains(said, long[:len(long)-1]) {
		t.Errorf("the dialog says %q", style.Shorten(said, 200))
	}
}

func TestMessagesCoverAndMoveNothing(t *testing.T) {
	for _, locale := range []string{"en_US.UTF-8", "zh_CN.UTF-8"} {
		for _, tab := range []int{tabKeys, tabPreferences, tabAccount} {
			t.Run(fmt.Sprint(locale[:2], tab), func(t *testing.T) {
				speak(t, locale)
				r := newRig(t, demo.Options{Keys: 40})
				r.openTab(tab)
				for _, size := range append(layoutSizes, fyne.NewSize(900, 500), fyne.NewSize(600, 360)) {
					r.coversNothing(size)
				}
			})
		}
	}
}

func TestMessagesCoverNothingOfAReplacement(t *testing.T) {
	for _, locale := range []string{"en_US.UTF-8", "zh_CN.UTF-8"} {
		t.Run(locale[:2], func(t *testing.T) {
			speak(t, locale)
			r := newRig(t, demo.Options{})
			r.replaceOpen(r.idInState(client.StateEnabled, false))
			r.clicks(lang.L("Create New Key"))
			for _, size := range []fyne.Size{{Width: 900, Height: 600}, {Width: 1221, Height: 740}, {Width: 800, Height: 600}} {
				r.coversNothing(size)
			}
		})
	}
}

// coversNothing checks that messages cover nothing in a window of this size, and move nothing but the end of what scrolls on
// a folded page.
func (r *rig) coversNothing(size fyne.Size) {
	r.t.Helper()
	r.toastsGone()
	r.resize(size, 1)
	before := r.surveyed()
	r.tellDone("Copied the ID AK1234567890abcdef1234567890")
	r.tellError("No keyring was found on this computer. You'll sign in at each start. " + strings.Repeat("a long error ", 20))
	r.resize(size, 1) // as the toolkit's loop places it
	after, top, bottom := r.surveyed(), size.Height, size.Height
	shown := slices.DeleteFunc(r.messages(), func(m message) bool { return !m.visible })
	if len(shown) == 0 {
		r.t.Errorf("in %v, no message is shown", size)
	}
	r.messagesCoverNothing()
	for _, m := range shown {
		if !m.place.within(areaOf(fyne.Position{}, size)) {
			r.t.Errorf("in %v, a message is at %v-%v", size, m.place.min, m.place.max)
		}
		if page.Folds(size) {
			top, bottom = min(top, m.place.min.Y-scroll.Gutter-style.LineHeight), m.place.max.Y+scroll.Gutter
		}
	}
	for _, was := range before {
		if (was.max.Y < top || was.min.Y >= bottom && !was.empty()) && !slices.Contains(after, was) {
			r.t.Errorf("in %v, messages move %v", size, was)
		}
	}
	if page.Folds(size) && bottom-top > 96 {
		r.t.Errorf("in %v, messages take %g from what scrolls", size, bottom-top)
	}
}

// messagesCoverNothing checks that no message covers a text or a control.
func (r *rig) messagesCoverNothing() {
	r.t.Helper()
	for _, m := range r.messages() {
		for _, other := range r.surveyed() {
			if m.visible && m.place.overlaps(item{area: other.area}) {
				r.t.Errorf("in %v, a message at %v-%v covers %v", r.canvas().Size(), m.place.min, m.place.max, other)
			}
		}
	}
}

func TestMessagesCoverNothingAsThePageChangesBelowThem(t *testing.T) {
	for name, change := range map[string]func(*rig){
		"few rows": func(r *rig) { r.filter().SetText(r.cursor()) },
		"more rows": func(r *rig) {
			r.filter().SetText(r.cursor())
			r.tellDone("Copied the ID AK1234567890abcdef1234567890")
			r.filter().SetText("")
		},
		"a replacement offline": func(r *rig) {
			r.replaceOpen(r.cursor())
			r.clicks("Create New Key", "It's in Place")
			r.tellDone("Copied the ID AK1234567890abcdef1234567890")
			r.lose()
			r.clicks("Check New Key")
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{Keys: 40})
			r.selectKey(r.idInState(client.StateEnabled, false), 0)
			r.resize(fyne.NewSize(480, 360), 1)
			r.tellDone("Copied the ID AK1234567890abcdef1234567890")
			change(r)
			r.messagesCoverNothing()
			r.resize(fyne.NewSize(480, 361), 1)
			r.messagesCoverNothing()
		})
	}
}

// surveyed returns the texts and controls of the page.
func (r *rig) surveyed() []item {
	s := &survey{}
	all := areaOf(fyne.Position{}, r.canvas().Size())
	s.visit(r.layers()[0], fyne.Position{}, room{all, all}, nil)
	return s.items
}

func TestFormStaysWhereItIsBesideAMessage(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.form()
	for _, size := range layoutSizes {
		r.toastsGone()
		r.resize(size, 1)
		before := r.surveyed()
		r.tellError("Not all secrets were deleted.")
		after := r.surveyed()
		for i, was := range before {
			if now := after[i]; now.min != was.min && !now.empty() {
				t.Errorf("in %v, %v moves to %v", size, was, now.min)
			}
		}
	}
}

// Under the row of a new key, a message about the key before it would read as if it were about the new one.
func TestMessageAboutTheKeyBeforeDoesNotComeBackUnderANewOne(t *testing.T) {
	for _, size := range []fyne.Size{{Width: 480, Height: 360}, {Width: 760, Height: 480}} {
		r := newRig(t, demo.Options{})
		r.resize(size, 1)
		r.pass(toast.ReadingTime)
		r.selectKey(r.idInState(client.StateDisabled, false), 0)
		r.shortcut(&fyne.ShortcutCopy{})
		r.wantSaid("Copied")
		r.pass(2 * time.Second)
		r.createKey()
		r.typeText("ci-billing")
		r.press(fyne.KeyReturn)
		for range toast.ReadingTime / time.Second {
			r.pass(time.Second)
			for _, m := range r.messages() {
				if m.visible && strings.HasPrefix(m.text, "Copied") {
					t.Fatalf("in %v, it says %q again", size, m.text)
				}
			}
		}
	}
}
