/// The demo clinic: invented people at different stages, photos rendered by the phantom. Nobody in it exists.
///
/// - What is here: [DemoClinic], which fills an empty database by doing what a clinic does, through the same
///   doors; [DemoClock], which lets it do so in the past; [DemoPeople], who they are.
/// - What is mutable: the clock, while filling.
/// - Who may call it: the start of the program with `--demo`.
/// - Where to start reading: [DemoClinic].
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "access",
            "adverse",
            "aftercare",
            "asking",
            "booking",
            "consent",
            "incident",
            "invitation",
            "messages",
            "outcome",
            "patient",
            "photo",
            "planning",
            "stock",
            "treatment",
            "web :: look",
            "web :: words"
        })
package org.stipple.clinic.demo;
