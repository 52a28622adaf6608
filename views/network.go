package views

import (
	"context"

	"accesskeys/app"
	"accesskeys/client"
	"accesskeys/views/kit/background"
	"accesskeys/views/words"
)

// reach has the session's server reached in another way from now on. What is under way goes on as it began.
func (w *window) reach(n client.Network, done func(error)) {
	s, during := w.session, w.during
	background.GoVitalErr(during, during.Limit, func(context.Context) error {
		err := w.App.SwitchNetwork(s, n)
		if err == nil {
			w.Tasks.Post(w.save) // also where the session is left meanwhile
		}
		return err
	}, func(err error) {
		if err == nil {
			during.Limit = app.CallLimit(n)
		}
		done(err)
	})
}

// tellCertificate offers to look at the server's certificate while that is not accepted.
func (w *window) tellCertificate(err error) {
	if c := words.CertificateOf(err); w.settings != nil && c != w.settings.refused {
		w.settings.warn(c)
	}
}

// lookAt shows the certificate that the session's server has shown.
func (w *window) lookAt(c *client.Certificate) {
	showCertificate(w.pageWindow, c, func() {
		n := w.session.Network()
		n.Pin = c.Fingerprint
		w.reach(n, func(err error) {
			if err != nil {
				w.Toasts.Error(words.Explain(err))
				return
			}
			w.settings.account.network.Set(n)
			w.settings.keys.reload()
		})
	})
}

func (w *window) accountShown() bool { return w.settings != nil && w.settings.tab == tabAccount }
