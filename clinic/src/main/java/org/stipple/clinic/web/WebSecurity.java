package org.stipple.clinic.web;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.ClinicClock;

/// Sign-in, forged requests, and the headers that keep a page to itself.
@Configuration(proxyBeanMethods = false)
class WebSecurity implements WebMvcConfigurer {

    /// Nothing from another host, nothing inline, no frames.
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final RouteGuard guard;

    WebSecurity(RouteGuard guard) {
        this.guard = guard;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(guard);
    }

    @Bean
    SignInLimit.Limits signInLimits(
            @Value("${stipple.sign-in.longest}") Duration longest,
            @Value("${stipple.sign-in.idle}") Duration idle,
            @Value("${stipple.sign-in.idle-administrator}") Duration idleAdministrator) {
        return new SignInLimit.Limits(longest, idle, idleAdministrator);
    }

    /// The pages of patients. What they send proves itself by the secret in the address: no session stands
    /// behind it that could be over before a person has answered, and none is begun.
    @Bean
    @Order(1)
    SecurityFilterChain ownChain(HttpSecurity http, OwnPages pages, @Value("${stipple.base-url:}") String baseUrl)
            throws Exception {
        return kept(http.securityMatcher("/own/**", "/m/**", "/check/**")
                        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                        .csrf(token -> token.disable())
                        .sessionManagement(none -> none.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                        .requestCache(none -> none.disable())
                        .logout(none -> none.disable())
                        .addFilterBefore(new OwnDoorstep(pages, baseUrl), AuthorizationFilter.class))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain chain(
            HttpSecurity http,
            SignInTrail trail,
            SignInRefusals refusals,
            SignOutTrail signOut,
            SignInAgain again,
            SignInLimit.Limits limits,
            ClinicClock clock,
            Accounts accounts,
            AuditTrail audit,
            TransactionTemplate transaction)
            throws Exception {
        return kept(http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                        "/sign-in",
                                        "/sign-in/**",
                                        "/setup/**",
                                        "/calendar/**",
                                        "/static/**",
                                        "/webjars/**",
                                        "/favicon.ico",
                                        "/error",
                                        "/alive")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                        .formLogin(form -> form.loginPage("/sign-in")
                                .successHandler(trail)
                                .failureHandler(refusals)
                                .permitAll())
                        .logout(out -> out.logoutUrl("/sign-out")
                                .addLogoutHandler(signOut)
                                .logoutSuccessUrl("/sign-in?out"))
                        .exceptionHandling(without ->
                                without.authenticationEntryPoint(again).accessDeniedHandler(again))
                        .addFilterBefore(
                                new SignInLimit(limits, clock, accounts, audit, transaction),
                                AnonymousAuthenticationFilter.class)
                        .addFilterAfter(new ActingFilter(), AuthorizationFilter.class))
                .build();
    }

    /// With the headers that keep a page to itself.
    private static HttpSecurity kept(HttpSecurity http) throws Exception {
        return http.headers(headers -> headers.contentSecurityPolicy(
                        policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(self), microphone=(), geolocation=()"))
                .crossOriginOpenerPolicy(policy -> policy.policy(
                        org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter
                                .CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(
                        org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter
                                .CrossOriginResourcePolicy.SAME_ORIGIN)));
    }
}
