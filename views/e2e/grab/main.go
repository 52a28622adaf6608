// Grab writes a picture of a program's window on the X display, once the window has stopped changing. It can press keys
// first.
package main

import (
	"flag"
	"image"
	"image/png"
	"log"
	"os"
	"strings"
	"time"

	"accesskeys/views/e2e/x11"
)

// quiet is how long a window must not change to count as still.
const quiet = 300 * time.Millisecond

func main() {
	log.SetFlags(0)
	pid := flag.Int("pid", 0, "the process whose window it is")
	out := flag.String("o", "", "the PNG file to write")
	limit := flag.Duration("limit", 20*time.Second, "how long to wait for the window")
	press := flag.String("press", "", "the keys to press before, such as \"Down ctrl+k\"")
	flag.Parse()
	if err := grab(*pid, *out, strings.Fields(*press), *limit); err != nil {
		log.Fatal("grab: ", err)
	}
}

func grab(pid int, path string, press []string, limit time.Duration) error {
	display, err := x11.Open(os.Getenv("DISPLAY"))
	if err != nil {
		return err
	}
	defer display.Close()
	window, err := display.Window(pid)
	if err != nil {
		return err
	}
	if err := window.Point(image.Pt(2, 2)); err != nil { // in the middle, it would mark what is below it
		return err
	}
	picture, err := window.Still(quiet, limit)
	if err != nil {
		return err
	}
	for _, chord := range press {
		if picture, err = pressed(display, window, chord, limit); err != nil {
			return err
		}
	}
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := png.Encode(file, picture); err != nil {
		return err
	}
	return file.Close()
}

// pressed presses keys, and returns a picture of the window afterwards.
func pressed(display *x11.Display, window *x11.Window, chord string, limit time.Duration) (*image.RGBA, error) {
	if err := window.Focus(); err != nil {
		return nil, err
	}
	if err := display.Press(chord); err != nil {
		return nil, err
	}
	return window.Still(quiet, limit)
}
