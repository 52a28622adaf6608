package demo

import (
	"cmp"
	"crypto/rand"
	"time"

	"accesskeys/client"
)

// userID is the owner of all keys, unless Options.User is set.
const userID = "demo"

const day = 24 * time.Hour

// seed returns the records that the server starts with, oldest first.
func seed(o Options) []*record {
	now := o.Now().UTC().Truncate(time.Second)
	var records []*record
	switch {
	case o.Empty:
		r := newRecord(1, now.Add(-400*day))
		r.hidden = true
		records = []*record{r}
	case o.Keys > 0:
		records = many(o.Keys, now)
	default:
		records = seedKeys(now)
	}
	if o.Ending {
		expireSoon(records)
	}
	for _, r := range records {
		r.key.UserID = cmp.Or(o.User, userID)
	}
	return records
}

// expireSoon makes the last two seed keys expire soon. The first is valid for 90 days and about to expire; the second is
// valid for 30 days, of which at most two are left.
func expireSoon(records []*record) {
	quarter, month := &records[len(records)-2].key, &records[len(records)-1].key
	quarter.ValidUntil = quarter.CreatedAt.Add(90 * day)
	month.CreatedAt = month.CreatedAt.Add(-16 * day)
	month.UpdatedAt = month.CreatedAt
	month.ValidUntil = month.CreatedAt.Add(30 * day)
}

// seedKeys returns keys in every state.
func seedKeys(now time.Time) []*record {
	at := func(days int, clock time.Duration) time.Time {
		return now.Add(-time.Duration(days) * day).Truncate(day).Add(clock)
	}
	records := []*record{
		newRecord(1017, at(702, 2*time.Hour+14*time.Minute+9*time.Second)),
		newRecord(1164, at(548, 7*time.Hour+41*time.Minute+53*time.Second)),
		newRecord(1302, at(371, 1*time.Hour+5*time.Minute+30*time.Second)),
		newRecord(1519, at(206, 9*time.Hour+27*time.Minute+2*time.Second)),
		newRecord(1688, at(74, 6*time.Hour+58*time.Minute+44*time.Second)),
		newRecord(1745, at(12, 3*time.Hour+36*time.Minute+17*time.Second)),
	}
	records[0].key.State = client.StateDeleted
	records[0].key.DeletedAt = records[0].key.CreatedAt.Add(140*day + 5*time.Hour)
	records[0].key.UpdatedAt = records[0].key.DeletedAt
	records[1].key.State = client.StateExpired
	records[1].key.ValidUntil = records[1].key.CreatedAt.Add(365 * day)
	records[3].key.State = client.StateDisabled
	records[3].key.UpdatedAt = records[3].key.CreatedAt.Add(90 * day)
	return records
}

// many returns n keys that were created over the last two years. Every fourth is disabled.
func many(n int, now time.Time) []*record {
	step := 720 * day / time.Duration(n)
	records := make([]*record, n)
	for i := range records {
		created := now.Add(-720 * day).Add(time.Duration(i) * step).Truncate(time.Second)
		records[i] = newRecord(int64(i)+1, created)
		if i%4 == 3 {
			records[i].key.State = client.StateDisabled
		}
	}
	return records
}

// newRecord returns a new enabled key with a random ID and secret.
func newRecord(number int64, created time.Time) *record {
	return &record{
		number: number,
		key: client.AccessKey{
			ID:        "AK" + randomText(30),
			UserID:    userID,
			State:     client.StateEnabled,
			CreatedAt: created,
			UpdatedAt: created,
		},
		secret: client.NewSecret(randomText(32)),
	}
}

// randomText returns n random letters and digits, all equally likely.
func randomText(n int) string {
	const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
	const fair = 256 - 256%len(alphabet) // larger bytes would make the first letters more likely
	text := make([]byte, 0, n)
	for len(text) < n {
		var b [64]byte
		_, _ = rand.Read(b[:]) // never returns an error; it crashes the program instead
		for _, v := range b {
			if int(v) < fair && len(text) < n {
				text = append(text, alphabet[int(v)%len(alphabet)])
			}
		}
	}
	return string(text)
}
