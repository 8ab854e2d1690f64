package org.stipple.clinic.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.PlatformTransactionManager;

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
    UserDetailsService people(AccountStore accounts) {
        return username -> accounts.forSignIn(username)
                .map(found -> new SignedIn(found.actor(), username, found.passwordHash()))
                .orElseThrow(() -> new UsernameNotFoundException("nobody signs in with this name"));
    }
}
