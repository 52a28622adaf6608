package views

import (
	"runtime/debug"
	"strings"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"accesskeys/assets"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
)

const licenceColumns = 88 // characters on a line, where there is room

// showLicences opens the licences of what the program is built with: first a list, then every text.
func (w *window) showLicences() {
	columns := min(licenceColumns, int(w.dialogs.Width(1e6)/control.NewMono(1, 1).Width())-2)
	read := control.NewReader(lang.L("Licences"), licenceLines(linkedLicences(), columns), columns)
	read.OnKey = w.dialogs.Key
	w.dialogs.Tell(lang.L("Licences"), container.NewStack(style.Gap(read.Width(), min(400, w.win.Canvas().Size().Height-150)), read))
	w.win.Canvas().Focus(read)
}

// linkedLicences leaves out those of modules that are linked in on other systems only.
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
		lines = append(lines, inColumns(heading(l)+": "+l.Kind, columns)...)
	}
	for _, l := range all {
		title := heading(l)
		lines = append(lines, "", "", title, strings.Repeat("=", len(title)), "")
		for line := range strings.SplitSeq(l.Text, "\n") {
			lines = append(lines, inColumns(line, columns)...)
		}
	}
	return lines
}

func heading(l assets.Licence) string { return strings.TrimSpace(l.Name + " " + l.Version) }

// inColumns breaks a line at spaces, where there are some.
func inColumns(line string, columns int) []string {
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
