package shell

import (
	"context"
	"time"

	"accesskeys/client/route"
	"accesskeys/views/connectionform"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/page"
	"accesskeys/views/words"
)

// reach is how the session's server is reached.
type reach struct {
	*state
	config *Config
	page   *page.Window
	writer *settingsWriter
	jitter func(time.Duration) time.Duration // of the pause between two attempts
}

// change reaches the session's server in another way from now on. What is under way goes on as it began.
func (r *reach) change(n route.Network, done func(error)) {
	s, tasks := r.current, r.tasks
	background.GoVitalErr(tasks, tasks.Limit, func(context.Context) error {
		err := r.config.App.Networks.Switch(s, n)
		if err == nil {
			r.page.Tasks.Post(r.writer.save) // also where the session is left meanwhile
		}
		return err
	}, func(err error) {
		if err == nil {
			tasks.Limit = n.WaitLimit()
		}
		done(err)
	})
}

// tellCertificate offers to inspect the server's certificate while that is not accepted.
func (r *reach) tellCertificate(err error) {
	if r.settings != nil {
		r.settings.bar.Warn(words.CertificateOf(err))
	}
}

// inspect shows the certificate that the session's server has shown.
func (r *reach) inspect(c *route.Certificate) {
	connectionform.ShowCertificate(r.page, c, func() {
		n := r.current.Network()
		n.Pin = c.Fingerprint
		r.change(n, func(err error) {
			if err != nil {
				r.page.Toasts.Error(words.Explain(err))
				return
			}
			if a := r.settings.account; a != nil {
				a.Network.Set(n)
			}
			r.settings.keys.Reload(true)
		})
	})
}

func (r *reach) accountShown() bool {
	return r.settings != nil && r.settings.Chosen() == tabAccount
}
