package org.stipple.clinic.messages.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.messages.CallOutcome;
import org.stipple.clinic.messages.Delivery;
import org.stipple.clinic.messages.Message;
import org.stipple.clinic.messages.Messages;
import org.stipple.clinic.messages.web.MessageViews.CallCard;
import org.stipple.clinic.messages.web.MessageViews.MessageLine;
import org.stipple.clinic.messages.web.MessageViews.Outcome;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.Sentence;
import org.stipple.clinic.web.look.Verdict;

/// Messages as a person reads of them.
final class MessageWords {

    private MessageWords() {}

    static MessageLine line(Message message) {
        return new MessageLine(
                "Message " + message.cause().words() + ", " + moment(message.writtenAt()),
                verdict(message.standing()),
                message.standing().words(),
                message.words(),
                message.deliveries().stream()
                        .map(delivery -> words(delivery) + due(message, delivery))
                        .toList(),
                message.calls().stream()
                        .map(call -> "Called " + moment(call.at()) + " by " + call.by() + ": "
                                + call.outcome().words()
                                + (call.note().isEmpty() ? "" : " (“" + call.note() + "”)"))
                        .toList());
    }

    private static Verdict verdict(Message.Standing standing) {
        return switch (standing) {
            case ACKNOWLEDGED, TOLD -> Verdict.GO;
            case SENT, WAITING, OVER -> Verdict.WAIT;
            case NOT_DELIVERED, NO_CHANNEL -> Verdict.NO;
        };
    }

    static String words(Delivery delivery) {
        var words = new ArrayList<String>();
        String channel = delivery.channel().words();
        words.add(Sentence.beginning(channel) + ": "
                + delivery.state().words()
                + (delivery.state() == Delivery.State.WAITING
                                && !delivery.attempts().isEmpty()
                        ? ", next try " + moment(delivery.dueAt())
                        : ""));
        for (Delivery.Attempt attempt : delivery.attempts()) {
            words.add("attempt " + attempt.number() + " " + moment(attempt.beganAt()) + " "
                    + attempt.end().map(MessageWords::words).orElse("goes on, or was cut off"));
        }
        return String.join("; ", words) + ".";
    }

    /// A reminder that waits is not stuck.
    private static String due(Message message, Delivery delivery) {
        return message.cause().isOfAppointment()
                        && delivery.state() == Delivery.State.WAITING
                        && delivery.attempts().isEmpty()
                ? " It is sent " + moment(delivery.dueAt()) + "."
                : "";
    }

    private static String words(Delivery.End end) {
        return switch (end.outcome()) {
            case "sent" -> "sent";
            case "unknown" -> "outcome unknown: " + end.why();
            default -> end.outcome() + ": " + end.why();
        };
    }

    static CallCard card(Messages.ToCall one, UUID key) {
        return new CallCard(
                one.person().id().toString(),
                one.person().name(),
                one.person().details().phone().orElse(""),
                one.message().id().toString(),
                key,
                line(one.message()),
                Arrays.stream(CallOutcome.values())
                        .map(outcome -> new Outcome(outcome.id(), outcome.words()))
                        .toList());
    }

    static List<CallCard> cards(List<Messages.ToCall> all, java.util.function.Supplier<UUID> key) {
        return all.stream().map(one -> card(one, key.get())).toList();
    }

    static String moment(Instant at) {
        return Days.moment(at, Acting.current().zone());
    }
}
