package org.stipple.clinic.messages.web;

import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.messages.Messages;
import org.stipple.clinic.web.Worklist;

/// That somebody is to be called, in the navigation.
@Component
class MessageWorklist implements Worklist {

    private final Messages messages;

    MessageWorklist(Messages messages) {
        this.messages = messages;
    }

    @Override
    public boolean isFor(Actor actor) {
        return actor.isOneOf(Role.FRONT_DESK, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.MANAGER);
    }

    @Override
    public String words() {
        return "Messages";
    }

    @Override
    public String href() {
        return "/messages";
    }

    @Override
    public int waiting() {
        return messages.waitingForCall();
    }
}
