package shell

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"

	"accesskeys/app/expiry"
	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/autorefresh"
	"accesskeys/views/keyshortcuts"
	"accesskeys/views/keytable"
	"accesskeys/views/kit/control"
	"accesskeys/views/words"
)

const day = 24 * time.Hour

// expiringRig returns a rig that stays signed in, never locks by itself, and starts at the current time.
func expiringRig(t *testing.T, o demo.Options) *rig {
	t.Helper()
	r := signedOutRig(t, o)
	r.now = time.Now()
	r.choosePrivacy(func(p *settings.Privacy) { p.Lock = settings.Never })
	r.signIn()
	for _, k := range r.server.Keys() {
		r.server.SetValidUntil(k.ID, time.Time{})
	}
	r.reload()
	return r
}

// endsIn has keys expire after some time, and reloads the list. It adds half an hour, so that the number of whole days
// does not change for a while.
func (r *rig) endsIn(left time.Duration, ids ...string) {
	for _, id := range ids {
		r.server.SetValidUntil(id, r.now.Add(left+30*time.Minute))
	}
	r.reload()
}

// enabledKeys returns the enabled keys, without the app's own.
func (r *rig) enabledKeys() (ids []string) {
	for _, k := range r.listed() {
		if k.State == client.StateEnabled && !k.Own {
			ids = append(ids, k.ID)
		}
	}
	return ids
}

// allEndingRig returns a rig whose keys all expire soon, with the column Age.
func allEndingRig(t *testing.T) *rig {
	r := expiringRig(t, demo.Options{})
	r.endsIn(9*day, r.idInState(client.StateEnabled, true), r.idInState(client.StateDisabled, false))
	r.endsIn(20*day, r.enabledKeys()[0])
	r.endsIn(time.Hour, r.enabledKeys()[1])
	r.showColumn(lang.L("Age"))
	return r
}

func (r *rig) wantLine(want string) {
	r.t.Helper()
	if got := r.warning(); got != want {
		r.t.Errorf("above the table is %q, not %q", got, want)
	}
}

// chip returns the part of a row's accessible text that follows the state.
func (r *rig) chip(id string) string {
	parts := strings.SplitN(r.rowOf(id).AccessibilityLabel(), ", ", 3)
	return strings.Join(parts[2:], "")
}

func TestTheFilterFindsWhatChipsSay(t *testing.T) {
	r := expiringRig(t, demo.Options{})
	id := r.enabledKeys()[0]
	r.typeInto(r.filter(), "expires days") // no number, which could be in an ID too
	if got := r.ids(); len(got) != 0 {
		t.Errorf("it finds %q", got)
	}
	r.endsIn(15*day, id)
	if got := r.ids(); !slices.Equal(got, []string{id}) {
		t.Errorf("it finds %q, not %q", got, id)
	}
	r.sleep(16 * day)
	r.pass(autorefresh.TickPause)
	r.filter().SetText("expires")
	if got := r.ids(); len(got) != 0 {
		t.Errorf("once it has expired, it finds %q", got)
	}
}

func TestKeysThatExpireSoonAreToldUntilTheyAreDismissed(t *testing.T) {
	r := expiringRig(t, demo.Options{})
	r.wantLine("")
	ids := r.enabledKeys()
	r.endsIn(20*day, ids[0])
	r.wantLine("1 key expires within 30 days.")
	r.endsIn(3*day, ids[1])
	r.wantLine("2 keys expire within 30 days.")

	all := len(r.listed())
	r.doubleClick(middle(r.button("Show")))
	if got := r.listed(); len(got) != 2 || !slices.Contains(ids, got[0].ID) || !slices.Contains(ids, got[1].ID) {
		t.Errorf("it shows %d keys", len(got))
	}
	r.wantLine("Only the keys that expire soon are shown.")
	r.pass(time.Second)
	r.doubleClick(middle(r.button("Show All")))
	if len(r.listed()) != all {
		t.Errorf("then it shows %d keys, not %d", len(r.listed()), all)
	}
	r.tapButton("Show")
	r.tapButton("Dismiss")
	r.wantLine("")
	if len(r.listed()) != all || r.canvas().Focused() != r.list() {
		t.Errorf("dismissed, it shows %d keys, not %d; the keyboard is on %T", len(r.listed()), all, r.canvas().Focused())
	}
	if r.chip(ids[0]) == "" {
		t.Error("dismissing takes the chip away")
	}

	r = r.restarted()
	r.sleep(2 * day)
	r.pass(autorefresh.TickPause)
	r.wantLine("")
	r.endsIn(25*day, ids[0])
	r.wantLine("1 key expires within 30 days.")
	r.endsIn(60*day, ids[0])
	r.wantLine("")
}

func TestKeysThatExpireSoonAreToldAgainUntilTheyAreDismissed(t *testing.T) {
	r := expiringRig(t, demo.Options{})
	ids := r.enabledKeys()
	r.endsIn(20*day, ids[0])
	r = r.restarted()
	r.wantLine("1 key expires within 30 days.")
	r.reload()
	r.wantLine("1 key expires within 30 days.")

	r.tapButton("Dismiss")
	r.endsIn(5*day, ids[1])
	r.wantLine("") // not twice a day
	r = r.restarted()
	r.wantLine("")
	r.sleep(day)
	r.pass(autorefresh.TickPause)
	r.wantLine("1 key expires within 30 days.") // of the one that was not dismissed
	r.tapButton("Show")
	if got := r.listed(); len(got) != 1 || got[0].ID != ids[1] {
		t.Errorf("it shows %d keys", len(got))
	}
}

func TestKeysThatExpireSoonAreToldInTheirAccountAgain(t *testing.T) {
	r := newAccountsRig(t, 2)
	r.choosePrivacy(func(p *settings.Privacy) { p.Lock = settings.Never })
	r.now = time.Now()
	for _, s := range []*demo.Server{r.at(0), r.at(1)} {
		for _, k := range s.Keys() {
			s.SetValidUntil(k.ID, time.Time{})
		}
	}
	r.goTo(0)
	r.endsIn(20*day, r.enabledKeys()[0])
	r.wantLine("1 key expires within 30 days.")
	r.goTo(1)
	r.wantLine("")
	r.goTo(0)
	r.wantLine("1 key expires within 30 days.")
}

func TestWhatIsMorePressingIsSaidInsteadOfExpiry(t *testing.T) {
	r := expiringRig(t, demo.Options{})
	r.endsIn(20*day, r.enabledKeys()[0])
	r.tapButton("Show")
	r.lose()
	r.reload()
	r.wantWarning("Unreadable responses since")
	for _, o := range r.onTab() {
		if b, ok := o.(*control.Button); ok && b.Text == "Dismiss" && b.Visible() {
			t.Error("it can be dismissed")
		}
	}
	r.find()
	r.tapButton("Try Now")
	r.wantLine("Only the keys that expire soon are shown.")
}

func TestOwnKeyIsToldOfApartFrom14Days(t *testing.T) {
	r := expiringRig(t, demo.Options{})
	own := r.idInState(client.StateEnabled, true)
	r.endsIn(15*day, own)
	r.wantLine("1 key expires within 30 days.")
	if got := r.chip(own); !strings.HasPrefix(got, "Expires in 15 days, ") {
		t.Errorf("its row says %q", got)
	}
	r.endsIn(9*day, own)
	if got := r.warning(); !strings.HasPrefix(got, "Your sign-in key expires in 9 days (") || !strings.HasSuffix(got, "). Replace it before then.") {
		t.Errorf("above the table is %q", got)
	}
	r.endsIn(20*day, r.enabledKeys()[0])
	if got := r.warning(); !strings.HasSuffix(got, " 1 other key expires within 30 days.") {
		t.Errorf("above the table is %q", got)
	}
}

func TestChipsGoOnWhileTheWindowStaysOpen(t *testing.T) {
	r := expiringRig(t, demo.Options{})
	id := r.enabledKeys()[0]
	r.endsIn(26*day, id) // less than three quarters of its life have passed
	shown := r.list().Pool.At(r.list().Index[id], id)
	wants := func(want string) {
		t.Helper()
		if got := shown.AccessibilityLabel(); !strings.Contains(got, want) || want == "" && strings.Contains(got, "Expires") {
			t.Errorf("the row says %q, not %q", got, want)
		}
	}
	wants("")
	asked := r.lists()
	for _, c := range []struct {
		sleep time.Duration
		want  string
	}{{2 * day, "Expires in 24 days, "}, {20 * day, "Expires in 4 days, "}, {3 * day, "Expires in 24 hours, "}, {day, "Expires in 29 min, "},
		{time.Hour, "; reload to see the state"}} {
		r.hold = true // what the server says does not matter
		r.sleep(c.sleep)
		r.pass(autorefresh.TickPause)
		wants(c.want)
	}
	if r.lists() != asked {
		t.Error("the list was read")
	}
}

func TestTheServersTimeDecidesWhatExpires(t *testing.T) {
	r := expiringRig(t, demo.Options{Now: func() time.Time { return time.Now().Add(2 * time.Hour) }})
	id := r.enabledKeys()[0]
	r.endsIn(7*day+time.Hour, id)
	if got := r.chip(id); !strings.HasPrefix(got, "Expires in 6 days, ") {
		t.Errorf("the row says %q", got)
	}
}

func TestDaysToTellOfExpiryAreAChoice(t *testing.T) {
	r := expiringRig(t, demo.Options{})
	id := r.enabledKeys()[0]
	r.endsIn(20*day, id)
	for days, want := range map[int]string{0: "", 1: "1 key expires within 30 days.", 2: "1 key expires within 90 days.", 3: ""} {
		r.openPreferences()
		r.choice("Warn me about keys that expire within").Choose(days)
		r.openKeys()
		r.wantLine(want)
		if r.chip(id) == "" {
			t.Error("there is no chip")
		}
	}
	if !strings.Contains(r.settingsFile(), `"expiryDays"`) {
		t.Error("the choice is not saved")
	}
}

func TestAgeOfKeysIsShownAndSortedBy(t *testing.T) {
	r := expiringRig(t, demo.Options{})
	r.showColumn("Age")
	r.setSize(fyne.NewSize(1500, 700))
	oldest := r.idInState(client.StateEnabled, true)
	cell := func(id string) string { return r.list().RowData(r.list().Index[id]).Age.Text }
	k, _ := r.listedKey(oldest)
	days, _ := expiry.Age(k, r.now)
	if got := cell(oldest); got != words.Age(days, true) {
		t.Errorf("the oldest is %q old, not %d days", got, days)
	}
	marked := func() bool { return r.list().RowData(r.list().Index[oldest]).Age.Old }
	if !marked() {
		t.Error("it is not marked at 365 days")
	}
	r.list().Actions.Tools.OnDetails(oldest)
	r.says("Age", words.Age(days, true), "Older than 365 days: consider replacing it")
	r.closeDialog()
	test.Tap(r.header().Cells[keytable.ColumnAge])
	if got := r.listed(); !slices.IsSortedFunc(got, func(a, b keys.Key) int { return b.CreatedAt.Compare(a.CreatedAt) }) {
		t.Error("the youngest is not first")
	}
	r.openPreferences()
	r.choice("Mark keys as old after").Choose(3)
	r.openKeys()
	if marked() {
		t.Error("it is marked although that is not wanted")
	}
	r.sleep(day)
	r.pass(autorefresh.TickPause)
	if got := cell(oldest); got != words.Age(days+1, true) {
		t.Errorf("a day later it is %q old", got)
	}
}

func TestDetailsTellWhenAKeyExpires(t *testing.T) {
	r := expiringRig(t, demo.Options{})
	id := r.enabledKeys()[0]
	r.endsIn(20*day, id)
	r.list().Actions.Tools.OnDetails(id)
	r.says("Expires At", "Expires in 20 days")
	if n := strings.Count(r.dialogText(), "Expir"); n != 2 {
		t.Errorf("the dialog says %d times that it expires:\n%s", n, r.dialogText())
	}
}

func TestCalendarReminderOfAKeyThatEndsIsSaved(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	r := expiringRig(t, demo.Options{})
	id := r.enabledKeys()[0]
	const item = "Save Calendar Reminder…, Ctrl+Shift+S"
	if slices.Contains(r.menuOf(id), item) {
		t.Error("the menu of a key without an end has it")
	}
	r.endsIn(200*day, id)
	r.openRowMenu(id)
	r.pick(item)
	r.press(fyne.KeyReturn)
	path := filepath.Join(home, "access-key-"+id[len(id)-6:]+".ics")
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	until := r.now.Add(200*day + 30*time.Minute).UTC().Format("20060102T1504")
	for _, want := range []string{"\r\nDTSTART:" + until, "\r\nTRIGGER:-P7D\r\n", "\r\nSUMMARY:Access key " + id + " expires\r\n"} {
		if !strings.Contains(strings.ReplaceAll(string(content), "\r\n ", ""), want) {
			t.Errorf("it lacks %q:\n%s", want, content)
		}
	}

	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	r.selectKey(id, 0)
	r.shortcut(keyshortcuts.Reminder())
	r.press(fyne.KeyReturn)
	if now, _ := os.ReadFile(path); string(now) != "mine" || !r.dialogOpen() {
		t.Error("a file is replaced without asking")
	}
	r.tapButton("Replace")
	if now, _ := os.ReadFile(path); string(now) != string(content) || r.dialogOpen() {
		t.Error("it is not replaced")
	}
	r.selectKey(r.idInState(client.StateEnabled, true), 0)
	r.shortcut(keyshortcuts.Reminder())
	if r.dialogOpen() {
		t.Error("a key without an end has a reminder")
	}
	r.wantSaid("No reminder saved: this key has no expiry date.")
	r.selectKey(r.idInState(client.StateExpired, false), 0)
	r.shortcut(keyshortcuts.Reminder())
	r.wantSaid("No reminder saved: this key has already expired.")
}

func TestChipsAndAgesAreWordedAgainInAnotherLanguage(t *testing.T) {
	r := allEndingRig(t)
	id := r.enabledKeys()[0]
	age := func() string { return r.list().RowData(r.list().Index[id]).Age.Text }
	if r.chip(id) == "" || !strings.HasSuffix(age(), " days") {
		t.Fatalf("at first they say %q and %q", r.chip(id), age())
	}
	r.chooseLanguage(settings.LanguageChinese)
	if !strings.Contains(r.chip(id), "天后过期") || !strings.HasSuffix(age(), " 天") {
		t.Errorf("they say %q and %q", r.chip(id), age())
	}
}

func TestTheLineCountsTheRowsThatWarn(t *testing.T) {
	r := expiringRig(t, demo.Options{})
	disabled := r.idInState(client.StateDisabled, false)
	r.endsIn(9*day, r.enabledKeys()[0], disabled)
	if n := r.lines("Expires in 9 days"); n != 1 || !r.reads("1 key expires within 30 days") {
		t.Errorf("%d rows warn, and the window shows %q", n, r.texts())
	}
	r.toggleState(disabled)
	if n := r.lines("Expires in 9 days"); n != 2 || !r.reads("2 keys expire within 30 days") {
		t.Errorf("%d rows warn, and the window shows %q", n, r.texts())
	}
}
