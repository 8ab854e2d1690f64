package org.stipple.clinic.messages;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stipple.clinic.database.DataDirectory;

/// How messages leave, as the data directory says.
@Configuration(proxyBeanMethods = false)
class MessageConfiguration {

    @Bean
    MessageSettings messageSettings(DataDirectory directory, @Value("${stipple.base-url:}") String baseUrl) {
        return MessageSettings.read(
                directory.root().resolve(MessageSettings.FILE),
                Optional.of(baseUrl).filter(address -> !address.isBlank()).map(URI::create));
    }

    @Bean
    Posts posts(MessageSettings settings, Clock clock) {
        var posts = new ArrayList<Post>();
        settings.mail().ifPresent(server -> posts.add(new MailPost(server, clock)));
        settings.sms().ifPresent(gateway -> posts.add(new SmsPost(gateway)));
        return new Posts(posts, settings.baseUrl());
    }

    /// What hands letters over, and where their links begin.
    record Posts(List<Post> all, Optional<URI> baseUrl) {
        Posts {
            all = List.copyOf(all);
        }

        /// Those that can be used: without an address for links there is nothing to send.
        List<Post> usable() {
            return baseUrl.isPresent() ? all : List.of();
        }

        Optional<Post> of(Channel channel) {
            return usable().stream().filter(post -> post.channel() == channel).findFirst();
        }

        URI link(String token) {
            return page("/m/" + token);
        }

        /// The whole address of a page.
        URI page(String path) {
            return URI.create(baseUrl.map(URI::toString).orElse("").replaceAll("/+$", "") + path);
        }
    }
}
