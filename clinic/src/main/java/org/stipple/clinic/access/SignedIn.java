package org.stipple.clinic.access;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/// Somebody who has signed in, as Spring Security carries it through a request.
public final class SignedIn implements UserDetails, CredentialsContainer {

    private static final long serialVersionUID = 1L;

    private transient volatile Actor actor;
    private final String username;
    private final Instant since;
    private final String how;
    /// They begin at 1.
    private int passwordVersion;
    private @Nullable String passwordHash;

    SignedIn(Actor actor, String username, String passwordHash, Instant since) {
        this.actor = actor;
        this.username = username;
        this.passwordHash = passwordHash;
        this.since = since;
        this.how = "";
    }

    /// Somebody who gave no password.
    ///
    /// @param how they proved who they are instead: `with the passkey “Blue key”`
    SignedIn(Actor actor, String username, Instant since, String how) {
        this.actor = actor;
        this.username = username;
        this.passwordHash = null;
        this.since = since;
        this.how = how;
    }

    /// Who it is.
    public Actor actor() {
        return actor;
    }

    /// Takes over how the person stands now: with the roles and the profession of this moment.
    public void standsAs(Actor now) {
        if (!now.account().equals(actor.account()) || !now.clinic().equals(actor.clinic())) {
            throw new IllegalArgumentException("a sign-in never becomes somebody else’s");
        }
        actor = now;
    }

    /// Whether this sign-in is still of the password that stands; the first that is told is that of the
    /// sign-in.
    public synchronized boolean holdsUnder(int version) {
        if (passwordVersion == 0) {
            passwordVersion = version;
        }
        return passwordVersion == version;
    }

    /// They chose another password in this sign-in, which goes on.
    public synchronized void goesOnUnder(int version) {
        passwordVersion = version;
    }

    /// When they proved who they are.
    public Instant since() {
        return since;
    }

    /// How, where it was not by their password; empty where it was.
    public String how() {
        return how;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return username;
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }
}
