// Package assets carries what the program needs beside its code: its icons, its translations, and the licences
// of what it is built with.
package assets

import (
	"embed"
	"path"
	"strings"

	"fyne.io/fyne/v2"
)

// Translations holds one JSON file a language, in the form that Fyne's lang package reads.
//
//go:embed translations
var Translations embed.FS

//go:embed windowicon.png
var icon []byte

//go:embed icons
var icons embed.FS

// Icon is the application's icon, 128 pixels square: the window is not shown before all of it is unpacked.
func Icon() fyne.Resource { return fyne.NewStaticResource("windowicon.png", icon) }

// Icons for buttons and marks, in one colour, to be given that of what they stand in.

// ReloadIcon is a round arrow.
func ReloadIcon() fyne.Resource { return Drawn("reload") }

// DensityIcon is an arrow that points at two lines.
func DensityIcon() fyne.Resource { return Drawn("density") }

// SettingsIcon is a gear.
func SettingsIcon() fyne.Resource { return Drawn("settings") }

// SearchIcon is a magnifying glass.
func SearchIcon() fyne.Resource { return Drawn("search") }

// AscendingIcon is a triangle that points up.
func AscendingIcon() fyne.Resource { return Drawn("ascending") }

// DescendingIcon is a triangle that points down.
func DescendingIcon() fyne.Resource { return Drawn("descending") }

// EmptyIcon is an empty tray.
func EmptyIcon() fyne.Resource { return Drawn("empty") }

// PadlockIcon is a closed padlock.
func PadlockIcon() fyne.Resource { return Drawn("padlock") }

// ClockIcon is a clock.
func ClockIcon() fyne.Resource { return Drawn("clock") }

// ClipboardIcon is a clipboard with lines on it.
func ClipboardIcon() fyne.Resource { return Drawn("clipboard") }

// FolderIcon is a folder.
func FolderIcon() fyne.Resource { return Drawn("folder") }

// Drawn returns the icon in a file of that name.
func Drawn(name string) fyne.Resource {
	file := name + ".svg"
	content, err := icons.ReadFile(path.Join("icons", file))
	if err != nil {
		panic(err) // it is embedded: a wrong name is a bug
	}
	return fyne.NewStaticResource(file, content)
}

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
