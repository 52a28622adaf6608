package main

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/png"
)

// icoSizes are those that Windows shows, in pixels, and at most 256.
var icoSizes = []int{16, 24, 32, 48, 64, 256}

const (
	headSize  = 6  // of the file's head, in bytes
	entrySize = 16 // of what says where a picture is
)

// ico is a file of PNG pictures, one for each size.
func ico(whole image.Image) ([]byte, error) {
	var pictures bytes.Buffer
	head := binary.LittleEndian.AppendUint16(nil, 0)
	head = binary.LittleEndian.AppendUint16(head, 1) // an icon, not a cursor
	head = binary.LittleEndian.AppendUint16(head, uint16(len(icoSizes)))
	for _, size := range icoSizes {
		at := headSize + entrySize*len(icoSizes) + pictures.Len()
		before := pictures.Len()
		if err := png.Encode(&pictures, scaled(whole, size)); err != nil {
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
