package keytable

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/settings"
)

// Column is a column of the table. Its value is its place from the left.
type Column int

const (
	ColumnID Column = iota
	columnSecret
	ColumnState
	ColumnCreated
	columnUpdated
	ColumnExpires
	ColumnAge
	ColumnActions
	ColumnCount
)

// Name returns the name of a column in the settings.
func (c Column) Name() settings.Column {
	return [ColumnCount]settings.Column{ColumnID: settings.ColumnID, columnSecret: settings.ColumnSecret,
		ColumnState: settings.ColumnState, ColumnCreated: settings.ColumnCreated, columnUpdated: settings.ColumnUpdated,
		ColumnExpires: settings.ColumnExpires, ColumnAge: settings.ColumnAge, ColumnActions: settings.ColumnActions}[c]
}

const (
	CellInset  = float32(7) // between a column's edge and its text, as in the console
	idLength   = 32         // characters: the length of the key IDs in the vendor's pages
	stateWidth = float32(94)
	timeWidth  = float32(90)
	chipsWidth = float32(138) // of a state with a chip such as “Keep till 2026-03-26”
	moreDots   = "•••"        // the link that opens a row's menu
	moreWidth  = float32(42)  // of its column, if there is no room for other links
	moreGap    = float32(8)   // to its left
	moreInset  = float32(5)   // to its right
	tickWidth  = float32(28)  // of the boxes that select rows, to the left of the columns
)

var timeColumns = []Column{ColumnCreated, columnUpdated, ColumnExpires}

// ColumnTitles returns the titles of the columns in the current language.
func ColumnTitles() [ColumnCount]string {
	return [ColumnCount]string{
		ColumnID:      lang.L("Access Key ID"),
		columnSecret:  lang.L("Access Key Secret"),
		ColumnState:   lang.L("State"),
		ColumnCreated: lang.L("Created At"),
		columnUpdated: lang.L("Updated At"),
		ColumnExpires: lang.L("Expires At"),
		ColumnAge:     lang.L("Age"),
		ColumnActions: lang.L("Actions"),
	}
}

// titleOfIDs returns the title of the column with the IDs, which may have the secrets as well.
func titleOfIDs(at Arrangement) string {
	if at.stacked {
		return lang.L("Access Key ID and Secret")
	}
	return ColumnTitles()[ColumnID]
}
