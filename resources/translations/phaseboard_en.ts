<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
    <name>phaseboard::ui::ForecastChart</name>
    <message numerus="yes">
        <source>%1: %n prompt(s) due</source>
        <translation><numerusform>%1: %n prompt due</numerusform><numerusform>%1: %n prompts due</numerusform></translation></message>
</context>
<context>
    <name>phaseboard::ui::HeatMap</name>
    <message numerus="yes">
        <source>%1: %n answer(s) in %2</source>
        <translation><numerusform>%1: %n answer in %2</numerusform><numerusform>%1: %n answers in %2</numerusform></translation></message>
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
    <name>phaseboard::ui::PartsPanel</name>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation><numerusform>%n part</numerusform><numerusform>%n parts</numerusform></translation></message>
    <message numerus="yes">
        <source>%n found</source>
        <translation><numerusform>%n found</numerusform><numerusform>%n found</numerusform></translation></message>
</context>
<context>
    <name>phaseboard::ui::RatingBar</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation><numerusform>%n day</numerusform><numerusform>%n days</numerusform></translation></message>
</context>
<context>
    <name>phaseboard::ui::ReviewScreen</name>
    <message numerus="yes">
        <source>%n left</source>
        <translation><numerusform>%n left</numerusform><numerusform>%n left</numerusform></translation></message>
</context>
<context>
    <name>phaseboard::ui::SittingEnd</name>
    <message numerus="yes">
        <source>%n more prompt(s) are due and keep until tomorrow. Raise the daily minutes in Settings to see them today.</source>
        <translation><numerusform>%n more prompt is due and keeps until tomorrow. Raise the daily minutes in Settings to see it today.</numerusform><numerusform>%n more prompts are due and keep until tomorrow. Raise the daily minutes in Settings to see them today.</numerusform></translation></message>
</context>
<context>
    <name>phaseboard::ui::TodayScreen</name>
    <message numerus="yes">
        <source>%n days in a row</source>
        <translation><numerusform>%n day in a row</numerusform><numerusform>%n days in a row</numerusform></translation></message>
    <message numerus="yes">
        <source>%n not begun yet.</source>
        <translation><numerusform>%n not begun yet.</numerusform><numerusform>%n not begun yet.</numerusform></translation></message>
    <message numerus="yes">
        <source>%n begun today.</source>
        <translation><numerusform>%n begun today.</numerusform><numerusform>%n begun today.</numerusform></translation></message>
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
    <name>phaseboard::ui::KindsDialog</name>
    <message numerus="yes">
        <source>%n prompt(s)</source>
        <translation><numerusform>%n prompt</numerusform><numerusform>%n prompts</numerusform></translation></message>
</context>
</TS>
