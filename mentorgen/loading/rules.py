"""Every rule that a file can break: its name, what it says and how to mend what breaks it.

The names are stable: people search for them, and the reference has an entry for each.
"""

from enum import StrEnum
from typing import Self


class Rule(StrEnum):
    """A rule's name, with one sentence of meaning and one on how to mend."""

    meaning: str
    mending: str

    def __new__(cls, name: str, meaning: str, mending: str) -> Self:
        """Make a name that knows its meaning."""
        rule = str.__new__(cls, name)
        rule._value_ = name
        rule.meaning = meaning
        rule.mending = mending
        return rule

    # Files
    CONTACT_DETAILS = (
        "contact-details",
        "A public file or its name holds an e-mail address or a phone number.",
        "Move it to the same file in the private folder.",
    )
    EMPTY_FILE = (
        "empty-file",
        "A file holds nothing, or comments only.",
        "Fill it, or delete the file.",
    )
    EXECUTABLE = (
        "executable",
        "Git marks a record as a program to run.",
        "Take the mark away with 'git update-index --chmod=-x' and the file's path.",
    )
    FILE_ENDING = (
        "file-ending",
        "A YAML file ends in something else than '.yaml'.",
        "Rename it; where both exist, keep one.",
    )
    FILE_NAME = (
        "file-name",
        "A file's name is no id, too long, or can be taken for a command.",
        "Rename it to lower-case letters, digits and single hyphens, or to its day.",
    )
    FILE_TOO_LARGE = ("file-too-large", "A file has more than 64 KiB.", "Split or shorten it.")
    HIDDEN_CHARACTER = (
        "hidden-character",
        "A character that nobody sees changes what a file says, or how it looks.",
        "Delete the character at the given place.",
    )
    LFS_POINTER = (
        "lfs-pointer",
        "Git LFS replaced the record by a pointer to it.",
        "Store the file itself, without Git LFS.",
    )
    LETTERS_APART = (
        "letters-apart",
        "A letter and its accent are stored as two characters, as some computers do.",
        "Nothing breaks, for they are read as one; to be found by searches, type the letter again.",
    )
    LINE_ENDS = (
        "line-ends",
        "Some lines of a file end as on Windows and some as on Unix.",
        "Save the file with one kind of line end.",
    )
    MERGE_CONFLICT = (
        "merge-conflict",
        "A file still holds both sides of a merge.",
        "Choose one side and delete the lines with '<<<<<<<', '=======' and '>>>>>>>'.",
    )
    MISSING_FILE = (
        "missing-file",
        "A program has no program/program.yaml.",
        "Add it with a name and a purpose.",
    )
    NOT_A_FILE = (
        "not-a-file",
        "Something stands here that is no ordinary file, such as a pipe.",
        "Delete it.",
    )
    NOT_UTF_8 = (
        "not-utf-8",
        "A file is not saved as UTF-8.",
        "Save it as UTF-8; every editor can.",
    )
    RESERVED_NAME = (
        "reserved-name",
        "Windows can have no file of this name, such as 'con' or 'aux', whatever its ending.",
        "Choose another id, such as 'con-1'.",
    )
    SAME_FILE = (
        "same-file",
        "Two files differ only by letter case, by an ending or by how a letter is stored.",
        "Keep one of the two.",
    )
    SUBMODULE = (
        "submodule",
        "Another repository stands here in place of files.",
        "Put the files themselves here.",
    )
    SYMBOLIC_LINK = (
        "symbolic-link",
        "A symbolic link could publish what lies outside the program.",
        "Put the file itself here.",
    )
    UNKNOWN_FILE = (
        "unknown-file",
        "A file lies where no record is read from.",
        "Move it to its folder, or delete it.",
    )
    UNREADABLE = ("unreadable", "A file or a folder cannot be opened.", "Let its owner read it.")

    # YAML
    BACKSLASH = (
        "backslash",
        "A value in double quotes holds a backslash that means nothing.",
        "Write the backslash twice, or put the value in single quotes.",
    )
    COLON_IN_VALUE = (
        "colon-in-value",
        "A ':' followed by a space stands inside a value.",
        "Put the value in quotes.",
    )
    DUPLICATE_KEY = ("duplicate-key", "A field stands twice in one place.", "Keep one of the two.")
    MAP = (
        "map",
        "Fields are expected here, and something else stands here.",
        "Write fields such as 'name: Ana Rivers'.",
    )
    MARKDOWN_HEAD = (
        "markdown-head",
        "A Markdown record does not open with fields between two lines of '---'.",
        "Begin the file with '---', the fields, and '---' again.",
    )
    TAB = ("tab", "A tab stands where YAML allows only spaces.", "Indent with spaces.")
    TOO_DEEP = (
        "too-deep",
        "Lists and fields, or quotes and lists in a text, are nested more than 16 deep.",
        "No record needs this; write it flatter.",
    )
    UNCLOSED_BRACKET = (
        "unclosed-bracket",
        "A list or a map that opens with a bracket never closes.",
        "Close it with ']' or '}', or put a comma between its entries.",
    )
    UNCLOSED_QUOTE = (
        "unclosed-quote",
        "A quoted value never closes.",
        "Close the quote with the same mark.",
    )
    YAML_FEATURE = (
        "yaml-feature",
        "A file uses a part of YAML that can hide or multiply things, such as anchors or tags.",
        "Write the values themselves.",
    )
    YAML_SYNTAX = (
        "yaml-syntax",
        "A line is no YAML.",
        "Check colons, quotes and indent on this line and the one above.",
    )

    # Fields and values
    CHOICE = (
        "choice",
        "A value is none of the words that can stand here.",
        "Write one of the words.",
    )
    DATE = (
        "date",
        "A date is written in another way, does not exist or lies too far away.",
        "Write year, month and day, such as 2026-03-01.",
    )
    FACT_KIND = (
        "fact-kind",
        "A dated fact does not say what it is, or says an unknown word.",
        "Write 'kind:' with one of the known kinds.",
    )
    ID = (
        "id",
        "The name of another record is not written as an id.",
        "Write lower-case letters, digits and single hyphens.",
    )
    LANGUAGE = (
        "language",
        "A language is not written as its code.",
        "Write a code such as en, pt-BR or zh-Hans.",
    )
    LINK = (
        "link",
        "A link does not lead to a page by https.",
        "Write the whole address, such as https://example.org/page.",
    )
    LIST = (
        "list",
        "A list is expected here, or one with more entries.",
        "Write [one, two], or an entry on each line after a hyphen.",
    )
    LOGIN = (
        "login",
        "A GitHub login holds a character that logins cannot have.",
        "Write the login as it stands on the GitHub profile, without '@'.",
    )
    MISSING_FIELD = ("missing-field", "A field that every such record needs is missing.", "Add it.")
    RANGE = ("range", "A number is too small or too large.", "Write a number inside the limits.")
    ROLE = ("role", "A role is neither mentor, mentee nor both.", "Write one of the three.")
    SCHEMA = (
        "schema",
        "A file does not say for which version of the format it was written, or for an unknown one.",
        "Write 'schema: 1' as the first line, or update mentorgen.",
    )
    TEXT = ("text", "A text is expected here.", "Write something, or leave the field out.")
    TIME_OF_DAY = (
        "time-of-day",
        "A time of day is written in another way or does not exist.",
        "Write hours and minutes, such as 17:30.",
    )
    TIME_ZONE = (
        "time-zone",
        "A time zone is not in the list that all computers share.",
        "Write a name such as Europe/Lisbon; abbreviations and offsets do not follow clock changes.",
    )
    TOO_LONG = ("too-long", "A text or a list is longer than its place allows.", "Shorten it.")
    TRUE_OR_FALSE = (
        "true-or-false",
        "A field that is true or false holds something else.",
        "Write true or false.",
    )
    UNKNOWN_FIELD = (
        "unknown-field",
        "A field is not known here, or its value comes from somewhere else.",
        "Mend its name, or delete it.",
    )
    WHOLE_NUMBER = (
        "whole-number",
        "A whole number is expected here.",
        "Write it with the digits 0-9 only.",
    )

    # Other records
    UNKNOWN_COHORT = (
        "unknown-cohort",
        "A cohort is named that has no file.",
        "Mend the name, or add the cohort's file.",
    )
    UNKNOWN_CONCERN = (
        "unknown-concern",
        "A fact says that a concern was answered, and no concern of that day stands in its log.",
        "Write the day on which the concern was told.",
    )
    UNKNOWN_GOAL = (
        "unknown-goal",
        "An answer marks a goal that the pair does not have.",
        "Write the name of the goal's file, without its ending.",
    )
    UNKNOWN_MODULE = (
        "unknown-module",
        "A training module is named that has no file.",
        "Mend the name, or add the module's file.",
    )
    UNKNOWN_PAIR = (
        "unknown-pair",
        "A pair is named that has no file.",
        "Mend the name, or add the pair's file.",
    )
    UNKNOWN_PARTICIPANT = (
        "unknown-participant",
        "A person is named who has no file.",
        "Mend the name, or add the person's file.",
    )
    UNKNOWN_PLAN = (
        "unknown-plan",
        "A plan is named that has no file.",
        "Mend the name, or add the plan's file.",
    )
    UNKNOWN_QUESTION = (
        "unknown-question",
        "An answer belongs to a question that its survey does not ask.",
        "Mend the question's id.",
    )
    UNKNOWN_SKILL = (
        "unknown-skill",
        "A skill is named that program/skills.yaml does not know.",
        "Mend the name, or add the skill or the alias to program/skills.yaml.",
    )
    UNKNOWN_SURVEY = (
        "unknown-survey",
        "A survey is named that has no file.",
        "Mend the name, or add the survey's file.",
    )

    # Sense
    AFTER_THE_END = (
        "after-the-end",
        "Something is written down of a pair on a day after it ended.",
        "Mend one of the two days; a pair that meets again is a new pair.",
    )
    ANSWERED_TWICE = (
        "answered-twice",
        "Somebody answered the same round of a survey twice; the newer answers count.",
        "Delete one of the two, or let the newer one say what it replaces.",
    )
    CAPACITY = (
        "capacity",
        "Somebody has more mentees or mentors at work than their own file allows.",
        "Raise the number in the person's file, or end a pair that is over.",
    )
    CHOICES = (
        "choices",
        "A survey's question offers fewer than two choices.",
        "Add choices, or make it a question of another kind.",
    )
    CONSENT = (
        "consent",
        "The dates of somebody's consent cannot be right.",
        "Write the day on which they agreed; a withdrawal comes after it.",
    )
    DATE_ORDER = (
        "date-order",
        "Something ends or is due before it begins.",
        "Mend one of the two dates.",
    )
    FACT_PLACE = (
        "fact-place",
        "A fact about a person stands in a pair's log, or the other way round.",
        "Move the fact to the other log.",
    )
    FORM = (
        "form",
        "The people of a pair do not make up its form.",
        "Add or remove people, or change the form.",
    )
    HOURS = (
        "hours",
        "A stretch of hours ends before it begins.",
        "Write hours over midnight as two entries.",
    )
    LOOK_ALIKE = (
        "look-alike",
        "Two people's names look alike and are written with different letters.",
        "Ask who it is: a name like another's can be a disguise.",
    )
    MEETING_DAY = (
        "meeting-day",
        "A meeting lies before its pair began or after today.",
        "Rename the file to the day of the meeting.",
    )
    NO_CONSENT = (
        "no-consent",
        "Somebody has not agreed to be shown, so they are neither shown nor reminded.",
        "Ask them, and add 'consent:' with the day when they agreed.",
    )
    NOT_IN_PAIR = (
        "not-in-pair",
        "A meeting, a promise or a fact names somebody who is not in the pair.",
        "Mend the name, or add the person to the pair.",
    )
    NUMBER_ORDER = (
        "number-order",
        "Numbers that must go up, such as the sizes of a circle, do not.",
        "Write the smaller number first, and each number once.",
    )
    OUTSIDE_ROUND = (
        "outside-round",
        "Something lies outside the days of its round.",
        "Mend the date here, or those of the round.",
    )
    PAUSES_OVERLAP = (
        "pauses-overlap",
        "A pause begins before the one before it is over; from then on only the newer counts.",
        "Let the newer one say what it replaces, or write 'resumed' on its day.",
    )
    QUIZ = (
        "quiz",
        "A quiz question has no right answer among its answers, or one of them twice.",
        "Write the number of the right answer, counted from 1.",
    )
    REPLACED_FACT = (
        "replaced-fact",
        "A fact replaces another that is not in the same log.",
        "Write the day, the kind and the person of the fact to replace as they stand there.",
    )
    REPORTING_CIRCLE = (
        "reporting-circle",
        "Somebody reports to themselves, by way of others.",
        "Take one of the names out.",
    )
    ROLE_IN_PAIR = (
        "role-in-pair",
        "Somebody mentors or learns in a pair, and their own file says the opposite.",
        "Make the person's role 'both', or change the pair.",
    )
    ROLE_AND_SKILLS = (
        "role-and-skills",
        "A mentee offers skills, or a mentor wants some.",
        "Make the role 'both', or delete the skills.",
    )
    ROUND_DATES = (
        "round-dates",
        "A round has no first or no last day.",
        "Add 'starts' and 'ends', or 'rolling: true'.",
    )
    ROUND_FORM = (
        "round-form",
        "Somebody asks only for forms of mentoring that their round does not offer: they are left out.",
        "Name a form that the round offers, or let the round offer this one too.",
    )
    SAME_ACCOUNT = (
        "same-account",
        "One GitHub account stands in the files of two people.",
        "Keep it in the file of the person whose account it is.",
    )
    SAME_QUESTION = (
        "same-question",
        "Two questions of a survey have one id, or both ask how far the goals were reached.",
        "Rename one of them, or take one out.",
    )
    SAME_PERSON = ("same-person", "Somebody stands twice in a pair.", "Name each person once.")
    SAME_SKILL = (
        "same-skill",
        "Two skills share an id, a label or an alias.",
        "Give each name to one skill.",
    )
    SLOT = (
        "slot",
        "A time of flash mentoring overlaps another, or is booked by who offers it.",
        "Move or shorten one of the times, or name who comes.",
    )
    SKILL_CIRCLE = (
        "skill-circle",
        "A skill is its own parent, by way of others.",
        "Take one of the parents out.",
    )

    TWICE = (
        "twice",
        "One entry stands twice in a list.",
        "Delete one of the two.",
    )

    # Privacy
    PRIVATE_CONFLICT = (
        "private-conflict",
        "A private file gives a field that the public file gives in another way.",
        "Keep the field in one of the two.",
    )
    PRIVATE_FIELD = (
        "private-field",
        "Something that not everybody may read lies in a file that they can read.",
        "Move it to the same file in the private folder.",
    )

    PRIVATE_FOLDER = (
        "private-folder",
        "A private folder holds no record, or something in it is wrong.",
        "Give the right folder; on your own machine 'mentorgen check' says what is wrong in it.",
    )
    PUBLIC_CHOICE = (
        "public-choice",
        "What decides what others see stands in a private file, where nobody who shows it looks.",
        "Move the field to the public file.",
    )

    # Pull requests
    APPEND_ONLY = (
        "append-only",
        "A fact that stood in a log is changed or gone.",
        "Put it back; a correction is a new fact that says what it 'replaces'.",
    )
    BROKEN_BASE = (
        "broken-base",
        "The program that a change is meant for cannot be read, so nobody's files can be told.",
        "The organisers mend that program first.",
    )
    FIXED_FIELD = (
        "fixed-field",
        "Somebody changes a field of their own record that the organisers look after.",
        "Put it back, or ask an organiser to change it.",
    )
    MAINTAINERS_ONLY = (
        "maintainers-only",
        "Somebody who is no organiser changes code, settings, pages or another file that is no record.",
        "Take the file out of the pull request, or ask an organiser to make the change.",
    )
    MANY_REMOVALS = (
        "many-removals",
        "A pull request takes more than one in ten of all records away, and at least three.",
        "Put back what should stay; a label with the number says that all of it is meant to go.",
    )
    NOT_YOURS = (
        "not-yours",
        "Somebody changes a record, or writes a fact, that is not theirs.",
        "Take it out of the pull request, or ask its owner or an organiser.",
    )
