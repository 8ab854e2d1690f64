package org.stipple.clinic.asking;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// How often something may be done from one address, so that nobody takes it from everybody else. An address is
/// known for as long as it counts, in memory alone.
public final class PaceOfEach {

    /// `design`: some megabytes at most; who comes while so many count shares what is left.
    private static final int MOST_KNOWN = 20_000;

    private static final String ALL_OTHERS = "";

    private final int most;
    private final Duration within;
    private final Map<String, Pace> paces = new HashMap<>();
    private Instant tidied = Instant.MIN;

    /// @param most at once, and again within that time
    public PaceOfEach(int most, Duration within) {
        this.most = most;
        this.within = within;
    }

    /// Takes one for an address, if one is left.
    public synchronized boolean take(String address, Instant now) {
        if (tidied.equals(Instant.MIN)
                || !Duration.between(tidied, now).minus(within).isNegative()) {
            paces.values().removeIf(pace -> pace.isFullAgain(now));
            tidied = now;
        }
        String who = network(address);
        return paces.computeIfAbsent(
                        paces.containsKey(who) || paces.size() < MOST_KNOWN ? who : ALL_OTHERS,
                        _ -> new Pace(most, within))
                .take(now);
    }

    /// How many addresses are known.
    synchronized int known() {
        return paces.size();
    }

    /// Whoever has an address of IPv6 has a whole network of them (RFC 6177): its first four groups count.
    static String network(String address) {
        if (address.indexOf(':') < 0 || address.contains("::ffff:")) {
            return address;
        }
        String[] groups = address.split(":", -1);
        var network = new StringBuilder();
        for (int i = 0; i < groups.length && i < 4; i++) {
            if (groups[i].isEmpty() && i > 0) {
                break;
            }
            network.append(groups[i]).append(':');
        }
        return network.toString();
    }
}
