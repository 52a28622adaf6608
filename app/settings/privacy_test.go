package settings

import (
	"maps"
	"os"
	"path/filepath"
	"testing"

	"accesskeys/app/apptest/check"
)

func TestPrivacyIsRememberedAndNonsenseIsNot(t *testing.T) {
	dir := t.TempDir()
	a := opened(dir)
	check.Equal(t, "at first", a.Get().Privacy, DefaultPrivacy())
	want := Privacy{ClearClipboard: 60, HideSecret: Never, Lock: 60, AllowCapture: true}
	a.ChangePrivacy(func(p *Privacy) { *p = want })
	check.Equal(t, "at once", a.Get().Privacy, want)
	check.Must(t, a.Save())
	check.Equal(t, "remembered", opened(dir).Get().Privacy, want)

	check.Must(t, os.WriteFile(filepath.Join(dir, "settings.json"),
		[]byte(`{"privacy":{"clearClipboardSeconds":86400,"hideSecretSeconds":0,"lockSeconds":-7}}`), 0o600))
	check.Equal(t, "instead of nonsense", opened(dir).Get().Privacy, DefaultPrivacy())
}

// Each process read the settings before the other one changed another field of the same struct.
func TestPrivacyAndTableOfTwoProcesses(t *testing.T) {
	dir := t.TempDir()
	a, b := opened(dir), opened(dir)
	a.ChangePrivacy(func(p *Privacy) { p.ClearClipboard = 60 })
	b.ChangePrivacy(func(p *Privacy) { p.HideSecret = 10 })
	was := DefaultTable()
	compact := was.WithColumn(ColumnState, false).WithWidth(ColumnID, 300)
	compact.Density = DensityCompact
	a.ChangeTable(was, compact)
	sorted := was
	sorted.SortBy = ColumnID
	b.ChangeTable(was, sorted.WithColumn(ColumnUpdated, true).WithWidth(ColumnSecret, 200))
	check.Must(t, a.Save())
	check.Must(t, b.Save())
	a.ChangeTable(compact, compact.WithWidth(ColumnID, 0)) // a's window does not show b's change
	check.Must(t, a.Save())

	now := opened(dir).Get()
	check.Equal(t, "privacy", now.Privacy, Privacy{ClearClipboard: 60, HideSecret: 10, Lock: DefaultPrivacy().Lock})
	check.Equal(t, "density", now.Table.Density, DensityCompact)
	check.Equal(t, "sorted by", now.Table.SortBy, ColumnID)
	check.Equal(t, "columns", maps.Equal(now.Table.Shown, map[Column]bool{ColumnState: false, ColumnUpdated: true}), true)
	check.Equal(t, "widths", maps.Equal(now.Table.Widths, map[Column]int{ColumnSecret: 200}), true)
}
