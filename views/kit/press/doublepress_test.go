package press

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// clocked is a Presses whose clock the test sets.
type clocked struct {
	presses
	now  time.Time
	draw func() // draws what has appeared
}

func newClocked() *clocked {
	c := &clocked{now: time.Date(2026, 11, 1, 12, 0, 0, 0, time.UTC)}
	c.presses = presses{&Presses{Now: func() time.Time { return c.now }, Post: func(f func()) { c.draw = f; f() }}, map[any]bool{}}
	return c
}

func (c *clocked) press(key glfw.Key) bool { return c.passesKey(key, glfw.Press) }

func (c *clocked) clickAt(x float32) bool {
	pressed := c.passesClick(glfw.MouseButtonLeft, glfw.Press, fyne.NewPos(x, 0))
	if released := c.passesClick(glfw.MouseButtonLeft, glfw.Release, fyne.NewPos(x, 0)); released != pressed {
		panic("the toolkit knows of half a click")
	}
	return pressed
}

func TestEveryKeyPressIsTold(t *testing.T) {
	c := newClocked()
	told := 0
	c.OnKey = func() { told++ }
	c.press(glfw.KeyL)
	c.passesKey(glfw.KeyL, glfw.Release)
	c.press(glfw.KeyEnter)
	if told != 2 {
		t.Errorf("told of %d presses", told)
	}
}

func TestSecondOfTwoFastPressesDoesNotActOnWhatHasAppeared(t *testing.T) {
	for name, tt := range map[string]struct {
		happens func(*clocked)
		second  glfw.Key
		want    bool
	}{
		"nothing came up":               {func(*clocked) {}, glfw.KeyEnter, true},
		"a dialog came up":              {func(c *clocked) { c.Changed() }, glfw.KeyEnter, false},
		"the keypad's is the same":      {func(c *clocked) { c.Changed() }, glfw.KeyKPEnter, false},
		"another key":                   {func(c *clocked) { c.Changed() }, glfw.KeySpace, true},
		"long after":                    {func(c *clocked) { c.Changed(); c.now = c.now.Add(doubleTime) }, glfw.KeyEnter, true},
		"as soon as one can react":      {func(c *clocked) { c.now = c.now.Add(time.Minute); c.Changed(); c.now = c.now.Add(reactionTime) }, glfw.KeyEnter, true},
		"and to a page":                 {func(c *clocked) { c.now = c.now.Add(time.Minute); c.NewPage(); c.now = c.now.Add(reactionTime) }, glfw.KeyEnter, true},
		"sooner":                        {func(c *clocked) { c.now = c.now.Add(time.Minute); c.Changed(); c.now = c.now.Add(reactionTime - 1) }, glfw.KeyEnter, false},
		"another key between":           {func(c *clocked) { c.Changed(); c.press(glfw.KeyTab) }, glfw.KeyEnter, true},
		"the third of three":            {func(c *clocked) { c.Changed(); c.press(glfw.KeyEnter); c.now = c.now.Add(doubleTime - 1) }, glfw.KeyEnter, false},
		"a page came up":                {func(c *clocked) { c.NewPage() }, glfw.KeySpace, false},
		"a page came up late":           {func(c *clocked) { c.now = c.now.Add(time.Minute); c.NewPage() }, glfw.KeyEnter, false},
		"some time after a page":        {func(c *clocked) { c.NewPage(); c.now = c.now.Add(doubleTime) }, glfw.KeyEnter, true},
		"a page came up by another key": {func(c *clocked) { c.press(glfw.KeyL); c.NewPage() }, glfw.KeyEnter, true},
		"another key on the page first": {func(c *clocked) { c.NewPage(); c.press(glfw.KeyDown) }, glfw.KeyEnter, true},
	} {
		t.Run(name, func(t *testing.T) {
			c := newClocked()
			if !c.press(glfw.KeyEnter) {
				t.Fatal("the first press does not act")
			}
			tt.happens(c)
			if got := c.press(tt.second); got != tt.want {
				t.Errorf("it acts: %v", got)
			}
			if c.passesKey(tt.second, glfw.Repeat) && !tt.want {
				t.Error("held down, it acts")
			}
		})
	}
}

func TestPressDoesNotActOnWhatIsNotDrawnYet(t *testing.T) {
	for name, happens := range map[string]func(*clocked){"a dialog": func(c *clocked) { c.Changed() }, "a page": func(c *clocked) { c.NewPage() }} {
		c := newClocked()
		c.Post = func(f func()) { c.draw = f }
		c.press(glfw.KeyEnter)
		happens(c)
		c.now = c.now.Add(time.Minute)
		if c.press(glfw.KeyEnter) {
			t.Errorf("it acts on %s that is not drawn", name)
		}
		c.draw()
		if c.press(glfw.KeyEnter) {
			t.Errorf("it acts on %s that has just been drawn", name)
		}
		c.now = c.now.Add(doubleTime)
		if !c.press(glfw.KeyEnter) {
			t.Errorf("later it does not act on %s", name)
		}
	}
}

func TestFirstPressActsOnTheFirstPage(t *testing.T) {
	c := newClocked()
	c.NewPage()
	if !c.press(glfw.KeyEnter) {
		t.Error("nothing was pressed before, but it does not act")
	}
}

func TestHeldKeyDoesNotActOnWhatHasAppeared(t *testing.T) {
	c := newClocked()
	c.press(glfw.KeyEnter)
	if !c.passesKey(glfw.KeyEnter, glfw.Repeat) {
		t.Error("it does not repeat")
	}
	c.now = c.now.Add(time.Second)
	c.Changed()
	if c.passesKey(glfw.KeyEnter, glfw.Repeat) {
		t.Error("it acts on what has come up")
	}
	c.now = c.now.Add(doubleTime)
	if !c.passesKey(glfw.KeyEnter, glfw.Release) || !c.press(glfw.KeyEnter) {
		t.Error("let go and pressed again, it does not act")
	}
}

// A tick box takes the character, not the key.
func TestSpaceThatIsNotMeantIsNotTyped(t *testing.T) {
	for name, again := range map[string]func(*clocked){
		"pressed twice": func(c *clocked) { c.passesKey(glfw.KeySpace, glfw.Release); c.press(glfw.KeySpace) },
		"held down":     func(c *clocked) { c.passesKey(glfw.KeySpace, glfw.Repeat) },
	} {
		c := newClocked()
		if c.press(glfw.KeySpace); !c.passesCharacter(' ') {
			t.Errorf("%s: the first types none", name)
		}
		c.Changed()
		if again(c); c.passesCharacter(' ') {
			t.Errorf("%s: it is typed where something else came up", name)
		}
		if !c.passesCharacter('a') {
			t.Errorf("%s: other characters are not typed", name)
		}
		c.now = c.now.Add(doubleTime)
		if c.passesKey(glfw.KeySpace, glfw.Release); !c.press(glfw.KeySpace) || !c.passesCharacter(' ') {
			t.Errorf("%s: pressed later, it is not typed", name)
		}
	}
}

func TestDoubleClickDoesNotActOnWhatHasAppeared(t *testing.T) {
	c := newClocked()
	for range 2 {
		if !c.clickAt(5) {
			t.Error("where nothing comes up, a double click is not two")
		}
	}
	c.Changed()
	if c.clickAt(8) {
		t.Error("it acts on what has come up")
	}
	if !c.clickAt(80) {
		t.Error("a click elsewhere does not act")
	}
	c.now = c.now.Add(doubleTime)
	if !c.clickAt(80) {
		t.Error("a later click does not act")
	}
}

func TestSecondClickOfTwoIsDouble(t *testing.T) {
	c := newClocked()
	for i, step := range []struct {
		x      float32
		pause  time.Duration
		double bool
	}{
		{0, 0, false},
		{doubleReach, 0, true},
		{0, 0, false}, // a third one begins again
		{0, 0, true},
		{0, doubleTime, false},
		{doubleReach + 1, 0, false},
	} {
		c.now = c.now.Add(step.pause)
		if c.clickAt(step.x); c.IsDouble() != step.double {
			t.Errorf("click %d is double: %v", i, !step.double)
		}
	}
}

func TestAKeyIsHeldWhileItRepeats(t *testing.T) {
	c := newClocked()
	for _, e := range []struct {
		action glfw.Action
		held   bool
	}{{glfw.Press, false}, {glfw.Repeat, true}, {glfw.Release, false}, {glfw.Press, false}} {
		c.passesKey(glfw.KeyQ, e.action)
		if c.IsHeld() != e.held {
			t.Errorf("after %v it is held: %v", e.action, !e.held)
		}
	}
}
