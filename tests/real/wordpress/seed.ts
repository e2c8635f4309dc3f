/** What stands on the site before anybody comes: one thing for each step, so that no step leans on another. */
export const SEEDED = {
  updated: { id: 101, title: 'Bewaartermijnen in de praktijk' },
  rewritten: { id: 102, title: 'Dossiervorming stap voor stap' },
  tagged: { id: 103, title: 'Metadata bij de bron' },
  sorted: { id: 104, title: 'Vernietiging vastleggen' },
  deletedInEditor: { id: 105, title: 'Oude werkafspraak' },
  trashed: { id: 106, title: 'Verlopen instructie' },
  restored: { id: 107, title: 'Toch nog nodig' },
  quicklyEdited: { id: 108, title: 'Aktenplan' },
  trashedTogether: { id: 109, title: 'Losse notitie een' },
  trashedTogetherToo: { id: 110, title: 'Losse notitie twee' },
  revised: { id: 111, title: 'Selectielijst' },
  looked: { id: 112, title: 'Zaakgericht werken' },
  draft: { id: 113, title: 'Nog niet klaar' },
  scheduled: { id: 114, title: 'Nieuwsbrief van december' },
  discussed: { id: 115, title: 'Vraag over e-mailarchivering' },
  memo: { id: 116, title: 'Memo over opslag' },
  typed: { id: 117, title: 'Overdracht aan het archief' },
} as const;

type Seeded = (typeof SEEDED)[keyof typeof SEEDED];

const KINDS: Partial<Record<number, string>> = {
  107: "'post_status' => 'trash'",
  113: "'post_status' => 'draft'",
  114: "'post_status' => 'draft'",
  116: "'post_type' => 'memo'",
};

/** PHP that writes it all by WordPress's own functions. */
export function seeding(): string {
  const posts = Object.values(SEEDED).map(seededPost);
  return `
function seed($post) {
  return wp_insert_post($post + ['post_status' => 'publish', 'post_type' => 'post', 'post_author' => 1,
    'post_content' => '<!-- wp:paragraph --><p>Eerste versie.</p><!-- /wp:paragraph -->']);
}
wp_set_current_user(1);
${posts.join('\n')}
foreach (['Tweede versie.', 'Derde versie.'] as $text) {
  wp_update_post(['ID' => ${SEEDED.revised.id}, 'post_content' => "<!-- wp:paragraph --><p>$text</p><!-- /wp:paragraph -->"]);
}
update_post_meta(${SEEDED.restored.id}, '_wp_trash_meta_status', 'publish');
foreach ([0, 0, 1] as $approved) {
  wp_insert_comment(['comment_post_ID' => ${SEEDED.discussed.id}, 'comment_content' => 'Goede vraag.',
    'comment_author' => 'Bea', 'comment_author_email' => 'bea@example.test', 'comment_approved' => $approved]);
}
wp_insert_term('Werkwijze', 'category');
foreach (['Bijlage een', 'Bijlage twee', 'Bijlage drie', 'Bijlage vier'] as $number => $title) {
  $file = wp_upload_bits("bijlage-$number.txt", null, 'Tekst.');
  wp_insert_attachment(['import_id' => 201 + $number, 'post_title' => $title, 'post_mime_type' => 'text/plain',
    'post_status' => 'inherit'], $file['file']);
}
`;
}

function seededPost({ id, title }: Seeded): string {
  const kind = KINDS[id];
  return `seed([${kind === undefined ? '' : `${kind}, `}'import_id' => ${id}, 'post_title' => '${title}']);`;
}
