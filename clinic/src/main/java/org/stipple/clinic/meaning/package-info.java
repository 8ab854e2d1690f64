/// What a program says to a person about what their answers may mean: apart from the diary, with its own switch
/// for each clinic and its own text that says what it is for.
///
/// - What is here: [SymptomWording], the switch with its history; [IntendedUse], what it is for; [Meaning],
///   what is said of which answer.
/// - What is mutable: the table `symptom_wording`, append-only.
/// - Who may call it: its own page. The diary hears of it through an interface that it declares
///   (`aftercare.AboutAnswers`), and does everything else without it.
/// - Where to start reading: [Meaning].
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"access", "aftercare", "patient", "treatment", "web", "web :: look", "web :: words"})
package org.stipple.clinic.meaning;
