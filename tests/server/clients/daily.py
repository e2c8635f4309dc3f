"""A member's day with Mastodon.py: signs in, then does what members do. Speaks with the test by lines on stdin and stdout."""
import base64
import json
import sys

from mastodon import Mastodon, MastodonNotFoundError

origin = sys.argv[1]
PIXEL = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"


def ask(**question):
    print(json.dumps(question), flush=True)
    return sys.stdin.readline().strip()


def sign_in():
    client_id, secret = Mastodon.create_app("Mastodon.py", api_base_url=origin)
    app = Mastodon(client_id, secret, api_base_url=origin)
    url = app.auth_request_url()
    app.log_in(code=ask(authorize=url))
    return app


anna = sign_in()
bram = sign_in()
assert anna.me().acct == "anna" and bram.account_verify_credentials().acct == "bram"

post = anna.status_post("Selectielijst nagekeken #archief", language="nl", idempotency_key="ochtend")
again = anna.status_post("Selectielijst nagekeken #archief", language="nl", idempotency_key="ochtend")
assert again.id == post.id
assert [s.id for s in bram.timeline_home()] == [post.id]
assert [s.id for s in bram.timeline_local()] == [post.id]
assert [s.id for s in bram.timeline_hashtag("archief")] == [post.id]

reply = bram.status_reply(post, "Dank, dat helpt")
assert [s.id for s in anna.status_context(post.id).descendants] == [reply.id]

assert bram.status_favourite(post.id).favourited
assert bram.status_reblog(post.id).reblog.id == post.id
assert bram.status_bookmark(post.id).bookmarked
assert [s.id for s in bram.bookmarks()] == [post.id]
assert [s.id for s in bram.favourites()] == [post.id]
assert [a.acct for a in anna.status_favourited_by(post.id)] == ["bram"]
assert [a.acct for a in anna.status_reblogged_by(post.id)] == ["bram"]

kinds = sorted(n.type for n in anna.notifications())
assert kinds == ["favourite", "mention", "reblog"], kinds

found = bram.search_v2("selectielijsten")
assert [s.id for s in found.statuses] == [post.id], found
assert [a.acct for a in bram.account_search("anna")] == ["anna"]

assert bram.account_follow(anna.me().id).following
assert bram.account_relationships([anna.me().id])[0].following
assert [a.acct for a in anna.account_followers(anna.me().id)] == ["bram"]
assert not bram.account_unfollow(anna.me().id).following

edited = anna.status_update(post.id, "Selectielijst nagekeken en getekend #archief")
assert edited.edited_at is not None
assert len(anna.status_history(post.id)) == 2
assert anna.status_source(post.id).text == "Selectielijst nagekeken en getekend #archief"

picture = anna.media_post(base64.b64decode(PIXEL), mime_type="image/gif", description="Een kast")
shown = anna.status_post("Kijk", media_ids=[picture])
[seen] = bram.status(shown.id).media_attachments
assert seen.description == "Een kast" and seen.meta.original.width == 1
anna.status_delete(shown.id)

anna.markers_set(["home"], [post.id])
assert str(anna.markers_get(["home"]).home.last_read_id) == str(post.id)

many = [anna.status_post(f"Bericht {n}").id for n in range(25)]
page = anna.timeline_home(limit=20)
rest = anna.fetch_next(page)
assert [s.id for s in page + rest][:25] == list(reversed(many))

assert anna.instance().uri and anna.instance_nodeinfo().version
anna.status_delete(post.id)
try:
    anna.status(post.id)
    raise SystemExit("a deleted post was found")
except MastodonNotFoundError:
    pass
print(json.dumps({"done": True}), flush=True)
