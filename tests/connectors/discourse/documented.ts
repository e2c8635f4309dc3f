import type { Said } from './forum';

/** What the published contract says that a post, a category and a topic also have: of no meaning to us. */
const POST = {
  avatar_template: '/letter_avatar_proxy/v4/letter/a/bbce88/{size}.png',
  quote_count: 0,
  incoming_link_count: 0,
  reads: 1,
  readers_count: 0,
  score: 0,
  primary_group_name: null,
  flair_name: null,
  flair_url: null,
  flair_bg_color: null,
  flair_color: null,
  flair_group_id: null,
  badges_granted: [],
  version: 1,
  can_edit: true,
  can_delete: true,
  can_recover: false,
  can_see_hidden_post: false,
  can_wiki: false,
  user_title: null,
  bookmarked: false,
  moderator: false,
  admin: false,
  staff: false,
  draft_sequence: 0,
  hidden: false,
  trust_level: 1,
  deleted_at: null,
  user_deleted: false,
  edit_reason: null,
  can_view_edit_history: true,
  wiki: false,
  reviewable_id: null,
  reviewable_score_count: 0,
  reviewable_score_pending_count: 0,
  post_localizations: [],
  mentioned_users: [],
};

const LIST = {
  topic_html_title: '',
  excerpt: '',
  truncated: false,
};

/** A post as the platform describes it; `title` where a list tells the topic's. */
export function postEntity(
  said: Said,
  facts: { readonly me: number; readonly inTopic: number; readonly replies: number; readonly cooked: string },
  title?: string,
): Record<string, unknown> {
  const { id, topic, number, by, at, raw, answers, likedBy } = said;
  const isLiked = likedBy.has(facts.me);
  return {
    ...POST,
    id,
    name: by.name,
    display_username: by.name,
    username: by.username,
    user_id: by.id,
    created_at: new Date(at).toISOString(),
    updated_at: new Date(at).toISOString(),
    raw,
    cooked: facts.cooked,
    post_number: number,
    post_type: 1,
    posts_count: facts.inTopic,
    reply_count: facts.replies,
    reply_to_post_number: answers,
    yours: by.id === facts.me,
    topic_id: topic,
    topic_slug: `onderwerp-${topic}`,
    post_url: `/forum/t/onderwerp-${topic}/${topic}/${number}`,
    actions_summary: [
      {
        id: 2,
        ...(likedBy.size > 0 ? { count: likedBy.size } : {}),
        ...(isLiked ? { acted: true, can_undo: true } : {}),
        can_act: !isLiked,
      },
      { id: 3, can_act: true },
    ],
    ...(title === undefined ? {} : { ...LIST, topic_title: title, category_id: said.category }),
  };
}

const CATEGORY = {
  color: '0088CC',
  text_color: 'FFFFFF',
  topic_count: 3,
  post_count: 4,
  position: 1,
  topic_url: '/t/over/1',
  notification_level: 1,
  topic_template: null,
  topic_title_placeholder: null,
  has_children: false,
  subcategory_count: null,
  sort_order: null,
  sort_ascending: null,
  show_subcategory_list: false,
  num_featured_topics: 3,
  default_view: null,
  subcategory_list_style: 'rows_with_featured_topics',
  default_top_period: 'all',
  default_list_filter: 'all',
  minimum_required_tags: 0,
  navigate_to_first_post_after_read: false,
  allow_global_tags: true,
  required_tag_groups: [],
  read_only_banner: null,
  uploaded_logo: null,
  uploaded_logo_dark: null,
  uploaded_background: null,
  uploaded_background_dark: null,
  can_edit: false,
};

export const CATEGORIES = [
  { ...CATEGORY, id: 5, name: 'E-depot', slug: 'e-depot', read_restricted: false, permission: 1 },
  {
    ...CATEGORY,
    ...{ id: 6, name: 'Selectie', slug: 'selectie', read_restricted: true, permission: 1 },
    parent_category_id: 5,
  },
  { ...CATEGORY, id: 7, name: 'Nieuws', slug: 'nieuws', read_restricted: false, permission: null },
];

export const BASIC_INFO = {
  logo_url: 'https://forum.example/logo.png',
  logo_small_url: 'https://forum.example/logo.png',
  apple_touch_icon_url: 'https://forum.example/icon.png',
  favicon_url: 'https://forum.example/icon.ico',
  title: 'Archiefforum',
  description: 'Voor informatiebeheerders',
  header_primary_color: '333333',
  header_background_color: 'ffffff',
  login_required: true,
  locale: 'nl',
  include_in_discourse_discover: false,
  mobile_logo_url: '',
};
