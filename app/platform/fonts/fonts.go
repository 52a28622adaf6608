// Package fonts tells what the system's fonts can draw.
package fonts

import (
	"io"
	"log"

	"github.com/go-text/typesetting/fontscan"
)

// CanDraw reports whether one of the system's fonts has every character of text. It looks where the toolkit
// does for what its own fonts lack, as of the process's start. It reads the disk, the first time all fonts.
func CanDraw(text string) bool {
	fonts, err := fontscan.SystemFonts(log.New(io.Discard, "", 0), "")
	if err != nil {
		return false
	}
	for _, font := range fonts {
		if hasAll(font.Runes, text) {
			return true
		}
	}
	return false
}

func hasAll(runes fontscan.RuneSet, text string) bool {
	for _, r := range text {
		if !runes.Contains(r) {
			return false
		}
	}
	return true
}
