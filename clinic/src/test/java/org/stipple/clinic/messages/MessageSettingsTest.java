package org.stipple.clinic.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stipple.clinic.database.CannotStart;

class MessageSettingsTest {

    @TempDir
    Path directory;

    private MessageSettings read(String text) throws Exception {
        Path file = directory.resolve(MessageSettings.FILE);
        Files.writeString(file, text);
        return MessageSettings.read(file, Optional.empty());
    }

    @Test
    void withoutAFileNothingIsSetUp() {
        assertThat(MessageSettings.read(directory.resolve("none"), Optional.empty()))
                .isEqualTo(new MessageSettings(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void readsAMailServerWithItsPasswordFromAFileOfItsOwn() throws Exception {
        Path secret = directory.resolve("password");
        Files.createFile(secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(secret, "hush\n");
        var settings = read("""
                base-url=https://clinic.example
                smtp.host=mail.example
                smtp.user=post
                smtp.password-file=password
                smtp.from=post@clinic.example
                """);
        assertThat(settings.mail())
                .contains(new MessageSettings.Mail(
                        "mail.example",
                        587,
                        true,
                        Optional.of(new MessageSettings.Login("post", "hush")),
                        "post@clinic.example"));
        assertThat(settings.toString()).doesNotContain("hush");

        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> read("smtp.host=m\nsmtp.from=a@b.example\nsmtp.user=x\nsmtp.password-file=password"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("smtp.password-file was readable for others");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "smtp.hots=x | smtp.hots was not known here",
                "smtp.host=mail.example | smtp.from was missing",
                "smtp.host=192.0.2.7;smtp.from=a@b.c;smtp.starttls=off | smtp.starttls was off for 192.0.2.7",
                "smtp.host=m;smtp.from=a@b.c;smtp.port=x | smtp.port was x, expected 1..65535",
                "smtp.host=m;smtp.from=a b | smtp.from was a b",
                "base-url=http://192.0.2.7 | base-url was http://192.0.2.7, expected an https address",
                "sms.url=http://192.0.2.7/ | sms.url was http://192.0.2.7/",
                "sms.url=https://sms.example;sms.template={} | sms.template was {}, expected JSON with"
            })
    void whatDoesNotFitIsNamedWithWhatItWas(String lines, String says) {
        assertThatThrownBy(() -> read(lines.replace(';', '\n')))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(says);
    }
}
