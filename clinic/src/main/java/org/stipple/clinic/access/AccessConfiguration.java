package org.stipple.clinic.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The parts of access that Spring puts together. Time and randomness enter the program here and nowhere else.
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnMissingBean
    RandomGenerator random() {
        return new SecureRandom();
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new ClinicTransactions(dataSource);
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder();
    }

    @Bean
    SignOnSettings signOnSettings(
            @Value("${stipple.oidc.issuer:}") String issuer,
            @Value("${stipple.oidc.client-id:}") String clientId,
            @Value("${stipple.oidc.secret-file:}") String secretFile,
            @Value("${stipple.base-url:}") String baseUrl) {
        return SignOnSettings.of(issuer, clientId, secretFile, baseUrl);
    }

    /// For a name that nobody has, Spring compares the password with that of nobody, so that the answer takes
    /// as long.
    @Bean
    AuthenticationProvider signIn(
            AccountStore accounts,
            PasswordEncoder encoder,
            PasswordTries tries,
            AuditStore trail,
            Clock clock,
            PlatformTransactionManager transactions) {
        var passwords = new DaoAuthenticationProvider(username -> accounts.forSignIn(username)
                .map(found -> new SignedIn(found.actor(), username, found.passwordHash(), clock.instant()))
                .orElseThrow(() -> new UsernameNotFoundException("nobody signs in with this name")));
        passwords.setPasswordEncoder(encoder);
        return new GuardedSignIn(passwords, accounts, tries, trail, new TransactionTemplate(transactions));
    }
}
