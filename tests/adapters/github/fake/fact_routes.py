"""Calls about accounts, the repository and its workflows."""

from mentorgen.adapters.github.forge import NotFoundError
from tests.adapters.github.fake import bodies
from tests.adapters.github.fake.routes import HERE, PAGES, Answer, Kind, Visit, route
from tests.adapters.github.fake.shapes import Shape

_WORKFLOW = rf"{HERE}/actions/workflows/(?P<workflow>[^/]+)"
_ACTIONS = "ReposOwnerRepoActions"


@route(Kind("GET", "/user", "PublicUser"))
def me(visit: Visit) -> Answer:
    return visit.shapes.profile(visit.by)


@route(Kind("GET", "/users/(?P<login>[^/]+)", "PublicUser", name="me"))
def account(visit: Visit) -> Answer:
    account = visit.hub.accounts.get(visit.named["login"])
    if account is None:
        raise NotFoundError("Not Found")
    return visit.shapes.profile(account)


@route(Kind("GET", HERE, "FullRepository"))
def repository(visit: Visit) -> Answer:
    return visit.shapes.repository()


@route(
    Kind(
        "POST",
        f"{_WORKFLOW}/dispatches",
        "WorkflowDispatchResponse",
        status=200,
        takes=bodies.DispatchBody,
    )
)
def dispatch(visit: Visit) -> Answer:
    sent = visit.sent(bodies.DispatchBody)
    visit.hub.dispatch(visit.named["workflow"], sent.ref, sent.inputs)
    url = f"{visit.shapes.at}/actions/runs/1"
    return {"workflow_run_id": 1, "run_url": url, "html_url": url}


@route(Kind("GET", f"{_WORKFLOW}/runs", f"{_ACTIONS}WorkflowsWorkflowIdRunsGetResponse200"))
def runs(visit: Visit) -> Answer:
    runs = visit.hub.runs_of(visit.named["workflow"])
    return {
        "total_count": len(runs),
        "workflow_runs": [visit.shapes.run(run) for run in runs],
    }


@route(Kind("GET", f"{HERE}/actions/permissions/workflow", "ActionsGetDefaultWorkflowPermissions"))
def may_actions_propose(visit: Visit) -> Answer:
    may = visit.hub.may_actions_propose
    return {"default_workflow_permissions": "read", "can_approve_pull_request_reviews": may}


@route(Kind("GET", f"{HERE}/actions/permissions", "ActionsRepositoryPermissions"))
def are_actions_on(visit: Visit) -> Answer:
    return {"enabled": visit.hub.are_actions_on, "allowed_actions": visit.hub.allowed_actions}


@route(
    Kind(
        "GET",
        f"{HERE}/actions/permissions/selected-actions",
        "SelectedActions",
        name="are_own_actions_allowed",
    )
)
def selected_actions(visit: Visit) -> Answer:
    return {"github_owned_allowed": visit.hub.are_own_actions_selected}


@route(
    Kind(
        "GET",
        f"{HERE}/actions/workflows",
        f"{_ACTIONS}WorkflowsGetResponse200",
        query=PAGES,
    )
)
def workflows(visit: Visit) -> Answer:
    shown = [visit.shapes.workflow(*one) for one in visit.hub.workflows.items()]
    return {"total_count": len(shown), "workflows": shown}


@route(Kind("GET", f"{HERE}/pages", "Page"))
def pages(visit: Visit) -> Answer:
    if visit.hub.pages is None:
        raise NotFoundError("Not Found")
    return visit.shapes.pages(visit.hub.pages)


@route(Kind("GET", f"{HERE}/rules/branches/(?P<branch>[^/]+)", None, query=PAGES))
def rules(visit: Visit) -> Answer:
    guarded = visit.named["branch"] == visit.hub.facts.default_branch
    return [_rule(visit, rule) for rule in sorted(visit.hub.rules)] if guarded else []


def _rule(visit: Visit, rule: str) -> Shape:
    if rule != "pull_request":
        return {"type": rule}
    dismissed = bool(visit.hub.are_approvals_dismissed)
    return {"type": rule, "parameters": {"dismiss_stale_reviews_on_push": dismissed}}


@route(
    Kind(
        "GET",
        f"{HERE}/branches/(?P<branch>[^/]+)/protection",
        "BranchProtection",
        name="are_approvals_dismissed",
    )
)
def older_protection(visit: Visit) -> Answer:
    dismissed = visit.hub.are_approvals_dismissed
    if dismissed is None:
        return {"enabled": True}
    reviews = {"dismiss_stale_reviews": dismissed, "require_code_owner_reviews": False}
    return {"enabled": True, "required_pull_request_reviews": reviews}


@route(Kind("GET", f"{HERE}/branches/(?P<branch>[^/]+)", "BranchWithProtection", name="rules"))
def protection(visit: Visit) -> Answer:
    return visit.shapes.branch_with_protection(visit.named["branch"])
