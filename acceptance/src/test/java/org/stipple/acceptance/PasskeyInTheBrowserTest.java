package org.stipple.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// A passkey in a real browser, with the authenticator that Chromium pretends to have: added on the page of the
/// own account, used to sign in, and removed.
@Execution(ExecutionMode.CONCURRENT)
@Order(8)
class PasskeyInTheBrowserTest {

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static JsonObject authenticator() {
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var wanted = new JsonObject();
        wanted.add("options", options);
        return wanted;
    }

    @Test
    void whoeverAddsAPasskeySignsInByOneButton() throws IOException {
        int port = freePort();
        String address = "http://localhost:" + port;
        try (var stipple = RunningStipple.serve(
                        RunningStipple.freshData("passkeys"), "--port", String.valueOf(port), "--base-url", address);
                var chromium = Chromium.start();
                var client = new Client(address);
                var visitor = new Visitor(chromium, address, "passkeys")) {
            client.setUp(stipple.setUpLink());
            Page page = visitor.page();
            CDPSession devtools = page.context().newCDPSession(page);
            devtools.send("WebAuthn.enable");
            devtools.send("WebAuthn.addVirtualAuthenticator", authenticator());
            visitor.open("/sign-in");
            visitor.look("sign-in");
            visitor.fill("Sign-in name", TheClinic.USERNAME)
                    .fill("Password", TheClinic.PASSWORD)
                    .press("Sign in");
            visitor.open("/account");
            visitor.fill("Name of the passkey", "Blue key").fill("Your password", TheClinic.PASSWORD);
            visitor.press("Add a passkey");
            page.waitForSelector(".way-in");
            visitor.look("own-account");
            page.locator("form[action='/sign-out'] button").click();
            visitor.open("/people");
            assertThat(visitor.path()).isEqualTo("/sign-in");
            visitor.press("Sign in with a passkey");
            page.waitForURL("**/people*");
            visitor.open("/account");
            page.locator(".way-in summary").click();
            visitor.fill("Reason", "Lost it on the train");
            visitor.press("Remove the passkey");
            page.waitForCondition(() -> page.locator(".way-in").count() == 0);
            assertThat(visitor.graveBarriers()).isEmpty();
            assertThat(visitor.tooWide()).isEmpty();
            assertThat(visitor.strangeRequests()).isEmpty();
        }
    }
}
