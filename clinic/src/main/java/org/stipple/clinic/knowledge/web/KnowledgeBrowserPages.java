package org.stipple.clinic.knowledge.web;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.stipple.clinic.access.Allowed;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.web.NotHere;
import org.stipple.clinic.web.Pages;

/// The knowledge base: all of it, one section, one entry.
@Controller
class KnowledgeBrowserPages {

    private final Pages pages;
    private final KnowledgeBrowser browser;

    KnowledgeBrowserPages(Pages pages, KnowledgeBrowser browser) {
        this.pages = pages;
        this.browser = browser;
    }

    @GetMapping("/knowledge")
    @Allowed({
        Role.PRACTITIONER,
        Role.SUPERVISING_CLINICIAN,
        Role.MANAGER,
        Role.PRIVACY_AND_SAFETY_LEAD,
        Role.ADMINISTRATOR,
        Role.AUDITOR
    })
    ResponseEntity<String> overview(@RequestParam(name = "q", defaultValue = "") String query) {
        return pages.show("knowledge/overview", "/knowledge", browser.overview(query));
    }

    @GetMapping("/knowledge/{section}")
    @Allowed({
        Role.PRACTITIONER,
        Role.SUPERVISING_CLINICIAN,
        Role.MANAGER,
        Role.PRIVACY_AND_SAFETY_LEAD,
        Role.ADMINISTRATOR,
        Role.AUDITOR
    })
    ResponseEntity<String> section(@PathVariable String section) {
        return pages.show(
                "knowledge/section", "/knowledge", browser.section(section).orElseThrow(NotHere::new));
    }

    @GetMapping("/knowledge/{section}/{entry}")
    @Allowed({
        Role.PRACTITIONER,
        Role.SUPERVISING_CLINICIAN,
        Role.MANAGER,
        Role.PRIVACY_AND_SAFETY_LEAD,
        Role.ADMINISTRATOR,
        Role.AUDITOR
    })
    ResponseEntity<String> entry(@PathVariable String section, @PathVariable String entry) {
        return pages.show(
                "knowledge/entry", "/knowledge", browser.entry(section, entry).orElseThrow(NotHere::new));
    }
}
