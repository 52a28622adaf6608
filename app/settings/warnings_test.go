package settings

import (
	"maps"
	"os"
	"path/filepath"
	"testing"
	"time"

	"accesskeys/app/apptest/check"
)

func TestWarningsAreOneOfTheChoices(t *testing.T) {
	dir := t.TempDir()
	a := opened(dir)
	check.Equal(t, "at first", a.Get().Warnings, DefaultWarnings())
	a.ChangeWarnings(func(w *Warnings) { w.ExpiryDays, w.AgeDays = 90, NoDays })
	check.Must(t, a.Save())
	check.Equal(t, "chosen", opened(dir).Get().Warnings, Warnings{ExpiryDays: 90, AgeDays: NoDays})
	check.Must(t, os.WriteFile(filepath.Join(dir, "settings.json"), []byte(`{"warnings": {"expiryDays": 8, "ageDays": 90}}`), 0o600))
	check.Equal(t, "instead of nonsense", opened(dir).Get().Warnings, Warnings{ExpiryDays: 30, AgeDays: 90})
	check.Must(t, os.WriteFile(filepath.Join(dir, "settings.json"), []byte(`{}`), 0o600))
	check.Equal(t, "of an older program", opened(dir).Get().Warnings, DefaultWarnings())
}

func TestDismissedEndsAreKeptByUserUntilTheyPass(t *testing.T) {
	dir := t.TempDir()
	a := opened(dir)
	now := time.Date(2026, 11, 28, 12, 0, 0, 0, time.UTC)
	soon, later := now.Add(time.Hour), now.Add(48*time.Hour)
	a.DismissExpiry("https://a", "me", "2026-11-27", map[string]time.Time{"AK1": soon}, now)
	a.DismissExpiry("https://a", "me", "2026-11-28", map[string]time.Time{"AK2": later}, now)
	a.DismissExpiry("https://a", "you", "2026-11-27", map[string]time.Time{"AK3": soon}, now)
	check.Must(t, a.Save())
	b := opened(dir)
	for _, c := range []struct {
		base, user, day string
		dismissed       map[string]time.Time
	}{
		{"https://a", "me", "2026-11-28", map[string]time.Time{"AK1": soon, "AK2": later}},
		{"https://a", "you", "2026-11-27", map[string]time.Time{"AK3": soon}},
		{"https://b", "me", "", nil},
	} {
		if got := b.Get().DismissedExpiryOf(c.base, c.user); got.Day != c.day || !maps.Equal(got.Dismissed, c.dismissed) {
			t.Errorf("%s was told %v", c.user, got)
		}
	}
	before := b.Get()
	b.DismissExpiry("https://a", "me", "2026-11-28", nil, now.Add(2*time.Hour))
	if got := b.Get().DismissedExpiryOf("https://a", "me").Dismissed; !maps.Equal(got, map[string]time.Time{"AK2": later}) {
		t.Errorf("once one has passed: %v", got)
	}
	check.Equal(t, "what was read before", len(before.DismissedExpiryOf("https://a", "me").Dismissed), 2)
}
