"""Calls about issues, comments, reactions and labels."""

from datetime import datetime

from mentorgen.adapters.github.forge import IssueEdit, Label, NewIssue, Reaction, State
from tests.adapters.github.fake import bodies
from tests.adapters.github.fake.routes import (
    COMMENT,
    HERE,
    ISSUE,
    PAGES,
    Answer,
    Kind,
    Visit,
    route,
)

_TALK_QUERY = PAGES | {"since", "sort", "direction"}
_ISSUE_QUERY = PAGES | {"creator", "state", "labels", "sort", "direction"}


@route(Kind("GET", f"{HERE}/issues", "Issue", query=_ISSUE_QUERY))
def issues(visit: Visit) -> Answer:
    state = visit.query.get("state", "open")
    labels = [name for name in visit.query.get("labels", "").split(",") if name]
    wanted = None if state == "all" else State(state)
    found = visit.hub.listed(visit.query.get("creator"), wanted, labels)
    shown = [visit.shapes.issue(issue) for issue in found]
    return shown if visit.query.get("direction") == "asc" else shown[::-1]


@route(Kind("GET", ISSUE, "Issue"))
def issue(visit: Visit) -> Answer:
    return visit.shapes.issue(visit.hub.issue(visit.number()))


@route(Kind("POST", f"{HERE}/issues", "Issue", takes=bodies.NewIssueBody))
def create_issue(visit: Visit) -> Answer:
    sent = visit.sent(bodies.NewIssueBody)
    new = NewIssue(sent.title, sent.body, sent.labels)
    return visit.shapes.issue(visit.hub.add_issue(visit.by, new))


@route(Kind("PATCH", ISSUE, "Issue", takes=bodies.IssueEditBody))
def edit_issue(visit: Visit) -> Answer:
    sent = visit.sent(bodies.IssueEditBody)
    state = State(sent.state) if sent.state else None
    edit = IssueEdit(sent.title, sent.body, state, sent.labels)
    return visit.shapes.issue(visit.hub.edit_issue(visit.by, visit.number(), edit))


@route(Kind("GET", f"{ISSUE}/comments", "IssueComment", query=PAGES))
def comments(visit: Visit) -> Answer:
    return [visit.shapes.comment(one) for one in visit.hub.comments_on(visit.number())]


@route(Kind("GET", f"{HERE}/issues/comments", "IssueComment", query=_TALK_QUERY))
def talk(visit: Visit) -> Answer:
    assert (visit.query["sort"], visit.query["direction"]) == ("created", "asc")
    since = datetime.fromisoformat(visit.query["since"])
    return [visit.shapes.comment(one) for one in visit.hub.talk(since)]


@route(Kind("GET", COMMENT, "IssueComment"))
def comment(visit: Visit) -> Answer:
    return visit.shapes.comment(visit.hub.comment(visit.number()))


@route(Kind("POST", f"{ISSUE}/comments", "IssueComment", takes=bodies.CommentBody))
def create_comment(visit: Visit) -> Answer:
    body = visit.sent(bodies.CommentBody).body
    return visit.shapes.comment(visit.hub.add_comment(visit.by, visit.number(), body))


@route(Kind("PATCH", COMMENT, "IssueComment", takes=bodies.CommentBody))
def edit_comment(visit: Visit) -> Answer:
    body = visit.sent(bodies.CommentBody).body
    return visit.shapes.comment(visit.hub.edit_comment(visit.by, visit.number(), body))


@route(Kind("POST", f"{COMMENT}/reactions", "Reaction", takes=bodies.ReactionBody))
def react(visit: Visit) -> Answer:
    visit.hub.comment(visit.number())
    reaction = Reaction(visit.sent(bodies.ReactionBody).content)
    visit.hub.reactions["comment", visit.number()].add((visit.by.id, reaction))
    return visit.shapes.reaction(visit.by, reaction)


@route(Kind("GET", f"{HERE}/labels", "Label", query=PAGES))
def labels(visit: Visit) -> Answer:
    return [visit.shapes.label(one) for one in visit.hub.labels.values()]


@route(Kind("POST", f"{HERE}/labels", "Label", takes=bodies.LabelBody))
def create_label(visit: Visit) -> Answer:
    sent = visit.sent(bodies.LabelBody)
    label = Label(sent.name, sent.color, sent.description)
    visit.hub.add_label(label)
    return visit.shapes.label(label)


@route(Kind("DELETE", f"{HERE}/labels/(?P<name>[^/]+)", None))
def delete_label(visit: Visit) -> Answer:
    visit.hub.delete_label(visit.named["name"])
    return None
