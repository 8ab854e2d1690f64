package org.stipple.clinic.web.words;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/// In which language the present request is answered: what was chosen on the page, else what was chosen before
/// in this browser, else the first of the browser's languages that there is, else English.
@Component
public class Tongues {

    /// Holds what was chosen, and nothing else.
    public static final String COOKIE = "tongue";

    /// The parameter of a page's address by which one chooses.
    public static final String PARAMETER = "lang";

    /// English outside a request.
    public Tongue now() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? of(attributes.getRequest())
                : Tongue.ENGLISH;
    }

    /// As [#now], for a request that is not bound to the thread.
    public Tongue of(HttpServletRequest request) {
        return chosen(request)
                .or(() -> remembered(request))
                .or(() -> Collections.list(request.getLocales()).stream()
                        .flatMap(locale -> Tongue.of(locale.toLanguageTag()).stream())
                        .findFirst())
                .orElse(Tongue.ENGLISH);
    }

    /// What this request itself chooses. The address alone is asked: whoever sent a body that cannot be read is
    /// told so in their language too.
    public static Optional<Tongue> chosen(HttpServletRequest request) {
        return Optional.ofNullable(request.getQueryString())
                .map(query -> UriComponentsBuilder.newInstance()
                        .query(query)
                        .build()
                        .getQueryParams()
                        .getFirst(PARAMETER))
                .flatMap(Tongue::of);
    }

    private static Optional<Tongue> remembered(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .flatMap(cookie -> Tongue.of(cookie.getValue()).stream())
                        .findFirst();
    }
}
