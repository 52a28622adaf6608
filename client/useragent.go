package client

import "github.com/go-resty/resty/v2"

// setUserAgent sets the User-Agent of every request to the program's name and its version, if that is known.
func setUserAgent(api *resty.Client, version string) {
	agent := "accesskeys"
	if version != "" {
		agent = "access-keys/" + version
	}
	api.SetHeader("User-Agent", agent)
}
