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

    private final transient Actor actor;
    private final String username;
    private final Instant since;
    private @Nullable String passwordHash;

    SignedIn(Actor actor, String username, String passwordHash, Instant since) {
        this.actor = actor;
        this.username = username;
        this.passwordHash = passwordHash;
        this.since = since;
    }

    /// Who it is.
    public Actor actor() {
        return actor;
    }

    /// When the password was given.
    public Instant since() {
        return since;
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
