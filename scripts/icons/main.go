// Command icons scales a picture to every size that desktop themes ask for, or to those of an icon for Windows.
//
//	icons PICTURE DIRECTORY
//	icons PICTURE FILE.ico
//
// It writes DIRECTORY/16.png and so on, or the file. The same picture gives the same files.
package main

import (
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strconv"

	"golang.org/x/image/draw"
)

// sizes are those of the hicolor theme that desktops look for, in pixels.
var sizes = []int{16, 22, 24, 32, 48, 64, 96, 128, 192, 256, 512}

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: icons PICTURE DIRECTORY|FILE.ico")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "icons:", err)
		os.Exit(1)
	}
}

func run(picture, to string) error {
	in, err := os.Open(picture)
	if err != nil {
		return err
	}
	defer func() { _ = in.Close() }()
	whole, err := png.Decode(in)
	if err != nil {
		return fmt.Errorf("%s: %w", picture, err)
	}
	if filepath.Ext(to) == ".ico" {
		made, err := ico(whole)
		if err != nil {
			return err
		}
		return os.WriteFile(to, made, 0o644)
	}
	if err := os.MkdirAll(to, 0o755); err != nil {
		return err
	}
	for _, size := range sizes {
		if err := write(filepath.Join(to, strconv.Itoa(size)+".png"), scaled(whole, size)); err != nil {
			return err
		}
	}
	return nil
}

// scaled averages, as far as it shrinks, over all pixels that go into one.
func scaled(whole image.Image, size int) image.Image {
	icon := image.NewNRGBA(image.Rect(0, 0, size, size))
	draw.CatmullRom.Scale(icon, icon.Bounds(), whole, whole.Bounds(), draw.Src, nil)
	return icon
}

func write(path string, icon image.Image) error {
	out, err := os.Create(path)
	if err != nil {
		return err
	}
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	if err := encoder.Encode(out, icon); err != nil {
		_ = out.Close()
		return err
	}
	return out.Close()
}
