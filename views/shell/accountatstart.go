package shell

import "accesskeys/app/settings"

// initialAccount returns the ID of the account to open first: the one at the requested server, or else the one that was
// open last, also if its form must ask for the secret.
func (o *opening) initialAccount() string {
	known := o.config.App.Settings.Get()
	if o.config.Server == "" {
		return settings.AtStart(known)
	}
	id, _ := known.AccountAt(o.config.Server)
	return id
}

// otherServer reports whether the requested server has no account, or several. Without accounts, it is false.
func (o *opening) otherServer() bool {
	known := o.config.App.Settings.Get()
	_, one := known.AccountAt(o.config.Server)
	return o.config.Server != "" && len(known.Accounts) > 0 && !one
}
