package copyas

import "accesskeys/client"

// appendHeader appends the Authorization header for one request.
func (s Source) appendHeader(b []byte) ([]byte, error) {
	token, err := client.NewToken(s.Key, s.Server.TokenFormat, s.Now)
	return append(append(b, "Authorization: Bearer "...), token.Reveal()...), err
}
