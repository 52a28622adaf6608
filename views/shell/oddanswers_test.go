package shell

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/keyspage"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

// front is a server between the window and the demo back end. It may answer in place of the back end.
type front struct {
	url    string
	answer atomic.Pointer[http.HandlerFunc] // nil lets everything through
}

func (f *front) says(h http.HandlerFunc) { f.answer.Store(&h) }

// behindFront returns a rig that is signed in to the demo back end through a front.
func behindFront(t *testing.T, o demo.Options) (*rig, *front) {
	t.Helper()
	r, f := signedOutBehindFront(t, o)
	form, creds := r.form(), r.server.Credentials()
	form.fill(f.url, creds.KeyID, creds.Secret.Reveal())
	form.signIn()
	if !r.signedIn() {
		t.Fatalf("not signed in: %s", form.notice().Text)
	}
	r.toastsGone()
	return r, f
}

func signedOutBehindFront(t *testing.T, o demo.Options) (*rig, *front) {
	t.Helper()
	r, f := signedOutRig(t, o), &front{}
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		if answer := f.answer.Load(); answer != nil {
			(*answer)(w, q)
			return
		}
		r.server.ServeHTTP(w, q)
	}))
	t.Cleanup(s.Close)
	f.url = s.URL
	return r, f
}

func answering(status int, contentType, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", contentType)
		w.Header().Set("Retry-After", "3600") // nobody wants to wait for retries
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	}
}

// endless sends a body, followed by blanks until the client disconnects.
func endless(status int, contentType, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", contentType)
		w.WriteHeader(status)
		_, err := io.WriteString(w, body)
		for blanks := strings.Repeat(" ", 1<<16); err == nil; {
			_, err = io.WriteString(w, blanks)
		}
	}
}

const (
	loginPage = "<!DOCTYPE html><html><body>Sign in to Example Corp</body></html>"

	saysFronted = "A login page or gateway answered instead of the API (HTTP %d). Open the address in a browser to see what it asks for, or ask your administrator."
	saysNoAPI   = "The API did not answer at this address (HTTP 404). Check the address. If it used to work, ask your administrator where the API is now."
	mayBeBack   = " The API may come back by itself. If it has moved, sign in again to find it."
	saysGone    = "A web page answered instead of the API." + mayBeBack
	saysThen    = "If the API has moved, sign in again."
	saysNowhere = "The API is not at BASE/api/v1 now." + mayBeBack
	saysGateway = "A gateway or load balancer can't reach the server (HTTP 502). Try again in a moment, or tell your administrator."
	saysPage    = "A web page answered instead of the API. Copy the console's address from your browser."
	addPath     = " Include what follows the host, such as /optimizer."
	saysText    = "The server returned text/plain instead of JSON. Check the address, or ask your administrator whether a proxy changes the responses."
	saysUnclear = "The server's response couldn't be read. Check that the address is that of a Cluster Optimizer."
	saysRefused = "The server now rejects your saved key. Check that it's enabled, or sign in with another key."
	saysHuge    = "The server's response is too large for a list of access keys. Check the address."
	saysOn      = "The server redirects to another address. If you trust it, sign in there: https://sso.example.com/login"
	saysMasked  = "This server gives no secrets to programs, only asterisks in their place. Use a copy that was kept elsewhere, or ask the server's administrator."
)

// oddAnswers are answers that may come in place of the API's, with what the window says about each: for a refresh of the
// list, and for signing in if that differs.
var oddAnswers = []struct {
	name         string
	answer       http.HandlerFunc
	says, signIn string
}{
	{"HTML 200", answering(200, "text/html", loginPage), saysGone, saysPage + addPath},
	{"HTML 401", answering(401, "text/html", loginPage), fmt.Sprintf(saysFronted, 401), ""},
	{"HTML 403", answering(403, "text/html", loginPage), fmt.Sprintf(saysFronted, 403), ""},
	{"HTML 404", answering(404, "text/html", loginPage), saysNowhere, saysPage + addPath},
	{"HTML 407", answering(407, "text/html", loginPage), fmt.Sprintf(saysFronted, 407), ""},
	{"HTML 502", answering(502, "text/html", loginPage), saysGateway, ""},
	{"JSON as text", answering(200, "text/plain", "[]"), saysText, saysText + addPath},
	{"JSON that ends early", answering(200, "application/json", `[{"keyId":"AKa"`), saysUnclear, saysUnclear + addPath},
	{"endless JSON", endless(200, "application/json", "["), saysHuge, ""},
	{"endless HTML", endless(200, "text/html", loginPage), saysGone, saysPage + addPath},
	{"endless HTML 403", endless(403, "text/html", loginPage), fmt.Sprintf(saysFronted, 403), ""},
	{"elsewhere", func(w http.ResponseWriter, q *http.Request) {
		http.Redirect(w, q, "https://sso.example.com/login?ticket=1", http.StatusFound)
	}, saysOn, ""},
}

// TestOddAnswersAreSaid has the front answer while the window is in use. None of the answers means that the server
// rejects the key, so the next start must not ask to sign in again.
func TestOddAnswersAreSaid(t *testing.T) {
	r, f := behindFront(t, demo.Options{})
	shown := len(r.listed())
	for _, odd := range oddAnswers {
		t.Run(odd.name, func(t *testing.T) {
			r.toastsGone()
			f.says(odd.answer)
			r.press(fyne.KeyF5)
			if said := r.said(); len(said) != 0 {
				t.Errorf("besides the line above the table, it says %q", said)
			}
			says := strings.Replace(odd.says, "BASE", f.url, 1)
			says = strings.Replace(says, "Try again in a moment, or", "If it goes on,", 1) // the app tries again by itself
			if odd.says == saysGone {
				says = saysThen // the line begins with the rest
			}
			r.wantWarning(style.Shorten(says, keyspage.LongestWhy))
			if !r.signedIn() || len(r.listed()) != shown {
				t.Fatal("the list is gone")
			}
		})
	}
}

func TestOddAnswersAreSaidWhenSigningIn(t *testing.T) {
	for _, odd := range oddAnswers {
		t.Run(odd.name, func(t *testing.T) {
			r, f := signedOutBehindFront(t, demo.Options{})
			form, creds := r.form(), r.server.Credentials()
			f.says(odd.answer)
			form.fill(f.url, creds.KeyID, creds.Secret.Reveal())
			form.signIn()
			want := odd.signIn
			if want == "" {
				want = odd.says
			}
			if r.signedIn() || form.notice().Text != want {
				t.Errorf("says %q, want %q", form.notice().Text, want)
			}
		})
	}
}

// TestRefusalsWithoutPagesAskToSignInAgain has the server answer 401 in all forms that the API itself may use.
func TestRefusalsWithoutPagesAskToSignInAgain(t *testing.T) {
	for name, answer := range map[string]http.HandlerFunc{
		"JSON":  answering(401, "application/json", `{"success":false,"code":401}`),
		"text":  answering(401, "text/plain", "unauthorized\n"),
		"empty": func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(401) },
	} {
		t.Run(name, func(t *testing.T) {
			r, f := behindFront(t, demo.Options{})
			f.says(answer)
			r.press(fyne.KeyF5)
			if !r.signInShown() || r.signInForm().notice().Text != saysRefused {
				t.Errorf("no sign-in form with the reason is shown, but %q", r.said())
			}
		})
	}
}

func TestPageInPlaceOfASecretAdvisesWhoIsSignedIn(t *testing.T) {
	r, f := behindFront(t, demo.Options{})
	id := r.chooseEnabled()
	f.says(answering(200, "text/html", loginPage))
	r.press(fyne.KeyReturn)
	if want := "Couldn't fetch the secret of " + id + ". " + saysGone; !slices.Contains(r.said(), want) {
		t.Errorf("said %q, want %q", r.said(), want)
	}
}

func TestPageDoesNotDeleteAKey(t *testing.T) {
	r, f := behindFront(t, demo.Options{})
	id := r.chooseEnabled()
	r.press(fyne.KeyDelete)
	f.says(func(w http.ResponseWriter, q *http.Request) {
		if q.Method != http.MethodDelete {
			r.server.ServeHTTP(w, q)
			return
		}
		answering(404, "text/html", loginPage)(w, q)
	})
	r.answerDialog()
	if want := "Couldn't delete " + id + ". " + saysNoAPI; !slices.Contains(r.said(), want) {
		t.Errorf("said %q, want %q", r.said(), want)
	}
	if _, ok := r.listedKey(id); !ok {
		t.Error("the key is not listed any more")
	}
}

func TestMaskedSecretIsNeitherShownNorKept(t *testing.T) {
	r, f := behindFront(t, demo.Options{})
	id := r.chooseEnabled()
	entries := len(r.store.secrets)
	f.says(answering(200, "application/json", `{"keyId":"`+id+`","keySecret":"ab********yz","state":"enabled"}`))
	want := "Couldn't fetch the secret of " + id + ". " + saysMasked
	for _, do := range []func(){func() { r.press(fyne.KeyReturn) }, func() { r.shortcut(&fyne.ShortcutCopy{}) }} {
		r.toastsGone()
		do()
		if !slices.Equal(r.said(), []string{want}) {
			t.Errorf("said %q, want %q", r.said(), want)
		}
	}
	if r.revealed(id) || r.clip.Held() || len(r.store.secrets) != entries {
		t.Error("the mask was taken for a secret")
	}
}

func TestMaskedSecretIsNotSignedInWith(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	form := r.form()
	form.fill(r.server.URL(), r.server.Credentials().KeyID, "••••••••")
	form.signIn()
	const want = "These are the asterisks shown in place of a secret. Paste the secret itself, or create a new key."
	if form.notice().Text != want || r.requests() != 0 || r.canvas().Focused() != form.secret() {
		t.Errorf("says %q, having asked %v", form.notice().Text, r.server.Requests())
	}
}

// A key in a state that no console knows can be deleted, but not enabled or disabled.
func TestKeyInAnUnknownState(t *testing.T) {
	r, f := behindFront(t, demo.Options{})
	deleted := false
	f.says(func(w http.ResponseWriter, q *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		switch {
		case q.Method == http.MethodDelete:
			deleted = true
			_, _ = io.WriteString(w, `{"success":true}`)
		case deleted:
			_, _ = io.WriteString(w, `[]`)
		case strings.HasSuffix(q.URL.Path, "/AKodd"):
			_, _ = io.WriteString(w, `{"keyId":"AKodd","state":"frozen"}`)
		default:
			_, _ = io.WriteString(w, `[{"keyId":"AKodd","state":"frozen"},{"keyId":"AKon","state":"enabled"}]`)
		}
	})
	r.press(fyne.KeyF5)
	r.selectKey("AKodd", 0)
	k, _ := r.listedKey("AKodd")
	if words.StateName(k.State) != "frozen" {
		t.Errorf("it is shown as %q", words.StateName(k.State))
	}
	var offered []string
	for _, item := range r.menuOf("AKodd") {
		label, _, _ := strings.Cut(item, ", ")
		offered = append(offered, label)
	}
	if want := []string{"Show Secret", "Copy Secret", "Copy Access Key ID", "Copy as…", "Details", "Label and Note", "Check", "Delete"}; !slices.Equal(offered, want) {
		t.Errorf("offers %q, want %q", offered, want)
	}
	row := r.looseRow(k)
	if row.Links.State.Label.Text != "" || row.Links.Delete.Label.Text != "Delete" {
		t.Errorf("the row offers %q and %q", row.Links.State.Label.Text, row.Links.Delete.Label.Text)
	}
	r.toastsGone()
	r.toggleState("AKodd")
	if r.dialogOpen() || !slices.Equal(r.said(), []string{"The state of this key is “frozen”, so it can't be enabled or disabled."}) {
		t.Errorf("said %q", r.said())
	}
	found := keys.Arrange(r.allKeys(), r.list().Layout.Table, keys.Find{Text: "rozen"}, words.Names(nil))
	if len(found.Keys) != 1 || found.Keys[0].ID != "AKodd" {
		t.Errorf("looking for its state finds %v", found.Keys)
	}
	sorted := keys.Arrange(r.allKeys(), settings.Table{SortBy: settings.ColumnState}, keys.Find{}, words.Names(nil))
	if sorted.Keys[len(sorted.Keys)-1].ID != "AKodd" {
		t.Errorf("it is not sorted last: %v", sorted.Keys)
	}
	r.press(fyne.KeyDelete)
	r.answerDialog()
	if k, _ := r.listedKey("AKodd"); !deleted || k.State != client.StateDeleted && k.ID != "" {
		t.Errorf("it was not deleted: %v", k)
	}
}

// TestAPIThatHasMovedIsFoundBySigningInAgain goes by the bar above the list that is still shown.
func TestAPIThatHasMovedIsFoundBySigningInAgain(t *testing.T) {
	r, f := behindFront(t, demo.Options{})
	f.says(func(w http.ResponseWriter, q *http.Request) {
		rest, ours := strings.CutPrefix(q.URL.Path, "/v1/")
		if !ours {
			answering(200, "text/html", loginPage)(w, q)
			return
		}
		q.URL.Path = "/api/v1/" + rest
		r.server.ServeHTTP(w, q)
	})
	says := saysGone
	r.listAges()
	r.createKey()
	r.tells("No key was created. " + says)
	r.toastsGone()
	r.press(fyne.KeyF5)
	r.wantWarning(saysThen)
	r.toastsGone()
	r.createKey()
	r.wantWarning("The API has sent a web page since", saysThen) // and not that it goes on by itself
	if !r.offers("Sign In Again") {
		t.Fatal("the bar does not offer to sign in again")
	}
	r.keysButton("Sign In Again").OnTapped()
	form := r.signInForm()
	if form == nil || form.notice().Text != says || form.server().Text != r.app.Settings.Get().Server || form.keyID().Text != r.server.Credentials().KeyID {
		t.Fatal("the form is not filled in with the server and the key")
	}
	form.secret().Insert(r.server.Credentials().Secret.Reveal())
	form.signIn()
	if !r.signedIn() || r.session().Endpoint().Base != f.url+"/v1" || !r.session().Keys().Loaded() {
		t.Error("the API is not found where it is now")
	}
}

func TestListOfAnotherUserIsNotTakenOver(t *testing.T) {
	r, f := behindFront(t, demo.Options{})
	r.chooseEnabled()
	r.press(fyne.KeyReturn)
	r.toastsGone()
	kept, shown := len(r.store.secrets), len(r.listed())
	f.says(answering(200, "application/json", `[{"keyId":"AKother","userId":"another","state":"enabled"}]`))
	says := "The server sent another user's keys, so the list wasn't updated. Sign in again with one of your keys."
	r.press(fyne.KeyF5)
	r.wantWarning("reloading has failed since", says)
	if len(r.store.secrets) != kept || len(r.listed()) != shown {
		t.Error("the list was taken over, or a secret forgotten")
	}
	r.keysButton("Sign In Again").OnTapped()
	if form := r.signInForm(); form == nil || form.notice().Text != says {
		t.Error("the button does not lead to the form")
	}
	if said := r.said(); len(said) != 0 {
		t.Errorf("over the form it still says %q", said)
	}
}
