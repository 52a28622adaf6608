package about

import (
	"runtime/debug"
	"strings"

	"fyne.io/fyne/v2/lang"

	"accesskeys/assets"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
)

const LicenceColumns = 88 // the longest line in characters

// ShowLicences opens the licences of the program's libraries: a list, followed by the texts.
func (d *Dialog) ShowLicences() {
	linked := linkedLicences()
	read := control.NewReader(lang.L("Licenses"), LicenceColumns, func(columns int) []string { return licenceLines(linked, columns) })
	high := func() float32 { return min(400, d.Win.Canvas.Size().Height-150) }
	d.Win.Dialogs.Tell(lang.L("Licenses"), read.Width(), dialog.AsHigh(high, read))
	d.Win.Canvas.Focus(read)
}

// linkedLicences returns the licences of what is linked into this program. It leaves out modules that are used on other
// systems only.
func linkedLicences() []assets.Licence {
	all := assets.Licences()
	info, ok := debug.ReadBuildInfo()
	if !ok || len(info.Deps) == 0 {
		return all
	}
	linked := map[string]bool{}
	for _, m := range info.Deps {
		linked[m.Path] = true
	}
	var some []assets.Licence
	for _, l := range all {
		if l.Version == "" || linked[l.Name] {
			some = append(some, l)
		}
	}
	return some
}

func licenceLines(all []assets.Licence, columns int) []string {
	var lines []string
	for _, l := range all {
		lines = append(lines, InColumns(heading(l)+": "+l.Kind, columns)...)
	}
	for _, l := range all {
		title := heading(l)
		lines = append(lines, "", "", title, strings.Repeat("=", len(title)), "")
		for line := range strings.SplitSeq(l.Text, "\n") {
			lines = append(lines, InColumns(line, columns)...)
		}
	}
	return lines
}

func heading(l assets.Licence) string { return strings.TrimSpace(l.Name + " " + l.Version) }

// InColumns breaks a line into lines of at most so many characters, at spaces if possible.
func InColumns(line string, columns int) []string {
	var lines []string
	runes := []rune(line)
	for len(runes) > columns {
		at := columns
		for i := columns; i > columns/2; i-- {
			if runes[i] == ' ' {
				at = i
				break
			}
		}
		lines = append(lines, string(runes[:at]))
		runes = []rune(strings.TrimLeft(string(runes[at:]), " "))
	}
	return append(lines, string(runes))
}
