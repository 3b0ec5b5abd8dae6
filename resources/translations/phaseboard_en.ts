<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>phaseboard::ui::AnswerPreview</name>
    <message numerus="yes">
        <source>%n more paragraph(s) above</source>
        <translation><numerusform>%n more paragraph above</numerusform><numerusform>%n more paragraphs above</numerusform></translation></message>
    <message numerus="yes">
        <source>%n more paragraph(s) below</source>
        <translation><numerusform>%n more paragraph below</numerusform><numerusform>%n more paragraphs below</numerusform></translation></message>
</context>
<context>
    <name>phaseboard::ui::BacklogCard</name>
    <message numerus="yes">
        <source>%n prompt(s), %1</source>
        <translation><numerusform>%n prompt, %1</numerusform><numerusform>%n prompts, %1</numerusform></translation></message>
    <message numerus="yes">
        <source>%n prompt(s) from earlier are spread over the days until then, %1 in all.</source>
        <translation><numerusform>%n prompt from earlier are spread over the days until then, %1 in all.</numerusform><numerusform>%n prompts from earlier are spread over the days until then, %1 in all.</numerusform></translation></message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation><numerusform>%n day</numerusform><numerusform>%n days</numerusform></translation></message>
    <message numerus="yes">
        <source>Spread over %n day(s)</source>
        <translation><numerusform>Spread over %n day</numerusform><numerusform>Spread over %n days</numerusform></translation></message>
</context>
<context>
    <name>phaseboard::ui::BoardEditor</name>
    <message numerus="yes">
        <source>%n change(s) not saved yet</source>
        <translation><numerusform>%n change not saved yet</numerusform><numerusform>%n changes not saved yet</numerusform></translation></message>
</context>
<context>
    <name>phaseboard::ui::CompareDialog</name>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation><numerusform>%n part</numerusform><numerusform>%n parts</numerusform></translation></message>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <translation><numerusform>%n connection</numerusform><numerusform>%n connections</numerusform></translation></message>
</context>
<context>
    <name>phaseboard::ui::CustomStudyDialog</name>
    <message numerus="yes">
        <source>%n prompt(s), about %1</source>
        <translation><numerusform>%n prompt, about %1</numerusform><numerusform>%n prompts, about %1</numerusform></translation></message>
</context>
<context>
    <name>phaseboard::ui::DiffView</name>
    <message numerus="yes">
        <source>%n word(s) added</source>
        <translation><numerusform>%n word added</numerusform><numerusform>%n words added</numerusform></translation></message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation><numerusform>%n removed</numerusform><numerusform>%n removed</numerusform></translation></message>
</context>
<context>
    <name>phaseboard::ui::EarlierAttempts</name>
    <message numerus="yes">
        <source>%n level(s) higher</source>
        <translation><numerusform>%n level higher</numerusform><numerusform>%n levels higher</numerusform></translation></message>
    <message numerus="yes">
        <source>%n level(s) lower</source>
        <translation><numerusform>%n level lower</numerusform><numerusform>%n levels lower</numerusform></translation></message>
</context>
<context>
    <name>phaseboard::ui::ForecastChart</name>
    <message numerus="yes">
        <source>%1: %n prompt(s) due, %2</source>
        <translation><numerusform>%1: %n prompt due, %2</numerusform><numerusform>%1: %n prompts due, %2</numerusform></translation></message>
    <message numerus="yes">
        <source>; %n more from earlier, %1</source>
        <translation><numerusform>; %n more from earlier, %1</numerusform><numerusform>; %n more from earlier, %1</numerusform></translation></message>
</context>
<context>
    <name>phaseboard::ui::HeatMap</name>
    <message numerus="yes">
        <source>%1: %n answer(s) in %2</source>
        <translation><numerusform>%1: %n answer in %2</numerusform><numerusform>%1: %n answers in %2</numerusform></translation></message>
</context>
<context>
    <name>phaseboard::ui::ImportDialog</name>
    <message numerus="yes">
        <source>%n new prompt(s)</source>
        <translation><numerusform>%n new prompt</numerusform><numerusform>%n new prompts</numerusform></translation></message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation><numerusform>%n changed</numerusform><numerusform>%n changed</numerusform></translation></message>
    <message numerus="yes">
        <source>%n that you have already</source>
        <translation><numerusform>%n that you have already</numerusform><numerusform>%n that you have already</numerusform></translation></message>
    <message numerus="yes">
        <source>%n of the pack</source>
        <translation><numerusform>%n of the pack</numerusform><numerusform>%n of the pack</numerusform></translation></message>
    <message numerus="yes">
        <source>%n of other packs, left out</source>
        <translation><numerusform>%n of other packs, left out</numerusform><numerusform>%n of other packs, left out</numerusform></translation></message>
    <message numerus="yes">
        <source>%n review(s)</source>
        <translation><numerusform>%n review</numerusform><numerusform>%n reviews</numerusform></translation></message>
</context>
<context>
    <name>phaseboard::ui::MemoryPage</name>
    <message numerus="yes">
        <source>%n of %1 repeated answers that a fit needs at least.</source>
        <translation><numerusform>%n of %1 repeated answers that a fit needs at least.</numerusform><numerusform>%n of %1 repeated answers that a fit needs at least.</numerusform></translation></message>
    <message numerus="yes">
        <source>The model in use %1. Over %n answers: log loss %2, calibration error %3.</source>
        <translation><numerusform>The model in use %1. Over %n answer: log loss %2, calibration error %3.</numerusform><numerusform>The model in use %1. Over %n answers: log loss %2, calibration error %3.</numerusform></translation></message>
</context>
<context>
    <name>phaseboard::ui::MergeCommands</name>
    <message numerus="yes">
        <source>%n file(s) have not arrived wholly; they are read the next time.</source>
        <translation><numerusform>%n file has not arrived wholly; it is read the next time.</numerusform><numerusform>%n files have not arrived wholly; they are read the next time.</numerusform></translation></message>
    <message numerus="yes">
        <source>%n file(s) were written by a newer Phaseboard.</source>
        <translation><numerusform>%n file was written by a newer Phaseboard.</numerusform><numerusform>%n files were written by a newer Phaseboard.</numerusform></translation></message>
</context>
<context>
    <name>phaseboard::ui::MergeDialog</name>
    <message numerus="yes">
        <source>%n text(s) still being written there stay there.</source>
        <translation><numerusform>%n text still being written there stays there.</numerusform><numerusform>%n texts still being written there stay there.</numerusform></translation></message>
</context>
<context>
    <name>phaseboard::ui::NoteView</name>
    <message numerus="yes">
        <source>It is asked by %n prompt(s), none of which you have answered.</source>
        <translation><numerusform>It is asked by %n prompt, none of which you have answered.</numerusform><numerusform>It is asked by %n prompts, none of which you have answered.</numerusform></translation></message>
    <message numerus="yes">
        <source>Predicted recall today: %1 % over %n prompt(s) that you answered</source>
        <translation><numerusform>Predicted recall today: %1 % over %n prompt that you answered</numerusform><numerusform>Predicted recall today: %1 % over %n prompts that you answered</numerusform></translation></message>
</context>
<context>
    <name>phaseboard::ui::PartsPanel</name>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation><numerusform>%n part</numerusform><numerusform>%n parts</numerusform></translation></message>
    <message numerus="yes">
        <source>%n found</source>
        <translation><numerusform>%n found</numerusform><numerusform>%n found</numerusform></translation></message>
</context>
<context>
    <name>phaseboard::ui::ProblemList</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation><numerusform>%n problem</numerusform><numerusform>%n problems</numerusform></translation></message>
</context>
<context>
    <name>phaseboard::ui::PromptMemoryPanel</name>
    <message numerus="yes">
        <source>Recall today %1. Stable for %2 days, difficulty %3 of 10, %n answer(s), %4 lapses.</source>
        <translation><numerusform>Recall today %1. Stable for %2 days, difficulty %3 of 10, %n answer, %4 lapses.</numerusform><numerusform>Recall today %1. Stable for %2 days, difficulty %3 of 10, %n answers, %4 lapses.</numerusform></translation></message>
</context>
<context>
    <name>phaseboard::ui::RatingBar</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation><numerusform>%n day</numerusform><numerusform>%n days</numerusform></translation></message>
</context>
<context>
    <name>phaseboard::ui::RebuildResult</name>
    <message numerus="yes">
        <source>%n part(s) and connection(s) are right.</source>
        <translation><numerusform>%n part or connection is right.</numerusform><numerusform>%n parts and connections are right.</numerusform></translation></message>
</context>
<context>
    <name>phaseboard::ui::RecoveryDialog</name>
    <message numerus="yes">
        <source>The newest backup that is whole is from %1 and holds %Ln grade(s).</source>
        <translation><numerusform>The newest backup that is whole is from %1 and holds %Ln grade.</numerusform><numerusform>The newest backup that is whole is from %1 and holds %Ln grades.</numerusform></translation></message>
    <message numerus="yes">
        <source>The journal has %Ln given since then; they are put back too.</source>
        <translation><numerusform>The journal has %Ln given since then; it is put back too.</numerusform><numerusform>The journal has %Ln given since then; they are put back too.</numerusform></translation></message>
    <message numerus="yes">
        <source>%Ln entries can be read</source>
        <translation><numerusform>%Ln entry can be read</numerusform><numerusform>%Ln entries can be read</numerusform></translation></message>
    <message numerus="yes">
        <source>It holds %Ln grade(s).</source>
        <translation><numerusform>It holds %Ln grade.</numerusform><numerusform>It holds %Ln grades.</numerusform></translation></message>
    <message numerus="yes">
        <source>%Ln of them come from the journal.</source>
        <translation><numerusform>%Ln of them comes from the journal.</numerusform><numerusform>%Ln of them come from the journal.</numerusform></translation></message>
</context>
<context>
    <name>phaseboard::ui::Reminder</name>
    <message numerus="yes">
        <source>%n prompt(s) to repeat today.</source>
        <translation><numerusform>%n prompt to repeat today.</numerusform><numerusform>%n prompts to repeat today.</numerusform></translation></message>
</context>
<context>
    <name>phaseboard::ui::ReviewScreen</name>
    <message numerus="yes">
        <source>Leech, %n lapse(s)</source>
        <translation><numerusform>Leech, %n lapse</numerusform><numerusform>Leech, %n lapses</numerusform></translation></message>
    <message numerus="yes">
        <source>A leech: forgotten %n times, now put aside. Reword it in Progress.</source>
        <translation><numerusform>A leech: forgotten %n time, now put aside. Reword it in Progress.</numerusform><numerusform>A leech: forgotten %n times, now put aside. Reword it in Progress.</numerusform></translation></message>
    <message numerus="yes">
        <source>A leech: forgotten %n times. Better reword it, or read the note again.</source>
        <translation><numerusform>A leech: forgotten %n time. Better reword it, or read the note again.</numerusform><numerusform>A leech: forgotten %n times. Better reword it, or read the note again.</numerusform></translation></message>
    <message numerus="yes">
        <source>%n left</source>
        <translation><numerusform>%n left</numerusform><numerusform>%n left</numerusform></translation></message>
</context>
<context>
    <name>phaseboard::ui::SettingsScreen</name>
    <message numerus="yes">
        <source>Seeing the %n prompt(s) begun so far once more takes %1, about %2 of your days.</source>
        <translation><numerusform>Seeing the %n prompt begun so far once more takes %1, about %2 of your days.</numerusform><numerusform>Seeing the %n prompts begun so far once more takes %1, about %2 of your days.</numerusform></translation></message>
</context>
<context>
    <name>phaseboard::ui::SittingEnd</name>
    <message numerus="yes">
        <source>%n more prompt(s) are due and keep until tomorrow. Raise the daily minutes in Settings to see them today.</source>
        <translation><numerusform>%n more prompt is due and keeps until tomorrow. Raise the daily minutes in Settings to see it today.</numerusform><numerusform>%n more prompts are due and keep until tomorrow. Raise the daily minutes in Settings to see them today.</numerusform></translation></message>
</context>
<context>
    <name>phaseboard::ui::TargetLine</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation><numerusform>%n word</numerusform><numerusform>%n words</numerusform></translation></message>
</context>
<context>
    <name>phaseboard::ui::TextBlock</name>
    <message numerus="yes">
        <source>The view ends here. %Ln more character(s) of this text are kept, but not shown.</source>
        <translation><numerusform>The view ends here. %Ln more character of this text is kept, but not shown.</numerusform><numerusform>The view ends here. %Ln more characters of this text are kept, but not shown.</numerusform></translation></message>
</context>
<context>
    <name>phaseboard::ui::TodayScreen</name>
    <message numerus="yes">
        <source>%n days in a row</source>
        <translation><numerusform>%n day in a row</numerusform><numerusform>%n days in a row</numerusform></translation></message>
    <message numerus="yes">
        <source>%n answer(s) in %1 today.</source>
        <translation><numerusform>%n answer in %1 today.</numerusform><numerusform>%n answers in %1 today.</numerusform></translation></message>
    <message numerus="yes">
        <source>%n more wait beyond today's minutes.</source>
        <translation><numerusform>%n more waits beyond today's minutes.</numerusform><numerusform>%n more wait beyond today's minutes.</numerusform></translation></message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation><numerusform>%n day</numerusform><numerusform>%n days</numerusform></translation></message>
</context>
<context>
    <name>phaseboard::ui::UpdateDialog</name>
    <message numerus="yes">
        <source>Review %n changed prompt(s)</source>
        <translation><numerusform>Review %n changed prompt</numerusform><numerusform>Review %n changed prompts</numerusform></translation></message>
</context>
<context>
    <name>phaseboard::ui::VersionsDialog</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation><numerusform>%n word</numerusform><numerusform>%n words</numerusform></translation></message>
</context>
<context>
    <name>phaseboard::ui::VersionsModel</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation><numerusform>%n word</numerusform><numerusform>%n words</numerusform></translation></message>
</context>
<context>
    <name>phaseboard::ui::KindsDialog</name>
    <message numerus="yes">
        <source>%n prompt(s)</source>
        <translation><numerusform>%n prompt</numerusform><numerusform>%n prompts</numerusform></translation></message>
</context>
<context>
    <name>phaseboard::ui::LeftBehindWords</name>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation><numerusform>%n answer</numerusform><numerusform>%n answers</numerusform></translation></message>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation><numerusform>%n annotation</numerusform><numerusform>%n annotations</numerusform></translation></message>
    <message numerus="yes">
        <source>%n prompt(s) of your own</source>
        <translation><numerusform>%n prompt of your own</numerusform><numerusform>%n prompts of your own</numerusform></translation></message>
</context>
<context>
    <name>phaseboard::ui::MergeWords</name>
    <message numerus="yes">
        <source>%n review(s)</source>
        <translation><numerusform>%n review</numerusform><numerusform>%n reviews</numerusform></translation></message>
    <message numerus="yes">
        <source>of %n prompt(s)</source>
        <translation><numerusform>of %n prompt</numerusform><numerusform>of %n prompts</numerusform></translation></message>
    <message numerus="yes">
        <source>%n version(s) of answers</source>
        <translation><numerusform>%n version of answers</numerusform><numerusform>%n versions of answers</numerusform></translation></message>
    <message numerus="yes">
        <source>%n board(s) and interview(s)</source>
        <translation><numerusform>%n board or interview</numerusform><numerusform>%n boards and interviews</numerusform></translation></message>
    <message numerus="yes">
        <source>%n other change(s)</source>
        <translation><numerusform>%n other change</numerusform><numerusform>%n other changes</numerusform></translation></message>
    <message numerus="yes">
        <source>%n answer(s) were written on both sides. Both texts are kept; Study shows them side by side.</source>
        <translation><numerusform>%n answer was written on both sides. Both texts are kept; Study shows them side by side.</numerusform><numerusform>%n answers were written on both sides. Both texts are kept; Study shows them side by side.</numerusform></translation></message>
</context>
<context>
    <name>phaseboard::ui::UpdateWords</name>
    <message numerus="yes">
        <source>%n dialogue line(s)</source>
        <translation><numerusform>%n dialogue line</numerusform><numerusform>%n dialogue lines</numerusform></translation></message>
    <message numerus="yes">
        <source>%n summary text(s)</source>
        <translation><numerusform>%n summary text</numerusform><numerusform>%n summary texts</numerusform></translation></message>
    <message numerus="yes">
        <source>%n chapter(s)</source>
        <translation><numerusform>%n chapter</numerusform><numerusform>%n chapters</numerusform></translation></message>
    <message numerus="yes">
        <source>%n key point(s)</source>
        <translation><numerusform>%n key point</numerusform><numerusform>%n key points</numerusform></translation></message>
    <message numerus="yes">
        <source>%n trade-off(s)</source>
        <translation><numerusform>%n trade-off</numerusform><numerusform>%n trade-offs</numerusform></translation></message>
    <message numerus="yes">
        <source>%n number(s)</source>
        <translation><numerusform>%n number</numerusform><numerusform>%n numbers</numerusform></translation></message>
    <message numerus="yes">
        <source>%n pitfall(s)</source>
        <translation><numerusform>%n pitfall</numerusform><numerusform>%n pitfalls</numerusform></translation></message>
    <message numerus="yes">
        <source>%n follow-up(s)</source>
        <translation><numerusform>%n follow-up</numerusform><numerusform>%n follow-ups</numerusform></translation></message>
    <message numerus="yes">
        <source>%n figure(s)</source>
        <translation><numerusform>%n figure</numerusform><numerusform>%n figures</numerusform></translation></message>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation><numerusform>%n part</numerusform><numerusform>%n parts</numerusform></translation></message>
    <message numerus="yes">
        <source>%n explanation(s)</source>
        <translation><numerusform>%n explanation</numerusform><numerusform>%n explanations</numerusform></translation></message>
    <message numerus="yes">
        <source>%n prompt(s)</source>
        <translation><numerusform>%n prompt</numerusform><numerusform>%n prompts</numerusform></translation></message>
</context>
<context>
    <name>phaseboard::ui::WordingsDialog</name>
    <message numerus="yes">
        <source>%n text(s) in your words</source>
        <translation><numerusform>%n text in your words</numerusform><numerusform>%n texts in your words</numerusform></translation></message>
    <message numerus="yes">
        <source>%n whose original changed since</source>
        <translation><numerusform>%n whose original changed since</numerusform><numerusform>%n whose original changed since</numerusform></translation></message>
    <message numerus="yes">
        <source>%n whose place is gone</source>
        <translation><numerusform>%n whose place is gone</numerusform><numerusform>%n whose place is gone</numerusform></translation></message>
</context>
</TS>
