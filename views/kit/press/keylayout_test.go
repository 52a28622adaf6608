package press

import (
	"runtime"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// us has the keys of three rows, by what they type on the US layout.
const us = `qwertyuiop[]asdfghjkl;'zxcvbnm,./`

// layouts has what other layouts type on the same keys. A space stands for a character that the toolkit has no name
// for.
var layouts = map[string]string{
	"us":        us,
	"azerty":    `azertyuiop $qsdfghjklm wxcvbn,;:!`,
	"dvorak":    `',.pyfgcrl/=aoeuidhtns-;qjkxbmwvz`,
	"turkish f": `fg   rnhpqwxu ieaktlmyjövcçzsb.,`,
	"russian":   strings.Repeat(" ", 32) + ".",
	"arabic":    strings.Repeat(" ", 33),
	"thai":      strings.Repeat(" ", 33),
	"greek":     `;` + strings.Repeat(" ", 9) + `[]` + strings.Repeat(" ", 9) + " '" + strings.Repeat(" ", 7) + `,./`,
	"hebrew":    `/'` + strings.Repeat(" ", 8) + `][` + strings.Repeat(" ", 10) + `,` + strings.Repeat(" ", 9) + `.`,
	"bulgarian": `,` + strings.Repeat(" ", 10) + ";" + strings.Repeat(" ", 21),
}

func keyOf(usCharacter string) glfw.Key { return glfw.Key(strings.ToUpper(usCharacter)[0]) }

func layoutOf(typed string) layout {
	characters := []rune(typed)
	return func(key glfw.Key) string {
		at := strings.IndexRune(strings.ToUpper(us), rune(key))
		if at < 0 || at >= len(characters) || characters[at] == ' ' {
			return "ж"
		}
		return string(characters[at])
	}
}

func isShortcut(name fyne.KeyName) bool { return strings.Contains("QNREILFACVXYZ,", string(name)) }

func TestShortcutsWorkOnEveryLayout(t *testing.T) {
	for _, tt := range []struct{ layout, pressed, want string }{
		{"us", "q", "Q"}, {"us", ",", ","}, {"us", ";", ""},
		{"azerty", "a", "Q"}, {"azerty", "q", "A"}, {"azerty", "m", ","}, {"azerty", ",", ""}, {"azerty", "z", ""},
		{"dvorak", "x", "Q"}, {"dvorak", "q", ""}, {"dvorak", "w", ","}, {"dvorak", ",", ""},
		{"turkish f", "e", ""}, {"turkish f", "p", "Q"},
		{"russian", "q", "Q"}, {"russian", ",", ","}, {"russian", "f", "F"}, {"russian", "/", ""},
		{"arabic", ",", ","}, {"thai", ",", ","}, {"thai", "n", "N"},
		{"greek", "q", "Q"}, {"greek", ",", ","},
		{"hebrew", "q", "Q"}, {"hebrew", ",", ","}, {"hebrew", "'", ","},
		{"bulgarian", "q", "Q"}, {"bulgarian", ",", ","},
	} {
		got := shortcutKey(keyOf(tt.pressed), layoutOf(layouts[tt.layout]), isShortcut)
		if string(got) != tt.want {
			t.Errorf("%s: the key of the US %q means %q, want %q", tt.layout, tt.pressed, got, tt.want)
		}
	}
}

func TestShortcutActsOnce(t *testing.T) {
	test.NewTempApp(t)
	for _, tt := range []struct {
		layout, pressed string
		own, toolkit    int // how often each acts
	}{
		{"us", "q", 0, 1},        // as it always did
		{"russian", "q", 0, 1},   // the toolkit goes by the place of a letter
		{"russian", ",", 1, 0},   // but not of a comma
		{"hebrew", "q", 1, 0},    // nor where a letter's place has a slash
		{"bulgarian", "q", 1, 0}, // or another shortcut's character
		{"turkish f", "e", 0, 0}, // and not where that letter is elsewhere
		{"dvorak", ",", 0, 1},    // which is Ctrl+W: none of the window's
	} {
		own, toolkit, used := 0, 0, 0
		f := &interceptor{presses: newClocked().presses, canvas: nobody{}, typed: layoutOf(layouts[tt.layout]),
			Shortcuts: Shortcuts{
				Has: func(s *desktop.CustomShortcut) bool { return isShortcut(s.KeyName) },
				Do:  func(fyne.Shortcut) { own++ },

				OnUsed: func() { used++ },
			},
			toolkit: func(*glfw.Window, glfw.Key, int, glfw.Action, glfw.ModifierKey) { toolkit++ }}
		f.key(nil, keyOf(tt.pressed), 1, glfw.Press, glfw.ModControl)
		if own != tt.own || toolkit != tt.toolkit {
			t.Errorf("%s %q: %d and %d, want %d and %d", tt.layout, tt.pressed, own, toolkit, tt.own, tt.toolkit)
		}
		own, toolkit = 0, 0
		f.key(nil, keyOf(tt.pressed), 1, glfw.Press, 0)
		if own != 0 || toolkit != 1 {
			t.Errorf("%s %q without Ctrl is not typed", tt.layout, tt.pressed)
		}
		if used != 2 {
			t.Errorf("%s %q: %d of 2 presses count as activity of the user", tt.layout, tt.pressed, used)
		}
	}
}

// nobody is a canvas on which nothing has the focus.
type nobody struct{ fyne.Canvas }

func (nobody) Focused() fyne.Focusable { return nil }

// A button that finds a field wrong moves the focus there, before the toolkit reports the character.
func TestSpaceThatMovesTheFocusIsNotTypedThere(t *testing.T) {
	at := &focus{on: &widget.Button{}}
	next := fyne.Focusable(nil)
	f := &interceptor{presses: newClocked().presses, Shortcuts: Shortcuts{OnUsed: func() {}}, canvas: at, typed: layoutOf(layouts["us"]),
		toolkit: func(*glfw.Window, glfw.Key, int, glfw.Action, glfw.ModifierKey) { at.on = next }}
	for _, tt := range []struct {
		name string
		to   fyne.Focusable
		key  glfw.Key
		want bool
	}{
		{"from a button to a field", &widget.Entry{}, glfw.KeySpace, false},
		{"then in the field", nil, glfw.KeySpace, true},
		{"another key moves the focus", &widget.Entry{}, glfw.KeyEnter, true},
	} {
		if next = tt.to; next == nil {
			next = at.on
		}
		f.key(nil, tt.key, 1, glfw.Press, 0)
		if got := f.passesCharacter(' '); got != tt.want {
			t.Errorf("%s: a space is typed: %v", tt.name, got)
		}
		if !f.passesCharacter('a') {
			t.Errorf("%s: a letter is not typed", tt.name)
		}
		f.key(nil, tt.key, 1, glfw.Release, 0)
	}
}

func TestTabIntoAFieldTellsIt(t *testing.T) {
	one, other := &tabbed{}, &tabbed{}
	at := &focus{on: one}
	next := fyne.Focusable(other)
	f := &interceptor{presses: newClocked().presses, Shortcuts: Shortcuts{OnUsed: func() {}}, canvas: at, typed: layoutOf(layouts["us"]),
		toolkit: func(*glfw.Window, glfw.Key, int, glfw.Action, glfw.ModifierKey) { at.on = next }}
	f.key(nil, glfw.KeyTab, 1, glfw.Press, 0)
	f.key(nil, glfw.KeyTab, 1, glfw.Release, 0)
	if other.told != 1 {
		t.Errorf("Tab tells it %d times", other.told)
	}
	f.key(nil, glfw.KeyTab, 1, glfw.Press, glfw.ModShift) // stays where it is
	next = one
	f.key(nil, glfw.KeyEnter, 1, glfw.Press, 0)
	if other.told != 1 || one.told != 0 {
		t.Errorf("a Tab that stays and another key tell them %d and %d times", other.told-1, one.told)
	}
}

// tabbed is a field that counts how often Tab has led to it.
type tabbed struct {
	widget.Entry
	told int
}

func (f *tabbed) TabbedInto() { f.told++ }

// focus is a canvas on which an object has the focus.
type focus struct {
	fyne.Canvas
	on fyne.Focusable
}

func (f *focus) Focused() fyne.Focusable { return f.on }

func TestKeypad(t *testing.T) {
	const numLock, shift = glfw.ModNumLock, glfw.ModShift
	for _, tt := range []struct {
		system string
		key    glfw.Key
		mods   glfw.ModifierKey
		want   glfw.Key
	}{
		{"linux", glfw.KeyKP8, 0, glfw.KeyUp},
		{"linux", glfw.KeyKPDecimal, 0, glfw.KeyDelete},
		{"linux", glfw.KeyKP0, glfw.ModControl, glfw.KeyInsert},
		{"linux", glfw.KeyKP8, numLock, glfw.KeyKP8},
		{"linux", glfw.KeyKP8, numLock | shift, glfw.KeyUp},
		{"linux", glfw.KeyKP8, shift, glfw.KeyKP8},
		{"linux", glfw.KeyKP5, 0, glfw.KeyKP5},
		{"linux", glfw.KeyKPEnter, 0, glfw.KeyKPEnter},
		{"linux", glfw.KeyUp, 0, glfw.KeyUp},
		{"windows", glfw.KeyKP8, shift, glfw.KeyUp},
		{"windows", glfw.KeyKP8, numLock, glfw.KeyKP8},
		{"darwin", glfw.KeyKP8, 0, glfw.KeyKP8},
	} {
		if got := keypadKey(tt.key, tt.mods, tt.system); got != tt.want {
			t.Errorf("%s: %d with %d is %d, want %d", tt.system, tt.key, tt.mods, got, tt.want)
		}
	}
}

func TestToolkitGetsTheRightKeypadKey(t *testing.T) {
	var key glfw.Key
	var mods glfw.ModifierKey
	f := &interceptor{presses: newClocked().presses, Shortcuts: Shortcuts{OnUsed: func() {}}, canvas: nobody{}, typed: layoutOf(layouts["us"]),
		toolkit: func(_ *glfw.Window, k glfw.Key, _ int, _ glfw.Action, m glfw.ModifierKey) { key, mods = k, m }}
	f.key(nil, glfw.KeyUp, 1, glfw.Press, glfw.ModNumLock|glfw.ModCapsLock|glfw.ModShift)
	if key != glfw.KeyUp || mods != glfw.ModShift {
		t.Errorf("Up is %d with %d", key, mods)
	}
	if runtime.GOOS == "darwin" {
		return // where the keypad has no second meaning
	}
	f.key(nil, glfw.KeyKP1, 1, glfw.Press, 0)
	if key != glfw.KeyEnd || mods != 0 {
		t.Errorf("End of the keypad is %d with %d", key, mods)
	}
}
