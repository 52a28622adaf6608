package shell

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/words"
)

// pages returns the pages of the window, and how to open each.
func pages() map[string]func(*rig) {
	return map[string]func(*rig){
		"keys":        func(r *rig) { r.openKeys() },
		"account":     func(r *rig) { r.openAccount() },
		"preferences": func(r *rig) { r.showPreferences() },
		"lock":        func(r *rig) { r.lock() },
		"sign-in":     func(r *rig) { r.logOut(true) },
	}
}

// After a switch of the language, every page looks as if the program had started in that language.
func TestNothingStaysInTheOtherLanguage(t *testing.T) {
	for name, open := range pages() {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			open(r)
			english := r.texts()
			r.chooseLanguage(settings.LanguageChinese)
			got, title := r.texts(), r.title()
			next := r.restartedDemo()
			open(next)
			if want := next.texts(); !slices.Equal(got, want) {
				t.Errorf("after the switch:\n%q\nfrom the start:\n%q", got, want)
			}
			if want := next.title(); title != want || !strings.HasPrefix(want, "访问密钥") {
				t.Errorf("the window is titled %q, from the start %q", title, want)
			}
			r.chooseLanguage(settings.LanguageSystem)
			if back := r.texts(); !slices.Equal(back, english) {
				t.Errorf("back in English:\n%q\nbefore:\n%q", back, english)
			}
		})
	}
}

// restartedDemo returns another run of the program, signed in to the demo back end.
func (r *rig) restartedDemo() *rig {
	next := r.restarting()
	next.toDemo()
	next.start()
	return next
}

func TestLanguageIsSwitchedInPreferences(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 300})
	r.selectKey(r.listed()[200].ID, 0)
	selected, offset := r.cursor(), r.list().GetScrollOffset()
	if offset == 0 {
		t.Fatal("not scrolled")
	}
	id := r.copySecretOf(selected)
	asked := r.requests()

	r.language(settings.LanguageChinese)
	if r.tabShown() != "偏好设置" || r.canvas().Focused() != fyne.Focusable(r.languages()) {
		t.Errorf("on tab %q the keyboard is on %v", r.tabShown(), r.canvas().Focused())
	}
	if got := r.languages().AccessibilityLabel(); got != "语言: 简体中文" {
		t.Errorf("the choice is read out as %q", got)
	}
	r.pass(time.Second)
	if got := r.countdown(); got != "剪贴板中的 Secret：29 秒后清除" {
		t.Errorf("the countdown says %q", got)
	}
	r.openKeys()
	if got := r.list(); got.Selection.Cursor != id || got.GetScrollOffset() != offset || len(got.Keys) != 300 {
		t.Errorf("selected %s at %v of %d, want %s at %v", got.Selection.Cursor, got.GetScrollOffset(), len(got.Keys), id, offset)
	}
	if got := r.requests(); got != asked {
		t.Errorf("%d more requests", got-asked)
	}

	r.language(settings.LanguageEnglish)
	if got := r.countdown(); got != "Secret on the clipboard: 29 s" {
		t.Errorf("back in English, the countdown says %q", got)
	}
	if got := r.restartedDemo().title(); !strings.HasPrefix(got, "Access Keys") {
		t.Errorf("then the window is titled %q", got)
	}
}

// copySecretOf copies a key's secret.
func (r *rig) copySecretOf(id string) string {
	r.t.Helper()
	r.copyKeySecret(id)
	if !r.clip.Held() {
		r.t.Fatal("couldn't be copied")
	}
	return id
}

// countdown returns the top bar's text about the clipboard.
func (r *rig) countdown() string {
	all := r.texts()
	i := slices.IndexFunc(all, func(s string) bool {
		return strings.HasPrefix(s, "剪贴板中的") || strings.HasPrefix(s, "Secret on the clipboard")
	})
	if i < 0 {
		return ""
	}
	return all[i]
}

func TestLanguageIsRemembered(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.language(settings.LanguageChinese)
	next := r.restartedDemo()
	if got := next.title(); !strings.HasPrefix(got, "访问密钥") {
		t.Errorf("the next run's window is titled %q", got)
	}
	next.language(settings.LanguageSystem)
	if got := next.title(); !strings.HasPrefix(got, "Access Keys") {
		t.Errorf("as the system: %q", got)
	}
}

func TestStatesAndActionsHaveDifferentNames(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.language(settings.LanguageChinese)
	for state, want := range map[client.State]string{client.StateEnabled: "正常", client.StateDisabled: "已禁用", client.StateExpired: "已过期"} {
		if got := words.StateName(state); got != want || got == words.ToggleVerb(client.StateEnabled) {
			t.Errorf("%s is called %q, not %q", state, got, want)
		}
	}
}

// Work that was in progress when the language was switched shows its result on the new widgets.
func TestWorkGoesOnThroughASwitch(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateDisabled, false)
	r.hold = true
	r.reload()
	r.toggleState(id)
	r.pass(time.Second)
	r.retranslate(settings.LanguageChinese)
	if !slices.Contains(r.texts(), "正在刷新…") {
		t.Errorf("meanwhile it says %q", r.texts())
	}
	r.release()
	if k, _ := r.listedKey(id); k.State != client.StateEnabled || k.Busy != "" {
		t.Errorf("the list shows %s, %q", k.State, k.Busy)
	}
	if slices.Contains(r.texts(), "正在刷新…") {
		t.Errorf("still loading: %q", r.texts())
	}
}

func TestSignInFormKeepsWhatWasTyped(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.start()
	form := r.signInForm()
	form.server().SetText("http://here")
	r.typeInto(form.keyID(), "AKmine")
	r.typeInto(form.secret(), "s3cret")
	form.keep().SetChecked(false)
	r.chooseLanguage(settings.LanguageChinese)

	if got := r.signInForm(); got.server().Text != "http://here" || got.keyID().Text != "AKmine" || got.secret().Secret().Reveal() != "s3cret" || got.keep().Checked {
		t.Errorf("%q, %q, %v", got.server().Text, got.keyID().Text, got.keep().Checked)
	}
	if r.canvas().Focused() != fyne.Focusable(r.signInForm().secret()) {
		t.Errorf("the keyboard is on %T", r.canvas().Focused())
	}
	if !slices.Contains(r.texts(), "登录") {
		t.Errorf("it says %q", r.texts())
	}
}

func TestSignInGoesOnThroughASwitch(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.start()
	key := r.server.Credentials()
	r.signInForm().server().SetText(r.server.URL())
	r.signInForm().keyID().SetText(key.KeyID)
	r.signInForm().secret().Insert(key.Secret.Reveal())
	r.hold = true
	r.press(fyne.KeyReturn)
	r.signInForm().signIn()
	r.retranslate(settings.LanguageChinese)
	if got := r.signInForm().submit().Text; got != "正在登录…" {
		t.Errorf("meanwhile it says %q", got)
	}
	r.release()
	if !r.signedIn() || len(r.listed()) == 0 {
		t.Error("not signed in")
	}
}

func TestLockedWindowIsUnlockedAfterASwitch(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.lock()
	r.retranslate(settings.LanguageChinese)
	if !slices.Contains(r.texts(), "已锁定") || slices.Contains(r.texts(), r.session().KeyID()) {
		t.Errorf("locked, it says %q", r.texts())
	}
	if r.canvas().Focused() != fyne.Focusable(r.lockPage().submit()) {
		t.Errorf("the keyboard is on %T", r.canvas().Focused())
	}
	r.press(fyne.KeyReturn)
	if r.locked() || !slices.Contains(r.texts(), "显示") {
		t.Errorf("unlocked, it says %q", r.texts())
	}
}

func TestSecretsAreHiddenByASwitch(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.reveal()
	before := r.list()
	r.chooseLanguage(settings.LanguageChinese)
	if r.revealed(id) || before.Secrets.Count() > 0 {
		t.Error("the secret is still shown")
	}
	r.pass(time.Minute) // nothing is left that would act on the list of before
}

func TestWithoutAFontForChineseTheWindowIsInEnglish(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.fontless = true
	r.language(settings.LanguageChinese)
	if got := r.said(); len(got) == 0 || !strings.Contains(got[len(got)-1], "fonts-noto-cjk") {
		t.Errorf("it says %q", got)
	}
	if r.languages().Selected != "Simplified Chinese" || !r.tabReads(words.NoChineseFont()) {
		t.Errorf("chosen is %q, why not is shown: %v", r.languages().Selected, r.tabReads(words.NoChineseFont()))
	}
	if han := slices.IndexFunc(r.texts(), hasHan); han >= 0 {
		t.Errorf("it shows %q", r.texts()[han])
	}
	r.language(settings.LanguageEnglish)
	if r.tabReads(words.NoChineseFont()) {
		t.Error("in English, it still says why it is not in Chinese")
	}
	r.language(settings.LanguageChinese)

	next := r.restarting()
	next.fontless = true
	next.firstWords(settings.LanguageChinese)
	next.start()
	if got := fmt.Sprint(next.said()); !strings.Contains(got, "fonts-noto-cjk") || slices.ContainsFunc(next.texts(), hasHan) {
		t.Errorf("the next run says %s and shows %q", got, next.texts())
	}
}

func hasHan(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r >= 0x4e00 && r < 0xa000 })
}
