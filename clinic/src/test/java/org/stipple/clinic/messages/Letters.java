package org.stipple.clinic.messages;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A gateway for text messages on this machine, which keeps what it is given and answers as it is told.
final class Letters implements AutoCloseable {

    /// What it was given.
    record Given(String key, String authorization, String body) {}

    final Queue<Given> given = new ConcurrentLinkedQueue<>();
    final AtomicInteger answer = new AtomicInteger(202);
    private final HttpServer server;

    private Letters(HttpServer server) {
        this.server = server;
    }

    static Letters open() throws IOException {
        var letters = new Letters(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        letters.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        letters.server.createContext("/send", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = exchange.getRequestHeaders();
            letters.given.add(new Given(
                    String.valueOf(headers.getFirst("Idempotency-Key")),
                    String.valueOf(headers.getFirst("Authorization")),
                    body));
            exchange.sendResponseHeaders(letters.answer.get(), -1);
            exchange.close();
        });
        letters.server.start();
        return letters;
    }

    Post post() {
        return new SmsPost(new MessageSettings.Sms(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/send"),
                List.of("Authorization", "Bearer of-the-clinic"),
                "{\"to\":\"{number}\",\"body\":{\"text\":\"{text}\"}}"));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
