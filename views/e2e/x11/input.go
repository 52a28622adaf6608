package x11

import (
	"fmt"
	"image"
	"strings"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
	"github.com/jezek/xgb/xtest"
)

// stroke is the key that types a symbol, with Shift or without.
type stroke struct {
	code  xproto.Keycode
	shift bool
}

// Keysyms of the keys without a character, from X11's keysymdef.h.
var named = map[string]xproto.Keysym{
	"Return": 0xff0d, "Escape": 0xff1b, "Tab": 0xff09, "BackSpace": 0xff08, "Delete": 0xffff,
	"Home": 0xff50, "End": 0xff57, "Left": 0xff51, "Up": 0xff52, "Right": 0xff53, "Down": 0xff54, "F1": 0xffbe, "F2": 0xffbf, "Menu": 0xff67, "F5": 0xffc2, "space": 0x20,
	"KP_Home": 0xff95, "KP_End": 0xff9c, "comma": 0x2c,
	"ctrl": 0xffe3, "shift": 0xffe1,
}

func keyboard(conn *xgb.Conn) (map[xproto.Keysym]stroke, error) {
	setup := xproto.Setup(conn)
	count := setup.MaxKeycode - setup.MinKeycode + 1
	mapping, err := xproto.GetKeyboardMapping(conn, setup.MinKeycode, byte(count)).Reply()
	if err != nil {
		return nil, fmt.Errorf("reading the keyboard's layout: %w", err)
	}
	keys := map[xproto.Keysym]stroke{}
	per := int(mapping.KeysymsPerKeycode)
	for level := range min(2, per) {
		for i := range int(count) {
			symbol := mapping.Keysyms[i*per+level]
			if _, have := keys[symbol]; symbol != 0 && !have {
				keys[symbol] = stroke{code: setup.MinKeycode + xproto.Keycode(i), shift: level == 1}
			}
		}
	}
	return keys, nil
}

// Press presses and releases a key while others are held. A chord is such as "Return", "ctrl+c", "ctrl+shift+c" or "a".
func (d *Display) Press(chord string) error {
	parts := strings.Split(chord, "+")
	last := len(parts) - 1
	for _, held := range parts[:last] {
		if err := d.key(held, xproto.KeyPress); err != nil {
			return err
		}
	}
	err := d.key(parts[last], xproto.KeyPress)
	if err == nil {
		err = d.key(parts[last], xproto.KeyRelease)
	}
	for i := last - 1; i >= 0; i-- {
		if release := d.key(parts[i], xproto.KeyRelease); err == nil {
			err = release
		}
	}
	return err
}

// Type types text. All its characters must be on the keyboard's layout.
func (d *Display) Type(text string) error {
	for _, r := range text {
		s, ok := d.keys[xproto.Keysym(r)]
		if !ok {
			return fmt.Errorf("the keyboard has no %q", r)
		}
		chord := []func() error{
			func() error { return d.input(xproto.KeyPress, byte(s.code)) },
			func() error { return d.input(xproto.KeyRelease, byte(s.code)) },
		}
		if s.shift {
			chord = append([]func() error{func() error { return d.key("shift", xproto.KeyPress) }}, chord...)
			chord = append(chord, func() error { return d.key("shift", xproto.KeyRelease) })
		}
		for _, act := range chord {
			if err := act(); err != nil {
				return err
			}
		}
	}
	return nil
}

func (d *Display) key(name string, event byte) error {
	symbol, ok := named[name]
	if !ok && len(name) == 1 {
		symbol = xproto.Keysym(name[0])
	}
	s, ok := d.keys[symbol]
	if !ok {
		return fmt.Errorf("the keyboard has no key %q", name)
	}
	return d.input(event, byte(s.code))
}

// pace is the time between key presses and clicks. Programs treat the same key twice in a millisecond as one press that
// was reported twice; no user is that fast.
const pace = 5 * time.Millisecond

func (d *Display) input(event, detail byte) error {
	time.Sleep(pace)
	return xtest.FakeInputChecked(d.conn, event, detail, xproto.TimeCurrentTime, d.root, 0, 0, 0).Check()
}

// Mouse buttons.
const (
	Left  = 1
	Right = 3
)

// Point moves the pointer to a place in the window.
func (w *Window) Point(at image.Point) error {
	to := at.Add(w.area.Min)
	return xtest.FakeInputChecked(w.display.conn, xproto.MotionNotify, 0, xproto.TimeCurrentTime, w.display.root,
		int16(to.X), int16(to.Y), 0).Check()
}

// Click moves the pointer to a place in the window and clicks there.
func (w *Window) Click(at image.Point, button byte) error {
	if err := w.Point(at); err != nil {
		return err
	}
	if err := w.display.input(xproto.ButtonPress, button); err != nil {
		return err
	}
	return w.display.input(xproto.ButtonRelease, button)
}
