// Package assets carries what the program needs beside its code: its icon, its translations, and the licences
// of what it is built with.
package assets

import (
	"embed"
	"strings"

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

//go:embed licences.txt
var licences string

// Licence is that of something the program is built with.
type Licence struct {
	Name    string // such as a module's path
	Version string // of a module
	Kind    string // what the licence is called, or several
	Text    string
}

// Licences are the program's own, that of Go, and those of the modules that are linked into it on any system.
// scripts/licences.sh wrote them down.
func Licences() []Licence {
	var all []Licence
	for _, entry := range strings.Split("\n"+licences, "\n==== ")[1:] {
		heading, text, _ := strings.Cut(entry, "\n")
		parts := strings.Split(heading, "\t")
		all = append(all, Licence{Name: parts[0], Version: parts[1], Kind: parts[2], Text: strings.TrimSpace(text)})
	}
	return all
}
