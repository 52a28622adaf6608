package shell

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"accesskeys/app/settings"
	"accesskeys/client/demo"
	"accesskeys/views/keytable"
	"accesskeys/views/windowsize"
)

func TestTabGoesOnFromTheListAfterAMenuOpenedByMouse(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.canvas().Unfocus() // as the toolkit does when the button is clicked
	test.Tap(r.iconButton("Column Settings and Export"))
	r.press(fyne.KeyEscape)
	if r.dialogOpen() || r.canvas().Focused() != r.list() {
		t.Errorf("%T has the keyboard", r.canvas().Focused())
	}
}

func TestTheMenuOfColumnsStaysOpenWhileTheyAreTicked(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.setSize(fyne.NewSize(1600, 760))
	test.Tap(r.iconButton("Column Settings and Export"))
	for _, title := range []string{"Updated At", "Age"} {
		r.pick(title)
		if at := r.canvas().Focused().(fyne.Accessible).AccessibilityLabel(); !r.dialogOpen() || at != title {
			t.Errorf("after %s, %q has the keyboard", title, at)
		}
		r.pass(time.Second) // or else the second press would count as a part of the first
	}
	if at := r.list().Layout.At; shownColumns(at) != "ISTCUGA" {
		t.Errorf("shown are %s", shownColumns(at))
	}
	r.press(fyne.KeySpace, fyne.KeyEscape)
	if at := r.list().Layout.At; at.Shows(keytable.ColumnAge) || r.dialogOpen() || r.canvas().Focused() != r.list() {
		t.Errorf("shown are %s, %T has the keyboard", shownColumns(at), r.canvas().Focused())
	}
}

func TestHidingAColumnEndsWhatWasSaidOfItsRoom(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.setSize(fyne.NewSize(760, 480))
	r.showColumn("Expires At")
	r.wantSaid("No room for Expires At")
	r.showColumn("Expires At (window too narrow)")
	if said := r.said(); len(said) > 0 {
		t.Errorf("it says %q", said)
	}
}

func TestAColumnThatTakesTheRoomOfOthersNamesThem(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.showColumn("Expires At")
	r.setSize(fyne.NewSize(1300, 760))
	r.showColumn("Age")
	r.wantSaid("Age takes the room of ")
}

// Rows of this density have a time on one line.
func TestADensityThatLeavesAColumnNoRoomSaysSo(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.setSize(fyne.NewSize(1221, 740))
	r.showColumn("Age")
	if !r.list().Layout.At.Shows(keytable.ColumnCreated) || len(r.said()) > 0 {
		t.Fatalf("shown are %s; it says %q", shownColumns(r.list().Layout.At), r.said())
	}
	r.choose("Density", "Compact")
	if r.list().Layout.At.Shows(keytable.ColumnCreated) {
		t.Fatal("there is room")
	}
	r.wantSaid("Compact rows have no room for Created At. To see more columns, make the window wider.")
	r.choose("Density", "Middle")
	if said := r.said(); len(said) > 0 {
		t.Errorf("with room again it says %q", said)
	}
}

func TestTheMenuOfColumnsSaysWhichHaveNoRoom(t *testing.T) {
	for _, language := range []struct {
		language        settings.Language
		button, created string
		expires, remark string
	}{
		{settings.LanguageEnglish, "Column Settings and Export", "Created At", "Expires At", " (window too narrow)"},
		{settings.LanguageChinese, "列设置和导出", "创建时间", "过期时间", "（窗口太窄）"},
	} {
		r := newRig(t, demo.Options{})
		r.chooseLanguage(language.language)
		offers := func(labels ...string) {
			t.Helper()
			test.Tap(r.iconButton(language.button))
			defer r.closeDialog()
			for _, label := range labels {
				if !slices.Contains(r.menu(), label) {
					t.Errorf("it does not offer %q but %q", label, r.menu())
				}
			}
		}
		for _, size := range []fyne.Size{fyne.NewSize(480, 360), fyne.NewSize(760, 480)} {
			r.setSize(size)
			offers(language.created+language.remark, language.expires)
			r.chooseColumn(language.button, language.expires)
			offers(language.created+language.remark, language.expires+language.remark)
			r.chooseColumn(language.button, language.expires+language.remark)
			offers(language.expires)
		}
		r.chooseColumn(language.button, language.expires)
		r.setSize(fyne.NewSize(2560, 1440))
		offers(language.created, language.expires)
		if at := r.list().Layout.At; !at.Shows(keytable.ColumnCreated) || !at.Shows(keytable.ColumnExpires) {
			t.Errorf("shown are %s", shownColumns(at))
		}
	}
}

func TestTheFirstWindowHasRoomForOneMoreColumn(t *testing.T) {
	for _, language := range []struct {
		language             settings.Language
		button, expires, age string
	}{
		{settings.LanguageEnglish, "Column Settings and Export", "Expires At", "Age"},
		{settings.LanguageChinese, "列设置和导出", "过期时间", "存在时长"},
	} {
		r := newRig(t, demo.Options{})
		r.setSize(fyne.NewSize(windowsize.Width, 700))
		r.chooseLanguage(language.language)
		for column, title := range map[keytable.Column]string{keytable.ColumnExpires: language.expires, keytable.ColumnAge: language.age} {
			r.chooseColumn(language.button, title)
			for _, density := range []settings.Density{settings.DensityMiddle, settings.DensityLarger} { // compact rows have dates on one line
				r.showDense(density)
				if at := r.list().Layout.At; !at.Shows(column) || !at.Shows(keytable.ColumnCreated) {
					t.Errorf("%s, %s: with %s, shown are %s", language.language, density, title, shownColumns(at))
				}
			}
			r.chooseColumn(language.button, title)
		}
	}
}

func TestAColumnThatCannotBeMadeWiderSaysWhy(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.setSize(fyne.NewSize(760, 480))
	r.canvas().Focus(r.header())
	for range 20 {
		r.header().Widen(keytable.WidthStep)
	}
	r.wantSaid("No room: make the window wider, or hide a column.")
}

func TestAColumnThatIsDraggedWiderPushesNoOtherOut(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.setSize(fyne.NewSize(1221, 740))
	r.showColumn("Age")
	h := r.header()
	drag := func(c keytable.Column, by float32) {
		h.Grips[c].Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: fyne.NewPos(by, 0)}, Dragged: fyne.NewDelta(by, 0)})
		h.Grips[c].DragEnd()
	}
	drag(keytable.ColumnID, -130)
	narrow, shown := h.Layout.At.Spans[keytable.ColumnID].Width, h.Layout.At
	for range 20 {
		drag(keytable.ColumnState, 40)
	}
	now := h.Layout.At
	for c := range keytable.ColumnCount {
		if now.Shows(c) != shown.Shows(c) {
			t.Errorf("column %d is shown: %v", c, now.Shows(c))
		}
	}
	if got := now.Spans[keytable.ColumnID].Width; got != narrow {
		t.Errorf("the ID, %v wide before, is %v wide", narrow, got)
	}
	if now.Spans[keytable.ColumnState].Width <= shown.Spans[keytable.ColumnState].Width {
		t.Error("the state is not wider")
	}
}
