// Package assets carries what the program needs beside its code: its icon and its translations.
package assets

import (
	"embed"

	"fyne.io/fyne/v2"
)

// Translations holds one JSON file a language, in the form that Fyne's lang package reads.
//
//go:embed translations
var Translations embed.FS

//go:embed icon.png
var icon []byte

// Icon is the application's icon, 512 pixels square.
func Icon() fyne.Resource { return fyne.NewStaticResource("icon.png", icon) }
