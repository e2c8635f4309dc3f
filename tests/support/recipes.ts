import type { Recipe } from '@/utils/activity/recipe';

/** Recipes of systems that are not shipped yet: they use what the shipped ones do not. */
export const nextcloud: Recipe = {
  v: 1,
  id: 'nextcloud',
  name: 'Nextcloud',
  site: { any: [{ dom: 'head[data-user] ~ body#body-user' }] },
  ignore: [
    { method: 'PUT', path: '/remote.php/dav/uploads/*/*/{n}' },
    { path: '/apps/text/session/*/{sync|push|create|close}' },
  ],
  signals: [
    {
      do: 'upload',
      when: { method: 'PUT', path: '/remote.php/dav/files/{user}/{path**}', status: '2xx' },
      title: ['{path|basename}'],
    },
    {
      do: 'upload',
      when: {
        method: 'MOVE',
        path: '/remote.php/dav/uploads/{user}/{tmp}/.file',
        header: { Destination: '*/dav/files/*/{path**}' },
        status: '2xx',
      },
      title: ['{path|decoded|basename}'],
      link: ['/apps/files/{user}/{path|decoded}'],
    },
    {
      do: 'edit',
      when: {
        method: 'POST',
        type: 'xmlhttprequest',
        path: '/apps/text/session/{file}/save',
        body: { manualSave: 'true' },
        status: '2xx',
      },
      title: ['{body.filePath|basename}'],
      burst: { min: 3, until: 'leave' },
    },
  ],
};

export const sharepoint: Recipe = {
  v: 1,
  id: 'sharepoint',
  name: 'SharePoint',
  ci: true,
  site: { any: [{ res: { MicrosoftSharePointTeamServices: true } }, { host: '*.sharepoint.com' }] },
  ignore: [{ path: '/_api/sitepages/pages{(|/}**/{SavePageAsDraft|SavePageCoAuth}' }],
  signals: [
    {
      do: 'publish',
      when: { method: 'POST', path: '/_api/sitepages/pages({id})/{publish|promoteToNews}', status: '2xx' },
      title: ['json:/_api/sitepages/pages({id})?$select=Title#Title', '$title'],
    },
    {
      do: 'upload',
      when: { method: 'POST', path: '/_api/web/**/files/{AddUsingPath|Add}({name}', status: '2xx' },
      title: ['{name|quoted|decoded}'],
    },
  ],
};
