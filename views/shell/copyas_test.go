package shell

import (
	"cmp"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"accesskeys/app/apptest/check"
	"accesskeys/app/keys"
	"accesskeys/app/notes"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/keyshortcuts"
	"accesskeys/views/keytable"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

// copyAs copies a key in the format that a letter stands for.
func (r *rig) copyAs(id string, letter rune) {
	r.t.Helper()
	r.selectKey(id, 0)
	r.shortcut(keyshortcuts.CopyAs())
	if !r.dialogOpen() {
		r.t.Fatal("there is no menu")
	}
	r.canvas().Focused().TypedRune(letter)
	if r.dialogOpen() || r.canvas().Focused() != r.list() {
		r.t.Errorf("%c leaves the menu open, or the list without the keyboard", letter)
	}
}

// copied returns the content of the clipboard for secrets.
func (r *rig) copied() string { return r.clip.secret.Reveal() }

func TestKeyIsCopiedByLetter(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.chooseEnabled()
	secret := r.server.SecretOf(id).Reveal()
	for _, tt := range []struct {
		letter                     rune
		name, held, want, says, as string
	}{
		{'i', "ID and secret", "ID and secret", id + "\n" + secret, "", ""},
		{'s', "Shell exports", "Secret (Shell exports)", "export ACCESS_KEY_SECRET='" + secret + "'", "", "shell exports"},
		{'P', "PowerShell", "Secret (PowerShell)", "$env:ACCESS_KEY_SECRET = '" + secret + "'", "", ""},
		{'e', ".env file", "Secret (.env file)", "\nACCESS_KEY_SECRET=" + secret, "", "a .env file"},
		{'j', "JSON", "Secret (JSON)", `"ACCESS_KEY_SECRET": "` + secret + `"`, "", ""},
		{'k', "Kubernetes Secret", "Kubernetes Secret", `  ACCESS_KEY_SECRET: "` + secret + `"`, "", "a Kubernetes Secret"},
		{'c', "curl command", "One-time token (curl command)", "curl -H @- '" + r.server.Base() + "/version' <<'EOF'\nAuthorization: Bearer " + id, ". Works once, for any request.", "a curl command"},
		{'a', "Authorization header", "One-time token (Authorization header)", "Authorization: Bearer " + id, ". Works once, for any request.", "an Authorization header"},
	} {
		r.toastsGone()
		r.copyAs(id, tt.letter)
		if !strings.Contains(r.copied(), tt.want) {
			t.Errorf("%s: %q is copied", tt.name, r.copied())
		}
		if says := "Copied " + id + " as " + cmp.Or(tt.as, tt.name) + tt.says; !slices.Equal(r.said(), []string{says}) {
			t.Errorf("said %q, want %q", r.said(), says)
		}
		if !r.reads(tt.held + " on the clipboard: 30 s") {
			t.Errorf("the bar does not name %s", tt.held)
		}
		if tip := r.button("Clear Now").Hint; !strings.HasSuffix(tip, "\nOn the clipboard: "+tt.held) {
			t.Errorf("the tip of the bar's button is %q", tip)
		}
	}
	if n := r.asked("GET", id); n != 1 {
		t.Errorf("the secret was fetched %d times", n)
	}
	if r.revealed(id) {
		t.Error("the secret is shown")
	}
	r.pass(30 * time.Second)
	if r.clip.Held() || r.secretHeld() {
		t.Error("it is still on the clipboard after its time")
	}
	r.copySecret()
	if !r.reads("Secret on the clipboard: 30 s") {
		t.Error("a secret alone is called otherwise")
	}
}

func TestProgramIsCopiedWithoutASecret(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.chooseEnabled()
	r.copyAs(id, 'y')
	text := fyne.CurrentApp().Clipboard().Content()
	if !strings.Contains(text, `os.environ["ACCESS_KEY_SECRET"]`) || r.clip.Held() || r.secretHeld() {
		t.Errorf("copied %q; as a secret: %v", text, r.clip.Held())
	}
	r.wantSaid("Copied the Python program. It holds no secret: it reads the key from the environment.")
	if n := r.asked("GET", id); n != 0 {
		t.Errorf("the secret was fetched %d times for nothing", n)
	}
}

func TestCopyAsMenu(t *testing.T) {
	r := newRig(t, demo.Options{})
	all := []string{"ID and secret, I", "Shell exports, S", "PowerShell, P", ".env file, E", "JSON, J", "Kubernetes Secret, K",
		"curl with a one-time token, C", "Authorization header, one-time, A", "Python program that signs, Y"}
	r.chooseEnabled()
	r.shortcut(keyshortcuts.CopyAs())
	if !slices.Equal(r.menu(), all) {
		t.Errorf("offers %q", r.menu())
	}
	r.canvas().Focused().TypedRune('x') // which is nothing
	r.press(fyne.KeyEscape)
	if r.dialogOpen() || r.clip.Held() || len(r.listed()) == 0 {
		t.Error("Escape does more or less than close the menu")
	}
	r.shortcut(keyshortcuts.CopyAs())
	r.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if !strings.HasPrefix(r.copied(), "{") {
		t.Errorf("the fifth item copies %q", r.copied())
	}
	r.shortcut(keyshortcuts.CopyAs())
	r.press(fyne.KeyUp, fyne.KeyReturn) // from where it was
	if !strings.HasPrefix(r.copied(), "ACCESS_KEY_ID=") {
		t.Errorf("the item above the last one copies %q", r.copied())
	}
	r.openRowMenu(r.cursor())
	r.pick("Copy as…, Ctrl+K")
	if !slices.Equal(r.menu(), all) {
		t.Errorf("from the row's menu: %q", r.menu())
	}
}

func TestDisabledKeyIsCopiedAndMarked(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateDisabled, false)
	r.selectKey(id, 0)
	r.shortcut(keyshortcuts.CopyAs())
	if !readsIn(r.dialogContent(), "This key is disabled") {
		t.Error("the menu does not say that the key is disabled")
	}
	r.press(fyne.KeyReturn) // the first item, not the mark
	if r.copied() != id+"\n"+r.server.SecretOf(id).Reveal() {
		t.Errorf("copied %q", r.copied())
	}
	r.wantSaid("Copied " + id + " as ID and secret. This key is disabled: the server refuses it until you enable it.")
}

func TestWhatCannotBeUsedIsNotOfferedToCopy(t *testing.T) {
	r := newRig(t, demo.Options{})
	test.Tap(onlyOne[*control.Check](r)) // which shows deleted keys
	refused := func(id, why string) {
		t.Helper()
		r.toastsGone()
		r.selectKey(id, 0)
		r.shortcut(keyshortcuts.CopyAs())
		if r.dialogOpen() || !slices.Equal(r.said(), []string{why}) {
			t.Errorf("said %q, want %q", r.said(), why)
		}
		if menu := r.menuOf(id); slices.Contains(menu, "Copy as…, Ctrl+K") {
			t.Errorf("the menu offers %q", menu)
		}
	}
	refused(r.idInState(client.StateDeleted, false), "A deleted key no longer has a secret.")
}

func TestExpiredKeyIsCopiedAndMarked(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateExpired, false)
	r.selectKey(id, 0)
	r.shortcut(keyshortcuts.CopyAs())
	if !readsIn(r.dialogContent(), "This key has expired") {
		t.Error("the menu does not say that the key has expired")
	}
	r.press(fyne.KeyReturn)
	r.wantSaid("Copied " + id + " as ID and secret. This key has expired: the server refuses it.")
	r.wantWarningSign()
	r.toastsGone()
	r.shortcut(&fyne.ShortcutCopy{})
	r.wantSaid("Copied the secret of " + id + ". This key has expired: the server refuses it.")
	r.wantWarningSign()
}

// wantWarningSign fails the test unless a warning sign is before the oldest message.
func (r *rig) wantWarningSign() {
	r.t.Helper()
	if sign := r.messageMark(); sign != style.WarningSign().Name() {
		r.t.Errorf("before %q is %s", r.said(), sign)
	}
}

func TestMaskedSecretIsNotOfferedToCopy(t *testing.T) {
	r, f := behindFront(t, demo.Options{})
	id := r.chooseEnabled()
	f.says(answering(200, "application/json", `{"keyId":"`+id+`","keySecret":"********","state":"enabled"}`))
	r.copyAs(id, 's') // finds out
	if r.clip.Held() {
		t.Error("the mask was copied")
	}
	r.toastsGone()
	r.shortcut(keyshortcuts.CopyAs())
	if r.dialogOpen() || !slices.Equal(r.said(), []string{saysMasked}) {
		t.Errorf("said %q", r.said())
	}
}

func TestSecretThatIsKeptIsCopiedThoughTheServerMasksOthers(t *testing.T) {
	r, f := behindFront(t, demo.Options{Keys: 20})
	ids := r.enabled(2)
	r.copyAs(ids[0], 's') // which keeps it
	f.says(answering(200, "application/json", `{"keyId":"`+ids[1]+`","keySecret":"********","state":"enabled"}`))
	r.copyAs(ids[1], 's') // finds out
	if r.offersCopyAs(ids[1]) {
		t.Error("it is offered for a key whose secret cannot be had")
	}
	if !r.offersCopyAs(ids[0]) {
		t.Fatal("it is not offered for the key whose secret is kept")
	}
	r.copyAs(ids[0], 'j')
	if !strings.Contains(r.copied(), r.server.SecretOf(ids[0]).Reveal()) {
		t.Error("the secret that is kept was not copied")
	}
	if !keytable.NoSecret(r.list(), ids[1]) || keytable.NoSecret(r.list(), ids[0]) {
		t.Error("Show and Copy are not dimmed where the secret cannot be had alone")
	}
}

// offersCopyAs reports whether a key's menu offers Copy as.
func (r *rig) offersCopyAs(id string) bool {
	return slices.Contains(r.menuOf(id), "Copy as…, Ctrl+K")
}

// The clock of this computer is two hours off, which signing in has found out.
func TestTokenHasTheServersTime(t *testing.T) {
	r := newRig(t, demo.Options{Now: func() time.Time { return time.Now().Add(2 * time.Hour) }})
	r.copyAs(r.idInState(client.StateEnabled, false), 'a')
	_, token, _ := strings.Cut(r.copied(), ": ")
	for _, want := range []int{http.StatusOK, http.StatusUnauthorized} { // it works once
		q, err := http.NewRequestWithContext(t.Context(), http.MethodGet, r.server.Base()+"/management/accesskeys", nil)
		check.Must(t, err)
		q.Header.Set("Authorization", token)
		answer, err := http.DefaultClient.Do(q)
		check.Must(t, err)
		check.Must(t, answer.Body.Close())
		check.Equal(t, "status", answer.StatusCode, want)
	}
}

func TestOfflineAKeyIsCopiedFromTheVault(t *testing.T) {
	r, revealed := offlineRig(t)
	asked := r.requests()
	r.copyAs(revealed, 's')
	if !strings.Contains(r.copied(), r.server.SecretOf(revealed).Reveal()) {
		t.Errorf("copied %q", r.copied())
	}
	r.copyAs(revealed, 'a')
	if !strings.HasPrefix(r.copied(), "Authorization: Bearer "+revealed) {
		t.Errorf("copied %q", r.copied())
	}
	if n := r.requests() - asked; n != 0 {
		t.Errorf("the server was asked %d times", n)
	}
	own := r.idInState(client.StateEnabled, true)
	r.copyAs(own, 's')
	if !strings.Contains(r.copied(), r.server.SecretOf(own).Reveal()) {
		t.Errorf("copied %q of the key signed in with", r.copied())
	}
	r.copyAs(r.idInState(client.StateDisabled, false), 's')
	r.wantSaid("isn't saved on this computer and can't be fetched now")
}

func TestNothingIsCopiedAsOnceLocked(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.chooseEnabled()
	r.shortcut(keyshortcuts.CopyAs())
	r.hold = true
	r.canvas().Focused().TypedRune('j')
	r.lock()
	r.release()
	if r.clip.Held() {
		t.Errorf("%s is on the clipboard", id)
	}
}

func TestLabelNamesTheSecretOfKubernetes(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.chooseEnabled()
	check.Must(t, r.app.Notes.Change(keys.RefOf(r.session().Keys(), id), notes.Note{}, notes.Note{Label: "CI billing"}))
	r.copyAs(id, 'k')
	if !strings.Contains(r.copied(), `  name: "ci-billing"`) {
		t.Errorf("copied %q", r.copied())
	}
	r.wantSaid("Copied " + words.KeyName("CI billing", id) + " as a Kubernetes Secret")
}

func TestUnquotableSecretIsRefused(t *testing.T) {
	for secret, why := range map[string]string{
		`a\u2028b`: "the secret has a line break or another control character. Use Copy Secret.",
		`a'\"b$c`:  "programs would read its secret in different ways. Copy it in another format.",
	} {
		r, f := behindFront(t, demo.Options{})
		id := r.chooseEnabled()
		scrubbed := 0
		r.onScrub(func() { scrubbed++ })
		f.says(answering(200, "application/json", `{"keyId":"`+id+`","keySecret":"`+secret+`","state":"enabled"}`))
		r.copyAs(id, 'e')
		if want := ".env file of " + id + " not copied: " + why; !slices.Equal(r.said(), []string{want}) || r.clip.Held() {
			t.Errorf("said %q, want %q", r.said(), want)
		}
		if r.pass(time.Second); scrubbed == 0 {
			t.Error("the secret is not overwritten in memory")
		}
	}
}

func TestNamesHaveThePrefixOfPreferences(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.showPreferences()
	field := r.entry("Prefix for the names in “Copy as”")
	r.typeInto(field, "MY_")
	if !r.tabReads("The secret is called MY_ACCESS_KEY_SECRET.") {
		t.Error("there is no example")
	}
	r.typeInto(field, "-")
	if !r.tabReads("Use only letters, digits and underscores, and don't begin with a digit.") || r.app.Settings.Get().CopyPrefix != "MY_" {
		t.Errorf("the prefix is %q", r.app.Settings.Get().CopyPrefix)
	}
	r.openKeys()
	r.copyAs(r.idInState(client.StateEnabled, false), 'e')
	if !strings.HasPrefix(r.copied(), "MY_ACCESS_KEY_ID=") {
		t.Errorf("copied %q", r.copied())
	}
	r.pass(time.Minute)
	if got := r.restarting().app.Settings.Get().CopyPrefix; got != "MY_" {
		t.Errorf("after a restart the prefix is %q", got)
	}
}

func TestBarNamesTheFormatInAnotherLanguage(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.choosePrivacy(func(p *settings.Privacy) { p.ClearClipboard = settings.Never })
	r.copyAs(r.idInState(client.StateEnabled, false), 's')
	if !r.reads("On the clipboard: Secret (Shell exports)") {
		t.Error("the bar does not name the format")
	}
	r.language(settings.LanguageChinese)
	if !r.reads("剪贴板中：Secret（Shell export 语句）") {
		t.Error("the bar does not name the format in Chinese")
	}
}

func TestCopiedProgramIsNotToldAgainAfterANewerMessage(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.setSize(fyne.NewSize(760, 480))
	id := r.chooseEnabled()
	r.copyAs(id, 'y')
	r.pass(time.Second)
	r.check(id)
	r.pass(5 * time.Second)
	if said := r.said(); len(said) != 0 {
		t.Errorf("once the newer message has gone, it says %q", said)
	}
}
