package org.stipple.clinic.messages;

import jakarta.activation.DataHandler;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.stipple.clinic.web.paper.CalendarFile;

/// Hands letters to a mail server (SMTP, RFC 5321). A letter has the same `Message-ID` at every attempt (RFC
/// 5322, 3.6.4), by which servers and readers of mail tell a repeated one.
final class MailPost implements Post {

    private static final String PATIENCE_MS = "10000";

    private final MessageSettings.Mail server;
    private final java.time.InstantSource clock;

    MailPost(MessageSettings.Mail server, java.time.InstantSource clock) {
        this.server = server;
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public Posted post(Letter letter) {
        var session = Session.getInstance(properties());
        boolean handedOver = false;
        try (var transport = session.getTransport("smtp")) {
            var mail = mail(session, letter);
            if (server.login().isPresent()) {
                var login = server.login().get();
                transport.connect(server.host(), server.port(), login.user(), login.password());
            } else {
                // Without a name: a server that offers to sign in is not asked to.
                transport.connect(server.host(), server.port(), null, null);
            }
            handedOver = true;
            transport.sendMessage(mail, mail.getAllRecipients());
            return new Posted.Sent();
        } catch (AuthenticationFailedException refused) {
            return new Posted.Failed("the mail server does not accept the sign-in");
        } catch (MessagingException failed) {
            return outcome(failed, handedOver);
        }
    }

    /// An answer of the server says that the letter did not go out. Where the answer did not come, nobody
    /// knows.
    private static Posted outcome(MessagingException failed, boolean handedOver) {
        int code = answer(failed);
        if (code >= 500) {
            return new Posted.Refused("the mail server refused it (" + code + ")");
        }
        if (code >= 400) {
            return new Posted.Failed("the mail server could not take it now (" + code + ")");
        }
        if (!handedOver) {
            return new Posted.Failed("the mail server was not reached");
        }
        return timedOut(failed)
                ? new Posted.Unknown("the mail server did not answer in time")
                : new Posted.Unknown("the connection to the mail server broke");
    }

    /// The three digits of the server's refusal; 0 where there is none.
    private static int answer(MessagingException failed) {
        for (Exception cause = failed; cause != null; cause = next(cause)) {
            if (cause instanceof SMTPAddressFailedException address) {
                return address.getReturnCode();
            }
            if (cause instanceof SMTPSenderFailedException sender) {
                return sender.getReturnCode();
            }
            if (cause instanceof SMTPSendFailedException send && send.getReturnCode() > 0) {
                return send.getReturnCode();
            }
        }
        return 0;
    }

    private static @org.jspecify.annotations.Nullable Exception next(Exception cause) {
        return cause instanceof MessagingException chained ? chained.getNextException() : null;
    }

    private static boolean timedOut(MessagingException failed) {
        for (Exception cause = failed; cause != null; cause = next(cause)) {
            if (cause instanceof SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }

    private Properties properties() {
        var properties = new Properties();
        properties.put("mail.smtp.connectiontimeout", PATIENCE_MS);
        properties.put("mail.smtp.timeout", PATIENCE_MS);
        properties.put("mail.smtp.writetimeout", PATIENCE_MS);
        properties.put("mail.smtp.starttls.enable", Boolean.toString(server.startTls()));
        properties.put("mail.smtp.starttls.required", Boolean.toString(server.startTls()));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.auth", Boolean.toString(server.login().isPresent()));
        // Nothing of this machine's name or user leaves with a letter.
        properties.put("mail.smtp.localhost", domain());
        properties.put("mail.from", server.from());
        return properties;
    }

    private String domain() {
        return server.from().substring(server.from().indexOf('@') + 1);
    }

    /// The letter, and the same for a calendar (RFC 6047): which of the two is shown the reader's program says.
    private MimeMultipart both(String text, CalendarFile.Change change, String to) throws MessagingException {
        var letter = new MimeBodyPart();
        letter.setText(text, "UTF-8");
        var calendar = new MimeBodyPart();
        try {
            calendar.setDataHandler(new DataHandler(new ByteArrayDataSource(
                    CalendarFile.mailed(change, server.from(), to),
                    "text/calendar; charset=UTF-8; method=" + change.method())));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new MimeMultipart("alternative", letter, calendar);
    }

    private MimeMessage mail(Session session, Letter letter) throws MessagingException {
        String id = "<" + letter.message() + "@" + domain() + ">";
        var mail = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        mail.setFrom(new InternetAddress(server.from(), true));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.address(), true));
        mail.setSubject(letter.subject(), "UTF-8");
        if (letter.change().isPresent()) {
            mail.setContent(both(letter.text(), letter.change().get(), letter.address()));
        } else {
            mail.setText(letter.text(), "UTF-8");
        }
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setSentDate(Date.from(clock.instant()));
        mail.saveChanges();
        return mail;
    }
}
