package chips

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2/test"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/tooltip"
)

var (
	endsSoon = Chip{Mark: MarkClock, Tone: ToneSoon, Exact: "Expires in 23 days, on a day", Text: "Expires in 23 days",
		Short: "23 days left", Brief: "23 d", Whole: "Expires in 23 days, on a day"}
	replaced = Chip{Mark: MarkInfo, Text: "Replacement under way", Short: "Replacing", Whole: "A replacement is under way"}
)

func TestChipSaysAsMuchAsThereIsRoomFor(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	exact := chipWidth(endsSoon.Exact) + chipsGap
	for _, c := range []struct {
		width float32
		want  []string
	}{
		{exact + chipWidth(replaced.Text) + 1, []string{endsSoon.Exact, replaced.Text}},
		{exact + chipWidth(replaced.Text) - 1, []string{endsSoon.Exact, replaced.Short}},
		{chipWidth(endsSoon.Text) + chipsGap + chipWidth(replaced.Short) + 1, []string{endsSoon.Text, replaced.Short}},
		{chipWidth(endsSoon.Short) + chipsGap + chipWidth(replaced.Short) + 1, []string{endsSoon.Short, replaced.Short}},
		{chipWidth(endsSoon.Brief) + chipsGap + chipWidth(replaced.Short) + 1, []string{endsSoon.Brief, replaced.Short}},
		{chipWidth(endsSoon.Short) + chipsGap + chipWidth("") + 1, []string{endsSoon.Short, ""}},
		{30, []string{"", ""}},
	} {
		if got := fitWordings([]Chip{endsSoon, replaced}, c.width); !slices.Equal(got, c.want) {
			t.Errorf("in %v they say %q, not %q", c.width, got, c.want)
		}
	}
}

func TestTipOfAChipThatLeadsSomewhereGoesWhenTheChipChanges(t *testing.T) {
	test.NewTempApp(t)
	tips := tooltip.New(nil)
	c := newView(tips, control.NewLink(nil), func(bool) {})
	leads := replaced
	leads.Leads = true
	c.set(leads, "AK1", c.link)
	tips.Present(c.link, leads.Whole)
	if len(tips.Layer.Objects) == 0 {
		t.Fatal("there is no tip")
	}
	c.set(leads, "AK1", c.link)
	if len(tips.Layer.Objects) == 0 {
		t.Error("the tip goes although the chip says the same")
	}
	leads.Whole = "Another replacement is under way"
	c.set(leads, "AK1", c.link)
	if len(tips.Layer.Objects) > 0 {
		t.Error("the tip stays, and says what the chip said before")
	}
}
