package dev.fastsim.report.page;

/** What a section is made of. */
public sealed interface Block permits Chart, Markup, Prose, Table, Verdicts {}
