// Command ico makes of a picture an icon for Windows, in the sizes that it shows.
//
//	ico PICTURE ICON
package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/png"
	"os"

	"golang.org/x/image/draw"
)

// sizes are in pixels, and at most 256.
var sizes = []int{16, 24, 32, 48, 64, 256}

const (
	headSize  = 6  // of the file's head, in bytes
	entrySize = 16 // of what says where a picture is
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: ico PICTURE ICON")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "ico:", err)
		os.Exit(1)
	}
}

func run(picture, icon string) error {
	in, err := os.Open(picture)
	if err != nil {
		return err
	}
	defer func() { _ = in.Close() }()
	whole, err := png.Decode(in)
	if err != nil {
		return fmt.Errorf("%s: %w", picture, err)
	}
	made, err := iconOf(whole)
	if err != nil {
		return err
	}
	return os.WriteFile(icon, made, 0o644)
}

// iconOf is a file of PNG pictures, one for each size.
func iconOf(whole image.Image) ([]byte, error) {
	var pictures bytes.Buffer
	head := binary.LittleEndian.AppendUint16(nil, 0)
	head = binary.LittleEndian.AppendUint16(head, 1) // an icon, not a cursor
	head = binary.LittleEndian.AppendUint16(head, uint16(len(sizes)))
	for _, size := range sizes {
		at := headSize + entrySize*len(sizes) + pictures.Len()
		before := pictures.Len()
		scaled := image.NewNRGBA(image.Rect(0, 0, size, size))
		draw.CatmullRom.Scale(scaled, scaled.Bounds(), whole, whole.Bounds(), draw.Src, nil)
		if err := png.Encode(&pictures, scaled); err != nil {
			return nil, err
		}
		// 256 is written as 0, and there are no colours to choose from.
		head = append(head, byte(size), byte(size), 0, 0)
		head = binary.LittleEndian.AppendUint16(head, 1)  // plane
		head = binary.LittleEndian.AppendUint16(head, 32) // bits for each pixel
		head = binary.LittleEndian.AppendUint32(head, uint32(pictures.Len()-before))
		head = binary.LittleEndian.AppendUint32(head, uint32(at))
	}
	return append(head, pictures.Bytes()...), nil
}
