// Package fonts checks what the system's fonts can draw and whether the fonts in the environment are valid.
package fonts

import (
	"io"
	"log"

	"github.com/go-text/typesetting/fontscan"
)

// CanDraw reports whether one of the system's fonts has every character of text. It searches the fonts in which the
// toolkit looks for characters that its own fonts lack. It reads the disk, and when called for the first time all fonts.
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
