package shell

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/demo"
)

// menuOfAll selects keys, opens their menu, and returns its items.
func (r *rig) menuOfAll(ids ...string) []string {
	r.t.Helper()
	for i, id := range ids {
		held := fyne.KeyModifierShortcutDefault
		if i == 0 {
			held = 0
		}
		r.selectKey(id, held)
	}
	defer r.press(fyne.KeyEscape)
	r.openRowMenu(ids[0])
	return r.menu()
}

func TestMenuOfSeveralSaysToHowManyEachItemApplies(t *testing.T) {
	r := newRig(t, demo.Options{})
	on, own, off := r.idInState(client.StateEnabled, false), r.idInState(client.StateEnabled, true), r.idInState(client.StateDisabled, false)
	expired := r.idInState(client.StateExpired, false)
	for _, c := range []struct {
		name string
		ids  []string
		en   []string
		zh   []string
	}{
		{
			"expired and enabled", []string{expired, on, own},
			[]string{"Check 3 Access Keys", "Copy 3 Access Key IDs", "Disable 2 Access Keys", "Delete 3 Access Keys"},
			[]string{"检查 3 个访问密钥", "复制 3 个 Access Key ID", "禁用 2 个访问密钥", "删除 3 个访问密钥"},
		},
		{
			"each state", []string{on, off, expired},
			[]string{"Check 3 Access Keys", "Copy 3 Access Key IDs", "Disable 1 Access Key", "Enable 1 Access Key", "Delete 3 Access Keys"},
			[]string{"检查 3 个访问密钥", "复制 3 个 Access Key ID", "禁用 1 个访问密钥", "启用 1 个访问密钥", "删除 3 个访问密钥"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			r.t = t
			if got := r.menuOfAll(c.ids...); !slices.Equal(got, c.en) {
				t.Errorf("it offers %q, want %q", got, c.en)
			}
			r.retranslate(settings.LanguageChinese)
			defer r.retranslate(settings.LanguageEnglish)
			if got := r.menuOfAll(c.ids...); !slices.Equal(got, c.zh) {
				t.Errorf("it offers %q, want %q", got, c.zh)
			}
		})
	}
}

func TestMenuOfSeveralLeavesOutKeysBeingWorkedOn(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	ids := r.enabled(3)
	r.hold = true
	r.toggleState(ids[0])
	r.answerDialog()
	if got, want := r.menuOfAll(ids...), "Disable 2 Access Keys"; !slices.Contains(got, want) {
		t.Errorf("it offers %q, want %q", got, want)
	}
	r.release()
}
