package org.stipple.clinic.messages;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Tells somebody of the staff, at their own address, that something waits for them which cannot wait. What
/// leaves the clinic is its name and where to look: no name of a patient, and no sign.
@Component
public class StaffPost {

    private static final Logger LOG = LoggerFactory.getLogger(StaffPost.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final MessageConfiguration.Posts posts;

    StaffPost(MessageConfiguration.Posts posts) {
        this.posts = posts;
    }

    /// What came of it.
    public enum Told {
        /// The other side took it.
        YES,
        /// It did not go out, or nobody knows: trying again may help.
        LATER,
        /// Trying again does not help.
        NEVER
    }

    /// The channels that are set up.
    public Set<Channel> channels() {
        return posts.usable().stream().map(Post::channel).collect(Collectors.toUnmodifiableSet());
    }

    /// Tries once; it waits for no longer than half a minute, also for a server that answers a letter at a
    /// time.
    ///
    /// @param alert the same at every attempt, so that a repeated one can be told as such
    /// @param where path of the page to look at, such as `/concerns`
    public Told tell(UUID alert, Channel channel, String address, String clinicName, String where) {
        var told = new AtomicReference<>(Told.LATER);
        Thread attempt = Thread.ofVirtual().start(() -> {
            try {
                told.set(once(channel, Letter.toStaff(alert, address, clinicName, posts.page(where))));
            } catch (RuntimeException failed) {
                // Its message may quote an address.
                LOG.warn("alert: {}", failed.getClass().getName());
            }
        });
        try {
            if (!attempt.join(PATIENCE)) {
                attempt.interrupt();
            }
        } catch (InterruptedException stopped) {
            attempt.interrupt();
            Thread.currentThread().interrupt();
        }
        return told.get();
    }

    private Told once(Channel channel, Letter letter) {
        return posts.of(channel)
                .map(post -> switch (post.post(letter)) {
                    case Posted.Sent() -> Told.YES;
                    case Posted.Failed(var _), Posted.Unknown(var _) -> Told.LATER;
                    case Posted.Refused(var _) -> Told.NEVER;
                })
                .orElse(Told.LATER);
    }
}
