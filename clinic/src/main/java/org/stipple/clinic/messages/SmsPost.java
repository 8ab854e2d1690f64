package org.stipple.clinic.messages;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// Hands short letters to a gateway for text messages: one POST with JSON, made from the clinic's template. The
/// header `Idempotency-Key` is the same at every attempt. Redirections are not followed: a header may be a
/// secret.
final class SmsPost implements Post {

    private static final int TRY_LATER = 429;
    private static final int TOO_SLOW = 408;

    private final MessageSettings.Sms gateway;
    private final Duration patience;

    SmsPost(MessageSettings.Sms gateway) {
        this(gateway, Duration.ofSeconds(15));
    }

    SmsPost(MessageSettings.Sms gateway, Duration patience) {
        this.gateway = gateway;
        this.patience = patience;
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public Posted post(Letter letter) {
        var request = HttpRequest.newBuilder(gateway.url())
                .timeout(patience)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", letter.message().toString());
        for (int i = 0; i + 1 < gateway.headers().size(); i += 2) {
            request.header(gateway.headers().get(i), gateway.headers().get(i + 1));
        }
        try (var http = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build()) {
            return judge(http.send(
                            request.POST(HttpRequest.BodyPublishers.ofString(body(letter)))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode());
        } catch (HttpConnectTimeoutException | ConnectException notReached) {
            return new Posted.Failed("the gateway was not reached");
        } catch (IOException broken) {
            return new Posted.Unknown("the gateway did not answer");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Posted.Unknown("the server was stopped meanwhile");
        }
    }

    private static Posted judge(int status) {
        if (status / 100 == 2) {
            return new Posted.Sent();
        }
        if (status / 100 == 5 || status == TRY_LATER || status == TOO_SLOW) {
            return new Posted.Failed("the gateway could not take it now (" + status + ")");
        }
        return new Posted.Refused("the gateway refused it (" + status + ")");
    }

    private String body(Letter letter) {
        // In this order, so that nothing within the text is taken for a place of the template.
        int number = gateway.template().indexOf("{number}");
        int text = gateway.template().indexOf("{text}");
        String to = json(letter.address());
        String words = json(letter.shortText());
        String template = gateway.template();
        return number < text
                ? template.substring(0, number)
                        + to
                        + template.substring(number + 8, text)
                        + words
                        + template.substring(text + 6)
                : template.substring(0, text)
                        + words
                        + template.substring(text + 6, number)
                        + to
                        + template.substring(number + 8);
    }

    /// Within the quotes of JSON (RFC 8259, section 7).
    private static String json(String text) {
        var escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '"' || letter == '\\') {
                escaped.append('\\').append(letter);
            } else if (letter < ' ') {
                escaped.append("\\u%04x".formatted((int) letter));
            } else {
                escaped.append(letter);
            }
        }
        return escaped.toString();
    }
}
