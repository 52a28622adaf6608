package client

import "github.com/go-resty/resty/v2"

// setUserAgent has every request say which program it comes from, and of which version, where that is known.
func setUserAgent(api *resty.Client, version string) {
	agent := "accesskeys"
	if version != "" {
		agent = "access-keys/" + version
	}
	api.SetHeader("User-Agent", agent)
}
