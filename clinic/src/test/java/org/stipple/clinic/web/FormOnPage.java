package org.stipple.clinic.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A form as a browser without scripts shows and sends it: what is filled in, ticked and chosen on the page,
/// and then by whoever uses it.
final class FormOnPage {

    private static final Pattern CONTROL = Pattern.compile(
            "<input\\b([^>]*)>|<select\\b([^>]*)>(.*?)</select>|<textarea\\b([^>]*)>(.*?)</textarea>", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("<option\\b([^>]*)>");

    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private final String html;

    private FormOnPage(String html) {
        this.html = html;
    }

    /// The form of that class on a page.
    static FormOnPage of(String page, String css) {
        return found(page, "class=\"" + css + "\"");
    }

    /// The form that is sent to an address, by the end of that.
    static FormOnPage to(String page, String address) {
        return found(page, "action=\"[^\"]*" + Pattern.quote(address) + "\"");
    }

    private static FormOnPage found(String page, String attribute) {
        Matcher form = Pattern.compile("<form\\b[^>]*" + attribute + ".*?</form>", Pattern.DOTALL)
                .matcher(page);
        if (!form.find()) {
            throw new AssertionError("no form with " + attribute + " on the page");
        }
        var shown = new FormOnPage(form.group());
        Matcher control = CONTROL.matcher(shown.html);
        while (control.find()) {
            if (control.group(1) != null) {
                shown.takeInput(control.group(1));
            } else if (control.group(2) != null) {
                shown.takeChoice(control.group(2), control.group(3));
            } else {
                shown.add(named(control.group(4)), typed(control.group(5)));
            }
        }
        return shown;
    }

    private void takeChoice(String attributes, String options) {
        Matcher option = OPTION.matcher(options);
        while (option.find()) {
            if (option.group(1).contains(" selected")) {
                add(named(attributes), attribute(option.group(1), "value").orElse(""));
            }
        }
    }

    private void takeInput(String attributes) {
        String type = attribute(attributes, "type").orElse("text");
        boolean box = type.equals("radio") || type.equals("checkbox");
        if (!box || attributes.contains(" checked")) {
            add(named(attributes), attribute(attributes, "value").orElse(box ? "on" : ""));
        }
    }

    /// The text of an area as the browser shows it.
    private static String typed(String html) {
        return html.replace("&#39;", "'")
                .replace("&#34;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private static String named(String attributes) {
        return attribute(attributes, "name").orElse("");
    }

    private static Optional<String> attribute(String attributes, String name) {
        Matcher found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(attributes);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private void add(String name, String value) {
        fields.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }

    /// Fills in a field, or chooses; several values tick several boxes.
    FormOnPage enter(String name, String... values) {
        if (!html.contains("name=\"" + name + "\"")) {
            throw new AssertionError("the page has no field " + name);
        }
        fields.put(name, List.of(values));
        return this;
    }

    List<String> shows(String name) {
        return fields.getOrDefault(name, List.of());
    }

    Map<String, List<String>> sent() {
        return Map.copyOf(fields);
    }
}
