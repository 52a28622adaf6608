package main

import (
	"bytes"
	"image/png"
	"os"
	"path/filepath"
	"strconv"
	"testing"
)

func TestIconsHaveTheirSizesAndAreTheSameEachTime(t *testing.T) {
	one, two := t.TempDir(), filepath.Join(t.TempDir(), "made")
	for _, dir := range []string{one, two} {
		if err := run("../../assets/icon.png", dir); err != nil {
			t.Fatal(err)
		}
	}
	for _, size := range sizes {
		name := strconv.Itoa(size) + ".png"
		first, err := os.ReadFile(filepath.Join(one, name))
		if err != nil {
			t.Fatal(err)
		}
		again, err := os.ReadFile(filepath.Join(two, name))
		if err != nil || !bytes.Equal(first, again) {
			t.Errorf("%s differs: %v", name, err)
		}
		icon, err := png.Decode(bytes.NewReader(first))
		if err != nil || icon.Bounds().Dx() != size || icon.Bounds().Dy() != size {
			t.Errorf("%s: %v, %v", name, icon.Bounds(), err)
		}
	}
}
