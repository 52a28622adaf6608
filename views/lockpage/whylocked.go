package lockpage

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2/lang"

	"accesskeys/client"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

// whyLocked says why the window is still locked.
func (p *Page) whyLocked(err error) string {
	if p.Kind == UnlockSecret && client.KindOf(err) == client.KindUnauthorized {
		return notTheSecret(p.of.KeyID(), err)
	}
	return words.NotUnlocked(err)
}

// notTheSecret says that the server did not accept what was typed as the secret of a key. The ID, which may be wrong on the
// sign-in form, is not asked for here.
func notTheSecret(id string, err error) string {
	state := client.StateSaid(err)
	if client.SaysUnknownKey(err) {
		state = cmp.Or(state, client.StateDeleted)
	}
	if state != "" {
		return words.OwnKeyGone(words.IDEnd(id), state)
	}
	key := map[string]any{"ID": words.IDEnd(id)}
	var server *client.Error
	if errors.As(err, &server); aboutTheSecret(server.Message) {
		return lang.L("That is not the secret of {{.ID}}.", key)
	}
	return words.Sentences(lang.L("The server doesn't accept this secret for {{.ID}}.", key),
		lang.L("Server message: {{.Message}}", map[string]any{"Message": style.Shorten(server.Message, longestMessage)}))
}

// longestMessage is how many characters of a server's message are shown.
const longestMessage = 200

// aboutTheSecret reports whether the message with which a server rejects a key says no more than that the secret is wrong.
func aboutTheSecret(message string) bool {
	message = strings.ToLower(strings.TrimRight(message, ". "))
	if slices.Contains([]string{"", "unauthorized", "invalid credentials", "未授权"}, message) {
		return true
	}
	return strings.Contains(message, "signature") || strings.Contains(message, "签名")
}
