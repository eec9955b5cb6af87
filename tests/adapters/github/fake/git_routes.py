"""Calls about branches, commits, files and pull requests."""

from mentorgen.adapters.github.forge import NewPull, NotFoundError, PullRequest
from tests.adapters.github.fake import bodies
from tests.adapters.github.fake.routes import HERE, PAGES, Answer, Kind, Visit, route

_HEAD = r"heads/(?P<branch>.+)"
_PULL_QUERY = PAGES | {"head", "state", "direction"}


@route(Kind("GET", f"{HERE}/git/ref/{_HEAD}", "GitRef"))
def branch(visit: Visit) -> Answer:
    if visit.named["branch"] not in visit.hub.branches:
        raise NotFoundError("Not Found")
    return visit.shapes.branch(visit.named["branch"])


@route(Kind("POST", f"{HERE}/git/refs", "GitRef", takes=bodies.NewRefBody))
def create_branch(visit: Visit) -> Answer:
    sent = visit.sent(bodies.NewRefBody)
    name = sent.ref.removeprefix("refs/heads/")
    visit.hub.add_branch(name, sent.sha)
    return visit.shapes.branch(name)


@route(Kind("PATCH", f"{HERE}/git/refs/{_HEAD}", "GitRef", takes=bodies.RefBody))
def move_branch(visit: Visit) -> Answer:
    sent, name = visit.sent(bodies.RefBody), visit.named["branch"]
    visit.hub.move_branch(name, sent.sha, force=sent.force)
    return visit.shapes.branch(name)


@route(Kind("DELETE", f"{HERE}/git/refs/{_HEAD}", None))
def delete_branch(visit: Visit) -> Answer:
    visit.hub.delete_branch(visit.named["branch"])
    return None


@route(Kind("GET", rf"{HERE}/commits/(?P<sha>\w+)", "Commit"))
def commit(visit: Visit) -> Answer:
    return visit.shapes.commit(visit.hub.commit(visit.named["sha"]))


@route(Kind("POST", f"{HERE}/git/trees", "GitTree", takes=bodies.TreeBody))
def store_tree(visit: Visit) -> Answer:
    sent = visit.sent(bodies.TreeBody)
    sha = visit.hub.add_tree(sent.base_tree, {one.path: one.content for one in sent.tree})
    return visit.shapes.tree(sha)


@route(Kind("POST", f"{HERE}/git/commits", "GitCommit", takes=bodies.CommitBody))
def store_commit(visit: Visit) -> Answer:
    sent = visit.sent(bodies.CommitBody)
    sha = visit.hub.add_commit(visit.by, sent.tree, sent.parents, sent.message)
    return visit.shapes.git_commit(visit.hub.commits[sha])


@route(Kind("GET", f"{HERE}/contents/(?P<path>.+)", "ContentFile", query=frozenset({"ref"})))
def file(visit: Visit) -> Answer:
    hub, ref = visit.hub, visit.query.get("ref", visit.hub.facts.default_branch)
    commit = hub.commits.get(hub.branches.get(ref, ref))
    text = hub.trees[commit.tree].get(visit.named["path"]) if commit else None
    if text is None:
        raise NotFoundError("Not Found")
    return visit.shapes.file(visit.named["path"], text)


@route(Kind("GET", f"{HERE}/pulls", "PullRequestSimple", query=_PULL_QUERY))
def pulls(visit: Visit) -> Answer:
    state, head = visit.query.get("state", "open"), visit.query.get("head")
    return [
        visit.shapes.pull_in_list(pull)
        for pull in visit.hub.pulls.values()
        if state in ("all", pull.state) and head in (None, _label(pull))
    ]


@route(Kind("GET", rf"{HERE}/pulls/(?P<number>\d+)", "PullRequest"))
def pull(visit: Visit) -> Answer:
    return visit.shapes.pull(visit.hub.pull(visit.number()))


@route(Kind("POST", f"{HERE}/pulls", "PullRequest", takes=bodies.NewPullBody))
def create_pull(visit: Visit) -> Answer:
    sent = visit.sent(bodies.NewPullBody)
    new = NewPull(sent.title, sent.body, sent.head, sent.base)
    return visit.shapes.pull(visit.hub.add_pull(visit.by, new))


@route(
    Kind(
        "GET",
        rf"{HERE}/pulls/(?P<number>\d+)/reviews",
        "PullRequestReview",
        query=PAGES,
        name="approvals",
    )
)
def reviews(visit: Visit) -> Answer:
    visit.hub.pull(visit.number())
    return [visit.shapes.review(one) for one in visit.hub.reviews_of(visit.number())]


@route(
    Kind(
        "PUT",
        rf"{HERE}/pulls/(?P<number>\d+)/reviews/(?P<review>\d+)/dismissals",
        "PullRequestReview",
        takes=bodies.DismissalBody,
        status=200,
    )
)
def dismiss(visit: Visit) -> Answer:
    sent = visit.sent(bodies.DismissalBody)
    which = visit.number(), int(visit.named["review"])
    return visit.shapes.review(visit.hub.dismiss(visit.by, which, sent.message))


def _label(pull: PullRequest) -> str:
    return f"{(pull.head_repository or '').partition('/')[0]}:{pull.head}"
