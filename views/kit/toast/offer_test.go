package toast

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"accesskeys/views/kit/control"
)

func TestMessageOffersSomething(t *testing.T) {
	r := newRig(t)
	taken := 0
	r.About("key").Offering(Offer{Label: "Undo", For: 15 * time.Second, Take: func() { taken++ }}).Done("Disabled")
	r.Done("something else")
	r.pass(14 * time.Second) // longer than a message without an offer
	if len(r.Shown) != 1 || !r.Shown[0].offer.Visible() {
		t.Fatalf("%d messages are left", len(r.Shown))
	}
	test.Tap(r.Shown[0].Action)
	if taken != 1 || len(r.Shown) != 0 {
		t.Errorf("taken %d times, %d messages are left", taken, len(r.Shown))
	}
}

func TestOfferEndsBeforeItsMessage(t *testing.T) {
	r := newRig(t)
	lost := 0
	r.OnFocusLost = func() { lost++ }
	about := r.About("key")
	about.Offering(Offer{Label: "Undo", Take: func() {}}).Note("Disabled")
	shown := r.Shown[0]
	wide := shown.width()
	r.win.Canvas().Focus(shown.Action)
	if !r.HasButton(shown.Action) {
		t.Error("the button is no message's")
	}
	about.EndOffer()
	if len(r.Shown) != 1 || shown.offer.Visible() || shown.width() >= wide || lost != 1 || r.win.Canvas().Focused() != nil {
		t.Errorf("offered: %v, focus lost %d times", shown.offer.Visible(), lost)
	}
	about.EndOffer()
	r.About("another key").EndOffer()
	if lost != 1 {
		t.Errorf("focus lost %d times", lost)
	}
}

func TestOfferThatEndsBelowADialogLeavesTheFocusToTheDialog(t *testing.T) {
	r := newRig(t)
	about := r.About("key")
	about.Offering(Offer{Label: "Undo", Take: func() {}}).Note("Disabled")
	r.win.Canvas().Focus(r.Shown[0].Action)
	inDialog := control.NewButton("Close", control.ButtonDefault, nil)
	r.win.Canvas().Overlays().Add(inDialog)
	r.win.Canvas().Focus(inDialog)
	about.EndOffer()
	if r.win.Canvas().Focused() != fyne.Focusable(inDialog) {
		t.Errorf("the focus is on %v", r.win.Canvas().Focused())
	}
}

func TestMessageThatGoesBelowADialogDoesNotGetTheFocusBack(t *testing.T) {
	r := newRig(t)
	lost := 0
	r.OnFocusLost = func() { lost++ }
	r.Note("a note")
	r.win.Canvas().Focus(r.Shown[0].CloseButton)
	dialog := control.NewButton("Close", control.ButtonDefault, nil)
	r.win.Canvas().Overlays().Add(dialog)
	r.pass(ReadingTime)
	r.expect(t)
	r.win.Canvas().Overlays().Remove(dialog)
	r.Uncovered()
	if r.win.Canvas().Focused() != nil || lost != 1 {
		t.Errorf("the focus is on %v, and was lost %d times", r.win.Canvas().Focused(), lost)
	}
}

func TestMessageIsReworded(t *testing.T) {
	r := newRig(t)
	about := r.About("key")
	about.Note("in 60 s")
	shown := r.Shown[0]
	about.Reword("in 59 s")
	if r.Shown[0] != shown || shown.Message.Text != "in 59 s" || shown.Text != "in 59 s" {
		t.Errorf("says %q", shown.Message.Text)
	}
}

func TestDismissRemovesTheMessageWithTheFocus(t *testing.T) {
	r := newRig(t)
	r.About("key").Offering(Offer{Label: "Undo", Take: func() {}}).Note("first")
	r.Note("second")
	r.win.Canvas().Focus(r.Shown[0].Action)
	r.Dismiss()
	if len(r.Shown) != 1 || r.Shown[0].Text != "second" {
		t.Errorf("%d messages are left", len(r.Shown))
	}
}

func TestNarrowMessageHidesItsOffer(t *testing.T) {
	r := newRig(t)
	r.Room = func() Room { return Room{At: fyne.NewPos(150, 51), Size: fyne.NewSize(330, 52)} }
	var offered Offer
	r.OnMore = func(_ string, offer Offer) { offered = offer }
	taken := 0
	r.About("key").Offering(Offer{Label: "Check Again in a Minute", Take: func() { taken++ }}).Error(strings.Repeat("word ", 30))
	shown := r.Shown[0]
	if shown.offer.Visible() || len(shown.Message.Text) < 20 {
		t.Fatalf("the button is shown: %v, beside %q", shown.offer.Visible(), shown.Message.Text)
	}
	test.Tap(shown.More)
	if offered.Label != "Check Again in a Minute" {
		t.Fatalf("all of the message comes with %q", offered.Label)
	}
	offered.Take()
	if taken != 1 || len(r.Shown) != 0 {
		t.Errorf("taken %d times, %d messages are left", taken, len(r.Shown))
	}
	offered.Take()
	if taken != 1 {
		t.Errorf("taken %d times", taken)
	}
}

func TestOfferBehindADialogBeginsItsTimeWhenThatCloses(t *testing.T) {
	r := newRig(t)
	covered, again := false, 0
	r.Covered = func() bool { return covered }
	r.About("key").Offering(Offer{Label: "Undo", For: 15 * time.Second, Take: func() {}, Again: func() { again++ }}).Done("Disabled")
	covered = true
	r.pass(14 * time.Second)
	r.pass(14 * time.Second)
	r.wantVisible(t, "Disabled")
	covered = false
	r.Uncovered()
	r.pass(14 * time.Second)
	r.wantVisible(t, "Disabled")
	if again != 1 {
		t.Errorf("its time began again %d times", again)
	}
	r.pass(time.Second)
	if len(r.Shown) != 0 {
		t.Error("it stays for longer than its time")
	}
}
