package org.stipple.clinic.web;

import java.time.ZoneId;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.Passkeys;
import org.stipple.clinic.access.SignOn;
import org.stipple.clinic.web.EntryViews.LinkLine;
import org.stipple.clinic.web.EntryViews.PasskeyLine;
import org.stipple.clinic.web.EntryViews.WaysIn;

/// Ways into an account beside its password, as its owner and an administrator see them.
@Component
class WaysInLooks {

    private final Passkeys passkeys;
    private final SignOn signOn;
    private final Ids ids;

    WaysInLooks(Passkeys passkeys, SignOn signOn, Ids ids) {
        this.passkeys = passkeys;
        this.signOn = signOn;
        this.ids = ids;
    }

    WaysIn of(AccountId account) {
        ZoneId zone = Acting.current().zone();
        return new WaysIn(
                passkeys.of(account).stream()
                        .map(passkey -> new PasskeyLine(
                                passkey.id().toString(),
                                passkey.name(),
                                Days.moment(passkey.added(), zone),
                                passkey.used().map(at -> Days.moment(at, zone)).orElse("not yet"),
                                ids.next()))
                        .toList(),
                signOn.of(account).stream()
                        .map(link -> new LinkLine(link.host(), link.subject(), Days.moment(link.since(), zone)))
                        .toList(),
                ids.next());
    }
}
