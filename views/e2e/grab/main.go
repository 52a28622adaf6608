// Grab writes a picture of a program's window, as it is on the X display, once it has come to rest.
package main

import (
	"flag"
	"image/png"
	"log"
	"os"
	"time"

	"accesskeys/views/e2e/x11"
)

func main() {
	log.SetFlags(0)
	pid := flag.Int("pid", 0, "the process whose window it is")
	out := flag.String("o", "", "the PNG file to write")
	limit := flag.Duration("limit", 20*time.Second, "how long to wait for the window")
	flag.Parse()
	if err := grab(*pid, *out, *limit); err != nil {
		log.Fatal("grab: ", err)
	}
}

func grab(pid int, path string, limit time.Duration) error {
	display, err := x11.Open(os.Getenv("DISPLAY"))
	if err != nil {
		return err
	}
	defer display.Close()
	window, err := display.Window(pid)
	if err != nil {
		return err
	}
	picture, err := window.Still(300*time.Millisecond, limit)
	if err != nil {
		return err
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
