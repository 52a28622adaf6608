package x11

import (
	"bytes"
	"errors"
	"image"
	"time"

	"github.com/jezek/xgb/xproto"
)

// Picture is what the window shows now. The window must not be covered.
func (w *Window) Picture() (*image.RGBA, error) {
	return w.Part(image.Rectangle{Max: w.area.Size()})
}

// Part is what a part of the window shows now, in pixels from the window's top left corner.
func (w *Window) Part(part image.Rectangle) (*image.RGBA, error) {
	at := part.Add(w.area.Min).Intersect(image.Rectangle{Max: w.display.size})
	if at.Empty() {
		return nil, errors.New("that part of the window is not on the display")
	}
	got, err := xproto.GetImage(w.display.conn, xproto.ImageFormatZPixmap, xproto.Drawable(w.display.root),
		int16(at.Min.X), int16(at.Min.Y), uint16(at.Dx()), uint16(at.Dy()), ^uint32(0)).Reply()
	if err != nil {
		return nil, err
	}
	if len(got.Data) < 4*at.Dx()*at.Dy() {
		return nil, errors.New("the display does not have 24-bit colour")
	}
	picture := image.NewRGBA(image.Rectangle{Max: at.Size()})
	for i := 0; i < len(picture.Pix); i += 4 {
		picture.Pix[i], picture.Pix[i+1], picture.Pix[i+2], picture.Pix[i+3] = got.Data[i+2], got.Data[i+1], got.Data[i], 0xff
	}
	return picture, nil
}

// ErrRestless says that the window kept changing, or stayed empty, for as long as was waited.
var ErrRestless = errors.New("the window did not come to rest")

// Still is what the window shows once it has been the same, and not a single colour, for a while.
func (w *Window) Still(quiet, limit time.Duration) (*image.RGBA, error) {
	deadline := time.Now().Add(limit)
	var last *image.RGBA
	since := time.Now()
	for time.Now().Before(deadline) {
		now, err := w.Picture()
		if err != nil {
			return nil, err
		}
		if last == nil || plain(now) || !bytes.Equal(last.Pix, now.Pix) {
			last, since = now, time.Now()
		} else if time.Since(since) >= quiet {
			return now, nil
		}
		time.Sleep(poll)
	}
	return nil, ErrRestless
}

// Changed waits until a part of the window shows something else than before.
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

func plain(p *image.RGBA) bool {
	for i := 4; i < len(p.Pix); i += 4 {
		if !bytes.Equal(p.Pix[i:i+4], p.Pix[:4]) {
			return false
		}
	}
	return true
}
