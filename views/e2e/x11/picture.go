package x11

import (
	"bytes"
	"errors"
	"image"
	"time"

	"github.com/jezek/xgb/xproto"
)

// Picture returns a picture of the window. The window must not be covered.
func (w *Window) Picture() (*image.RGBA, error) {
	return w.Part(image.Rectangle{Max: w.area.Size()})
}

// Part returns a picture of a part of the window, given in pixels from the window's top left corner.
func (w *Window) Part(part image.Rectangle) (*image.RGBA, error) {
	raw, err := w.grab(part)
	if err != nil {
		return nil, err
	}
	return raw.picture(), nil
}

// pixels is a part of the display as the X server sends it: blue, green, red and padding. Waiting compares these bytes,
// because converting them into a picture would take longer than the window takes to draw.
type pixels struct {
	size image.Point
	data []byte
}

func (w *Window) grab(part image.Rectangle) (pixels, error) {
	at := part.Add(w.area.Min).Intersect(image.Rectangle{Max: w.display.size})
	if at.Empty() {
		return pixels{}, errors.New("that part of the window is not on the display")
	}
	got, err := xproto.GetImage(w.display.conn, xproto.ImageFormatZPixmap, xproto.Drawable(w.display.root),
		int16(at.Min.X), int16(at.Min.Y), uint16(at.Dx()), uint16(at.Dy()), ^uint32(0)).Reply()
	if err != nil {
		return pixels{}, err
	}
	size := 4 * at.Dx() * at.Dy()
	if len(got.Data) < size {
		return pixels{}, errors.New("the display does not have 24-bit colour")
	}
	return pixels{at.Size(), got.Data[:size]}, nil
}

func (p pixels) picture() *image.RGBA {
	picture := image.NewRGBA(image.Rectangle{Max: p.size})
	for i := 0; i < len(p.data); i += 4 {
		picture.Pix[i], picture.Pix[i+1], picture.Pix[i+2], picture.Pix[i+3] = p.data[i+2], p.data[i+1], p.data[i], 0xff
	}
	return picture
}

// plain reports whether all pixels have one colour.
func (p pixels) plain() bool { return bytes.Equal(p.data[4:], p.data[:len(p.data)-4]) }

// ErrRestless means that the window kept changing, or stayed empty, until the time limit.
var ErrRestless = errors.New("the window did not come to rest")

// stillPoll is the pause between two looks of Still. Each one reads the whole window, which takes processor time.
const stillPoll = 25 * time.Millisecond

// Still waits until the window has not changed for as long as quiet, and is not of a single colour, and returns a
// picture of it.
func (w *Window) Still(quiet, limit time.Duration) (*image.RGBA, error) {
	deadline := time.Now().Add(limit)
	var last pixels
	since := time.Now()
	for time.Now().Before(deadline) {
		now, err := w.grab(image.Rectangle{Max: w.area.Size()})
		if err != nil {
			return nil, err
		}
		if now.plain() || !bytes.Equal(last.data, now.data) {
			last, since = now, time.Now()
		} else if time.Since(since) >= quiet {
			return now.picture(), nil
		}
		time.Sleep(stillPoll)
	}
	return nil, ErrRestless
}

// Changed waits until a part of the window looks different from before.
func (w *Window) Changed(part image.Rectangle, before *image.RGBA, limit time.Duration) error {
	for deadline := time.Now().Add(limit); time.Now().Before(deadline); {
		now, err := w.Part(part)
		if err != nil {
			return err
		}
		if !bytes.Equal(before.Pix, now.Pix) {
			return nil
		}
	}
	return errors.New("nothing changed in that part of the window")
}
