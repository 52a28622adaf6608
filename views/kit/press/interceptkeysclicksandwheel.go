package press

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// Shortcuts has the shortcuts of a window.
type Shortcuts struct {
	Has func(*desktop.CustomShortcut) bool // reports whether the window has a shortcut
	Do  func(fyne.Shortcut)                // called for a shortcut that the focused control does not take

	OnUsed func() // called when the user presses a key, types, clicks or scrolls, whatever takes that
}

// Intercept makes the keys and clicks of a window mean what this package finds out. Call it on the UI thread, once the
// window is made. It does nothing for the window of a test, which has no system window.
func Intercept(win fyne.Window, s Shortcuts, p *Presses) {
	real, ok := win.(interface{ RunWithContext(func()) })
	if !ok {
		return
	}
	real.RunWithContext(func() {
		view := glfw.GetCurrentContext()
		if view == nil {
			return
		}
		view.SetInputMode(glfw.LockKeyMods, glfw.True)
		f := &interceptor{Shortcuts: s, presses: presses{p, map[any]bool{}}, canvas: win.Canvas(), typed: characterOf}
		f.toolkit = view.SetKeyCallback(f.key)
		var characters glfw.CharCallback
		characters = view.SetCharCallback(func(view *glfw.Window, character rune) { // an input method types without a key
			s.OnUsed()
			if f.passesCharacter(character) {
				characters(view, character)
			}
		})
		click := &clicks{presses: p, canvas: win.Canvas()}
		var buttons glfw.MouseButtonCallback
		buttons = view.SetMouseButtonCallback(func(view *glfw.Window, button glfw.MouseButton, action glfw.Action, mods glfw.ModifierKey) {
			s.OnUsed()
			x, y := view.GetCursorPos()
			if f.presses.passesClick(button, action, fyne.NewPos(float32(x), float32(y))) {
				click.pass(action, func() { buttons(view, button, action, mods) })
			}
		})
		var wheel glfw.ScrollCallback
		wheel = view.SetScrollCallback(func(view *glfw.Window, x, y float64) {
			s.OnUsed()
			wheel(view, scrolled(x, runtime.GOOS), scrolled(y, runtime.GOOS))
		})
	})
}

// characterOf returns the character that a key types by the system's layout. GLFW may panic for a key that it does not
// know.
func characterOf(key glfw.Key) (character string) {
	defer func() { _ = recover() }()
	return glfw.GetKeyName(key, 0)
}

// interceptor receives the key events of a system window, and hands them on to the toolkit.
type interceptor struct {
	Shortcuts
	presses
	canvas  fyne.Canvas
	typed   layout
	toolkit glfw.KeyCallback
	moved   bool // the last key was a Space that has moved the focus
}

func (f *interceptor) key(view *glfw.Window, key glfw.Key, scancode int, action glfw.Action, mods glfw.ModifierKey) {
	f.OnUsed()
	key = keypadKey(key, mods, runtime.GOOS)
	mods &^= glfw.ModNumLock | glfw.ModCapsLock
	before := f.canvas.Focused()
	defer func() { f.moved = key == glfw.KeySpace && action != glfw.Release && f.canvas.Focused() != before }()
	if f.presses.passesKey(key, action) && (action == glfw.Release || !f.handle(key, mods)) {
		f.toolkit(view, key, scancode, action, mods)
	}
	if key == glfw.KeyTab && action != glfw.Release && f.canvas.Focused() != before {
		if field, ok := f.canvas.Focused().(interface{ TabbedInto() }); ok {
			field.TabbedInto()
		}
	}
}

// passesCharacter reports whether the toolkit may get a typed character. If a button that was pressed with Space has moved
// the focus to a field, the space is not meant for the field.
func (f *interceptor) passesCharacter(typed rune) bool {
	return f.presses.passesCharacter(typed) && (typed != ' ' || !f.moved)
}

// handle handles a press that means another shortcut than the toolkit would take it for, and reports whether it is one.
func (f *interceptor) handle(key glfw.Key, mods glfw.ModifierKey) bool {
	held := modifiers(mods)
	if !printable(key) || held&fyne.KeyModifierShortcutDefault == 0 || held&fyne.KeyModifierAlt != 0 {
		return false
	}
	name := shortcutKey(key, f.typed, func(name fyne.KeyName) bool {
		s := &desktop.CustomShortcut{KeyName: name, Modifier: held}
		return editShortcut(s) != nil || f.Has(s)
	})
	toolkits := toolkitKey(key, f.typed)
	if name == toolkits {
		return false
	}
	if name == fyne.KeyUnknown { // the toolkit would take the key by its position, although that character is on another key
		return nameOf(f.typed(key)) == fyne.KeyUnknown
	}
	f.run(&desktop.CustomShortcut{KeyName: name, Modifier: held})
	return true
}

func (f *interceptor) run(keys *desktop.CustomShortcut) {
	s := ToolkitShortcut(keys)
	if focused, ok := f.canvas.Focused().(fyne.Shortcutable); ok {
		focused.TypedShortcut(s)
		return
	}
	f.Do(s)
}

// ToolkitShortcut returns a shortcut as the toolkit reports it: some have a type of their own.
func ToolkitShortcut(keys *desktop.CustomShortcut) fyne.Shortcut {
	if e := editShortcut(keys); e != nil {
		return e
	}
	return keys
}

// editShortcut returns the toolkit's own type for a shortcut that edits text, or nil.
func editShortcut(keys *desktop.CustomShortcut) fyne.Shortcut {
	if keys.Modifier != fyne.KeyModifierShortcutDefault {
		return nil
	}
	clipboard := fyne.CurrentApp().Clipboard()
	switch keys.KeyName {
	case fyne.KeyA:
		return &fyne.ShortcutSelectAll{}
	case fyne.KeyC:
		return &fyne.ShortcutCopy{Clipboard: clipboard}
	case fyne.KeyV:
		return &fyne.ShortcutPaste{Clipboard: clipboard}
	case fyne.KeyX:
		return &fyne.ShortcutCut{Clipboard: clipboard}
	case fyne.KeyY:
		return &fyne.ShortcutRedo{}
	case fyne.KeyZ:
		return &fyne.ShortcutUndo{}
	}
	return nil
}

func modifiers(mods glfw.ModifierKey) fyne.KeyModifier {
	var held fyne.KeyModifier
	for from, to := range map[glfw.ModifierKey]fyne.KeyModifier{
		glfw.ModShift: fyne.KeyModifierShift, glfw.ModControl: fyne.KeyModifierControl,
		glfw.ModAlt: fyne.KeyModifierAlt, glfw.ModSuper: fyne.KeyModifierSuper,
	} {
		if mods&from != 0 {
			held |= to
		}
	}
	return held
}
